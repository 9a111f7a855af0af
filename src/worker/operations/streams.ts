import { copyCounts, countDocument, type CountTable } from '../../engine/index.ts';
import type { Streams } from '../protocol.ts';
import { historyFor, lastStep, type Workspace } from '../workspace.ts';
import { tableState } from './table.ts';

export interface Stream<K extends keyof Streams = 'train'> {
  /** Go on to step `until` at most, and say how things stand. */
  advance(until: number): { frame: Streams[K]['frame']; last: boolean; transfer: Transferable[] };
}

/** Follow a run as it counts, one frame for each time the page asks. */
function train(workspace: Workspace, { recipe, from, to }: Streams['train']['input']): Stream {
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

export const streams = { train } as const;
