import { useMemo } from 'react';
import { MatrixWithMarginals, type Cell } from '../../charts/index.ts';
import { useEngine } from '../../reader/engine.ts';
import { usePublish } from '../../reader/facts.ts';
import { useLitKey } from '../../reader/links.ts';
import { useMessages } from '../../reader/messages.tsx';
import { usePlayback } from '../../reader/playback.ts';
import { useLens, useRecipe } from '../../reader/reader.ts';
import { setLens } from '../../reader/state.ts';
import { useStory } from '../../reader/story.ts';
import { FigureFrame } from '../frame.tsx';
import { RunBar } from '../run-bar.tsx';

interface View {
  /** Names counted. */
  k: number;
  /** Which pair of the lens name is chosen; a cell of its own wins over it. */
  pair: number;
  cell: Cell | null;
  /** Show who filled the chosen box, in place of the row's distribution. */
  who: boolean;
}

const START: View = { k: 0, pair: 0, cell: null, who: false };
/** Names listed behind a box. */
const LISTED = 60;

export default function TableFigure() {
  const words = useMessages('table');
  const recipe = useRecipe();
  const lens = useLens();
  const beats = useMemo<View[]>(
    () => [
      START,
      { ...START, k: 1 },
      { ...START, k: 10, pair: 3 },
      { ...START, k: recipe.steps, pair: 3 },
      { ...START, k: recipe.steps, pair: 3, who: true },
    ],
    [recipe.steps],
  );
  const story = useStory(beats);
  const { view, change } = story;
  const lit = useLitKey();

  const { data: table, live, busy, fault } = useEngine('state', { recipe, step: view.k });
  const { data: run } = useEngine('losses', { recipe });
  const { data: name } = useEngine('surprise', { recipe, step: view.k, text: lens, alpha: 1 });
  const thread = useMemo<Cell[]>(
    () => (name?.tokens ?? []).slice(1).map((next, i) => [name!.tokens[i], next]),
    [name],
  );
  const cell: Cell | null = view.cell ?? thread[Math.min(view.pair, thread.length - 1)] ?? null;
  const [from, to] = cell ?? [0, 0];
  const { data: row } = useEngine('row', cell && { recipe, step: view.k, prev: from, alpha: 1 });
  const { data: who } = useEngine(
    'contributors',
    view.who && cell ? { recipe, step: view.k, prev: from, next: to, limit: LISTED } : null,
  );
  const playback = usePlayback({
    recipe,
    step: view.k,
    total: recipe.steps,
    onStep: (k) => change({ k }),
  });

  const label = (token: number): string => table?.labels[token] ?? '';
  const count = table && cell ? table.counts[from * table.size + to] : 0;
  const total = table?.rowTotals[from] ?? 0;
  const p = row?.p[to] ?? 0;
  usePublish({
    'table.from': label(from),
    'table.to': label(to),
    'table.count': words.text('number', { value: count }),
    'table.total': words.text('number', { value: total }),
    'table.p': p.toFixed(3),
    'table.nats': p > 0 ? (-Math.log(p)).toFixed(2) : '∞',
    'table.step': words.text('number', { value: view.k }),
  });

  const values = {
    from: label(from),
    to: label(to),
    count,
    total,
    p: p.toFixed(3),
    names: who?.total ?? 0,
  };
  const sentence =
    view.k === 0
      ? words.say('empty', { cells: table ? table.size ** 2 : 0 })
      : view.who && who
        ? words.say('who', { ...values, first: who.items[0]?.text ?? '' })
        : words.say('sentence', values);

  return (
    <FigureFrame
      title={words.say('title')}
      caption={words.say('caption')}
      live={live}
      busy={busy}
      fault={fault}
      moving={playback.playing}
      touched={story.touched}
      onResume={story.resume}
      sentence={sentence}
      picture={({ width, height }) =>
        table && (
          <>
            <MatrixWithMarginals
              width={width}
              height={view.who ? height - 46 : height}
              label={words.text('label')}
              description={words.text('description', { k: view.k, seen: table.seen })}
              matrix={{ values: table.counts, rows: table.size, columns: table.size }}
              rowLabels={table.labels}
              columnLabels={table.labels}
              words={{ rowAxis: words.text('this'), columnAxis: words.text('next') }}
              thread={thread}
              threadKey={lens}
              selected={cell}
              highlighted={lit === 'pair' || lit === 'count' ? cell : null}
              rowTotals={{ values: table.rowTotals, label: words.text('seen') }}
              columnTotals={{ values: table.columnTotals }}
              distribution={
                view.who || !row
                  ? undefined
                  : {
                      values: row.p,
                      label: words.text('after', { from: label(from) }),
                      format: (x) => x.toFixed(3),
                    }
              }
              announce={(i, j) =>
                words.text('cell', {
                  from: label(i),
                  to: label(j),
                  count: table.counts[i * table.size + j],
                })
              }
              onSelect={(i, j) => change({ cell: [i, j], who: true })}
            />
            {view.who && who && (
              <ul
                className="who"
                aria-label={words.text('whoLabel', { from: label(from), to: label(to) })}
              >
                {who.items.slice(0, 14).map((item) => (
                  <li key={item.index}>
                    <button
                      type="button"
                      className="tool"
                      dir="auto"
                      onClick={() => setLens(item.text)}
                    >
                      {item.text}
                    </button>
                  </li>
                ))}
                {who.total > 14 && <li>{words.text('more', { count: who.total - 14 })}</li>}
              </ul>
            )}
          </>
        )
      }
      table={() => ({
        caption: words.text('label'),
        columns: [
          { key: 'from', label: words.text('this') },
          { key: 'to', label: words.text('next') },
          { key: 'count', label: words.text('count'), numeric: true },
        ],
        rows: table
          ? [...table.counts.keys()]
              .filter((i) => table.counts[i] > 0)
              .toSorted((a, b) => table.counts[b] - table.counts[a])
              .map((i) => [
                label(Math.floor(i / table.size)),
                label(i % table.size),
                table.counts[i],
              ])
          : [],
      })}
      run={
        <RunBar
          step={view.k}
          total={recipe.steps}
          losses={run?.losses ?? []}
          seed={recipe.seed}
          playback={playback}
          onStep={(k) => change({ k })}
        />
      }
    />
  );
}
