import { useCallback, useRef, useState, type ReactNode } from 'react';
import { GridCursor } from '../../charts/matrix/GridCursor.tsx';
import type { Cell } from '../../charts/index.ts';
import type { Messages } from '../../reader/messages.tsx';
import type { Way } from '../../worker/protocol.ts';
import { MatrixCells } from './matrix-cells.tsx';
import {
  MATRICES,
  cellBox,
  shortName,
  type CellAt,
  type MatricesLayout,
  type MatrixName,
} from './matrices.ts';
import { Loupe } from './weights-loupe.tsx';
import { Names, Ring, Thread, Units, outline } from './weights-marks.tsx';
import { gridOf, type Spot, type Weights } from './weights-view.ts';

export type { Weights } from './weights-view.ts';

export interface WeightsMapProps {
  words: Messages;
  width: number;
  height: number;
  at: MatricesLayout;
  /** Null until the reader's engine has answered: frames stand in. */
  weights: Weights | null;
  /** |value| at full ink. */
  ink: number;
  /** What the pair at hand makes of them: the embedding, the units behind their gates. */
  x: ArrayLike<number> | null;
  a: ArrayLike<number> | null;
  dial: CellAt | null;
  way: Way | null;
  labels: readonly string[];
  /** Where the thread goes on to after the last matrix. */
  end?: Spot | null;
  /** Sizes beside the names; names alone where there is no room. */
  titled: boolean;
  lit?: MatrixName | null;
  announce: (cell: CellAt) => string;
  onGrab: (cell: CellAt) => void;
  onHover?: (cell: CellAt | null) => void;
  /** SVG over the map, and what is operated there. */
  children?: ReactNode;
  over?: ReactNode;
}

/** A cell smaller than this cannot be hit with a finger, px. */
const FINGER = 20;
const EMPTY: readonly number[] = [];

/** The three matrices joined, with the thread of the name through them; each cell can be grabbed. */
export function WeightsMap(props: WeightsMapProps) {
  const { words, at, weights, ink, dial, way, width, height } = props;
  const touch = useRef<readonly [x: number, y: number] | null>(null);
  const [hovered, setHovered] = useState<{ tensor: MatrixName; cell: Cell } | null>(null);
  const [loupe, setLoupe] = useState<{ cell: CellAt; at: Spot } | null>(null);
  const close = useCallback(() => setLoupe(null), []);
  const { onGrab } = props;
  const cellFrom = (tensor: MatrixName, [row, column]: Cell): CellAt =>
    at.plates[tensor].turned ? { tensor, row: column, col: row } : { tensor, row, col: column };
  const grab = (cell: CellAt): void => {
    if (touch.current && weights && at.cell < FINGER) setLoupe({ cell, at: touch.current });
    else onGrab(cell);
  };
  const ringed = hovered && cellBox(at, cellFrom(hovered.tensor, hovered.cell));
  return (
    <div
      className="c-chart weights"
      style={{ width, height }}
      onPointerDownCapture={(event) => {
        const box = event.currentTarget.getBoundingClientRect();
        touch.current =
          event.pointerType === 'touch'
            ? [event.clientX - box.left, event.clientY - box.top]
            : null;
      }}
    >
      {MATRICES.map((name) => {
        const { rows, cols, turned } = at.plates[name];
        return (
          <MatrixCells
            key={name}
            values={weights?.[name] ?? null}
            rows={rows}
            cols={cols}
            turned={turned}
            ink={ink}
            box={at.plates[name]}
          />
        );
      })}
      <MatrixCells values={props.x} rows={at.plates.wte.cols} cols={1} ink={ink} box={at.x} />
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        {props.a && <Units values={props.a} box={at.h} />}
        <path
          className="c-frame"
          d={[...MATRICES.map((name) => at.plates[name]), at.x, at.h].map(outline).join('')}
        />
        <Names {...props} />
        {props.lit && <path className="c-hover" d={outline(at.plates[props.lit])} />}
        {way && (
          <Thread at={at} way={way} end={props.end ?? null} labels={props.labels} dial={dial} />
        )}
        {ringed && <Ring box={ringed} className="c-hover" grow={1.5} />}
        {dial && <Ring box={cellBox(at, dial)} className="c-selected" grow={2.5} />}
        {props.children}
      </svg>
      {MATRICES.map((name) => {
        const { rows, cols, turned } = at.plates[name];
        const chosen = dial?.tensor === name ? dial : null;
        return (
          <GridCursor
            key={name}
            width={width}
            label={words.text('matrix', { name: shortName(name), rows, cols })}
            matrix={{
              values: weights?.[name] ?? EMPTY,
              rows: turned ? cols : rows,
              columns: turned ? rows : cols,
            }}
            layout={gridOf(at, name)}
            hovered={hovered?.tensor === name ? hovered.cell : null}
            setHovered={(cell) => setHovered(cell && { tensor: name, cell })}
            onHover={(cell) => props.onHover?.(cell && cellFrom(name, cell))}
            selected={chosen && (turned ? [chosen.col, chosen.row] : [chosen.row, chosen.col])}
            announce={(row, column) => props.announce(cellFrom(name, [row, column]))}
            onSelect={(row, column) => grab(cellFrom(name, [row, column]))}
          />
        );
      })}
      {props.over}
      {loupe && weights && (
        <Loupe
          words={words}
          {...loupe}
          values={weights[loupe.cell.tensor]}
          rows={at.plates[loupe.cell.tensor].rows}
          cols={at.plates[loupe.cell.tensor].cols}
          turned={at.plates[loupe.cell.tensor].turned}
          ink={ink}
          room={{ width, height }}
          announce={props.announce}
          onGrab={onGrab}
          onClose={close}
        />
      )}
    </div>
  );
}
