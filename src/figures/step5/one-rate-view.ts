/** What the figure of gradient sizes shows at each beat. No DOM. */
import type { TensorSizes } from '../../worker/protocol.ts';

export const SPANS = ['whole', 'first', 'last'] as const;
export type Span = (typeof SPANS)[number];

export interface View {
  readonly span: Span;
  /** Only the matrix with the largest gradients is shown. */
  readonly alone: boolean;
}

/** The beat that asks how much smaller the smallest are. */
export const ASKS = 1;

export const BEATS: readonly View[] = [
  { span: 'whole', alone: true },
  { span: 'whole', alone: true },
  { span: 'whole', alone: false },
  { span: 'whole', alone: false },
];

/** Sizes that the axis goes from and to. */
export const DOMAIN = [1e-5, 1] as const;
/** Guesses go from once to a thousand times. */
export const GUESS = { top: 60, decades: 3, start: 20 };
/** Names in a part of the run. */
const PART = 100;

/** The steps of a part of a run. */
export function stepsOf(span: Span, steps: number): { from: number; to: number } {
  const part = Math.min(PART, steps);
  if (span === 'first') return { from: 0, to: part };
  if (span === 'last') return { from: steps - part, to: steps };
  return { from: 0, to: steps };
}

/** All tensors but one: what is hidden while only that one is shown. */
export const allBut = (tensors: readonly TensorSizes[], shown: string | undefined): string[] =>
  tensors.map(({ tensor }) => tensor).filter((tensor) => tensor !== shown);
