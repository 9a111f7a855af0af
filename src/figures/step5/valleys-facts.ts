import { fixed, integer } from '../../charts/index.ts';
import type { Recipe } from '../../engine/recipe.ts';
import type { Schedule } from '../../engine/schedule.ts';
import { settingsOf } from '../../engine/settings.ts';
import { useEngine } from '../../reader/engine.ts';
import { usePublish } from '../../reader/facts.ts';
import type { Messages } from '../../reader/messages.tsx';
import { usePage } from '../../reader/page.ts';
import { measuredAt } from '../held-out.ts';
import { BYTES, COSTS, runOf, type Method, type Rates } from './valleys-view.ts';

const three = fixed(3);
const DASH = '–';

/** What the prose quotes of runs by either method, whatever is in view. */
export function useValleysFacts(recipe: Recipe, page: Rates, words: Messages): void {
  const { locale } = usePage();
  const whole = integer(locale);
  const schedule = settingsOf(recipe)?.schedule ?? 'linear';
  const steps = measuredAt(recipe.steps);
  const ask = (method: Method, rate: number, how: Schedule, at: number[]) => ({
    recipe: runOf(recipe, method, { rate, schedule: how }),
    steps: at,
  });
  const last = [recipe.steps];
  const own = {
    sgd: useEngine('evaluate', ask('sgd', page.sgd, schedule, steps)).data,
    adam: useEngine('evaluate', ask('adam', page.adam, schedule, steps)).data,
  };
  const fast = useEngine('evaluate', ask('adam', page.sgd, schedule, steps)).data;
  const slow = useEngine('evaluate', ask('sgd', page.adam, schedule, last)).data;
  const five = useEngine('evaluate', ask('sgd', 5 * page.sgd, schedule, last)).data;
  const steady = {
    sgd: useEngine('evaluate', ask('sgd', page.sgd, 'constant', last)).data,
    adam: useEngine('evaluate', ask('adam', page.adam, 'constant', last)).data,
  };
  const network = useEngine('network', { recipe }).data;
  const end = (points: { nats: readonly number[] } | undefined): number =>
    points?.nats.at(-1) ?? NaN;
  const said = (nats: number): string =>
    Number.isFinite(nats) ? three(nats) : words.text(Number.isNaN(nats) ? 'unknown' : 'infinite');
  /** How far the one lies under or over the other, as far as three decimals show it. */
  const gap = (nats: number, from: number) => {
    const by = Math.round(nats * 1000) - Math.round(from * 1000);
    if (Number.isNaN(by)) return { by: DASH, side: DASH };
    const side = by === 0 ? 'level' : by > 0 ? 'above' : 'below';
    return { by: three(Math.abs(by) / 1000), side: words.text('side', { side }) };
  };
  const both = gap(end(own.adam), end(own.sgd));
  const left = gap(end(own.adam), end(five));
  const still = gap(end(steady.adam), end(steady.sgd));
  const parameters = network?.parameters;
  const numbers = (times: number) => (parameters ? whole(times * parameters) : DASH);
  const { adam } = COSTS;
  usePublish({
    'valleys.rate.sgd': String(page.sgd),
    'valleys.rate.adam': String(page.adam),
    'valleys.rate.five': String(5 * page.sgd),
    'valleys.sgd': said(end(own.sgd)),
    'valleys.adam': said(end(own.adam)),
    'valleys.gap': both.by,
    'valleys.side': both.side,
    'valleys.fast': said(end(fast)),
    'valleys.slow': said(end(slow)),
    'valleys.five': said(end(five)),
    'valleys.left': left.by,
    'valleys.left.side': left.side,
    'valleys.steady.sgd': said(end(steady.sgd)),
    'valleys.steady.adam': said(end(steady.adam)),
    'valleys.steady.gap': still.by,
    'valleys.steady.side': still.side,
    'valleys.parameters': numbers(1),
    'valleys.kept': numbers(adam.kept),
    'valleys.all': numbers(1 + adam.kept),
    'valleys.bytes': parameters
      ? whole(Math.round(((1 + adam.kept) * parameters * BYTES) / 1000))
      : DASH,
    'valleys.products': whole(adam.multiplications),
    'valleys.divisions': whole(adam.divisions),
  });
}
