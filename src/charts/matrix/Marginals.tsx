import { largest } from '../ramp.ts';
import { quantityColor, toned } from '../color.ts';
import { monoWidth } from '../text.ts';
import { columnX, rowY } from './layout.ts';
import type { MatrixLayout } from './layout.ts';
import type { MatrixWithMarginalsProps } from './props.ts';

type Props = MatrixWithMarginalsProps & { layout: MatrixLayout };

const bar = (x: number, y: number, width: number, height: number) =>
  `M${x} ${y}h${Math.round(width * 100) / 100}v${Math.round(height * 100) / 100}h${
    -Math.round(width * 100) / 100
  }z`;

/** Space on each side of a bar in its row or column, px. */
const insetOf = (cell: number) => (cell >= 10 ? 2 : cell >= 4 ? 0.75 : 0);

/** Row totals at the right and column totals above, on one scale. */
export function TotalBars(props: Props) {
  const { layout: at, rowTotals, columnTotals, selected, textScale = 1 } = props;
  const most = Math.max(largest(rowTotals?.values ?? []), largest(columnTotals?.values ?? [])) || 1;
  const inset = insetOf(at.cellHeight);
  const x = at.left + at.gridWidth + 5;
  const foot = at.top - at.size - 5 * textScale;
  const row = (i: number) =>
    bar(
      x,
      rowY(at, i) + inset,
      ((rowTotals?.values[i] ?? 0) / most) * at.rowBar,
      at.cellHeight - 2 * inset,
    );
  const column = (j: number) => {
    const tall = ((columnTotals?.values[j] ?? 0) / most) * (at.columnBar - 1);
    return bar(columnX(at, j) + inset, foot - tall, at.cellWidth - 2 * inset, tall);
  };
  const all = (count: number, one: (i: number) => string) =>
    Array.from({ length: count }, (_, i) => one(i)).join('');
  return (
    <>
      {rowTotals && <path className="c-total" d={all(rowTotals.values.length, row)} />}
      {columnTotals && <path className="c-total" d={all(columnTotals.values.length, column)} />}
      {rowTotals && selected && <path className="c-total c-on" d={row(selected[0])} />}
      {columnTotals && selected && <path className="c-total c-on" d={column(selected[1])} />}
      {rowTotals?.label && (
        <text className="c-note" x={x} y={at.top - 5 * textScale}>
          {rowTotals.label}
        </text>
      )}
    </>
  );
}

/** The selected row's numbers as bars under their own columns, the selected one labelled. */
export function Distribution(props: Props) {
  const { layout: at, distribution, selected, textScale = 1 } = props;
  if (!distribution) return null;
  const { values, quantity = 'probability' } = distribution;
  const most = largest(values) || 1;
  const inset = insetOf(at.cellWidth);
  const column = (j: number) => {
    const tall = (Math.min(values[j], most) / most) * at.distributionBar;
    return bar(columnX(at, j) + inset, at.baseline - tall, at.cellWidth - 2 * inset, tall);
  };
  const chosen = selected?.[1];
  const text = chosen === undefined ? '' : distribution.format(values[chosen]);
  const half = monoWidth(text, at.size) / 2;
  const middle = chosen === undefined ? 0 : columnX(at, chosen) + at.cellWidth / 2;
  return (
    <>
      <path className="c-axis" d={`M${at.left} ${at.baseline + 0.5}h${at.gridWidth}`} />
      <path
        style={{ fill: toned(quantity, 0.42) }}
        d={Array.from(values, (_, j) => (j === chosen ? '' : column(j))).join('')}
      />
      {chosen !== undefined && (
        <>
          <path style={{ fill: quantityColor(quantity) }} d={column(chosen)} />
          <text
            className="c-mono c-strong"
            style={{ fill: quantityColor(quantity) }}
            x={Math.max(half, Math.min(at.width - half, middle))}
            y={at.baseline + 12.5 * textScale}
            textAnchor="middle"
          >
            {text}
          </text>
        </>
      )}
      {distribution.label && (
        <text
          className="c-note"
          style={{ fill: quantityColor(quantity) }}
          x={at.left + at.gridWidth + 5}
          y={at.baseline}
        >
          {distribution.label}
        </text>
      )}
    </>
  );
}
