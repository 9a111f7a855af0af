import type { ReactNode } from 'react';
import type { GeneratedName } from '../../worker/protocol.ts';
import { SampledName } from '../sampled-name.tsx';
import type { TemperatureLayout } from './temperature-view.ts';

export interface NameWords {
  readonly empty: ReactNode;
  readonly listed: string;
}

interface NamesProps {
  layout: TemperatureLayout;
  label: string;
  names: readonly GeneratedName[];
  chosen: number;
  words: NameWords;
  onChoose: (name: number) => void;
}

const set = ({ text, known }: GeneratedName, words: NameWords) => (
  <SampledName parts={[text]} known={known} words={words} />
);

/** The network's names in columns; each opens its own draws where there is room to point at it. */
export function DrawnNames({ layout: at, label, names, chosen, words, onChoose }: NamesProps) {
  const style = {
    gridTemplateRows: `repeat(${at.rows}, ${at.row}px)`,
    gridTemplateColumns: `repeat(${at.columns}, minmax(0, 1fr))`,
  };
  return (
    <ol className="temperature-names" aria-label={label} style={style}>
      {names.map((name, i) => (
        <li key={i}>
          {at.row >= 24 && at.tokens > 0 ? (
            <button type="button" aria-pressed={i === chosen} onClick={() => onChoose(i)}>
              {set(name, words)}
            </button>
          ) : (
            set(name, words)
          )}
        </li>
      ))}
    </ol>
  );
}

/** Counting's names in a few lines, for comparison. */
export function OtherNames({
  label,
  names,
  words,
}: {
  label: string;
  names: readonly GeneratedName[];
  words: NameWords;
}) {
  return (
    <ol className="temperature-others" aria-label={label}>
      {names.map((name, i) => (
        <li key={i}>{set(name, words)}</li>
      ))}
    </ol>
  );
}
