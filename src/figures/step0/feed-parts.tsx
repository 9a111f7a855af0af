import { memo, type ReactNode } from 'react';
import { Bars, HeatMap, fixed, type Cell } from '../../charts/index.ts';
import { matrixLayout } from '../../charts/matrix/layout.ts';
import { threadPath } from '../../charts/matrix/thread.ts';
import { useLink } from '../../reader/links.ts';
import type { Messages } from '../../reader/messages.tsx';
import type { Surprise, TableState } from '../../worker/protocol.ts';
import type { Size } from '../frame.tsx';

const nats = fixed(2);

interface SquareProps {
  size: Size;
  words: Messages;
  labels: readonly string[];
  table: TableState;
  thread: readonly Cell[];
  /** The thread is the reader's own name: it is red. */
  own: boolean;
  threadKey: string;
  selected: Cell | null;
  highlighted: Cell | null;
  /** The path of the name just dropped, in ink for a moment. */
  flash: readonly Cell[] | null;
  onSelect: (from: number, to: number) => void;
}

/** What the square's layout depends on. */
export const squareProps = (labels: readonly string[], values: ArrayLike<number> = []) => ({
  label: '',
  width: 0,
  matrix: { values, rows: labels.length, columns: labels.length },
  rowLabels: labels,
  columnLabels: labels,
});

/** The square of counts with the name's path on it. */
export const FeedSquare = memo(function FeedSquare(props: SquareProps) {
  const { size, words, labels, table, thread, flash } = props;
  const link = useLink('count');
  const map = {
    ...squareProps(labels, table.counts),
    ...size,
    label: words.text('grid'),
    description: words.text('gridDescription', { seen: table.seen, k: table.step }),
    thread,
    threadKey: props.threadKey,
    selected: props.selected,
    highlighted: props.highlighted,
  };
  const at = flash && matrixLayout(map);
  return (
    <div
      className={props.own ? 'feed-square' : 'feed-square feed-other'}
      style={{ width: size.width }}
      {...link.bind}
    >
      <HeatMap
        {...map}
        announce={(from, to) =>
          words.text('cell', {
            from: labels[from],
            to: labels[to],
            count: table.counts[from * table.size + to],
          })
        }
        onSelect={props.onSelect}
      />
      {at && (
        <svg
          key={table.step}
          className="feed-flash"
          width={at.width}
          height={at.height}
          aria-hidden="true"
        >
          <path d={threadPath(flash, at, at.cellWidth < 12 ? 2.5 : 4)} />
        </svg>
      )}
    </div>
  );
});

interface BarsProps {
  size: Size;
  words: Messages;
  name: string;
  priced: Surprise;
  /** Nats of the longest bar that is drawn to scale. */
  longest: number;
  selected: number | null;
  onSelect: (pair: number) => void;
  onHover: (pair: number | null) => void;
}

/** One bar a pair: what its letter costs; the mean as a tick through them all. */
export const FeedBars = memo(function FeedBars(props: BarsProps) {
  const { size, words, name, priced } = props;
  const link = useLink('surprise');
  const finite = priced.nats.filter(Number.isFinite);
  const longest = Math.max(props.longest, ...finite);
  const tall = Math.min(size.height, 18 + 44 * priced.nats.length);
  const mean = Number.isFinite(priced.mean);
  return (
    <div className="feed-bars" {...link.bind}>
      <Bars
        width={size.width}
        height={tall}
        label={words.text('bars', { name })}
        quantity="loss"
        format={nats}
        domain={[0, longest]}
        bars={priced.nats.map((value, i) => {
          const [from, to] = [priced.labels[i], priced.labels[i + 1]];
          const text = Number.isFinite(value) ? nats(value) : words.text('infinite');
          return {
            id: String(i),
            label: `${from}${to}`,
            value,
            text,
            announce: words.text('bar', { from, to, nats: text }),
          };
        })}
        lines={
          mean
            ? [
                {
                  value: priced.mean,
                  quantity: 'loss',
                  label: words.text('mean', { nats: nats(priced.mean) }),
                },
              ]
            : []
        }
        words={mean ? {} : { axis: words.text('mean', { nats: words.text('infinite') }) }}
        selected={props.selected}
        onSelect={props.onSelect}
        onHover={props.onHover}
      />
    </div>
  );
});

interface HeadProps {
  height: number;
  /** Width of the square, px; the right part stands over the bars. 0: at the right edge. */
  column: number;
  left: ReactNode;
  right: ReactNode;
}

/** The line above square and bars: the name dropped last, and the name that is priced. */
export function FeedHead({ height, column, left, right }: HeadProps) {
  return (
    <p className="feed-head" style={{ height }}>
      <span className="feed-dropped" style={column > 0 ? { width: column } : undefined}>
        {left}
      </span>
      <span className="feed-priced">{right}</span>
    </p>
  );
}
