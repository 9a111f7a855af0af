/** Where the three records of the figure `record` stand, px. */
import type { Size } from '../frame.tsx';

export interface RecordLayout {
  width: number;
  height: number;
  /** Height of a row; a title is as high. */
  row: number;
  /** Widths of the records at the left and at the right. */
  left: number;
  right: number;
  /** Left edge and top of the record at the right. */
  x: number;
  top: number;
  /** Tops of the two at the left. */
  makers: readonly [number, number];
  /** Too narrow for remarks. */
  small: boolean;
  /** Is there room to say when a field is known, and where? */
  brackets: boolean;
  bracket: number;
  /** Top of the trial by nudging; null where there is no room for it. */
  nudges: number | null;
}

/** A title and six fields; two records of a title and three fields. */
const ROWS = 7;
const BETWEEN = 20;
/** Room for the trial: a heading and two lines, and the space above. */
const TRIAL_LINE = 28;
const TRIAL = 3 * TRIAL_LINE + 34;

export function recordLayout({ width, height }: Size, scale: number): RecordLayout {
  const least = 19 * scale;
  const trial = TRIAL * scale;
  // Two records stand above one another at the left: eight rows and what is between.
  const rows = ROWS + 1;
  const room = (given: number): number => (given - BETWEEN) / rows;
  const roomy = room(height - trial) >= least;
  const row = Math.round(
    Math.min(40 * scale, Math.max(least, room(roomy ? height - trial : height))),
  );
  const stack = rows * row + BETWEEN;
  const top = Math.round((stack - ROWS * row) / 2);
  const brackets = width >= 440 * scale;
  const notes = brackets ? 92 * scale : 0;
  const small = width < 420 * scale;
  const gap = Math.max(24, Math.min(64, width * 0.09));
  const left = Math.round((width - gap - notes) * 0.44);
  const right = Math.floor(width - gap - notes - left);
  return {
    width,
    height: Math.max(height, stack),
    row,
    left,
    right,
    x: left + gap,
    top,
    makers: [0, 4 * row + BETWEEN],
    small,
    brackets,
    bracket: left + gap + right + 8,
    nudges: roomy ? stack + 28 * scale : null,
  };
}
