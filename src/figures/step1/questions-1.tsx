import { fixed } from '../../charts/index.ts';
import { exp } from '../../engine/math.ts';
import { settingsOf } from '../../engine/settings.ts';
import type { Recipe } from '../../engine/recipe.ts';
import { useEngine } from '../../reader/engine.ts';
import { useMessages } from '../../reader/messages.tsx';
import { useLens, useRecipe } from '../../reader/reader.ts';
import { Questions, type Question } from '../questions.tsx';
import { rateText, runOf, type View as DescentView } from './descent-view.ts';
import type { View as ForwardView } from './forward-words.ts';
import type { View as NudgingView } from './nudging-view.ts';
import { absentFrom, dearest, lowest, pairsOffered, RATES, signOf } from './questions-1-view.ts';

const two = fixed(2);
const three = fixed(3);

/** Which pair costs most, what an absent letter’s slope is, which rate ends lowest. */
export default function StepOneQuestions() {
  const words = useMessages('questions-1');
  const recipe = useRecipe();
  const lens = useLens();
  const asked = [usePairQuestion(recipe, lens), useAbsentQuestion(recipe, lens), useRates(recipe)];
  const live = asked.every(({ question, settled }) => question !== null || settled);
  return (
    <Questions
      title={words.say('title')}
      caption={words.say('caption', { name: <bdi className="letter q-lens">{lens}</bdi> })}
      questions={asked.flatMap(({ question }) => (question ? [question] : []))}
      about={JSON.stringify([recipe, lens])}
      live={live && asked.some(({ question }) => question?.right != null)}
      fault={asked.find(({ fault }) => fault)?.fault ?? null}
    />
  );
}

interface Asked {
  readonly question: Question | null;
  /** There is nothing to ask about this name. */
  readonly settled: boolean;
  readonly fault: ReturnType<typeof useEngine>['fault'];
}

function usePairQuestion(recipe: Recipe, lens: string): Asked {
  const words = useMessages('questions-1');
  const { data, fault, busy } = useEngine(
    'predict',
    lens ? { recipe, step: recipe.steps, text: lens, temperature: 1 } : null,
  );
  if (!data) return { question: null, settled: false, fault };
  const pairs = pairsOffered(data.labels, data.nats);
  const most = dearest(pairs);
  const values = {
    name: <bdi key="n">{lens}</bdi>,
    pair: <bdi key="p">{most?.text ?? ''}</bdi>,
    nats: two(most?.nats ?? NaN),
    p: three(most ? exp(-most.nats) : NaN),
    total: two(data.total),
    pairs: data.read,
    mean: two(data.mean),
  };
  return {
    fault,
    settled: pairs.length < 2,
    question:
      pairs.length < 2
        ? null
        : {
            id: 'pair',
            ask: words.say('pair.ask', values),
            options: pairs.map(({ text }) => ({
              id: text,
              label: <bdi className="letter">{text}</bdi>,
            })),
            right: busy ? null : (most?.text ?? null),
            because: words.say('pair.because', values),
            instead: words.say('pair.instead', values),
            see: {
              section: 'forward',
              figure: 'forward',
              view: { pair: most?.place ?? 0, step: 'end' } satisfies Partial<ForwardView>,
            },
          },
  };
}

function useAbsentQuestion(recipe: Recipe, lens: string): Asked {
  const words = useMessages('questions-1');
  const width = settingsOf(recipe)?.embd ?? 0;
  const { data: list } = useEngine('data', { recipe });
  const { data: net } = useEngine('network', { recipe });
  const { data: read, fault } = useEngine(
    'predict',
    lens ? { recipe, step: recipe.steps, text: lens, temperature: 1 } : null,
  );
  const absent = read && list ? absentFrom(read.tokens, list.labels.length, list.bos) : null;
  const first = read?.tokens[1] ?? 0;
  const row = (token: number | null) => {
    const wte = net?.shapes.find(({ name }) => name === 'wte');
    if (token === null || !wte || !lens) return null;
    const from = wte.from + token * wte.cols;
    return { recipe, step: recipe.steps, text: lens, eps: 1e-5, from, count: width };
  };
  const none = useEngine('nudges', row(absent));
  const some = useEngine('nudges', row(absent === null ? null : first));
  if (absent === null) return { question: null, settled: read !== undefined, fault };
  const slopes = none.busy ? undefined : none.data?.analytic;
  const largest = Math.max(...Array.from(some.data?.analytic ?? [NaN], Math.abs));
  const values = {
    name: <bdi key="n">{lens}</bdi>,
    letter: <bdi key="l">{list?.labels[absent]}</bdi>,
    first: <bdi key="f">{list?.labels[first]}</bdi>,
    width,
    largest: three(largest),
  };
  return {
    fault: none.fault ?? fault,
    settled: false,
    question: {
      id: 'absent',
      ask: words.say('absent.ask', values),
      options: (['positive', 'zero', 'negative'] as const).map((id) => ({
        id,
        label: words.text(`absent.${id}`),
      })),
      right: slopes ? signOf(slopes) : null,
      because: words.say('absent.because', values),
      instead: words.say('absent.instead', values),
      see: {
        section: 'nudging',
        figure: 'nudging',
        view: {
          dial: { tensor: 'wte', row: absent, col: 0 },
          offset: 0,
        } satisfies Partial<NudgingView>,
      },
    },
  };
}

function useRates(recipe: Recipe): Asked {
  const words = useMessages('questions-1');
  const { steps } = recipe;
  const schedule = settingsOf(recipe)?.schedule ?? 'linear';
  const at = (rate: number) => ({
    recipe: runOf(recipe, { rate, schedule, times: 1 }),
    steps: [steps],
  });
  const [slow, fair, fast] = RATES;
  const answers = [
    useEngine('evaluate', at(slow)),
    useEngine('evaluate', at(fair)),
    useEngine('evaluate', at(fast)),
  ];
  const fault = answers.find((answer) => answer.fault)?.fault ?? null;
  const known = answers.map(({ data, busy }) => (busy || !data ? undefined : data));
  // With nothing held out there is nothing to compare.
  if (known.some((points) => points?.documents === 0))
    return { question: null, settled: true, fault };
  const best = lowest(known.map((points) => points?.nats[0]));
  const fate = (i: number): string => {
    const points = known[i];
    if (!points) return '';
    const values = { rate: rateText(RATES[i]), step: points.steps[0], nats: three(points.nats[0]) };
    return words.text(points.steps[0] < steps ? 'rates.broken' : 'rates.ends', values);
  };
  const values = {
    steps,
    best: best === null ? '' : rateText(RATES[best]),
    slow: fate(0),
    fair: fate(1),
    fast: fate(2),
  };
  return {
    fault,
    settled: false,
    question: {
      id: 'rates',
      ask: words.say('rates.ask', values),
      options: RATES.map((rate) => ({ id: rateText(rate), label: rateText(rate) })),
      right: best === null ? null : rateText(RATES[best]),
      because: words.say('rates.because', values),
      instead: words.say('rates.instead', values),
      see: {
        section: 'training',
        figure: 'descent',
        view: { rate: fast, schedule, step: steps, times: 1 } satisfies DescentView,
      },
    },
  };
}
