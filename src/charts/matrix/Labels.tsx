import { clip, fitting, monoWidth } from '../text.ts';
import { ONE_LANE, TWO_LANES, columnX, rowY } from './layout.ts';
import type { MatrixLayout } from './layout.ts';
import type { HeatMapProps } from './props.ts';

type Props = HeatMapProps & { layout: MatrixLayout };

/** Rows and columns whose labels are bold: given, or those the thread passes. */
export function emphasised(props: HeatMapProps): { rows: Set<number>; columns: Set<number> } {
  const onThread = (props.thread ?? []).flatMap(([row, column]) => [row, column]);
  return {
    rows: new Set(props.emphasis?.rows ?? onThread),
    columns: new Set(props.emphasis?.columns ?? onThread),
  };
}

function tone(index: number, selected: number | undefined, bold: ReadonlySet<number>): string {
  if (index === selected) return 'c-mono c-mine';
  return bold.has(index) ? 'c-mono c-named' : 'c-mono';
}

/** Letters beside the rows and above the columns: axis and legend at once. */
export function Labels(props: Props) {
  const { layout: at, rowLabels = [], columnLabels = [], selected, words, textScale = 1 } = props;
  const bold = emphasised(props);
  const urgent = (first: number | undefined, set: ReadonlySet<number>) =>
    first === undefined ? [...set] : [first, ...set];
  const rows = fitting(
    rowLabels.map(() => at.size * (at.secondLane ? TWO_LANES : ONE_LANE)),
    at.cellHeight,
    urgent(selected?.[0], bold.rows),
  );
  const room = Math.max(at.cellWidth - 1, 3.1 * at.size);
  const columns = fitting(
    columnLabels.map((text) => Math.min(room, monoWidth(text, at.size)) + 0.8),
    at.cellWidth,
    urgent(selected?.[1], bold.columns),
  );
  const fit = (text: string, space: number) =>
    clip(text, space, (part) => monoWidth(part, at.size));
  const middle = at.size * 0.34;
  return (
    <>
      {rowLabels.map(
        (text, i) =>
          rows.has(i) && (
            <text
              key={`r${i}`}
              className={tone(i, selected?.[0], bold.rows)}
              x={at.left - 6 * textScale - (i % 2) * at.secondLane}
              y={rowY(at, i) + at.cellHeight / 2 + middle}
              textAnchor="end"
            >
              {fit(text, at.labelRoom + 1)}
            </text>
          ),
      )}
      {columnLabels.map(
        (text, i) =>
          columns.has(i) && (
            <text
              key={`c${i}`}
              className={tone(i, selected?.[1], bold.columns)}
              x={columnX(at, i) + at.cellWidth / 2}
              y={at.top - 5 * textScale}
              textAnchor="middle"
            >
              {fit(text, room)}
            </text>
          ),
      )}
      {words?.columnAxis && (
        <text
          className="c-note"
          x={at.left - 5 * textScale}
          y={at.top - 5 * textScale}
          textAnchor="end"
        >
          {words.columnAxis}
        </text>
      )}
      {words?.rowAxis && (
        <text
          className="c-note"
          transform={`translate(${at.size * 0.75} ${at.top + at.gridHeight / 2}) rotate(-90)`}
          textAnchor="middle"
        >
          {words.rowAxis}
        </text>
      )}
    </>
  );
}
