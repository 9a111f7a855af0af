"""Writes random.json: what CPython's generator gives, for the tests of src/engine/random.ts.

Run with CPython 3.11: python3 make_random.py > random.json
"""

import json
import random

SEEDS = [0, 1, 42, 2**31 - 1, 2**32 - 1, 2**32, 123456789, 2**53 - 1, 6755399441055745, -42]
BITS = [1, 5, 8, 16, 31, 32, 0, 24]
BOUNDS = [1, 2, 3, 7, 27, 100, 32178, 65536, 1000000, 2**31, 2**32 - 1]
WEIGHTS = [0.5, 0, 2, 1e-3, 7.25, 0, 1]


def trace(seed):
    r = random.Random(seed)
    result = {"seed": seed, "random": [r.random() for _ in range(5)]}
    # Past the 624 words of the first round, and of the second.
    for _ in range(700):
        r.random()
    result["later"] = [r.random() for _ in range(3)]
    result["getrandbits"] = [[k, r.getrandbits(k)] for k in BITS]
    result["randbelow"] = [[n, r._randbelow(n)] for n in BOUNDS]
    items = list(range(20))
    r.shuffle(items)
    result["shuffle"] = list(items)
    # An odd number of them: the second of the last pair is kept over the shuffle.
    result["gauss"] = [r.gauss(0, 0.08) for _ in range(5)]
    r.shuffle(items)
    result["gauss_after"] = [r.gauss(1, 2), r.gauss(0, 1)]
    result["choices"] = r.choices(range(7), weights=WEIGHTS, k=12)
    result["last"] = r.random()
    return result


print('{\n  "made_with": "CPython 3.11, by make_random.py",')
print(f'  "weights": {json.dumps(WEIGHTS)},')
print('  "traces": [')
print(",\n".join("    " + json.dumps(trace(seed)) for seed in SEEDS))
print("  ]\n}")
