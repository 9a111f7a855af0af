import { fixed } from '../../charts/index.ts';
import type { Recipe } from '../../engine/recipe.ts';
import { totalVariation } from '../../engine/vector.ts';
import { useEngine } from '../../reader/engine.ts';
import type { Messages } from '../../reader/messages.tsx';
import { runOf } from './ablations-view.ts';
import { usePositions } from './positions-data.ts';
import type { View as PositionsView } from './positions-view.ts';
import { asked, type Asked } from './questions-3-asked.ts';
import { onlyEqual, textsBeside } from './questions-3-view.ts';

const percent = (share: number): string => `${fixed(2)(share * 100)} %`;

/** Which text a network without positions takes for the reader's. */
export function useOrderQuestion(words: Messages, recipe: Recipe, name: string): Asked {
  const { positions, busy, fault } = usePositions(recipe, name, 0);
  const { letters = [], other: anagram = [], labels = [], bos = -1 } = positions ?? {};
  const tokens = letters.map((letter) => labels.indexOf(letter));
  const beside = anagram.length > 0 ? textsBeside(letters, tokens, labels, bos) : null;
  const bare = runOf(recipe, ['position'], false);
  const ask = (text: readonly string[] | undefined) =>
    text ? { recipe: bare, step: recipe.steps, text: text.join(''), exchange: null } : null;
  const answers = [
    useEngine('exchanged', ask(beside?.turned)),
    useEngine('exchanged', ask(beside?.other)),
  ];
  const { without, withThem } = positions ?? {};
  const problem = fault ?? answers.find((answer) => answer.fault)?.fault ?? null;
  if (!positions || bare === recipe)
    return asked(null, { fault: problem, waits: !positions && busy });
  if (!beside) return asked(null, { fault: problem, waits: false });
  const known = answers.map((answer) => (answer.busy ? undefined : answer.data?.before));
  const own = without?.own;
  const far = [
    without?.apart ?? NaN,
    ...known.map((p) => (own && p ? totalVariation(own, p) : NaN)),
  ];
  const waits = far.some(Number.isNaN) || !withThem;
  const texts = [anagram, beside.turned, beside.other].map((text) => text.join(''));
  const right = onlyEqual(far);
  if (!waits && right === null) return asked(null, { fault: problem, waits });
  const values = {
    own: letters.join(''),
    anagram: texts[0],
    turned: texts[1],
    other: texts[2],
    by: beside.other[0] ?? '',
    zero: percent(far[0]),
    turnedBy: percent(far[1]),
    otherBy: percent(far[2]),
    withThem: percent(withThem?.apart ?? NaN),
  };
  return asked(
    {
      id: 'order',
      ask: words.say('order.ask', values),
      options: texts
        .map((text) => ({ id: text, label: <bdi className="letter">{text}</bdi> }))
        .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      right: right === null ? null : texts[right],
      because: words.say('order.because', values),
      instead: words.say('order.instead', values),
      see: {
        section: 'positions',
        figure: 'positions',
        view: { order: 0, focus: 'order' } satisfies Partial<PositionsView>,
      },
    },
    { fault: problem, waits },
  );
}
