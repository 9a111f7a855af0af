import { lettersOf } from '../../engine/index.ts';
import type { Run } from '../workspace.ts';

const kept = new WeakMap<Run, string[][]>();

/** A list's letters as runs: one run a document, in the order that the run reads them. */
export function letterRuns(run: Run): string[][] {
  const known = kept.get(run);
  if (known) return known;
  const runs = Array.from(run.order, (d) => lettersOf(run.data.documents[d]));
  kept.set(run, runs);
  return runs;
}
