import { copyCounts, countDocument, type CountTable } from '../../engine/index.ts';
import type { Progress, StreamName, Streams } from '../protocol.ts';
import { historyFor, lastStep, type Workspace } from '../workspace.ts';
import { tableState } from './table.ts';

/** How things stand, and whether there is more to come. */
export interface Framed<K extends StreamName> {
  frame: Streams[K]['frame'];
  last: boolean;
  /** Buffers of the frame, which go to the page and are the worker's no longer. */
  transfer: Transferable[];
}

export interface Stream<K extends StreamName = StreamName> {
  /**
   * Go on to step `until` at most, and say how things stand. `spent`: milliseconds since the page
   * asked, by which a stream knows when a frame is due.
   */
  advance(until: number, spent?: () => number): Framed<K> | Generator<Progress, Framed<K>>;
  /** What is wanted first from now on. */
  refocus?(focus: number): void;
}

/** Follow a run as it counts, one frame for each time the page asks. */
export function train(
  workspace: Workspace,
  { recipe, from, to }: Streams['train']['input'],
): { advance(until: number): Framed<'train'> } {
  const run = workspace.run(recipe);
  const end = Math.max(0, Math.min(to, lastStep(run)));
  const history = historyFor(run, end);
  let step = Math.max(0, Math.min(from, end));
  const table: CountTable = history.at(step);
  return {
    advance(until) {
      for (; step < Math.min(until, end); step++) {
        countDocument(table, run.data.corpus, history.documentAt(step));
      }
      const frame = tableState(run, step, copyCounts(table));
      return { frame, last: step >= end, transfer: [frame.counts.buffer] };
    },
  };
}
