import { useMemo, useRef, useState } from 'react';
import { toned } from '../../charts/color.ts';
import { Frame } from '../../charts/Frame.tsx';
import { GridCursor } from '../../charts/matrix/GridCursor.tsx';
import type { Cell } from '../../charts/index.ts';
import type { Dials } from '../../engine/by-hand.ts';
import { useTextScale } from '../text-scale.ts';
import { product } from './bend-view.ts';
import { cellsAt } from './forward-matrices.tsx';
import { MatrixCells } from './matrix-cells.tsx';
import type { Box } from './matrices.ts';

export interface ProductPictureProps {
  width: number;
  height: number;
  dials: Dials;
  labels: readonly string[];
  /** The logits of one letter, by both matrices and by their product. */
  ways: { readonly twice: readonly number[]; readonly once: readonly number[] };
  cell: Cell;
  onCell: (cell: Cell) => void;
  announce: (row: number, col: number, value: number) => string;
  words: {
    label: string;
    description: string;
    fc1: string;
    fc2: string;
    product: string;
    check: string;
  };
  lit: 'product' | 'logits' | null;
}

const HEAD = 17;
/** Between the two upper corners, px. */
const GAP = 22;
/** Cells lower than this cannot be told apart; the bars give their room to them, px. */
const LOWEST = 2.6;
const BARS = { least: 40, head: 22, letters: 16 };

interface Layout {
  readonly cellWidth: number;
  readonly cellHeight: number;
  readonly fc1: Box;
  readonly fc2: Box;
  readonly product: Box;
  readonly bars: Box | null;
  /** Height of the line of text over a matrix, px. */
  readonly head: number;
}

/** `fc2` under `fc1` on its side, both over the hidden units; their product at the left of `fc2`. */
function layoutOf(
  width: number,
  height: number,
  vocabulary: number,
  wide: number,
  scale: number,
): Layout {
  const units = 4 * wide;
  const across = (width - GAP) / (units + wide);
  const head = HEAD * scale;
  const [over, letters] = [BARS.head * scale, BARS.letters * scale];
  const bars = over + BARS.least + letters;
  const down = (room: number): number => (room - 2 * head) / (wide + vocabulary);
  const hasBars = Math.min(across, down(height - bars)) >= LOWEST;
  const tall = Math.min(across, down(hasBars ? height - bars : height));
  const left = wide * across + GAP;
  const fc2: Box = {
    x: left,
    y: 2 * head + wide * tall,
    width: units * across,
    height: vocabulary * tall,
  };
  const bottom = fc2.y + fc2.height;
  return {
    cellWidth: across,
    cellHeight: tall,
    fc1: { x: left, y: head, width: units * across, height: wide * tall },
    fc2,
    product: { x: 0, y: fc2.y, width: wide * across, height: fc2.height },
    bars: hasBars
      ? {
          x: 0,
          y: bottom + over,
          width,
          height: Math.min(120, height - bottom - over - letters),
        }
      : null,
    head,
  };
}

/** Two matrices in a row, the one that does the same, and the same logits by both. */
export function ProductPicture(props: ProductPictureProps) {
  const { width, height, dials, labels, ways, cell, words } = props;
  const [hovered, setHovered] = useState<Cell | null>(null);
  const { mlp_fc1: fc1, mlp_fc2: fc2 } = dials;
  const wide = fc1[0].length;
  const one = useMemo(() => product(fc2, fc1), [fc1, fc2]);
  const flat = useMemo(
    () => ({
      fc1: Float64Array.from(fc1.flat()),
      fc2: Float64Array.from(fc2.flat()),
      one: Float64Array.from(one.flat()),
    }),
    [fc1, fc2, one],
  );
  const root = useRef<HTMLDivElement>(null);
  const scale = useTextScale(root);
  const at = layoutOf(width, height, labels.length, wide, scale);
  const [row, col] = hovered ?? cell;
  const frame = ({ x, y, width: w, height: h }: Box) => ({
    x: x - 0.5,
    y: y - 0.5,
    width: w + 1,
    height: h + 1,
  });
  const y = at.product.y + (row + 0.5) * at.cellHeight;
  const x = at.product.x + (col + 0.5) * at.cellWidth;
  const top = at.fc1.y + (col + 0.5) * at.cellHeight;
  return (
    <div className="bend-product" style={{ height }} ref={root}>
      <MatrixCells values={flat.fc1} rows={4 * wide} cols={wide} turned ink={1} box={at.fc1} />
      <MatrixCells values={flat.fc2} rows={labels.length} cols={4 * wide} ink={1} box={at.fc2} />
      <MatrixCells values={flat.one} rows={labels.length} cols={wide} ink={2} box={at.product} />
      <Frame
        width={width}
        height={height}
        label={words.label}
        description={words.description}
        textScale={scale}
      >
        {[at.fc1, at.fc2, at.product].map((box) => (
          <rect key={`${box.x} ${box.y}`} className="c-frame" {...frame(box)} />
        ))}
        <text className="c-note bend-name" x={at.fc1.x} y={at.fc1.y - 5}>
          {words.fc1}
        </text>
        <text className="c-note bend-name" x={at.fc2.x} y={at.fc2.y - 5}>
          {words.fc2}
        </text>
        <text
          className="c-note bend-name"
          x={col < wide / 2 ? at.product.width : 0}
          y={at.product.y - 5}
          textAnchor={col < wide / 2 ? 'end' : 'start'}
        >
          {words.product}
        </text>
        {/* the row and the column that meet in the chosen cell */}
        <path
          className="c-thread c-thin"
          d={`M${x} ${y}V${at.product.y - at.head - 1}M${x} ${top}H${at.fc1.x - 1}M${x} ${top}V${at.product.y - at.head - 1}M${x} ${y}H${at.fc2.x - 1}`}
        />
        <rect
          className="c-hover"
          {...frame({ ...at.fc1, y: top - at.cellHeight / 2, height: at.cellHeight })}
        />
        <rect
          className="c-hover"
          {...frame({ ...at.fc2, y: y - at.cellHeight / 2, height: at.cellHeight })}
        />
        <rect
          className="c-selected"
          x={x - at.cellWidth / 2 - 1}
          y={y - at.cellHeight / 2 - 1}
          width={at.cellWidth + 2}
          height={at.cellHeight + 2}
        />
        {at.bars && (
          <Check
            at={at.bars}
            scale={scale}
            labels={labels}
            {...ways}
            note={words.check}
            lit={props.lit === 'logits'}
          />
        )}
      </Frame>
      <GridCursor
        width={width}
        label={words.product}
        matrix={{ values: flat.one, rows: labels.length, columns: wide }}
        layout={cellsAt(at.product, at)}
        selected={cell}
        hovered={hovered}
        setHovered={setHovered}
        announce={(r, c) => props.announce(r, c, one[r][c])}
        onSelect={(r, c) => props.onCell([r, c])}
      />
    </div>
  );
}

/** The logits of one letter: bars by two matrices in turn, outlines by their product. */
function Check(props: {
  at: Box;
  scale: number;
  labels: readonly string[];
  twice: readonly number[];
  once: readonly number[];
  note: string;
  lit: boolean;
}) {
  const { at, scale, labels, twice, once } = props;
  const low = Math.min(0, ...twice);
  const high = Math.max(0, ...twice) || 1;
  const pitch = at.width / labels.length;
  const bar = pitch * 0.62;
  const y = (value: number): number => at.y + ((high - value) / (high - low)) * at.height;
  const bars = (values: readonly number[], grow: number): string =>
    values
      .map((value, k) => {
        const x = (k + 0.5) * pitch - bar / 2 - grow;
        return `M${x.toFixed(1)} ${y(0).toFixed(1)}V${y(value).toFixed(1)}h${(bar + 2 * grow).toFixed(1)}V${y(0).toFixed(1)}z`;
      })
      .join('');
  const every = Math.max(1, Math.ceil((11 * scale) / pitch));
  return (
    <>
      <text className="c-note bend-name" x={0} y={at.y - 8}>
        {props.note}
      </text>
      <path style={{ fill: toned('activation', props.lit ? 0.7 : 0.42) }} d={bars(twice, 0)} />
      <path className="bend-once" d={bars(once, 1.5)} />
      <path className="c-axis" d={`M0 ${y(0)}H${at.width}`} />
      {labels.map((label, k) =>
        k % every === 0 ? (
          <text
            key={label}
            className="c-mono"
            x={(k + 0.5) * pitch}
            y={at.y + at.height + 3 + 10 * scale}
            textAnchor="middle"
          >
            {label}
          </text>
        ) : null,
      )}
    </>
  );
}
