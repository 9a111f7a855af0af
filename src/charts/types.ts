/**
 * The props of every chart, and the words they share. A chart knows numbers, labels and colours
 * by meaning; it knows nothing of language models, holds no interface words and measures no text.
 */
export type * from './matrix/props.ts';
export type * from './lines/props.ts';
export type * from './bars/props.ts';
export type * from './strips/props.ts';
export type * from './graph/props.ts';
export type * from './scatter/props.ts';
export type * from './table/props.ts';

/** A meaning that has a colour (`--parameter` …). `lens` is the reader's red, `ink` the text. */
export type Quantity =
  | 'token'
  | 'position'
  | 'parameter'
  | 'activation'
  | 'probability'
  | 'loss'
  | 'gradient'
  | 'query'
  | 'key'
  | 'value'
  | 'optimizer'
  | 'lens'
  | 'ink';

/** What every chart says to a screen reader. */
export interface Described {
  /** Short accessible name: "Counts of letter pairs". */
  label: string;
  /** One or two sentences that summarise what the picture shows. */
  description?: string;
  className?: string;
  /** Multiplies the text and the room for it; default 1, presenter mode 1.5 to 2. */
  textScale?: number;
}

/** A point of a series: x, y. y may be `Infinity`: the line breaks there and is marked. */
export type Point = readonly [x: number, y: number];

/** A closed interval, low end first. */
export type Interval = readonly [low: number, high: number];

/** Turns a value into the text drawn beside it; must return a fixed width for steady numbers. */
export type Format = (value: number) => string;
