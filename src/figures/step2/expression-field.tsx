import { useId } from 'react';
import type { Messages } from '../../reader/messages.tsx';
import { NumberField } from './number-field.tsx';
import { LIMITS, valueIn, type Problem, type View } from './expression-view.ts';

interface Props {
  words: Messages;
  typed: string;
  onType: (text: string) => void;
  problem: Problem | null;
  names: readonly string[];
  values: View['values'];
  onValue: (name: string, value: number) => void;
}

/** A caret under the place that is meant, and what is wrong there. */
function Wrong({ id, words, problem }: { id: string; words: Messages; problem: Problem | null }) {
  if (!problem) {
    return (
      <p id={id} className="expr-wrong expr-hint">
        {words.say('hint', { characters: LIMITS.characters, nodes: LIMITS.nodes })}
      </p>
    );
  }
  const at = Math.min(problem.at, LIMITS.characters);
  return (
    <p id={id} className="expr-wrong" role="status">
      <span className="expr-caret" style={{ left: `${at}ch` }} aria-hidden="true" />
      <span className="visually-hidden">{words.text('place', { place: at + 1 })} </span>
      {words.say(`wrong.${problem.code}`, { at: problem.text, ...LIMITS })}
    </p>
  );
}

/** The expression, and a number for each of its letters. */
export function ExpressionField(props: Props) {
  const { words, typed, problem, names, values } = props;
  const id = useId();
  return (
    <div className="expr-fields">
      <div className="expr-text">
        <input
          type="text"
          className="num"
          aria-label={words.text('field')}
          aria-describedby={`${id}wrong`}
          aria-invalid={problem !== null || undefined}
          autoCapitalize="none"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => props.onType(event.currentTarget.value)}
        />
        <Wrong id={`${id}wrong`} words={words} problem={problem} />
      </div>
      <div className="expr-values" role="group" aria-label={words.text('values')}>
        {names.map((name) => (
          <NumberField
            key={name}
            label={`${name} =`}
            value={valueIn(values, name)}
            size={5}
            onChange={(value) => props.onValue(name, value)}
          />
        ))}
      </div>
    </div>
  );
}
