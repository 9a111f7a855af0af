import { fixed } from '../../charts/index.ts';
import type { Recipe } from '../../engine/recipe.ts';
import { settingsOf } from '../../engine/settings.ts';
import { useEngine } from '../../reader/engine.ts';
import { usePublish } from '../../reader/facts.ts';
import type { Messages } from '../../reader/messages.tsx';
import { measuredAt, programOf } from '../held-out.ts';
import { useSingles } from './ablations-data.ts';
import { priceText, sideOf, sizeText } from '../prices.ts';
import { byPrice, PARTS, runOf, type Part } from './ablations-view.ts';

const three = fixed(3);
const DASH = '–';

/** What the prose quotes of the page's own run and of those that lack something. */
export function useAblationsFacts(recipe: Recipe, words: Messages): void {
  const { steps } = recipe;
  const at = (run: Recipe) => ({ recipe: run, steps: [steps] });
  const own = useEngine('evaluate', { recipe, steps: measuredAt(steps) }).data;
  const counting = useEngine('evaluate', {
    recipe: programOf(recipe, 0),
    steps: measuredAt(steps),
  }).data;
  const mlp = useEngine('evaluate', {
    recipe: programOf(recipe, 2),
    steps: measuredAt(steps),
  }).data;
  const both = useEngine('evaluate', at(runOf(recipe, ['norm', 'residual'], false))).data;
  const adam = useEngine('evaluate', {
    recipe: runOf(recipe, [], true),
    steps: measuredAt(steps),
  }).data;
  const singles = useSingles(recipe, false);

  const end = (points: { nats: readonly number[] } | undefined): number =>
    points?.nats.at(-1) ?? NaN;
  const whole = end(own);
  const prices = Object.fromEntries(
    PARTS.map((part) => [part, end(singles[part].data) - whole]),
  ) as Record<Part, number>;
  const order = byPrice(prices);
  const sized = (price: number) => (Number.isNaN(price) ? DASH : sizeText(price));
  // What costs less than nothing keeps its sign.
  const costs = (price: number) => (price < 0 ? priceText(price) : sized(price));
  const floor = (own?.floors.bigram ?? NaN) - whole;
  const rateOf = (run: Recipe) => String(settingsOf(run)?.rate ?? DASH);
  usePublish({
    'ablations.rate': rateOf(recipe),
    'ablations.rate.before': rateOf(programOf(recipe, 2)),
    'ablations.whole': three(whole),
    'ablations.counting': three(end(counting)),
    'ablations.mlp': three(end(mlp)),
    'ablations.floor.gap': sized(floor),
    'ablations.floor.side': words.text('under', { side: sideOf(-floor) }),
    'ablations.dearest': words.text(`of.${order[0]}`),
    'ablations.dearest.price': costs(prices[order[0]]),
    'ablations.second': words.text(`of.${order[1]}`),
    'ablations.second.price': costs(prices[order[1]]),
    'ablations.position.price': costs(prices.position),
    'ablations.scaled.size': sized(prices.scaled),
    'ablations.scaled.side': words.text('than', { side: sideOf(prices.scaled) }),
    'ablations.both': three(end(both)),
    'ablations.adam': three(end(adam)),
    'ablations.adam.gap': sized(end(adam) - whole),
    'ablations.adam.side': words.text('than', { side: sideOf(end(adam) - whole) }),
  });
}
