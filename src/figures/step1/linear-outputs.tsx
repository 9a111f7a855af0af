import { toned } from '../../charts/color.ts';
import { SMALL, monoWidth, sansWidth } from '../../charts/text.ts';
import { heightOf, type LinearLayout } from './linear-view.ts';

/** The outputs of all rows; the chosen one is the sum above. */
export function Outputs(props: {
  at: LinearLayout;
  /** They come later in the story: only their outlines are there. */
  off: boolean;
  outputs: readonly number[];
  unit: number;
  over: number | null;
  words: { name: string; note: string };
  format: (value: number) => string;
}) {
  const { at, off, outputs, words } = props;
  const band = at.bands.outputs;
  const wide = (at.width - at.left) / outputs.length;
  const zero = heightOf(band, 0);
  const bar = (j: number, grow = 0): string => {
    const x = at.left + j * wide - grow;
    const end = heightOf(band, outputs[j]);
    return `M${x.toFixed(1)} ${zero.toFixed(1)}V${end.toFixed(1)}h${(Math.max(0.75, wide - 1) + 2 * grow).toFixed(1)}V${zero.toFixed(1)}z`;
  };
  return (
    <g>
      <text
        className={off ? 'linear-head linear-later' : 'linear-head'}
        x={at.left - 10}
        y={zero - 2}
        textAnchor="end"
      >
        {words.name}
      </text>
      <text className="c-note" x={at.left - 10} y={zero + 12 * at.scale} textAnchor="end">
        {words.note}
      </text>
      {off ? (
        <path className="linear-off" d={outputs.map((_, j) => bar(j)).join('')} />
      ) : (
        <On {...props} bar={bar} />
      )}
      <path className="c-axis" d={`M${at.left} ${zero.toFixed(1)}H${at.width}`} />
    </g>
  );
}

/** Their bars, and the value of the one that was chosen. */
function On(
  props: Parameters<typeof Outputs>[0] & { bar: (unit: number, grow?: number) => string },
) {
  const { at, outputs, unit, over, format, bar } = props;
  const band = at.bands.outputs;
  const wide = (at.width - at.left) / outputs.length;
  const x = at.left + (unit + 0.5) * wide;
  const end = heightOf(band, outputs[unit]);
  const text = format(outputs[unit]);
  const beside = x + wide + monoWidth(text, SMALL * at.scale) > at.width;
  return (
    <>
      <path
        style={{ fill: toned('activation', 0.42) }}
        d={outputs.map((_, j) => (j === unit ? '' : bar(j))).join('')}
      />
      <path style={{ fill: toned('activation') }} d={bar(unit)} />
      <path className="linear-chosen" d={bar(unit, 1.5)} />
      {over !== null && over !== unit && <path className="c-hover" d={bar(over, 1)} />}
      <text
        className="c-mono c-strong linear-value"
        style={{ fill: toned('activation') }}
        x={beside ? x - wide : x + wide}
        y={outputs[unit] >= 0 ? Math.max(band.top + 8, end + 4) : Math.min(band.bottom, end + 4)}
        textAnchor={beside ? 'end' : 'start'}
      >
        {text}
      </text>
    </>
  );
}

/** The output on a scale, and once it is known how large it can be. */
export function Meter(props: {
  at: LinearLayout;
  output: number;
  most: number | null;
  yours: number | null;
  end: number;
  words: { most: string; yours: string };
  format: (value: number) => string;
}) {
  const { at, output, most, yours, end, words, format } = props;
  const { top, bottom } = at.bands.outputs;
  const y = (top + bottom) / 2;
  const zero = at.left + (at.width - at.left) * 0.3;
  const place = (value: number): number =>
    Math.max(at.left, Math.min(at.width, zero + (value / end) * (at.width - zero)));
  const tall = Math.min(18, (bottom - top) / 3);
  const note = (value: number, text: string, className: string, under: boolean) => {
    const number = format(value);
    const half = (sansWidth(text, 12 * at.scale) + 4 + monoWidth(number, SMALL * at.scale)) / 2;
    return (
      <text
        className={`linear-note ${className}`}
        x={Math.max(at.left + half, Math.min(at.width - half, place(value)))}
        y={under ? y + tall / 2 + 4 + 12 * at.scale : y - tall / 2 - 6}
        textAnchor="middle"
      >
        {text} <tspan className="c-mono">{number}</tspan>
      </text>
    );
  };
  return (
    <g>
      <rect
        style={{ fill: toned('activation') }}
        x={Math.min(zero, place(output))}
        width={Math.abs(place(output) - zero)}
        y={y - tall / 2}
        height={tall}
      />
      <path className="c-axis" d={`M${zero} ${y - tall / 2 - 3}v${tall + 6}`} />
      {most !== null && (
        <>
          <path className="linear-most" d={`M${place(most)} ${y - tall / 2 - 3}v${tall + 6}`} />
          {note(most, words.most, '', false)}
        </>
      )}
      {most === null && note(output, words.yours, 'linear-mine', true)}
      {yours !== null && (
        <>
          <path className="linear-guess" d={`M${place(yours)} ${y - tall / 2 - 2}v${tall + 4}`} />
          {note(yours, words.yours, 'linear-mine', true)}
        </>
      )}
    </g>
  );
}
