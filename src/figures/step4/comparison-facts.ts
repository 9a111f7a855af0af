import { fixed } from '../../charts/index.ts';
import type { Recipe } from '../../engine/recipe.ts';
import { useEngine } from '../../reader/engine.ts';
import { usePublish } from '../../reader/facts.ts';
import type { Messages } from '../../reader/messages.tsx';
import { measuredAt, programOf } from '../held-out.ts';
import { decimalsOf, sideOf, sizeText } from '../prices.ts';
import { useHeadEnds } from './comparison-data.ts';
import { rowsOf } from './comparison-view.ts';
import { rowText } from './comparison-words.ts';

/** What the prose quotes of the page's own run, of Step 3's, and of other numbers of heads. */
export function useComparisonFacts(recipe: Recipe, words: Messages): void {
  const at = (run: Recipe) => ({ recipe: run, steps: measuredAt(run.steps) });
  const one = useEngine('evaluate', at(programOf(recipe, 3))).data?.nats.at(-1) ?? NaN;
  const page = useEngine('evaluate', at(recipe)).data?.nats.at(-1) ?? NaN;
  const rows = rowsOf(recipe, 'heads');
  const ends = useHeadEnds(recipe, false)
    .slice(0, rows.length)
    .map(({ data }) => data?.nats.at(-1) ?? NaN);
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const name = (nats: number) =>
    Number.isNaN(nats) ? '–' : rowText(words, 'heads', rows[ends.indexOf(nats)]);
  const sized = (price: number) => (Number.isNaN(price) ? '–' : sizeText(price));
  const nats = (value: number, gap: number) =>
    Number.isNaN(gap) ? '–' : fixed(decimalsOf(gap))(value);
  usePublish({
    'comparison.one': nats(one, page - one),
    'comparison.page': nats(page, page - one),
    'comparison.gap': sized(page - one),
    'comparison.side': words.text('side', { side: sideOf(page - one) }),
    'comparison.lowest': name(least),
    'comparison.lowest.nats': nats(least, most - least),
    'comparison.highest': name(most),
    'comparison.highest.nats': nats(most, most - least),
    'comparison.range': sized(most - least),
  });
}
