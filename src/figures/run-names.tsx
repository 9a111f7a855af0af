import type { ReactNode } from 'react';
import type { SweptRun } from '../worker/protocol.ts';

interface Props {
  /** What stands for a name without letters. */
  empty: ReactNode;
  /** Of each run what it is called, and null until it is trained. */
  rows: readonly { label: string; run: Pick<SweptRun, 'names'> | null }[];
}

/** The first names that some runs draw from the same seed, a line each. */
export function RunNames({ empty, rows }: Props) {
  return (
    <dl className="run-names">
      {rows.map(({ label, run }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd dir="auto">
            {run?.names.map((name, i) => (
              // Samples keep their places, and may be alike.
              <span key={i}>{name === '' ? empty : name}</span>
            )) ?? '…'}
          </dd>
        </div>
      ))}
    </dl>
  );
}
