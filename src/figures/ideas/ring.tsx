import { Handle } from '../../charts/lines/Range.tsx';
import { sansWidth } from '../../charts/text.ts';

/** A guess at a height of a small picture that has no line chart's axes. */
export interface RingGuess {
  /** Null while the ring waits. */
  readonly value: number | null;
  /** Null while it is hidden. */
  readonly truth: number | null;
}

interface RingProps {
  guess: RingGuess;
  /** Where the ring waits. */
  start: number;
  /** Where on the picture, px, and the height of a value. */
  x: number;
  y: (value: number) => number;
  /** Left edge of the picture: words that do not fit stand to the right. */
  left: number;
  scale: number;
  text: string;
}

/** The reader's guess: an open rubric ring, and a dashed tie to the truth. */
export function Ring({ guess, start, x, y, left, scale, text }: RingProps) {
  const { value, truth } = guess;
  const at = y(value ?? start);
  const told = value === null || truth === null ? null : y(truth);
  const before = x - left > sansWidth(text, 13 * scale) + 16;
  return (
    <>
      {told !== null && Math.abs(told - at) > 9 && (
        <path className="c-guess-tie" d={`M${x} ${at + (told > at ? 5.5 : -5.5)}V${told}`} />
      )}
      <circle className={value === null ? 'c-guess c-waiting' : 'c-guess'} cx={x} cy={at} r={5.5} />
      <text
        className="c-label c-mine c-haloed"
        x={before ? x - 12 : x + 12}
        y={at + 4.5 * scale}
        textAnchor={before ? 'end' : 'start'}
      >
        {text}
      </text>
    </>
  );
}

interface HandleProps {
  guess: RingGuess;
  start: number;
  x: number;
  y: (value: number) => number;
  /** The value at a height, px. */
  at: (y: number) => number;
  min: number;
  max: number;
  step: number;
  label: string;
  text: (value: number) => string;
  onGuess: (value: number) => void;
}

/** What one drags it by: over the ring, as large as a finger. */
export function RingHandle(props: HandleProps) {
  const { guess, start, x, y, at, min, max, step, label, text, onGuess } = props;
  const value = guess.value ?? start;
  return (
    <Handle
      label={label}
      style={{ left: x - 22, top: y(value) - 22, width: 44, height: 44 }}
      value={value}
      min={min}
      max={max}
      step={step}
      text={text(value)}
      at={at}
      onChange={onGuess}
    />
  );
}
