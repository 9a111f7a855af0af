import { useId } from 'react';
import type { Messages } from '../../../reader/messages.tsx';
import type { Typed } from './typing-data.ts';
import { BLOCK } from './typing-view.ts';

interface Props {
  words: Messages;
  text: string;
  typed: Typed | null;
  onText: (text: string) => void;
}

/** More than a block takes of any script; the rest is not kept. */
const LONGEST = 400;

/** The text that is read as it is typed, and what of it is not. */
export function TypingField({ words, text, typed, onText }: Props) {
  const id = useId();
  const unknown = [...new Set(typed?.unknown)];
  const cut = (typed?.tokens.length ?? 0) - 1 > (typed?.labels.length ?? 0);
  const note =
    unknown.length > 0
      ? words.text('unknown', { list: unknown.join(' ') })
      : cut
        ? words.text('cut', { block: BLOCK })
        : '';
  return (
    <span className="typing-field">
      <label htmlFor={id}>{words.text('field')}</label>
      <input
        id={id}
        type="text"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        dir="auto"
        value={text}
        aria-describedby={`${id}note`}
        onChange={(event) => onText(event.currentTarget.value.slice(0, LONGEST))}
      />
      <span id={`${id}note`} className="typing-note" role="status">
        {note}
      </span>
    </span>
  );
}
