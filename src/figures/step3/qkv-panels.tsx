import { useMemo } from 'react';
import { toned } from '../../charts/color.ts';
import { gapLines } from '../../charts/matrix/cells.ts';
import { largest } from '../../charts/ramp.ts';
import { useLink } from '../../reader/links.ts';
import type { Box } from '../step1/matrices.ts';
import { MatrixCells } from '../step1/matrix-cells.tsx';
import { px } from '../px.ts';
import type { QkvPictureProps } from './qkv-picture.tsx';
import type { QkvLayout } from './qkv-view.ts';

interface Props extends QkvPictureProps {
  at: QkvLayout;
}

const PLACE = { q: 0, k: 1, v: 2 } as const;
const KEYS = { q: 'query', k: 'key', v: 'value' } as const;

/** The cells of the panels, under the picture: brown below zero, blue above, one ink for all. */
export function PanelCells({
  at,
  attention,
  names,
}: Pick<Props, 'at' | 'attention'> & { names: readonly ('q' | 'k' | 'v')[] }) {
  const ink = useMemo(
    () => largest([...attention.q, ...attention.k, ...attention.v].flat()),
    [attention],
  );
  return names.map((name) => (
    <RowCells
      key={name}
      rows={attention[name]}
      ink={ink}
      box={{
        x: at.panels[PLACE[name]],
        y: at.top,
        width: at.panel,
        height: at.row * attention[name].length,
      }}
    />
  ));
}

function RowCells({
  rows,
  ink,
  box,
}: {
  rows: readonly (readonly number[])[];
  ink: number;
  box: Box;
}) {
  const values = useMemo(() => rows.flat(), [rows]);
  return (
    <MatrixCells values={values} rows={rows.length} cols={rows[0].length} ink={ink} box={box} />
  );
}

/** What stands around one panel’s cells: its name, its frame, the chosen row. */
export function Panel(
  props: Props & { name: 'q' | 'k' | 'v'; chosen: number | null; hovered: number | null },
) {
  const { at, name, attention, chosen, hovered, words, t, reach } = props;
  const rows = attention[name];
  const link = useLink(KEYS[name]);
  const columns = rows[0].length;
  const x = at.panels[PLACE[name]];
  const cell = at.panel / columns;
  const reached = name === 'k' && reach !== 'rows' ? t + 1 : rows.length;
  return (
    <g {...link.bind} data-lit={link.lit || undefined} className="qkv-panel">
      <text className="c-label" style={{ fill: toned(KEYS[name]) }} x={px(x)} y={at.head}>
        {words.text(`names.${name}`)}
      </text>
      <g transform={`translate(${x.toFixed(1)} ${at.top})`}>
        <path
          className="c-gaps"
          d={gapLines({ rows: rows.length, columns, values: [] }, cell, at.row)}
        />
        <rect
          className="c-frame"
          style={link.lit ? { stroke: toned(KEYS[name]), strokeWidth: 1.75 } : undefined}
          width={px(at.panel)}
          height={px(at.row * rows.length)}
        />
        {reached < rows.length && (
          <rect
            className="qkv-unread"
            y={at.row * reached + 0.5}
            x={-1}
            width={at.panel + 2}
            height={at.row * (rows.length - reached) + 1}
          />
        )}
        {hovered !== null && hovered !== chosen && (
          <rect className="c-hover" y={hovered * at.row} width={at.panel} height={at.row} />
        )}
        {chosen !== null && (name === 'q' || reach !== 'rows') && (
          <rect
            className="qkv-chosen"
            y={px(chosen * at.row)}
            width={px(at.panel)}
            height={px(at.row)}
          />
        )}
      </g>
    </g>
  );
}

/** The chosen query's sum with each key, beside the key: what softmax will be given. */
export function KeySums({ at, words, attention, sums, t, s, guess, format, lit }: Props) {
  const link = useLink('score');
  const x = at.panels[2];
  const number = 48 * at.scale;
  const room = at.panel - number;
  const values = sums ?? [];
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const place = (value: number) => x + ((value - low) / (high - low || 1)) * room;
  const zero = place(0);
  const tall = Math.min(at.row * 0.62, 12 * at.scale);
  return (
    <g {...link.bind}>
      <text className="c-label" style={{ fill: toned('activation') }} x={px(x)} y={at.head}>
        {words.text('names.sums', { letter: attention.letters[t] })}
      </text>
      {sums?.map((value, n) => {
        const y = px(at.top + (n + 0.5) * at.row);
        return (
          <g key={n}>
            <rect
              style={{ fill: toned('activation', n === s ? 1 : 0.5) }}
              x={px(Math.min(zero, place(value)))}
              width={px(Math.abs(place(value) - zero))}
              y={px(y - tall / 2)}
              height={tall}
            />
            <text
              className={n === s ? 'c-mono c-strong qkv-sum' : 'c-mono qkv-sum'}
              x={px(x + at.panel)}
              y={y}
              dominantBaseline="central"
              textAnchor="end"
            >
              {format(value)}
            </text>
          </g>
        );
      })}
      {sums && (
        <path
          className="c-axis"
          style={lit === 'score' ? { stroke: toned('activation'), strokeWidth: 1.75 } : undefined}
          d={`M${zero.toFixed(1)} ${at.top}V${(at.top + sums.length * at.row).toFixed(1)}`}
        />
      )}
      {guess !== null && guess <= t && (
        <rect
          className="qkv-guess"
          x={at.panels[1] - 3}
          width={at.panel + 6}
          y={at.top + guess * at.row - 2}
          height={at.row + 4}
        />
      )}
    </g>
  );
}
