import { fixed } from '../../../charts/index.ts';
import type { Messages } from '../../../reader/messages.tsx';
import type { Size } from '../../frame.tsx';
import { PUBLISHED, YEAR } from './published.ts';

interface Props {
  size: Size;
  scale: number;
  words: Messages;
  /** With the two residual networks beside the plain ones. */
  residual: boolean;
}

const two = fixed(2);
const HEAD = 44;
const FOOT = 26;
const SIDE = 54;
const NAMES = 92;
/** Least distance of two numbers at one side, px. */
const APART = 16;
const DOMAIN: readonly [number, number] = [24.6, 29];

/** Their four errors: each kind of network at two depths. */
export function PublishedChart({ size, scale, words, residual }: Props) {
  const { width, height } = size;
  const [left, right] = [SIDE * scale, width - (SIDE + NAMES) * scale];
  const [top, bottom] = [HEAD * scale, Math.min(height - FOOT * scale, HEAD * scale + 1.1 * width)];
  const y = (error: number): number =>
    bottom - ((error - DOMAIN[0]) / (DOMAIN[1] - DOMAIN[0])) * (bottom - top);
  const { plain, layers } = PUBLISHED;
  // The two begin at nearly the same error: their numbers make way for each other.
  const middle = (y(plain[0]) + y(PUBLISHED.residual[0])) / 2;
  const kinds = [
    { kind: 'plain', errors: plain, at: residual ? middle - (APART / 2) * scale : y(plain[0]) },
    { kind: 'after', errors: PUBLISHED.residual, at: middle + (APART / 2) * scale },
  ] as const;
  return (
    <svg
      className="published"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={words.text('published', { year: YEAR })}
    >
      <text className="published-head" x={0} y={13 * scale}>
        {words.text('publishedHead', { year: YEAR })}
      </text>
      <text className="published-note" x={0} y={30 * scale}>
        {words.text('publishedWhat')}
      </text>
      {[left, right].map((x, i) => (
        <g key={x}>
          <path className="published-rule" d={`M${x} ${top}V${bottom}`} />
          <text className="published-note" x={x} y={bottom + 18 * scale} textAnchor="middle">
            {words.text('layersOf', { layers: layers[i] })}
          </text>
        </g>
      ))}
      {kinds.slice(0, residual ? 2 : 1).map(({ kind, errors, at }) => (
        <g key={kind} className={`tower-${kind}`}>
          <path
            className="published-line"
            d={`M${left} ${y(errors[0])}L${right} ${y(errors[1])}`}
          />
          {[left, right].map((x, i) => (
            <circle key={x} cx={x} cy={y(errors[i])} r={4} />
          ))}
          <text className="published-number" x={left - 8} y={at + 4 * scale} textAnchor="end">
            {two(errors[0])}
          </text>
          <text className="published-number" x={right + 8} y={y(errors[1]) + 4 * scale}>
            {two(errors[1])}
          </text>
          <text
            className="published-name"
            x={right + (SIDE - 2) * scale}
            y={y(errors[1]) + 4 * scale}
          >
            {words.text(`short.${kind}`)}
          </text>
        </g>
      ))}
    </svg>
  );
}
