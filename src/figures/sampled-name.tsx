import type { ReactNode } from 'react';

/** Scripts whose letters join: slanting one of them would tear the word. */
const JOINED = /\p{Script=Arabic}|\p{Script=Syriac}|\p{Script=Devanagari}|\p{Script=Bengali}/u;

interface SampledNameProps {
  /** The name in parts, every second one unlikely. */
  parts: readonly string[];
  /** It is on the list: ruled in green. */
  known: boolean;
  words: {
    /** For a name without a letter. */
    readonly empty: ReactNode;
    /** Said after a name that is on the list. */
    readonly listed: string;
  };
}

/** A name that a model made: unlikely letters in madder italic, one that exists ruled in green. */
export function SampledName({ parts, known, words }: SampledNameProps) {
  const whole = parts.join('');
  if (whole === '') return <span className="no-letters">{words.empty}</span>;
  const slant = JOINED.test(whole) ? 'upright' : undefined;
  return (
    <span className={known ? 'sampled listed' : 'sampled'} dir="auto">
      {parts.map((part, i) =>
        i % 2 === 0 ? (
          part
        ) : (
          <i key={i} className={slant}>
            {part}
          </i>
        ),
      )}
      {known && <span className="visually-hidden"> {words.listed}</span>}
    </span>
  );
}

/** Letters in runs, likely and unlikely by turns; the first run is likely, perhaps empty. */
export function partsOf(letters: readonly string[], unlikely: (i: number) => boolean): string[] {
  const parts = [''];
  letters.forEach((letter, i) => {
    const odd = parts.length % 2 === 0;
    if (unlikely(i) === odd) parts[parts.length - 1] += letter;
    else parts.push(letter);
  });
  return parts;
}
