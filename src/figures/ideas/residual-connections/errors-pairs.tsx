import { Frame } from '../../../charts/Frame.tsx';
import type { Format } from '../../../charts/index.ts';
import type { Messages } from '../../../reader/messages.tsx';
import type { Size } from '../../frame.tsx';
import { Ring, RingHandle, type RingGuess } from '../ring.tsx';
import { beside, GUESS, pairLayout, spanOf, type Pair } from './errors-view.ts';

interface Props {
  size: Size;
  scale: number;
  words: Messages;
  title: string;
  note: string;
  pairs: readonly Pair[];
  layers: readonly number[];
  format: Format;
  /** The axis, if it is not to follow what is known. */
  span?: [low: number, high: number];
  guess?: RingGuess | null;
  onGuess?: ((error: number) => void) | null;
}

const APART = 17;

/** Networks at two depths: which way each kind goes when it is made deeper. */
export function Pairs(props: Props) {
  const { size, scale, words, title, note, pairs, layers, format, guess, onGuess } = props;
  const at = pairLayout(size, scale);
  const [low, high] = props.span ?? spanOf(pairs);
  const y = (value: number): number =>
    at.bottom - ((value - low) / (high - low)) * (at.bottom - at.top);
  const valueAt = (px: number): number =>
    low + ((at.bottom - px) / (at.bottom - at.top)) * (high - low);
  const places = (ends: readonly (number | null)[]): number[] =>
    beside(
      ends.map((end) => y(end ?? low)),
      APART * scale,
    );
  const shallow = places(pairs.map((pair) => pair.shallow));
  const deep = places(pairs.map((pair) => pair.deep));
  const ringText = words.text(guess?.value == null ? 'ring' : 'yours', {
    error: (guess?.value ?? 0).toFixed(1),
  });
  return (
    <Frame
      {...size}
      textScale={scale}
      label={title}
      description={note}
      named
      over={() =>
        guess && onGuess ? (
          <RingHandle
            guess={guess}
            start={GUESS.start}
            x={at.right}
            y={y}
            at={valueAt}
            min={GUESS.min}
            max={GUESS.max}
            step={GUESS.step}
            label={words.text('ring')}
            text={(error) => `${error.toFixed(1)} %`}
            onGuess={(error) => onGuess(Math.round(error * 10) / 10)}
          />
        ) : null
      }
    >
      <text className="errors-head" x={0} y={13 * scale}>
        {title}
      </text>
      <text className="errors-note" x={0} y={30 * scale}>
        {note}
      </text>
      {[at.left, at.right].map((x, i) => (
        <g key={x}>
          <path className="errors-rule" d={`M${x} ${at.top}V${at.bottom}`} />
          <text className="errors-note" x={x} y={at.bottom + 18 * scale} textAnchor="middle">
            {words.text('layers', { layers: layers[i] })}
          </text>
        </g>
      ))}
      {pairs.map(({ kind, ...ends }, i) => (
        <g key={kind} className={`errors-${kind}`}>
          {ends.shallow !== null && (
            <>
              <circle cx={at.left} cy={y(ends.shallow)} r={4} />
              <text
                className="errors-number"
                x={at.left - 8}
                y={shallow[i] + 4 * scale}
                textAnchor="end"
              >
                {format(ends.shallow)}
              </text>
            </>
          )}
          {ends.shallow !== null && ends.deep !== null && (
            <>
              <path
                className="errors-line"
                d={`M${at.left} ${y(ends.shallow)}L${at.right} ${y(ends.deep)}`}
              />
              <circle cx={at.right} cy={y(ends.deep)} r={4} />
              <text className="errors-number" x={at.right + 9} y={deep[i] + 4 * scale}>
                {format(ends.deep)}
              </text>
              <text className="errors-name" x={at.right + 58 * scale} y={deep[i] + 4 * scale}>
                {words.text(`short.${kind}`)}
              </text>
            </>
          )}
        </g>
      ))}
      {guess && (
        <Ring
          guess={guess}
          start={GUESS.start}
          x={at.right}
          y={y}
          left={at.left}
          scale={scale}
          text={ringText}
        />
      )}
    </Frame>
  );
}
