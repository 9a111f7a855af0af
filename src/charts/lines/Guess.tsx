import { sansWidth } from '../text.ts';
import type { LineLayout } from './layout.ts';
import type { LineGuess } from './props.ts';

/** Where the ring stands: the guess, or where it waits. */
export function guessPlace(guess: LineGuess, at: LineLayout): { x: number; y: number } {
  const [low, high] = at.y.domain();
  return {
    x: at.x(guess.x ?? at.x.domain()[1]),
    y: at.y(guess.y ?? guess.start ?? (low + high) / 2),
  };
}

/** The reader's guess: an open rubric ring, and a dashed tie to the truth. */
export function Guess({ guess, layout: at }: { guess: LineGuess; layout: LineLayout }) {
  const { x, y } = guessPlace(guess, at);
  const truth = guess.y === null || guess.truth === undefined ? null : at.y(guess.truth);
  const down = truth !== null && truth > y;
  const left = x - at.left > sansWidth(guess.text ?? '', 13 * at.scale) + 16;
  return (
    <>
      {truth !== null && Math.abs(truth - y) > 9 && (
        <path className="c-guess-tie" d={`M${x} ${y + (down ? 5.5 : -5.5)}V${truth}`} />
      )}
      <circle
        className={guess.y === null ? 'c-guess c-waiting' : 'c-guess'}
        cx={x}
        cy={y}
        r={5.5}
      />
      {guess.text && (
        <text
          className="c-label c-mine c-haloed"
          x={left ? x - 12 : x + 12}
          y={y + 4.5 * at.scale}
          textAnchor={left ? 'end' : 'start'}
        >
          {guess.text}
        </text>
      )}
    </>
  );
}
