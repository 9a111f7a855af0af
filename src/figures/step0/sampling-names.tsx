import type { ReactNode } from 'react';
import { partsOf, SampledName } from '../sampled-name.tsx';
import type { SampledName as Sampled } from '../../worker/protocol.ts';
import type { SamplingLayout } from './sampling-view.ts';

interface NamesProps {
  layout: SamplingLayout;
  label: string;
  /** Places to fill, and the names that fill the first of them. */
  places: number;
  names: readonly Sampled[];
  /** The name on show, if the reader chose it. */
  chosen: number | null;
  /** Nothing of what the list knows is shown while the reader guesses. */
  hidden: boolean;
  labels: readonly string[];
  bos: number;
  /** Nats from which a letter counts as unlikely. */
  unlikely: number;
  words: { readonly empty: ReactNode; readonly listed: string };
  onChoose: (name: number) => void;
}

/** The names drawn so far in their places; places still empty are ruled in hair. */
export function SampledNames({ layout: at, names, labels, bos, words, ...props }: NamesProps) {
  const { rows, columns, row } = at;
  const style = {
    gridTemplateRows: `repeat(${rows}, ${row}px)`,
    gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
  };
  // A row too low to be hit is not offered.
  const pressable = row >= 24;
  const set = (name: Sampled) => (
    <SampledName
      parts={partsOf(
        name.draws.filter(({ next }) => next !== bos).map(({ next }) => labels[next]),
        (k) => !props.hidden && name.nats[k] > props.unlikely,
      )}
      known={!props.hidden && name.known}
      words={words}
    />
  );
  return (
    <ol className="sampling-names" aria-label={props.label} style={style}>
      {Array.from({ length: Math.max(props.places, names.length) }, (_, i) => {
        const name = names[i];
        if (!name) return <li key={i} className="to-come" aria-hidden="true" />;
        return (
          <li key={i}>
            {pressable ? (
              <button
                type="button"
                aria-pressed={i === props.chosen}
                onClick={() => props.onChoose(i)}
              >
                {set(name)}
              </button>
            ) : (
              set(name)
            )}
          </li>
        );
      })}
    </ol>
  );
}

interface TallyProps {
  width: number;
  scale: number;
  /** Names there are, and how many of them are on the list; null: not told yet. */
  places: number;
  real: number | null;
  guess: number | null;
  yours: string;
}

/** As many boxes as names: those on the list filled, the reader's guess outlined in red. */
export function Tally({ width, scale, places, real, guess, yours }: TallyProps) {
  const pitch = Math.min(14 * scale, (width - 2) / places);
  const high = Math.min(10 * scale, pitch - 2);
  const [top, foot] = [5 * scale, 5 * scale + high];
  const wide = (count: number) => Math.max(0, count * pitch - 2);
  const text = foot + 15 * scale;
  const apart = guess !== null && real !== null && guess !== real;
  const late = guess !== null && guess > places / 2;
  return (
    <svg
      className="tally"
      width={width}
      height={text + 5 * scale}
      viewBox={`0 0 ${width} ${text + 5 * scale}`}
      aria-hidden="true"
    >
      <path
        className="tally-places"
        d={Array.from(
          { length: places },
          (_, i) => `M${i * pitch + 0.5} ${top + 0.5}h${pitch - 3}v${high - 1}h${3 - pitch}z`,
        ).join('')}
      />
      {real !== null && (
        <path
          className="tally-real"
          d={Array.from(
            { length: real },
            (_, i) => `M${i * pitch} ${top}h${pitch - 2}v${high}h${2 - pitch}z`,
          ).join('')}
        />
      )}
      {apart && (
        <path
          className="c-guess-tie"
          d={`M${wide(real) + 3} ${(top + foot) / 2}H${wide(guess) + 3}`}
        />
      )}
      {guess !== null && (
        <rect
          className="c-guess"
          x={-3}
          y={top - 3}
          width={wide(guess) + 6}
          height={high + 6}
          rx={2}
        />
      )}
      {guess !== null && (
        <text
          className="tally-yours"
          x={late ? wide(guess) + 4 : Math.max(0, wide(guess) - 10)}
          y={text}
          textAnchor={late ? 'end' : 'start'}
        >
          {yours}
        </text>
      )}
    </svg>
  );
}

/** How the names are marked, each word marked that way. */
export function SamplingKey({ unlikely, listed }: { unlikely: string; listed: string }) {
  const words = { empty: null, listed: '' };
  return (
    <p className="sampling-key">
      <SampledName parts={['', unlikely]} known={false} words={words} />
      <SampledName parts={[listed]} known words={words} />
    </p>
  );
}
