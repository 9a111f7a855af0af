import { toned } from '../../charts/color.ts';
import type { Messages } from '../../reader/messages.tsx';
import { TENS, tenText, type LengthCurve, type NormLayout } from './rmsnorm-view.ts';

interface Props {
  at: NormLayout;
  scale: number;
  words: Messages;
  curve: LengthCurve;
  tens: number;
  asking: boolean;
}

/** Powers of ten of the length that the frame holds. */
const HIGH = 3;
const LOW = -4;
/** Powers of ten written under the frame. */
const TICKS = [-6, -4, -2, 0, 2];

/** How long the vector and its norm are, for every factor; both axes in powers of ten. */
export function NormCurve({ at, scale, words, curve, tens, asking }: Props) {
  const { top, bottom } = at.curve;
  const x = (ten: number) =>
    at.left + ((ten - TENS.least) / (TENS.most - TENS.least)) * (at.right - at.left);
  const y = (long: number) => {
    const share = (Math.max(LOW, Math.min(HIGH, long)) - LOW) / (HIGH - LOW);
    return bottom - share * (bottom - top - 14 * scale);
  };
  const line = (longs: readonly number[]) =>
    longs
      .flatMap((long, i) =>
        long < LOW || long > HIGH ? [] : [`${x(curve.tens[i]).toFixed(1)} ${y(long).toFixed(1)}`],
      )
      .map((point, i) => `${i === 0 ? 'M' : 'L'}${point}`)
      .join('');
  const last = curve.after.at(-1) ?? 0;
  const entry = curve.before.findIndex((long) => long > LOW + 1.2);
  return (
    <g>
      <text className="c-note" x={at.left} y={top + 8 * scale}>
        {words.text('curve')}
      </text>
      <path className="c-axis" d={`M${at.left} ${bottom + 0.5}H${at.right}`} />
      {TICKS.map((ten) => (
        <text
          key={ten}
          className="c-mono"
          x={x(ten)}
          y={bottom + 13 * scale}
          textAnchor={ten === TENS.least ? 'start' : 'middle'}
        >
          {tenText(ten)}
        </text>
      ))}
      <path
        className="norm-line"
        style={{ stroke: toned('activation', 0.5) }}
        d={line(curve.before)}
      />
      {entry >= 0 && (
        <text
          className="c-note"
          x={x(curve.tens[entry]) + 6 * scale}
          y={y(curve.before[entry]) + 8 * scale}
        >
          {words.text('input')}
        </text>
      )}
      {!asking && (
        <>
          <path className="norm-line norm-strong" d={line(curve.after)} />
          <text className="c-note norm-name" x={at.right} y={y(last) + 13 * scale} textAnchor="end">
            {words.text('output')}
          </text>
        </>
      )}
      <path className="norm-now" d={`M${x(tens).toFixed(1)} ${top + 12 * scale}V${bottom}`} />
    </g>
  );
}
