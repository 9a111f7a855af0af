import type { ForwardLayout } from './forward-layout.ts';
import { PARTS, type Part, type Spot } from './forward-terms.ts';
import type { Box } from './matrices.ts';
import type { Pass } from './passes.ts';

/** What the marks between the matrices are drawn from. */
export interface ForwardVectorsProps {
  at: ForwardLayout;
  pass: Pass;
  labels: readonly string[];
  /** The token read, and the one that came. */
  target: number;
  spot: Spot;
  /** The last row that has been computed; later ones are blank. */
  reach: Part;
  /** Letters that stand beside their rows. */
  shown: ReadonlySet<number>;
  /** A row pointed at elsewhere. */
  lit: Part | null;
  thread: { input: number; unit: number } | null;
  words: { h: string; gates: string; probs: string; logits: string };
}

/** Has a row been computed yet? */
export const reached = (reach: Part, part: Part): boolean =>
  PARTS.indexOf(part) <= PARTS.indexOf(reach);
export const frame = ({ x, y, width, height }: Box, grow = 0.5) => ({
  x: x - grow,
  y: y - grow,
  width: width + 2 * grow,
  height: height + 2 * grow,
});
