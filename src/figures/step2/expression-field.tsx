import { useId, useState } from 'react';
import type { Messages } from '../../reader/messages.tsx';
import { NumberField } from '../number-field.tsx';
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

interface WrongProps {
  id: string;
  words: Messages;
  problem: Problem | null;
  /** How far the field's text has moved to the left, px. */
  moved: number;
}

/** What may be typed; or a caret under the place that is meant, its number, and what is wrong. */
function Wrong({ id, words, problem, moved }: WrongProps) {
  const at = problem?.at ?? null;
  return (
    <div id={id} className="expr-wrong">
      {at !== null && (
        <span
          className="expr-caret"
          style={{ left: `max(0px, ${at}ch - ${moved}px)` }}
          aria-hidden="true"
        />
      )}
      <p role="status">
        {at !== null && words.say('place', { place: at + 1 })}{' '}
        {problem && words.say(`wrong.${problem.code}`, { at: problem.text, ...LIMITS })}
      </p>
      {!problem && (
        <p className="expr-hint">
          {words.say('hint', { characters: LIMITS.characters, nodes: LIMITS.nodes })}
        </p>
      )}
    </div>
  );
}

/** The expression, and a number for each of its letters. */
export function ExpressionField(props: Props) {
  const { words, typed, problem, names, values } = props;
  const id = useId();
  const [moved, setMoved] = useState(0);
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
          onScroll={(event) => setMoved(event.currentTarget.scrollLeft)}
          onChange={(event) => props.onType(event.currentTarget.value)}
        />
        <Wrong id={`${id}wrong`} words={words} problem={problem} moved={moved} />
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
