import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BEATS,
  cacheNames,
  cachesLayout,
  changesOf,
  exchangeOf,
  heldIn,
  keptOf,
  towersOf,
  TOWERS,
} from '../../../src/figures/step4/caches-view.ts';
import { asker, byDefault, defaults } from '../worker/asking.ts';

const ask = asker(defaults());
const LABELS = ['a', 'b', 'c', '•'];
const BOS = 3;

describe('the exchange', () => {
  it('is of the second letter, for the first of the vocabulary that is another', () => {
    expect(exchangeOf([BOS, 1, 0, 2], LABELS, BOS, BEATS[0])).toEqual({
      position: 2,
      from: 'a',
      to: 'b',
      token: 1,
      text: 'bbc',
    });
    expect(exchangeOf([BOS, 1, 2], LABELS, BOS, BEATS[0])).toMatchObject({ to: 'a', text: 'ba' });
  });

  it('stays within what is read', () => {
    expect(exchangeOf([BOS, 1], LABELS, BOS, BEATS[0])).toMatchObject({ position: 1, text: 'a' });
    expect(exchangeOf([BOS, 1, 2], LABELS, BOS, { position: 9, token: null })).toMatchObject({
      position: 2,
    });
    expect(exchangeOf([BOS], LABELS, BOS, BEATS[0])).toBeNull();
    expect(exchangeOf([BOS, 0], ['a', '•'], 1, BEATS[0])).toBeNull();
  });

  it('is never for the boundary, nor for the letter that is there', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 9 }),
        fc.integer({ min: 0, max: 9 }),
        fc.integer({ min: 0, max: 3 }),
        (letters, position, token) => {
          const exchange = exchangeOf([BOS, ...letters], LABELS, BOS, { position, token })!;
          expect(exchange.token).not.toBe(BOS);
          expect(exchange.to).not.toBe(exchange.from);
          const own = letters.map((one) => LABELS[one]);
          const changed = [...exchange.text].filter((letter, i) => letter !== own[i]);
          expect(changed).toEqual([exchange.to]);
        },
      ),
    );
  });
});

describe('the caches of four trained layers', () => {
  const recipe = { ...byDefault(4), layers: 4 };
  const reading = (text: string) => {
    const { vectors, positions } = ask('passage', {
      recipe,
      step: 200,
      text,
      tensors: cacheNames(4),
      design: null,
    });
    return { kept: keptOf(vectors, 4), positions };
  };
  const [before, after] = [reading('mylia'), reading('malia')];
  const changes = before.kept.map((kept, l) => changesOf(kept, after.kept[l]));

  it('hold a row of keys and one of values for each token', () => {
    expect(before.positions).toBe(6);
    for (const { keys, values } of before.kept) {
      expect([keys.size, values.size]).toEqual([16, 16]);
      expect([keys.values.length, values.values.length]).toEqual([96, 96]);
    }
  });

  it('change by one row in the first layer, and from that row on in all others', () => {
    const moved = changes.map((layer) => layer.map((change) => change > 0));
    expect(moved[0]).toEqual([false, false, true, false, false, false]);
    for (const layer of moved.slice(1))
      expect(layer).toEqual([false, false, true, true, true, true]);
    expect(heldIn(changes)).toBe(5 + 3 * 2);
  });

  it('change most where the letter is, and keep the same bits elsewhere', () => {
    for (const layer of changes) expect(Math.max(...layer)).toBe(layer[2]);
    const [first] = before.kept;
    expect(Array.from(after.kept[0].keys.values.slice(0, 32))).toEqual(
      Array.from(first.keys.values.slice(0, 32)),
    );
  });
});

describe('what towers cost', () => {
  const works = TOWERS.map((layers) =>
    ask('work', { recipe: { ...byDefault(4), layers }, text: 'abcdefghijklmno' }),
  );
  const towers = towersOf(works);

  it('keeps as many numbers again with each layer', () => {
    expect(towers.map(({ numbers }) => numbers)).toEqual([512, 1024, 1536, 2048]);
  });

  it('needs twice the work with one layer and no cache, and nearly all of it with four', () => {
    expect(towers[0]).toMatchObject({ cached: 60_416, again: 450_816, needed: 121_856 });
    for (const [i, { cached, needed, again }] of towers.entries()) {
      expect(needed).toBeGreaterThan(cached);
      expect(needed).toBeLessThan(again);
      if (i > 0)
        expect(needed / cached).toBeGreaterThan(towers[i - 1].needed / towers[i - 1].cached);
    }
  });

  it('counts what has to be done again as the layers below do it', () => {
    const [one, two] = towers;
    // A token that is read again costs two matrices of 16 × 16 in the last layer.
    expect(two.needed - two.cached).toBe(one.again - one.cached + 120 * 512);
  });
});

describe('the layout', () => {
  it('keeps tables side by side, within the width, above the towers', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 300, max: 900 }),
        fc.integer({ min: 240, max: 600 }),
        fc.constantFrom(1, 1.4),
        fc.constantFrom(...TOWERS),
        fc.integer({ min: 1, max: 16 }),
        (width, height, scale, layers, tokens) => {
          const at = cachesLayout({ width, height }, scale, layers, tokens);
          expect(at.left).toHaveLength(layers);
          expect(at.cells).toBeGreaterThan(0);
          expect(at.left.at(-1)! + at.cells).toBeLessThan(width);
          expect(at.towers).toBeLessThan(height);
          if (at.row > 6) expect(at.top + at.row * tokens).toBeLessThanOrEqual(at.towers);
        },
      ),
    );
  });
});
