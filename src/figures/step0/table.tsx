import { useMemo } from 'react';
import { fixed, type Cell } from '../../charts/index.ts';
import { useEngine } from '../../reader/engine.ts';
import { usePublish } from '../../reader/facts.ts';
import { useMessages } from '../../reader/messages.tsx';
import { usePlayback } from '../../reader/playback.ts';
import { useLens, useRecipe } from '../../reader/reader.ts';
import { setLens } from '../../reader/state.ts';
import { useStory } from '../../reader/story.ts';
import { FigureFrame } from '../frame.tsx';
import { Predict, usePrediction } from '../predict.tsx';
import { RunBar } from '../run-bar.tsx';
import { TablePicture } from './table-picture.tsx';
import { fullest, sameCell } from './table-view.ts';

interface View {
  /** Names counted. */
  k: number;
  /** Which pair of the lens name is chosen; a box of its own wins over it. */
  pair: number;
  cell: Cell | null;
  /** Show who filled the chosen box, in place of the row's distribution. */
  who: boolean;
}

const START: View = { k: 0, pair: 0, cell: null, who: false };
/** The beat that asks which box will be darkest. */
const ASKS = 3;
/** Names asked for behind a box. */
const LISTED = 20;

export default function TableFigure() {
  const words = useMessages('table');
  const recipe = useRecipe();
  const lens = useLens();
  const { steps } = recipe;
  const beats = useMemo<View[]>(
    () => [
      START,
      { ...START, k: Math.min(1, steps) },
      { ...START, k: Math.min(10, steps), pair: 3 },
      { ...START, k: steps, pair: 3 },
      { ...START, k: steps, pair: 3, who: true },
    ],
    [steps],
  );
  const story = useStory(beats);
  const { view, change } = story;
  const guess = usePrediction<Cell>({
    beat: story.beat,
    at: ASKS,
    touched: story.touched,
    about: JSON.stringify([recipe, lens]),
  });

  const { data: table, live, busy, fault } = useEngine('state', { recipe, step: view.k });
  const { data: run } = useEngine('losses', { recipe });
  const { data: name } = useEngine('surprise', { recipe, step: view.k, text: lens, alpha: 1 });
  const thread = useMemo<Cell[]>(
    () => (name?.tokens ?? []).slice(1).map((next, i) => [name!.tokens[i], next]),
    [name],
  );
  const cell: Cell | null = view.cell ?? thread[Math.min(view.pair, thread.length - 1)] ?? null;
  const [from, to] = cell ?? [0, 0];
  const answered = guess.revealed || guess.skipped;
  const truth = table && answered ? fullest(table.counts, table.size) : null;
  const { data: row } = useEngine('row', cell && { recipe, step: view.k, prev: from, alpha: 1 });
  const { data: truthRow } = useEngine(
    'row',
    truth && { recipe, step: view.k, prev: truth[0], alpha: 1 },
  );
  const { data: who } = useEngine(
    'contributors',
    view.who && cell ? { recipe, step: view.k, prev: from, next: to, limit: LISTED } : null,
  );
  const playback = usePlayback({
    recipe,
    step: view.k,
    total: steps,
    onStep: (k) => change({ k }),
  });

  const label = (token: number): string => table?.labels[token] ?? '';
  const countOf = ([i, j]: Cell) => table?.counts[i * table.size + j] ?? 0;
  const count = cell ? countOf(cell) : 0;
  const total = table?.rowTotals[from] ?? 0;
  const p = row?.p[to] ?? 0;
  const nats = name?.nats[thread.findIndex((step) => sameCell(step, cell))];
  const number = (value: number) => words.text('number', { value });
  usePublish({
    'table.from': label(from),
    'table.to': label(to),
    'table.count': number(count),
    'table.total': number(total),
    'table.p': fixed(3)(p),
    ...(nats === undefined ? {} : { 'table.nats': fixed(2)(nats) }),
    'table.step': number(view.k),
  });

  const letter = (token: number) => <bdi key={`letter${token}`}>{label(token)}</bdi>;
  const sentence = () => {
    if (guess.asking || !table) return null;
    if (truth) {
      const found = { t1: letter(truth[0]), t2: letter(truth[1]), tc: countOf(truth) };
      if (!guess.guess) return words.say('fullestIs', { ...found, seen: table.seen });
      const [g1, g2] = guess.guess;
      const right = countOf(guess.guess) === found.tc;
      const yours = { g1: letter(g1), g2: letter(g2), gc: countOf(guess.guess) };
      return words.say(right ? 'guessedRight' : 'guessed', { ...found, ...yours });
    }
    if (view.k === 0) return words.say('empty', { cells: table.size ** 2 });
    const said = { from: letter(from), to: letter(to), count, total };
    if (!view.who || !who || who.total === 0) return words.say('sentence', said);
    const first = (
      <bdi key="first" dir="auto">
        {who.items[0]?.text}
      </bdi>
    );
    return words.say('who', { ...said, names: who.total, first });
  };

  return (
    <FigureFrame
      title={words.say('title')}
      caption={words.say('caption')}
      fallback={{ width: 468, height: 474 }}
      live={live}
      busy={busy}
      fault={fault}
      moving={playback.playing}
      touched={story.touched}
      onResume={() => {
        playback.pause();
        story.resume();
      }}
      sentence={sentence()}
      predict={
        guess.asking && (
          <Predict question={words.say('question', { k: view.k })} prediction={guess} />
        )
      }
      picture={(size) =>
        table && (
          <TablePicture
            size={size}
            words={words}
            table={table}
            thread={thread}
            lens={lens}
            cell={cell}
            row={truth ? truthRow : row}
            who={view.who ? (who ?? { total: 0, items: [] }) : null}
            hidden={guess.asking}
            guess={guess.guess}
            truth={truth}
            onSelect={(box) => {
              if (!guess.asking) {
                change({ cell: box, who: !(view.who && sameCell(box, cell)) });
              } else if (sameCell(box, guess.guess)) guess.reveal();
              else guess.setGuess(box);
            }}
            onChoose={(chosen) => {
              change({ cell });
              setLens(chosen);
            }}
          />
        )
      }
      table={() => ({
        caption: words.text('label'),
        columns: [
          { key: 'from', label: words.text('this') },
          { key: 'to', label: words.text('next') },
          { key: 'count', label: words.text('count'), numeric: true },
        ],
        rows:
          table && !guess.asking
            ? [...table.counts.keys()]
                .filter((i) => table.counts[i] > 0)
                .toSorted((a, b) => table.counts[b] - table.counts[a])
                .map((i) => [
                  label(Math.floor(i / table.size)),
                  label(i % table.size),
                  number(table.counts[i]),
                ])
            : [],
      })}
      run={
        <RunBar
          step={view.k}
          total={steps}
          losses={run?.losses ?? []}
          seed={recipe.seed}
          playback={playback}
          onStep={(k) => change({ k })}
        />
      }
    />
  );
}
