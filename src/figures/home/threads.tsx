import { useLitKey } from '../../reader/links.ts';
import { COLUMN_KEY, IDEA_KEY, threadPath, threads, type Column, type Thread } from './plan.ts';

interface ThreadsProps {
  columns: readonly Column[];
  /** Left edge of each column drawn, as a share of the width, by its index. */
  starts: ReadonlyMap<number, number>;
  strand?: number;
  className: string;
}

/**
 * The loom: a thread from each idea's year to the columns that use it. Drawn in shares of the
 * width, so that it is right at any size before anything is measured.
 */
export function Threads({ columns, starts, strand, className }: ThreadsProps) {
  const lit = useLitKey();
  const all = threads(columns, starts, strand);
  const keys = (thread: Thread) => [COLUMN_KEY + thread.column, IDEA_KEY + thread.idea];
  const any = lit !== null && all.some((thread) => keys(thread).includes(lit));
  return (
    <svg
      className={`threads ${className}`}
      viewBox="0 0 1000 100"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {all.map((thread) => (
        <g
          key={keys(thread).join(' ')}
          className={any && !keys(thread).includes(lit) ? 'dim' : undefined}
        >
          <path d={threadPath(thread)} />
          <path className="knot" d={`M${(thread.foot * 1000).toFixed(2)} 2h0`} />
        </g>
      ))}
    </svg>
  );
}
