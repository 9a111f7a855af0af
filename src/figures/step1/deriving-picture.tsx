import { useMemo, useRef, useState } from 'react';
import type { Cell } from '../../charts/index.ts';
import { Frame } from '../../charts/Frame.tsx';
import { ListCursor } from '../../charts/ListCursor.tsx';
import { GridCursor } from '../../charts/matrix/GridCursor.tsx';
import { largest } from '../../charts/ramp.ts';
import { useLink } from '../../reader/links.ts';
import type { Messages } from '../../reader/messages.tsx';
import type { PairPass } from '../../worker/protocol.ts';
import type { Size } from '../frame.tsx';
import { useTextScale } from '../text-scale.ts';
import { Column, GatePanel, LogitsPanel, Margins, WteFrame } from './deriving-panels.tsx';
import { DerivingRows } from './deriving-rows.tsx';
import {
  extentOf,
  outerOf,
  productOf,
  rowsOf,
  type Lane,
  type Row,
  type Stage,
} from './deriving-view.ts';
import { MatrixCells } from './matrix-cells.tsx';

export interface DerivingPictureProps {
  size: Size;
  words: Messages;
  pass: PairPass;
  labels: readonly string[];
  stage: Stage;
  spot: readonly [number, number];
  lit: string | null;
  announce: (row: number, col: number) => string;
  onChoose: (spot: readonly [number, number]) => void;
}

/** Keys that words, equations and code have for the rows. */
const ROWS_OF_KEY: Readonly<Record<string, readonly Row[]>> = {
  embedding: ['x'],
  hidden: ['h', 'a'],
  logits: ['logits'],
  probability: ['probs'],
};
const KEYS: Readonly<Record<Stage, string>> = {
  logits: 'logits',
  fc2: 'fc2',
  gate: 'hidden',
  fc1: 'fc1',
  wte: 'wte',
};
/** Lower pictures show only the two rows at hand, px. */
const LOW = 330;

/** The pass of one pair, what has come back, and the stage at hand enlarged. */
export function DerivingPicture(props: DerivingPictureProps) {
  const { size, words, pass, labels, stage, spot, lit } = props;
  const root = useRef<HTMLDivElement>(null);
  const scale = useTextScale(root);
  const link = useLink(KEYS[stage]);
  const [hovered, setHovered] = useState<Cell | null>(null);
  const { width, height } = size;
  const roomy = height >= LOW;
  const rows = rowsOf(stage, roomy);
  const left = Math.round((roomy ? 62 : 56) * scale);
  const right = width - Math.round((roomy ? 54 : 49) * scale);
  const pitch = roomy ? Math.min(46, (height * 0.46) / 4.6) : 36;
  const upper = Math.round(pitch * (rows.length - (rows.at(-1) === 'probs' ? 0.5 : 0)) + 6);
  const outer = outerOf(stage, pass);
  const head = outer ? 20 : stage === 'wte' ? 18 * scale : 4;
  const box: Lane = {
    x: left,
    y: upper + head + (roomy ? 20 * scale : 4),
    width: right - left,
    height: 0,
  };
  const panel: Lane = { ...box, height: Math.max(40, height - box.y - 4) };
  const [count, cols] = extentOf(stage, pass);
  const values = useMemo(() => {
    const product = outerOf(stage, pass);
    return product ? productOf(product) : null;
  }, [pass, stage]);
  const pick = outer ? spot : ([spot[0], 0] as const);
  const own = { pass, labels, box: panel, scale, at: spot[0] };
  const column = stage === 'wte' ? labels.length : count;
  const cell = panel.height / Math.max(1, count);
  const wteColumn: Lane = {
    x: panel.x + (pass.token * panel.width) / labels.length,
    y: panel.y,
    width: panel.width / labels.length,
    height: panel.height,
  };
  return (
    <div className="deriving" ref={root} data-lit={lit ?? undefined}>
      <div className="c-chart" style={{ width, height }} {...link.bind}>
        {values && outer && (
          <MatrixCells values={values} rows={count} cols={cols} ink={largest(values)} box={panel} />
        )}
        {stage === 'wte' && (
          <MatrixCells
            values={pass.dx}
            rows={count}
            cols={1}
            ink={largest(pass.dx)}
            box={wteColumn}
          />
        )}
        <Frame
          width={width}
          height={height}
          textScale={scale}
          label={words.text('picture')}
          description={words.text(`description.${stage}`)}
        >
          <DerivingRows
            pass={pass}
            stage={stage}
            rows={rows}
            left={left}
            right={right}
            pitch={pitch}
            scale={scale}
            lit={lit ? (ROWS_OF_KEY[lit] ?? []) : []}
            ways={{
              x: words.text('ways.x'),
              h: words.text('ways.h'),
              a: words.text('ways.a'),
              logits: words.text('ways.logits'),
            }}
          />
          {roomy && (
            <text className="c-note" x={0} y={upper + 15 * scale}>
              {words.say(`panel.${stage}`)}
            </text>
          )}
          {stage === 'logits' && <LogitsPanel {...own} />}
          {stage === 'gate' && <GatePanel {...own} />}
          {stage === 'wte' && <WteFrame {...own} tokens={pass.tokens} />}
          {outer && <Margins outer={outer} box={panel} side={left - 34} head={18} />}
          {outer && <Cross box={panel} rows={count} cols={cols} at={spot} />}
          {(stage === 'logits' || stage === 'gate') && (
            <Column box={panel} count={column} at={spot[0]} />
          )}
          {stage === 'wte' && (
            <rect
              className="c-selected"
              x={wteColumn.x - 1}
              y={panel.y + spot[0] * cell - 1}
              width={wteColumn.width + 2}
              height={cell + 2}
            />
          )}
        </Frame>
        {outer ? (
          <GridCursor
            width={width}
            label={words.text(`grid.${stage}`)}
            matrix={{ values: values ?? [], rows: count, columns: cols }}
            layout={{
              ...NOTHING,
              left: panel.x,
              top: panel.y,
              cellWidth: panel.width / cols,
              cellHeight: cell,
              gridWidth: panel.width,
              gridHeight: panel.height,
            }}
            hovered={hovered}
            setHovered={setHovered}
            selected={pick}
            announce={props.announce}
            onSelect={(row, col) => props.onChoose([row, col])}
          />
        ) : (
          <ListCursor
            label={words.text(`grid.${stage}`)}
            slots={Array.from({ length: count }, (_, i) =>
              stage === 'wte'
                ? {
                    x: wteColumn.x - 6,
                    y: panel.y + i * cell,
                    width: wteColumn.width + 12,
                    height: cell,
                  }
                : {
                    x: panel.x + (i * panel.width) / count,
                    y: panel.y,
                    width: panel.width / count,
                    height: panel.height,
                  },
            )}
            name={(i) => props.announce(i, 0)}
            direction={stage === 'wte' ? 'vertical' : 'horizontal'}
            selected={spot[0]}
            hovered={hovered ? hovered[0] : null}
            setHovered={(i) => setHovered(i === null ? null : [i, 0])}
            onSelect={(i) => props.onChoose([i, 0])}
          />
        )}
      </div>
    </div>
  );
}

const NOTHING = {
  width: 0,
  height: 0,
  size: 0,
  labelRoom: 0,
  secondLane: 0,
  rowBar: 0,
  columnBar: 0,
  baseline: 0,
  distributionBar: 0,
};

/** A cell of a product, and the lines to the two numbers that it is made of. */
function Cross({
  box,
  rows,
  cols,
  at,
}: {
  box: Lane;
  rows: number;
  cols: number;
  at: readonly [number, number];
}) {
  const [wide, high] = [box.width / cols, box.height / rows];
  const [x, y] = [box.x + at[1] * wide, box.y + at[0] * high];
  return (
    <>
      <path
        className="deriving-cross"
        d={`M${x + wide / 2} ${box.y - 20}V${y}M${box.x - 26} ${y + high / 2}H${x}`}
      />
      <rect className="c-selected" x={x - 1.5} y={y - 1.5} width={wide + 3} height={high + 3} />
    </>
  );
}
