import type { Described, Format, Interval, Point, Quantity } from '../types.ts';

/** A label in a ladder: a value, a name and perhaps a second line. */
export interface LadderText {
  /** Name at the line's end; no label is drawn without it. */
  label?: string;
  /** Small mono text before the label: "0", "1,2". */
  mark?: string;
  /** Second line under the label; `voice` says how it is set. */
  note?: string;
  /** `sans` (default) for remarks, `serif` in italic for sampled names. */
  noteVoice?: 'sans' | 'serif';
  /** Text of the value; default `formatY(value)`. Pass '' for none. */
  text?: string;
  /** Heavier label: the newest program. */
  strong?: boolean;
}

export interface Series extends LadderText {
  id: string;
  /** In order of x. y may be Infinity. */
  points: readonly Point[];
  /** Default `loss`. */
  quantity?: Quantity;
  /** `solid` (default), or `dashed` for what is measured and not descended, or `dotted`. */
  dash?: 'solid' | 'dashed' | 'dotted';
  /** Stroke width, px; default 1.75. */
  weight?: number;
  /** Paper under the line, so that crossings read; default for lines over 1 px. */
  halo?: boolean;
  /** Ink from 0 (paper) to 1 (default, the full colour). Noise is drawn thin at .35. */
  tone?: number;
  /** Draw a dot at the last point (default: when it has a label). */
  dot?: boolean;
}

/** Between a low and a high at every x: what several runs reach. */
export interface Band {
  id: string;
  /** In order of x; where either y is not finite the band breaks. */
  points: readonly (readonly [x: number, low: number, high: number])[];
  /** Default `loss`. */
  quantity?: Quantity;
  /** Ink from 0 to 1; default .16. */
  tone?: number;
}

/** A slope at a point, as a straight piece through it. */
export interface Tangent {
  id: string;
  x: number;
  y: number;
  /** y units per x unit. */
  slope: number;
  /** Default `gradient`. */
  quantity?: Quantity;
  /** Whose slope it is: `solid` (default), `dashed`, `dotted`. */
  dash?: 'solid' | 'dashed' | 'dotted';
  /** Stroke width, px; default 1.25. */
  weight?: number;
  /** Half its length, px; default 60, cut at the frame. */
  reach?: number;
  label?: string;
  /** End at which the label stands; default where there is more room. */
  side?: 'left' | 'right';
}

export type AxisKind = 'linear' | 'log';

/** A horizontal line that nothing with so much memory gets under. */
export interface Floor extends LadderText {
  id: string;
  y: number;
  /** Default `probability`. */
  quantity?: Quantity;
}

/** The reader's guess: an open rubric ring, tied to the truth once that is known. */
export interface LineGuess {
  /** Where on the x axis the guess is made; default the last x. */
  x?: number;
  /** The guess, or null while there is none (the ring waits at `start`). */
  y: number | null;
  /** Where the ring waits before the reader has guessed; default the middle of the y axis. */
  start?: number;
  /** The true value; absent while it is hidden. */
  truth?: number;
  /** Drawn beside the ring: "your guess 2.31". */
  text?: string;
  /** Step of the arrow keys, in y units; default a hundredth of the axis. */
  step?: number;
}

export interface LineChartWords {
  /** Name of the axes, drawn at their ends: "names", "nats". */
  x?: string;
  y?: string;
  /** Accessible name of the cursor slider; needed with `onCursor`. */
  cursor?: string;
  /** Accessible name of the guess slider; needed with `onGuess`. */
  guess?: string;
  /** Drawn where a line leaves for infinity; default "∞". */
  infinity?: string;
}

/** Curves with direct labels in one ladder, tied to their ends by hairlines. */
export interface LineChartProps extends Described {
  width: number;
  height: number;
  /** Drawn in order, later over earlier. */
  series: readonly Series[];
  floors?: readonly Floor[];
  /** Drawn under the curves. */
  bands?: readonly Band[];
  /** Drawn over the curves. */
  tangents?: readonly Tangent[];
  words?: LineChartWords;
  /**
   * Default `linear`. On a `log` axis ticks are powers of ten, a straight line is a power law, and
   * what is zero or below breaks the line.
   */
  xScale?: AxisKind;
  yScale?: AxisKind;
  /** Default: the extent of the data (finite y only). */
  xDomain?: Interval;
  yDomain?: Interval;
  /** Values to tick; default about 4 round ones and the ends. */
  xTicks?: readonly number[];
  yTicks?: readonly number[];
  formatX?: Format;
  /** Also formats the ladder's values and the cursor's readouts. */
  formatY?: Format;
  /** Formats the ticks of the y axis; default `formatY`, on a `log` axis `powerOfTen`. */
  formatTick?: Format;
  /** Room for the ladder at the right, px; default by the longest label, 0 for none. */
  ladderWidth?: number;
  /** A hairline at this x with a dot and a readout on every labelled series. */
  cursor?: number | null;
  /** Series to read at the cursor; default those with a label. */
  readouts?: readonly string[];
  /** `line` (default), or `grip`: a rubric dot on the first series, with its x on the axis. */
  cursorMark?: 'line' | 'grip';
  /** Height of the grip; default read from the first series between its points. */
  cursorY?: number;
  /** Makes the cursor a slider: drag, hover-free, arrow keys. */
  onCursor?: (x: number) => void;
  /** Text for the cursor slider: "name 640: 2.41 nats". */
  cursorText?: (x: number) => string;
  /** Step of the arrow keys, in x units (default 1); on a `log` axis in powers of ten (.1). */
  cursorStep?: number;
  guess?: LineGuess;
  /** Makes the ring a slider: drag it, or arrow keys. */
  onGuess?: (y: number) => void;
  guessText?: (y: number) => string;
  /** Series kept; the others go pale (hover of a linked word). */
  highlighted?: string | null;
}

export interface LadderItem extends LadderText {
  id: string;
  value: number;
  /** Default `probability`. */
  quantity?: Quantity;
}

/** Values on one vertical axis; labels in order of value, never overlapping. */
export interface LadderProps extends Described {
  width: number;
  height: number;
  items: readonly LadderItem[];
  domain?: Interval;
  ticks?: readonly number[];
  formatY?: Format;
  words?: { axis?: string };
  highlighted?: string | null;
}

/** A range input whose track is the run's loss curve: inked behind the handle, pale ahead. */
export interface ScrubberProps extends Described {
  width: number;
  height?: number;
  /** One loss per step; Infinity allowed. Steps are 1-based: step k is `losses[k - 1]`. */
  losses: ArrayLike<number>;
  /** Current step, `min`…`max`. */
  value: number;
  /** Default 0: nothing read yet. */
  min?: number;
  /** Default `losses.length`. */
  max?: number;
  /** Window of the moving average that is drawn; default 40. */
  smooth?: number;
  onChange: (step: number) => void;
  /** Spoken for the value: "name 640 of 1,000, loss 2.41 nats". */
  valueText: (step: number) => string;
  disabled?: boolean;
  /** Id of the element it drives. */
  controls?: string;
}
