import { fixed } from '../../charts/index.ts';
import type { Messages } from '../../reader/messages.tsx';
import type { Start } from './same-start-data.ts';
import { extraNats, leader, widestGap } from './same-start-view.ts';

const three = fixed(3);

/** One letter's row: by the table, and by the network before the run, now and after it. */
export interface Rows {
  readonly table: readonly number[];
  readonly first: readonly number[];
  readonly now: readonly number[];
  readonly last: readonly number[];
}

/** The numbers that prose and equations say. All but `now` are those of the run's two ends. */
export function startFacts(of: {
  words: Messages;
  start: Start;
  rows: Rows;
  letter: string;
  /** The column looked at. */
  to: number;
  heldOut: number | undefined;
  counted: number | undefined;
  parameters: number;
}): Record<string, string> {
  const { words, start, rows, to, heldOut } = of;
  const wide = widestGap(rows.table, rows.last);
  return {
    'same-start.letter': of.letter,
    'same-start.to': start.labels[to],
    'same-start.first.far': three(extraNats(rows.table, rows.first)),
    'same-start.now.far': three(extraNats(rows.table, rows.now)),
    'same-start.last.far': three(extraNats(rows.table, rows.last)),
    'same-start.wide': start.labels[wide],
    'same-start.wide.table': three(rows.table[wide]),
    'same-start.wide.last': three(rows.last[wide]),
    'same-start.first.loss': three(start.first.mean),
    'same-start.last.loss': three(start.last.mean),
    'same-start.table.loss': three(start.table.mean),
    'same-start.parameters': words.text('number', { value: of.parameters }),
    'same-start.heldout': heldOut === undefined ? '–' : three(heldOut),
    'same-start.ahead': words.text(`ahead.${leader(heldOut, of.counted)}`),
  };
}
