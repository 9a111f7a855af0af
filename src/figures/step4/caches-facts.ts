import { fixed } from '../../charts/index.ts';
import type { Recipe } from '../../engine/recipe.ts';
import { settingsOf } from '../../engine/settings.ts';
import { useEngine } from '../../reader/engine.ts';
import { usePublish } from '../../reader/facts.ts';
import type { Messages } from '../../reader/messages.tsx';
import { useCaches } from './caches-data.ts';
import { BEATS, heldIn, TOWERS } from './caches-view.ts';
import { headsOf, runOf } from './runs.ts';

const one = fixed(1);
const percent = fixed(0);
const NONE = '–';

/** What the prose quotes of the caches of the story's tower. */
export function useCachesFacts(recipe: Recipe, text: string, words: Messages): void {
  const { known, towers, block } = useCaches(recipe, text, BEATS[0]);
  const number = (value: number) => words.text('number', { value });
  const embd = settingsOf(recipe)?.embd ?? 1;
  const most = headsOf(embd).at(-1)!;
  const { data: single } = useEngine('work', { recipe: runOf(recipe, { heads: 1 }), text });
  const { data: many } = useEngine('work', { recipe: runOf(recipe, { heads: most }), text });
  const changes = known?.changes ?? null;
  const at = known?.exchange?.position ?? 0;
  const later = changes?.slice(1).flatMap((layer) => layer.slice(at + 1)) ?? [];
  const count = (layer: readonly number[] | undefined) =>
    layer ? number(layer.filter((change) => change > 0).length) : NONE;
  usePublish({
    'caches.from': known?.exchange?.from ?? NONE,
    'caches.to': known?.exchange?.to ?? NONE,
    'caches.tokens': known ? number(known.symbols.length) : NONE,
    'caches.layers': known ? number(known.layers) : NONE,
    'caches.rows': known ? number(known.symbols.length * known.layers) : NONE,
    'caches.held': changes ? number(heldIn(changes)) : NONE,
    'caches.first': count(changes?.[0]),
    'caches.later': count(changes?.at(-1)),
    'caches.least': later.length > 0 ? `${percent(100 * Math.min(...later))} %` : NONE,
    'caches.most': later.length > 0 ? `${percent(100 * Math.max(...later))} %` : NONE,
    'caches.block': number(block),
    'caches.heads': number(most),
    'caches.heads.one': single ? number(single.numbers) : NONE,
    'caches.heads.most': many ? number(many.numbers) : NONE,
    ...Object.fromEntries(
      TOWERS.flatMap((layers, i) => {
        const tower = towers?.[i];
        return [
          [`caches.numbers.${layers}`, tower ? number(tower.numbers) : NONE],
          [`caches.bytes.${layers}`, tower ? number(tower.bytes) : NONE],
          [`caches.cached.${layers}`, tower ? number(tower.cached) : NONE],
          [`caches.needed.${layers}`, tower ? one(tower.needed / tower.cached) : NONE],
          [`caches.again.${layers}`, tower ? one(tower.again / tower.cached) : NONE],
        ];
      }),
    ),
  });
}
