import { fixed } from '../../charts/index.ts';
import { log } from '../../engine/math.ts';
import type { Recipe } from '../../engine/recipe.ts';
import { settingsOf } from '../../engine/settings.ts';
import { useEngine } from '../../reader/engine.ts';
import { usePublish } from '../../reader/facts.ts';
import type { Messages } from '../../reader/messages.tsx';
import { gapOf, measuredAt, rateText, runOf, TOO_FAST, TOO_SLOW } from './descent-view.ts';

const three = fixed(3);
const DASH = '–';

/** What the prose quotes of the page's own run and of its neighbours, whatever is in view. */
export function useDescentFacts(recipe: Recipe, words: Messages): void {
  const { steps } = recipe;
  const settings = settingsOf(recipe);
  const rate = settings?.rate ?? 1;
  const schedule = settings?.schedule ?? 'linear';
  const at = (run: Recipe) => ({ recipe: run, steps: [run.steps] });
  const long = runOf(recipe, { rate, schedule, times: 10 });
  const own = useEngine('evaluate', { recipe, steps: measuredAt(steps) }).data;
  const counted = useEngine('losses', { recipe }).data;
  const early = useEngine('evaluate', { recipe, steps: [Math.ceil(steps * 0.03)] }).data;
  const more = useEngine('evaluate', at(long)).data;
  const moreCounted = useEngine('evaluate', at({ ...recipe, model: 0, steps: long.steps })).data;
  const slow = useEngine(
    'evaluate',
    at(runOf(recipe, { rate: TOO_SLOW, schedule, times: 1 })),
  ).data;
  const fast = useEngine('curve', {
    recipe: runOf(recipe, { rate: TOO_FAST, schedule, times: 1 }),
    points: 2,
  }).data;
  const constant = useEngine(
    'evaluate',
    at(runOf(recipe, { rate, schedule: 'constant', times: 1 })),
  ).data;
  const inverse = useEngine(
    'evaluate',
    at(runOf(recipe, { rate, schedule: 'inverse', times: 1 })),
  ).data;

  const end = (points: { nats: readonly number[] } | undefined): string => {
    const nats = points?.nats.at(-1);
    return nats === undefined ? DASH : three(nats);
  };
  const whole = (value: number) => words.text('number', { value });
  const network = own?.nats.at(-1);
  const counting = counted?.heldOut.nats.at(-1);
  const both = network !== undefined && counting !== undefined;
  usePublish({
    'descent.heldout': end(own),
    'descent.bits': network === undefined ? DASH : three(network / log(2)),
    'descent.counting': counting === undefined ? DASH : three(counting),
    'descent.gap': both ? three(gapOf(network, counting).by) : DASH,
    'descent.side': both ? words.text('side', { above: String(network > counting) }) : DASH,
    'descent.early': end(early),
    'descent.early.steps': whole(Math.ceil(steps * 0.03)),
    'descent.long.steps': whole(long.steps),
    'descent.long': end(more),
    'descent.long.counting': end(moreCounted),
    'descent.slow.rate': rateText(TOO_SLOW),
    'descent.slow': end(slow),
    'descent.fast.rate': rateText(TOO_FAST),
    'descent.fast': fast?.ended
      ? words.text('fateBroken', { step: fast.ended.step })
      : words.text('fateEnd', { nats: end(fast?.heldOut) }),
    'descent.constant': end(constant),
    'descent.inverse': end(inverse),
    'descent.rate': rateText(rate),
    'descent.rate.last': rateText(rate / steps),
  });
}
