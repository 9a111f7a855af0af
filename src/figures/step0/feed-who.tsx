import type { Cell } from '../../charts/index.ts';
import type { Recipe } from '../../engine/recipe.ts';
import { useEngine } from '../../reader/engine.ts';
import type { Messages } from '../../reader/messages.tsx';
import type { TableState } from '../../worker/protocol.ts';
import type { Size } from '../frame.tsx';
import { Who } from '../who.tsx';

/** Names listed at most. */
const LISTED = 120;

/** Height of a line of names and of what stands over them, px. */
const LINE = 24;
const HEAD = 52;

export interface FeedWhoProps {
  size: Size;
  words: Messages;
  recipe: Recipe;
  table: TableState;
  cell: Cell;
  lens: string;
  onChoose: (name: string) => void;
  onClose: () => void;
}

/** In place of the bars: the names that filled the chosen box. */
export function FeedWho(props: FeedWhoProps) {
  const { size, words, recipe, table, cell } = props;
  const [prev, next] = cell;
  const { data } = useEngine('contributors', {
    recipe,
    step: table.step,
    prev,
    next,
    limit: LISTED,
  });
  const [from, to] = [table.labels[prev], table.labels[next]];
  const count = table.counts[prev * table.size + next];
  const names = Math.max(1, Math.floor((size.height - HEAD) / LINE)) * LINE;
  return (
    <div className="feed-who" style={size}>
      <p className="feed-who-head">
        <span>
          {words.say('whoHead', {
            from: <bdi key="f">{from}</bdi>,
            to: <bdi key="t">{to}</bdi>,
            count,
          })}
        </span>
        <button
          type="button"
          className="tool"
          onClick={(event) => {
            // The button goes; the box that it belongs to keeps the focus.
            const square = event.currentTarget.closest('.feed-top')?.querySelector('[role=grid]');
            if (square instanceof HTMLElement) square.focus({ preventScroll: true });
            props.onClose();
          }}
        >
          {words.text('close')}
        </button>
      </p>
      {data && count > 0 ? (
        <div className="feed-names" style={{ height: names }}>
          <Who
            label={words.text('whoLabel', { from, to })}
            items={data.items}
            from={prev === table.bos ? null : from}
            to={next === table.bos ? null : to}
            lens={props.lens}
            more={
              data.total > data.items.length
                ? words.text('more', { count: data.total - data.items.length })
                : null
            }
            onChoose={props.onChoose}
          />
        </div>
      ) : (
        <p className="feed-nobody">{words.text('nobody')}</p>
      )}
    </div>
  );
}
