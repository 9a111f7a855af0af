import { fixed } from '../../charts/index.ts';
import type { Model, Recipe } from '../../engine/recipe.ts';
import { useEngine } from '../../reader/engine.ts';
import { useMessages } from '../../reader/messages.tsx';
import { useLens, useRecipe } from '../../reader/reader.ts';
import type { ParameterAt } from '../../worker/protocol.ts';
import { Questions, type Question } from '../questions.tsx';
import * as see from './questions-5-view.ts';
import { recipeOf } from './six-programs-data.ts';

const two = fixed(2);

/** What a program reads of the name: its mean surprise, nats a letter. */
const useReading = (recipe: Recipe, model: Model, text: string) =>
  useEngine('predict', {
    recipe: recipeOf(recipe, model),
    step: recipe.steps,
    text,
    temperature: 1,
  });

export default function QuestionsFigure() {
  const words = useMessages('questions-5');
  const recipe = useRecipe();
  const name = useLens();
  const { data: network } = useEngine('network', { recipe });
  const { data: read } = useEngine('tokenize', { recipe, text: name });
  const known = [
    ...new Set((read?.symbols ?? []).flatMap(({ token }) => (token === null ? [] : [token]))),
  ];
  const rows = known.length > 0 ? known : [network?.bos ?? 0];
  const parameters = rows.map((row): ParameterAt => ({ tensor: 'wte', row, col: 0 }));
  const entries = useEngine('entries', network && read ? { recipe, parameters, from: 1 } : null);
  const readings = [
    useReading(recipe, 0, name),
    useReading(recipe, 1, name),
    useReading(recipe, 3, name),
    useReading(recipe, 4, name),
    useReading(recipe, 5, name),
  ];

  const diaries = entries.data?.diaries ?? [];
  const at = see.quietest(diaries);
  const diary = at === null ? null : diaries[at];
  const parameter = parameters[at ?? 0];
  const letter = network?.labels[parameter.row] ?? '';
  const longest = diary?.longest ?? null;
  const means = readings.map(({ data }) => data?.mean ?? null);
  const best = see.leastSurprised(means);

  const moved = {
    letter,
    steps: recipe.steps,
    heard: diary?.heard ?? 0,
    moved: diary?.moved ?? 0,
    unheard: diary?.movedUnheard ?? 0,
  };
  const far = {
    letter,
    times: longest ? two(longest.times) : '',
    day: longest?.day ?? 0,
    length: longest ? see.lengthOfStep(longest.times) : 'still',
  };
  const least = {
    name,
    best: words.text(`programs.${see.READERS[best ?? 0]}`),
    all: see.READERS.map(
      (model, i) => `${words.text(`programs.${model}`)} ${means[i] === null ? '' : two(means[i])}`,
    ).join(', '),
  };
  const diaryOf = (day: 'heard' | 'longest') => ({
    section: 'diary',
    figure: 'diary',
    view: { who: parameter, day, bands: 5, map: false },
  });
  const questions: Question[] = [
    {
      id: 'moved',
      ask: words.say('moved.ask', moved),
      options: (diary ? see.daysOffered(diary, recipe.steps) : []).map((value) => ({
        id: String(value),
        label: words.text('number', { value }),
      })),
      right: diary && String(diary.moved),
      because: words.say('moved.because', moved),
      instead: words.say('moved.because', moved),
      see: diaryOf('heard'),
    },
    {
      id: 'longest',
      ask: words.say('longest.ask', far),
      options: see.LENGTHS.map((id) => ({ id, label: words.say(`longest.of.${id}`) })),
      right: longest && see.lengthOfStep(longest.times),
      because: words.say('longest.because', far),
      instead: words.say('longest.because', far),
      see: diaryOf('longest'),
    },
    {
      id: 'least',
      ask: words.say('least.ask', least),
      options: see.READERS.map((model) => ({
        id: String(model),
        label: words.text(`programs.${model}`),
      })),
      right: best === null ? null : String(see.READERS[best]),
      because: words.say('least.because', least),
      instead: words.say('least.because', least),
      see: {
        section: 'six-programs',
        figure: 'six-programs',
        view: { show: 'table', last: 5, sort: 'nats', falling: false },
      },
    },
  ];
  const answers = [entries, ...readings];
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
