import type { ClassCell } from '../../../worker/protocol.ts';

/** A square of his has ten rows of ten. */
export const SIDE = 10;
export const IN_SQUARE = SIDE * SIDE;
/** Between two squares, px. */
const GAP = 30;
/** For the line of text under a square, px. */
const FOOT = 22;

export interface SquaresProps {
  width: number;
  height: number;
  cells: readonly ClassCell[];
  /** Squares side by side. */
  count: number;
  /** Cells counted, of these; the others are outlines. */
  counted: number;
  /** Outline the letter counted last. */
  current?: boolean;
  label: string;
  /** Under a square: how many of its counted cells are vowels. */
  foot: (vowels: number, counted: number) => { number: string; text: string };
}

/** Squares that fit side by side with letters large enough to read. */
export const squaresIn = (width: number): number => (width >= 560 ? 3 : width >= 330 ? 2 : 1);

/** Least height of a row of squares whose letters can be read, px. */
export const LEAST_SQUARES = SIDE * 13.5 + FOOT;
/** Height at which letters are comfortable, px. */
export const GOOD_SQUARES = SIDE * 17 + FOOT;

const cellSize = (width: number, height: number, count: number) => {
  const w = (width - (count - 1) * GAP) / (count * SIDE);
  return { w, h: Math.min(w, (height - FOOT) / SIDE) };
};

/** Height that squares take of the height they may have, px. */
export const squaresHeight = (width: number, height: number, count: number): number =>
  cellSize(width, height, count).h * SIDE + FOOT;

/** Letters in squares of ten by ten: vowels filled, a bar where a document begins. */
export function Squares(props: SquaresProps) {
  const { width, height, cells, count, counted, current = false, label, foot } = props;
  const { w, h } = cellSize(width, height, count);
  const tall = h * SIDE + FOOT;
  const size = Math.max(11.5, Math.min(h * 0.72, 20));
  return (
    <svg
      className="squares"
      width={width}
      height={tall}
      viewBox={`0 0 ${width} ${tall}`}
      role="img"
      aria-label={label}
    >
      {Array.from({ length: count }, (_, square) => {
        const own = cells.slice(square * IN_SQUARE, (square + 1) * IN_SQUARE);
        const done = Math.max(0, Math.min(own.length, counted - square * IN_SQUARE));
        const left = square * (SIDE * w + GAP);
        const { number, text } = foot(own.slice(0, done).filter(({ vowel }) => vowel).length, done);
        return (
          <g key={square} transform={`translate(${left.toFixed(2)} 0)`}>
            {own.map((cell, i) => {
              const x = (i % SIDE) * w;
              const y = Math.floor(i / SIDE) * h;
              const state = i >= done ? 'uncounted' : cell.vowel ? 'vowel' : 'consonant';
              return (
                <g key={i} className={state}>
                  <rect x={x + 0.5} y={y + 0.5} width={w - 1} height={h - 1} />
                  <text x={x + w / 2} y={y + h / 2 + size * 0.34} style={{ fontSize: size }}>
                    {cell.letter}
                  </text>
                </g>
              );
            })}
            {current && square === Math.floor((counted - 1) / IN_SQUARE) && (
              <rect
                className="current"
                x={((counted - 1) % SIDE) * w}
                y={Math.floor(((counted - 1) % IN_SQUARE) / SIDE) * h}
                width={w}
                height={h}
              />
            )}
            <path className="begin" d={beginnings(own, w, h)} />
            <text className="foot" y={SIDE * h + FOOT - 5}>
              <tspan className="number">{number}</tspan> {text}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

/** A bar before each first letter. */
function beginnings(cells: readonly ClassCell[], w: number, h: number): string {
  return cells
    .flatMap(({ first }, i) => {
      if (!first) return [];
      const x = ((i % SIDE) * w).toFixed(2);
      const y = Math.floor(i / SIDE) * h;
      return [`M${x} ${(y - 0.5).toFixed(2)}V${(y + h + 0.5).toFixed(2)}`];
    })
    .join('');
}
