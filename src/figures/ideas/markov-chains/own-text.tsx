import { useEffect, useState, type ReactNode } from 'react';
import { useMessages } from '../../../reader/messages.tsx';
import { readKept, writeKept } from '../../../reader/keep.ts';
import { letterCount } from './vowels.ts';

/** Letters that a chain needs to be worth drawing. */
export const LEAST = 50;
/** Characters read; a novel's first chapters. */
const LIMIT = 200_000;
const KEY = 'mgv.markov.text';
/** Wait for a pause in the typing before counting again, ms. */
const PAUSE = 200;

export interface OwnText {
  /** What stands in the field. */
  readonly typed: string;
  readonly setTyped: (text: string) => void;
  /** The text to count, or null while it is too short. */
  readonly text: string | null;
}

/** The reader's own text, kept for the next visit; it never leaves the browser. */
export function useOwnText(): OwnText {
  const [typed, setTyped] = useState('');
  const [settled, setSettled] = useState('');
  useEffect(() => {
    const kept = readKept(KEY);
    if (kept === null) return;
    setTyped(kept);
    setSettled(kept);
  }, []);
  useEffect(() => {
    if (typed === settled) return undefined;
    const timer = setTimeout(() => {
      setSettled(typed);
      writeKept(KEY, typed === '' ? null : typed);
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [typed, settled]);
  return {
    typed,
    setTyped: (text) => setTyped(text.slice(0, LIMIT)),
    text: letterCount(settled) >= LEAST ? settled : null,
  };
}

export interface OwnTextFieldProps extends Pick<OwnText, 'typed' | 'setTyped'> {
  /** Beside the note where the figure's own controls have no room. */
  vowels: ReactNode;
}

export function OwnTextField({ typed, setTyped, vowels }: OwnTextFieldProps) {
  const words = useMessages('chains');
  const letters = letterCount(typed);
  return (
    <div className="own-text">
      <label htmlFor="markov-own">{words.text('ownLabel', { least: LEAST })}</label>
      <textarea
        id="markov-own"
        value={typed}
        placeholder={words.text('ownHint')}
        dir="auto"
        spellCheck={false}
        autoComplete="off"
        aria-describedby="markov-own-note"
        onChange={(event) => setTyped(event.target.value)}
      />
      <div className="own-foot">
        <p id="markov-own-note">
          {typed.length >= LIMIT
            ? words.text('ownCut', { limit: LIMIT })
            : words.text(letters < LEAST ? 'ownFew' : 'ownCount', { letters, least: LEAST })}
        </p>
        {vowels}
      </div>
    </div>
  );
}
