import type { Recipe } from '../../engine/recipe.ts';
import { usePublish } from '../../reader/facts.ts';
import { runOf } from './ablations-view.ts';
import { useLooks, type Past } from './past-data.ts';
import { pastFacts, spread } from './past-said.ts';
import { exchangedIn } from './past-view.ts';

/** What the prose quotes, whatever the figure shows: of the head, and of the head by Adam. */
export function usePastFacts(recipe: Recipe, past: Past | null): void {
  const most = (of: 'head' | 'adam') => past?.[of]?.most ?? null;
  const text = (of: 'head' | 'adam') =>
    past ? exchangedIn(past.letters, most(of), past.labels).join('') : '';
  const head = useLooks(recipe, text('head')).weights;
  const adam = useLooks(runOf(recipe, [], true), text('adam')).weights;
  const own = most('head')?.position ?? -1;
  const heard = spread(head);
  const taught = spread(adam);
  usePublish({
    ...pastFacts(past),
    'past.weight.low': heard.low,
    'past.weight.high': heard.high,
    'past.share': head && own >= 0 ? `${Math.round(head[own] * 100)} %` : '–',
    'past.adam.weight.low': taught.low,
    'past.adam.weight.high': taught.high,
  });
}
