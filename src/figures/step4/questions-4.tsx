import { fixed } from '../../charts/index.ts';
import type { Recipe } from '../../engine/recipe.ts';
import { settingsOf } from '../../engine/settings.ts';
import { useEngine } from '../../reader/engine.ts';
import { useMessages } from '../../reader/messages.tsx';
import { useLens, useRecipe } from '../../reader/reader.ts';
import { choices } from '../choices.ts';
import { Questions, type Question } from '../questions.tsx';
import { muted } from './heads-view.ts';
import { largest, MOST_HEADS, settledFrom } from './questions-4-view.ts';
import { runOf } from './runs.ts';
import { letterOf } from './stream-words.ts';

const three = fixed(3);

/** How the trained network reads the name with one of its heads muted; asks nothing for null. */
const useMuted = (recipe: Recipe, text: string, wiring: number[] | null) =>
  useEngine(
    'passage',
    wiring && { recipe, step: recipe.steps, text, tensors: [], design: { wiring } },
  );

export default function QuestionsFigure() {
  const words = useMessages('questions-4');
  const recipe = useRecipe();
  const name = useLens();
  const { heads, layers } = settingsOf(recipe)!;
  const asked = Math.min(heads, MOST_HEADS);
  const wiring = (head: number) => (head < asked ? muted(heads, layers, head) : null);
  const mutes = [
    useMuted(recipe, name, wiring(0)),
    useMuted(recipe, name, wiring(1)),
    useMuted(recipe, name, wiring(2)),
    useMuted(recipe, name, wiring(3)),
  ].slice(0, asked);
  const whole = useEngine('passage', {
    recipe,
    step: recipe.steps,
    text: name,
    tensors: [],
    design: null,
  });
  const read = useEngine('readouts', { recipe, step: recipe.steps, text: name });
  const one = useEngine('network', { recipe: runOf(recipe, { layers: 1 }) });
  const two = useEngine('network', { recipe: runOf(recipe, { layers: 2 }) });

  const losses = mutes.map(({ data }) => data?.loss ?? null);
  const dearest = largest(losses);
  const head = {
    name,
    whole: three(whole.data?.loss ?? NaN),
    dearest: (dearest ?? 0) + 1,
    without: three(losses[dearest ?? 0] ?? NaN),
    all: losses.map((loss) => three(loss ?? NaN)).join(', '),
  };

  const { data: stages } = read;
  const last = (stages?.positions ?? 1) - 1;
  const settled = stages && settledFrom(stages.p, stages.stages.length, stages.positions, last);
  const stageOf = (stage: string): string =>
    words.text(stage === 'x0' ? 'stages.x0' : `stages.${stage.replace(/^layer\d+\./, '')}`, {
      layer: Number(/^layer(\d+)/.exec(stage)?.[1] ?? 0) + 1,
      layers,
    });
  const stream = {
    name,
    letter: stages?.labels[last] ?? '',
    favourite: settled && one.data ? letterOf(one.data, settled.favourite) : '',
    stage: settled ? stageOf(stages.stages[settled.stage] ?? 'x0') : '',
    first: settled ? settled.stage : 0,
  };

  const [low, high] = [one.data?.parameters ?? 0, two.data?.parameters ?? 0];
  const numbers = { one: low, two: high, layer: high - low };
  const questions: Question[] = [
    {
      id: 'head',
      ask: words.say('head.ask', head),
      options: losses.map((_, i) => ({
        id: String(i),
        label: words.text('head.option', { head: i + 1 }),
      })),
      right: dearest === null ? null : String(dearest),
      because: words.say('head.because', head),
      instead: words.say('head.because', head),
      see: {
        section: 'several-heads',
        figure: 'heads',
        view: { tool: 'mute', wiring: dearest === null ? 'own' : wiring(dearest) },
      },
    },
    {
      id: 'stage',
      ask: words.say('stage.ask', stream),
      options: (stages?.stages ?? []).map((stage) => ({ id: stage, label: stageOf(stage) })),
      right: settled ? (stages.stages[settled.stage] ?? null) : null,
      because: words.say('stage.because', stream),
      instead: words.say('stage.because', stream),
      see: { section: 'layers', figure: 'stream', view: { layers: null, adam: false, at: last } },
    },
    {
      id: 'numbers',
      ask: words.say('numbers.ask', numbers),
      options: choices(high, [2 * low, 4 * low, low], 4).map((value) => ({
        id: String(value),
        label: words.text('number', { value }),
      })),
      right: one.data && two.data ? String(high) : null,
      because: words.say('numbers.because', numbers),
      instead: words.say('numbers.because', numbers),
      see: { section: 'layers', figure: 'stream', view: { layers: 2, adam: false } },
    },
  ];
  const answers = [whole, read, ...mutes];
  return (
    <Questions
      title={words.say('title')}
      caption={words.say('caption', { name })}
      questions={questions}
      about={JSON.stringify([name, recipe])}
      live={answers.every(({ live }) => live)}
      busy={answers.some(({ busy }) => busy)}
      fault={answers.find(({ fault }) => fault)?.fault}
    />
  );
}
