import { fixed } from '../../charts/index.ts';
import type { Draw } from '../../worker/protocol.ts';

const two = fixed(2);
const three = fixed(3);
/** Least width of a part that has room for its letter, px. */
const LETTER = 10;
const BAR = 40;
/** Room over the bar for the needle's label, and under it for the ends of the scale. */
const OVER = 22;
const UNDER = 18;

interface DrawBarProps {
  width: number;
  label: string;
  /** The row drawn from: probabilities by token, and their labels. */
  p: readonly number[];
  labels: readonly string[];
  /** The draw that fell on it. */
  draw: Draw | null;
  lit: boolean;
}

/** One row of the model laid end to end from 0 to 1, and the random number that fell on it. */
export function DrawBar({ width, label, p, labels, draw, lit }: DrawBarProps) {
  const ends: number[] = [];
  p.forEach((x, i) => ends.push((ends[i - 1] ?? 0) + x));
  const scale = (share: number): number => Math.min(1, share) * width;
  const at = draw ? scale(draw.u) : 0;
  // The needle's number stays within the picture.
  const side = at < 40 ? 'start' : at > width - 40 ? 'end' : 'middle';
  return (
    <svg
      className="draw-bar"
      role="img"
      aria-label={label}
      width={width}
      height={OVER + BAR + UNDER}
      viewBox={`0 0 ${width} ${OVER + BAR + UNDER}`}
      data-lit={lit || undefined}
    >
      {p.map((x, token) => {
        const from = scale((ends[token] ?? 0) - x);
        const span = scale(ends[token] ?? 0) - from;
        const chosen = token === draw?.next;
        return (
          <g key={token} className={chosen ? 'part chosen' : 'part'}>
            <rect x={from} y={OVER} width={Math.max(0.5, span - 0.75)} height={BAR} />
            {span >= LETTER && (
              <text x={from + span / 2} y={OVER + BAR / 2 + 4} textAnchor="middle">
                {labels[token]}
              </text>
            )}
          </g>
        );
      })}
      <text className="end" x={0} y={OVER + BAR + 14}>
        0
      </text>
      <text className="end" x={width} y={OVER + BAR + 14} textAnchor="end">
        1
      </text>
      {draw && (
        <g className="needle">
          <path d={`M${at} ${OVER - 4}V${OVER + BAR + 4}`} />
          <text x={at} y={OVER - 8} textAnchor={side}>
            {three(draw.u)}
          </text>
        </g>
      )}
    </svg>
  );
}

interface DrawnTokensProps {
  width: number;
  label: string;
  draws: readonly Draw[];
  labels: readonly string[];
  bos: number;
  lit: boolean;
}

/** The name so far, a box for every token, under each the number that drew it. */
export function DrawnTokens({ width, label, draws, labels, bos, lit }: DrawnTokensProps) {
  const box = Math.min(40, width / (draws.length + 1));
  const numbers = box >= 29;
  return (
    <ol className="drawn" aria-label={label} dir="ltr" data-lit={lit || undefined}>
      {[bos, ...draws.map(({ next }) => next)].map((token, i) => (
        <li
          key={i}
          className={i === draws.length && i > 0 ? 'newest' : undefined}
          style={{ width: box }}
        >
          <span className="letter">{labels[token]}</span>
          {i > 0 && (numbers || i === draws.length) && (
            <small className="num">{two(draws[i - 1].u).replace(/^0/, '')}</small>
          )}
        </li>
      ))}
    </ol>
  );
}
