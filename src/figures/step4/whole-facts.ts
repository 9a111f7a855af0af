import { useMemo } from 'react';
import { fixed, integer } from '../../charts/index.ts';
import type { Recipe } from '../../engine/recipe.ts';
import { settingsOf } from '../../engine/settings.ts';
import { useEngine } from '../../reader/engine.ts';
import { usePublish } from '../../reader/facts.ts';
import type { Result } from '../../worker/protocol.ts';

const three = fixed(3);
const grouped = integer();
const NONE = '–';

/** What the prose quotes of the trained network’s reading of the name. */
export function useWholeFacts(recipe: Recipe, text: string): void {
  const { heads } = settingsOf(recipe)!;
  const tensors = useMemo(
    () => [
      ...Array.from({ length: heads }, (_, head) => `layer0.head${head}.weight`),
      'layer0.mlp.a',
      'prob',
    ],
    [heads],
  );
  const { data } = useEngine('passage', {
    recipe,
    step: recipe.steps,
    text,
    tensors,
    design: null,
  });
  const { data: network } = useEngine('network', { recipe });
  usePublish(useMemo(() => factsOf(data, network), [data, network]));
}

/** The facts by name; dashes while nothing is known. */
export function factsOf(
  passage: Result<'passage'> | undefined,
  network: Pick<Result<'network'>, 'labels' | 'bos' | 'parameters'> | undefined,
): Record<string, string> {
  const names = [
    'made',
    'parameters',
    'matrices',
    'asks',
    'head',
    'seen',
    'weight',
    'even',
    'unit',
    'units',
    'height',
    'awake',
    'comes',
    'share',
    'nats',
    'loss',
    'width',
  ];
  const facts = Object.fromEntries(names.map((name) => [`whole.${name}`, NONE]));
  if (!passage || !network) return facts;
  const { positions, tokens, vectors, settings } = passage;
  const { heads, layers, embd } = settings;
  const last = positions - 1;
  const symbol = (token: number) => (token === network.bos ? '•' : (network.labels[token] ?? ''));
  let [head, seen, weight] = [0, 0, -1];
  for (let h = 0; h < heads; h++) {
    const row = vectors[`layer0.head${h}.weight`]?.values ?? [];
    for (let s = 0; s <= last; s++) {
      const own = row[last * positions + s];
      if (own > weight) [head, seen, weight] = [h, s, own];
    }
  }
  const a = vectors['layer0.mlp.a'];
  const units = a ? a.values.subarray(last * a.size, (last + 1) * a.size) : new Float64Array(1);
  const unit = units.indexOf(Math.max(...units));
  const share = vectors['prob'].values[last * vectors['prob'].size + tokens[positions]];
  return {
    ...facts,
    'whole.made': grouped(numbersMade(positions, network.labels.length, { embd, heads, layers })),
    'whole.parameters': grouped(network.parameters),
    'whole.matrices': grouped(3 + 6 * layers),
    'whole.asks': symbol(tokens[last]),
    'whole.head': String(head + 1),
    'whole.seen': symbol(tokens[seen]),
    'whole.weight': three(weight),
    'whole.even': three(1 / positions),
    'whole.unit': String(unit),
    'whole.units': String(units.length),
    'whole.height': three(units[unit]),
    'whole.awake': String(units.filter((own) => own > 0).length),
    'whole.comes': symbol(tokens[positions]),
    'whole.share': three(share),
    'whole.nats': three(passage.nats[last]),
    'whole.loss': three(passage.loss),
    'whole.width': String(embd),
  };
}

/** Numbers on the map that are made on the way, for so many positions. */
export function numbersMade(
  positions: number,
  vocab: number,
  { embd, heads, layers }: { embd: number; heads: number; layers: number },
): number {
  // Of a position: embedding and its norm; logits, shares, a loss; in a layer 9 vectors of the
  // width and the findings, and 2 of four times the width.
  const outside = 2 * embd + 2 * vocab + 1;
  const layer = 10 * embd + 8 * embd;
  const maps = heads * positions * (positions + 1);
  return positions * (outside + layers * layer) + layers * maps;
}
