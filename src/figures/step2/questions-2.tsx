import { useEngine } from '../../reader/engine.ts';
import { useMessages } from '../../reader/messages.tsx';
import { useLens, useRecipe } from '../../reader/reader.ts';
import { choices } from '../choices.ts';
import { Questions, type Question } from '../questions.tsx';
import { amount } from './amounts.ts';
import { commonest, expressionOf, steepest } from './questions-2-view.ts';

/** The whole record, with all that has come back. */
const UNROLLED = {
  section: 'weights-as-values',
  figure: 'unroll',
  view: { depth: 0, walked: 'all' },
};

export default function QuestionsFigure() {
  const words = useMessages('questions-2');
  const recipe = useRecipe();
  const name = useLens();
  const { data: network } = useEngine('network', { recipe });
  const { data: read } = useEngine('tokenize', { recipe, text: name });
  const known = (read?.symbols ?? []).flatMap(({ token }) => (token === null ? [] : [token]));
  const bos = network?.bos ?? 0;
  const { token, times } = commonest([bos, ...known, bos]);
  const answer = useEngine('recorded', {
    recipe,
    step: recipe.steps,
    text: name,
    parameters: network && read ? [{ tensor: 'wte', row: token, col: 0 }] : [],
  });
  const { data } = answer;
  const label = (of: number): string => network?.labels[of] ?? '';
  const letters = Math.max(1, known.length);
  const small = expressionOf(letters);
  const hidden = network?.shapes.find(({ name: tensor }) => tensor === 'mlp_fc1')?.rows ?? 0;
  const amounts = data?.handed[0]?.amounts ?? null;
  const pairs = known.length + 1;
  const most = data && steepest(data.largest);
  const priced = data?.largest.find(({ of }) => of === 'probability');
  const whole = (value: number): string => words.text('number', { value });

  const use = {
    name,
    c: letters,
    end: small.end,
    right: small.right,
    assigned: small.assigned,
  };
  const handed = { name, letter: label(token), times, hidden, amounts: amounts ?? 0, pairs };
  const largest = {
    name,
    letter: label(priced?.token ?? 0),
    pairs,
    p: priced ? amount(Number((-1 / (priced.gradient * pairs)).toPrecision(3))) : '',
    grad: most ? amount(Number(most.gradient.toPrecision(3))) : '',
    of: most?.of ?? 'loss',
  };
  const questions: Question[] = [
    {
      id: 'expression',
      ask: words.say('expression.ask', use),
      options: small.options.map((value) => ({ id: String(value), label: whole(value) })),
      right: String(small.right),
      because: words.say('expression.because', use),
      instead: words.say('expression.instead', use),
      see: {
        section: 'recording',
        figure: 'expression',
        view: { text: 'c * c + c', values: { c: letters }, chosen: null, walked: 3 },
      },
    },
    {
      id: 'amounts',
      ask: words.say('amounts.ask', handed),
      options: choices(amounts ?? times * hidden, [1, times, hidden, pairs], 5).map((value) => ({
        id: String(value),
        label: whole(value),
      })),
      right: amounts === null ? null : String(amounts),
      because: words.say('amounts.because', handed),
      instead: words.say('amounts.because', handed),
      see: UNROLLED,
    },
    {
      id: 'largest',
      ask: words.say('largest.ask', largest),
      options: (['weight', 'logit', 'between', 'loss', 'probability'] as const).map((id) => ({
        id,
        label: words.say(`largest.of.${id}`, largest),
      })),
      right: most?.of ?? null,
      because: words.say('largest.because', largest),
      instead: words.say('largest.because', largest),
      see: UNROLLED,
    },
  ];
  return (
    <Questions
      title={words.say('title')}
      caption={words.say('caption', { name })}
      questions={questions}
      about={JSON.stringify([name, recipe])}
      live={answer.live}
      busy={answer.busy}
      fault={answer.fault}
    />
  );
}
