import { toned } from '../../charts/color.ts';
import { largest } from '../../charts/ramp.ts';
import type { Quantity } from '../../charts/index.ts';
import type { PairPass } from '../../worker/protocol.ts';
import {
  KNOWN,
  STAGES,
  barsPath,
  rowsOf,
  type Lane,
  type Row,
  type Stage,
} from './deriving-view.ts';

export interface DerivingRowsProps {
  pass: PairPass;
  stage: Stage;
  rows: readonly Row[];
  /** Left and right end of the numbers, px; names stand before them. */
  left: number;
  right: number;
  /** Height of a row, px. */
  pitch: number;
  scale: number;
  /** The row whose word is pointed at. */
  lit: readonly Row[];
  /** What leads from each row to the next: a matrix, the gates. */
  ways: Readonly<Record<'x' | 'h' | 'a' | 'logits', string>>;
}

const GRADIENTS = { x: 'dx', h: 'dh', a: 'da', logits: 'dlogits' } as const;
const colorOf = (row: Row): Quantity =>
  row === 'x' ? 'parameter' : row === 'probs' ? 'probability' : 'activation';

/** The pass forward, a row of numbers under another, and under each what has come back to it. */
export function DerivingRows(props: DerivingRowsProps) {
  const { pass, rows, left, right, pitch, scale, lit, ways } = props;
  const reached = STAGES.indexOf(props.stage);
  const tall = Math.min(18, (pitch - 8) / 2);
  const hand = rowsOf(props.stage, false);
  return rows.map((row, k) => {
    const y = k * pitch;
    const lane: Lane = { x: left, y, width: right - left, height: tall };
    const back: Lane = { ...lane, y: y + tall + 2 };
    const values = pass[row];
    const signed = row !== 'probs' && row !== 'a';
    const gradient = row === 'probs' ? null : pass[GRADIENTS[row]];
    const known = row !== 'probs' && KNOWN[row] <= reached;
    const quantity = colorOf(row);
    const strong = lit.includes(row);
    return (
      <g key={row}>
        <path className="c-axis" d={`M${left} ${y + (signed ? tall / 2 : tall)}H${right}`} />
        <path
          style={{ fill: toned(quantity, strong ? 1 : hand.includes(row) ? 0.8 : 0.36) }}
          d={barsPath(values, lane, largest(values), signed)}
        />
        <text
          className="c-mono deriving-name"
          style={{ fill: `var(--${quantity})` }}
          x={left - 8}
          y={y + tall / 2 + 4 * scale}
          textAnchor="end"
        >
          {row}
        </text>
        {gradient && (
          <>
            <path
              className={known ? 'c-axis' : 'c-diagonal'}
              d={`M${left} ${back.y + tall / 2}H${right}`}
            />
            {known && (
              <path
                style={{ fill: toned('gradient', hand.includes(row) ? 1 : 0.42) }}
                d={barsPath(gradient, back, largest(gradient), true)}
              />
            )}
            <text
              className="c-mono deriving-name"
              style={{ fill: known ? 'var(--gradient)' : 'var(--ink-3)' }}
              x={left - 8}
              y={back.y + tall / 2 + 4 * scale}
              textAnchor="end"
            >
              {GRADIENTS[row as keyof typeof GRADIENTS]}
            </text>
          </>
        )}
        {row !== 'probs' && k + 1 < rows.length && (
          <text className="c-note deriving-way" x={right + 8} y={y + pitch + 2 * scale}>
            {ways[row]}
          </text>
        )}
      </g>
    );
  });
}
