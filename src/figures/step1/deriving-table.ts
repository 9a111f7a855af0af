import { fixed, type DataTableProps } from '../../charts/index.ts';
import type { Messages } from '../../reader/messages.tsx';
import type { PairPass } from '../../worker/protocol.ts';
import type { Stage } from './deriving-view.ts';

const five = fixed(5);

/** The rows of numbers that a stage goes between, there and back. */
export function derivingTable(
  words: Messages,
  stage: Stage,
  pass: PairPass | null,
  labels: readonly string[],
): Omit<DataTableProps, 'height'> {
  const parts = {
    logits: ['logits', 'probs', 'dlogits'],
    fc2: ['a', 'da'],
    gate: ['h', 'a', 'da', 'dh'],
    fc1: ['h', 'dh'],
    wte: ['x', 'dx'],
  } as const;
  const keys: readonly (keyof PairPass)[] = parts[stage];
  const column = (key: keyof PairPass): Float64Array =>
    (pass?.[key] as Float64Array | undefined) ?? new Float64Array();
  const count = column(keys[0]).length;
  return {
    caption: words.text('table'),
    columns: [
      { key: 'place', label: words.text('place') },
      ...keys.map((key) => ({ key, label: key, numeric: true })),
    ],
    rows: Array.from({ length: count }, (_, i) => [
      stage === 'logits' ? labels[i] : i,
      ...keys.map((key) => five(column(key)[i])),
    ]),
  };
}
