import { useRef } from 'react';
import {
  MatrixWithMarginals,
  type Cell,
  type MatrixWithMarginalsProps,
} from '../../charts/index.ts';
import { columnX, matrixLayout, rowY, type MatrixLayout } from '../../charts/matrix/layout.ts';
import { sansWidth } from '../../charts/text.ts';
import { useLink, useLitKey } from '../../reader/links.ts';
import type { Messages } from '../../reader/messages.tsx';
import { pointAt } from '../../reader/state.ts';
import type { Result, TableState } from '../../worker/protocol.ts';
import type { Size } from '../frame.tsx';
import { useTextScale } from '../text-scale.ts';
import { Who } from '../who.tsx';
import { namesThatFit, sameCell, tie } from './table-view.ts';

export interface TablePictureProps {
  size: Size;
  words: Messages;
  table: TableState;
  /** Path of the lens name, and the name itself. */
  thread: readonly Cell[];
  lens: string;
  /** The chosen box and its row as a distribution. */
  cell: Cell | null;
  row: Result<'row'> | undefined;
  /** Names behind the chosen box; null: show the distribution instead. */
  who: Result<'contributors'> | null;
  /** A question stands: nothing that answers it is drawn. */
  hidden: boolean;
  /** The reader's guess, and the fullest box once it may be seen. */
  guess: Cell | null;
  truth: Cell | null;
  onSelect: (cell: Cell) => void;
  onChoose: (name: string) => void;
}

/** Height of the strip under the square: the distribution, or two rows of names, px. */
const STRIP = 54;
/** Height of a row of names beside the square, px. */
const ROW = 26;
/** Below this height of picture the square gets all of it; names stand at its side. */
const COMPACT = 330;
const NAME_SIZE = 13;
const NAME_GAP = 14;

/** The square of counts with its thread and margins, and whatever stands under or beside it. */
export function TablePicture(props: TablePictureProps) {
  const { size, words, table, cell, row, who, hidden, truth } = props;
  const lit = useLitKey();
  const root = useRef<HTMLDivElement>(null);
  const scale = useTextScale(root);
  const compact = size.height < COMPACT;
  const blank = { values: new Array<number>(table.size).fill(0) };
  const label = (token: number) => table.labels[token];
  const chosen = truth || hidden ? null : cell;
  const after = words.text('after', { from: label((truth ?? cell ?? [0])[0]) });
  // An unseen label keeps the square its size while nothing may be said.
  const kept = '\u00a0'.repeat(after.length);
  const matrix: MatrixWithMarginalsProps = {
    width: size.width,
    height: who && !compact ? size.height - STRIP * scale + 2 : size.height,
    textScale: scale,
    label: words.text('label'),
    description: words.text(hidden ? 'descriptionHidden' : 'description', {
      k: table.step,
      seen: table.seen,
    }),
    matrix: {
      values: hidden ? new Uint32Array(table.size ** 2) : table.counts,
      rows: table.size,
      columns: table.size,
    },
    rowLabels: table.labels,
    columnLabels: table.labels,
    words: compact ? {} : { rowAxis: words.text('this'), columnAxis: words.text('next') },
    thread: props.thread,
    threadKey: props.lens,
    selected: hidden ? props.guess : chosen,
    marks: truth ? [truth] : [],
    highlighted: lit === 'pair' || lit === 'count' ? chosen : null,
    rowTotals: {
      ...(hidden ? blank : { values: table.rowTotals }),
      label: compact && who ? undefined : words.text('seen'),
    },
    columnTotals: compact ? undefined : hidden ? blank : { values: table.columnTotals },
    distribution:
      who || compact
        ? undefined
        : row && !hidden && table.step > 0
          ? {
              values: row.counts,
              label: after,
              format: (x) => words.text('number', { value: x }),
              quantity: 'parameter',
            }
          : { ...blank, label: kept, format: () => '' },
  };
  const beside = who !== null && compact;
  const at = matrixLayout(matrix);
  const right = at.left + at.gridWidth + 12;
  return (
    <div className="table-picture" ref={root} data-lit={lit ?? undefined}>
      <MatrixWithMarginals
        {...matrix}
        rowTotals={beside ? undefined : matrix.rowTotals}
        announce={(i, j) =>
          words.text(hidden ? 'box' : 'cell', {
            from: label(i),
            to: label(j),
            count: hidden ? 0 : table.counts[i * table.size + j],
          })
        }
        onSelect={(i, j) => props.onSelect([i, j])}
        onHover={(over) =>
          pointAt(over === null || hidden ? null : sameCell(over, cell) ? 'pair' : 'count')
        }
      />
      {!beside && !hidden && <RowTotals at={at} row={chosen?.[0] ?? null} lit={lit} />}
      {truth && <GuessAndTruth {...props} at={at} />}
      {who && cell && (
        <div
          className={beside ? 'table-who table-who-beside' : 'table-who'}
          style={
            beside
              ? { left: right, width: size.width - right, height: at.top + at.gridHeight }
              : { width: size.width, height: (STRIP - 6) * scale }
          }
        >
          <WhoList
            {...props}
            cell={cell}
            who={who}
            room={
              beside
                ? { width: 1, rows: Math.floor((at.top + at.gridHeight) / (ROW * scale)) - 1 }
                : { width: size.width / scale, rows: 2 }
            }
          />
        </div>
      )}
    </div>
  );
}

function WhoList(
  props: TablePictureProps & {
    cell: Cell;
    who: Result<'contributors'>;
    room: { width: number; rows: number };
  },
) {
  const { who, cell, table, words, room } = props;
  const [from, to] = cell.map((token) => table.labels[token]);
  if (who.total === 0) return <p className="table-nobody">{words.text('nobody')}</p>;
  const all = who.items.map((item) => item.text);
  const tail = sansWidth(words.text('more', { count: who.total }), NAME_SIZE) + NAME_GAP;
  const cut = who.total > all.length;
  const fit = namesThatFit(cut ? [...all, ''] : all, {
    ...room,
    size: NAME_SIZE,
    gap: NAME_GAP,
    tail,
  });
  const shown = Math.max(1, Math.min(fit, all.length));
  return (
    <Who
      label={words.text('whoLabel', { from, to })}
      items={who.items.slice(0, shown)}
      from={cell[0] === table.bos ? null : from}
      to={cell[1] === table.bos ? null : to}
      lens={props.lens}
      more={shown < who.total ? words.text('more', { count: who.total - shown }) : null}
      onChoose={props.onChoose}
    />
  );
}

/** The bars at the right belong to the key `row-total`; the chosen row's is outlined with it. */
function RowTotals({ at, row, lit }: { at: MatrixLayout; row: number | null; lit: string | null }) {
  const { bind } = useLink('row-total');
  const x = at.left + at.gridWidth + 4;
  return (
    <>
      <span
        {...bind}
        className="table-totals"
        style={{ left: x, top: at.top, width: at.rowBar + 2, height: at.gridHeight }}
      />
      {lit === 'row-total' && row !== null && (
        <span
          className="table-total-on"
          style={{ left: x, top: rowY(at, row), width: at.rowBar + 2, height: at.cellHeight }}
        />
      )}
    </>
  );
}

/** An open red ring where the reader guessed, tied to the fullest box. */
function GuessAndTruth({ at, guess, truth, words }: TablePictureProps & { at: MatrixLayout }) {
  const middle = ([row, column]: Cell) =>
    [columnX(at, column) + at.cellWidth / 2, rowY(at, row) + at.cellHeight / 2] as const;
  const ring = at.cellWidth / 2 + 4;
  const [from, to] = [guess && middle(guess), truth && middle(truth)];
  const right = sameCell(guess, truth);
  const said = words.text(right ? 'guessRight' : 'yours');
  const before = from !== null && from[0] + ring + sansWidth(said, 14) > at.left + at.gridWidth;
  return (
    <svg
      className="table-guess"
      width={at.width}
      height={at.height}
      viewBox={`0 0 ${at.width} ${at.height}`}
      aria-hidden="true"
    >
      {from && to && !right && (
        <path className="c-guess-tie" d={tie(from, to, [ring, at.cellWidth / 2 + 2]) ?? ''} />
      )}
      {from && <circle className="c-guess" cx={from[0]} cy={from[1]} r={ring} />}
      {from && (
        <text
          className="table-note"
          x={before ? from[0] - ring - 4 : from[0] + ring + 4}
          y={from[1] + 4.5}
          textAnchor={before ? 'end' : 'start'}
        >
          {said}
        </text>
      )}
    </svg>
  );
}
