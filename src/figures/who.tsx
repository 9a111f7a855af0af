import { graphemes } from '../engine/graphemes.ts';

/** A run of letters of a name; `marked` ones belong to the pair. */
export interface Run {
  readonly text: string;
  readonly marked: boolean;
}

/**
 * A name cut where it makes the step from one letter to another. `null` stands for the boundary:
 * before the first letter and after the last.
 */
export function pairRuns(name: string, from: string | null, to: string | null): Run[] {
  const letters = graphemes(name);
  const marked = letters.map(() => false);
  for (let i = 0; i <= letters.length; i++) {
    if ((letters[i - 1] ?? null) !== from || (letters[i] ?? null) !== to) continue;
    if (i > 0) marked[i - 1] = true;
    if (i < letters.length) marked[i] = true;
  }
  const runs: { text: string; marked: boolean }[] = [];
  letters.forEach((letter, i) => {
    const last = runs.at(-1);
    if (last && last.marked === marked[i]) last.text += letter;
    else runs.push({ text: letter, marked: marked[i] });
  });
  return runs;
}

export interface WhoProps {
  /** Accessible name: “Names that go from l to i”. */
  label: string;
  items: readonly { readonly index: number; readonly text: string }[];
  /** The pair that they make; `null` is the boundary. */
  from: string | null;
  to: string | null;
  /** The name under the lens, set in the reader's red. */
  lens: string;
  /** After the last: “and 61 more”. */
  more?: string | null;
  /** A name was chosen. */
  onChoose: (name: string) => void;
}

/** The names behind a box of the table, in the order they were counted; their pair is bold. */
export function Who({ label, items, from, to, lens, more, onChoose }: WhoProps) {
  return (
    <ul className="who" aria-label={label}>
      {items.map(({ index, text }) => (
        <li key={index}>
          <button
            type="button"
            dir="auto"
            className={text === lens ? 'who-name who-mine' : 'who-name'}
            aria-pressed={text === lens}
            onClick={() => onChoose(text)}
          >
            {pairRuns(text, from, to).map((run, i) =>
              run.marked ? <b key={i}>{run.text}</b> : run.text,
            )}
          </button>
        </li>
      ))}
      {more && <li className="who-more">{more}</li>}
    </ul>
  );
}
