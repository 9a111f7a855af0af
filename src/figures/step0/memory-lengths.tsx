import { fixed } from '../../charts/index.ts';
import { Frame } from '../../charts/Frame.tsx';
import { ListCursor } from '../../charts/ListCursor.tsx';
import { fitting, monoWidth, sansWidth } from '../../charts/text.ts';
import type { Messages } from '../../reader/messages.tsx';
import { lastLength, stairs, tallest } from './memory-view.ts';

interface Props {
  width: number;
  height: number;
  words: Messages;
  /** Share of names by length: the list's, and the table's. */
  data: readonly number[];
  model: readonly number[];
  /** Length of the reader's name. */
  own: number;
  pointed: number | null;
  onPoint: (length: number | null) => void;
  lit: boolean;
}

const three = fixed(3);
/** The length spoken of where none is pointed at. */
const SPOKEN = 1;
const HEAD = 22;

/** Two outlines over lengths: the names in the list, and those that the table would make. */
export function LengthsPicture(props: Props) {
  const { width, words, data, model, pointed } = props;
  const height = Math.max(90, props.height - HEAD);
  const last = lastLength(data, model);
  const list = data.slice(0, last + 1);
  const table = model.slice(0, last + 1);
  const beyond = 1 - table.reduce((sum, p) => sum + p, 0);
  const [left, top, bottom] = [32, 34, height - 38];
  const pitch = (width - left - 2) / (last + 1);
  const most = Math.max(...list, ...table, 1e-6);
  const x = (bin: number): number => left + bin * pitch;
  const y = (value: number): number => bottom - (value / most) * (bottom - top);
  const unit = most > 0.5 ? 0.25 : most > 0.25 ? 0.1 : most > 0.1 ? 0.05 : 0.02;
  const ticks = Array.from({ length: Math.floor(most / unit) + 1 }, (_, i) => i * unit);
  const now = Math.min(last, pointed ?? SPOKEN);
  const bins = table.map((_, length) => String(length));
  const kept = fitting(
    bins.map((bin) => monoWidth(bin) + 6),
    pitch,
    [props.own, now],
  );
  const modes = { list: tallest(list), table: tallest(table) };
  const names = {
    list: { text: words.text('theList'), at: x(modes.list + 0.5), y: y(list[modes.list]) - 8 },
    table: { text: words.text('theTable'), at: x(modes.table + 0.5), y: y(table[modes.table]) - 8 },
  };
  const wide = (sansWidth(names.list.text) + sansWidth(names.table.text)) / 2 + 8;
  const close = Math.abs(names.list.y - names.table.y) < 15;
  if (close && Math.abs(names.list.at - names.table.at) < wide) {
    const upper = names.list.y < names.table.y ? names.list : names.table;
    upper.y = Math.min(upper.y, names.list.y - 15, names.table.y - 15);
  }
  const read = { length: now, list: three(list[now] ?? 0), table: three(table[now] ?? 0) };
  const column = (value: number) => ({
    x: x(now),
    width: pitch,
    y: y(value),
    height: bottom - y(value),
  });
  return (
    <>
      <p className="memory-read">{words.say('read', read)}</p>
      <Frame
        className="memory-lengths"
        width={width}
        height={height}
        label={words.text('lengthsLabel')}
        description={words.text('lengthsDescription', modes)}
        over={(describedBy) => (
          <ListCursor
            label={words.text('lengthsLabel')}
            describedBy={describedBy}
            slots={table.map((_, i) => ({ x: x(i), y: top, width: pitch, height: height - top }))}
            name={(i) =>
              words.text('readText', { length: i, list: three(list[i]), table: three(table[i]) })
            }
            direction="horizontal"
            selected={null}
            hovered={pointed}
            setHovered={props.onPoint}
            onHover={props.onPoint}
          />
        )}
      >
        <text className="c-note" x={0} y={11}>
          {words.text('share')}
        </text>
        <path className="memory-list" d={stairs(list, x, y)} />
        <rect className="memory-list-now" {...column(list[now] ?? 0)} />
        <rect className="memory-table-now" {...column(table[now] ?? 0)} />
        <path className="c-halo" d={stairs(table, x, y)} />
        <path className="memory-table" data-lit={props.lit || undefined} d={stairs(table, x, y)} />
        <path
          className="c-tick"
          d={`M${left} ${bottom}V${y(ticks[ticks.length - 1])}${ticks
            .map((tick) => `M${left - 5} ${y(tick)}h5`)
            .join('')}`}
        />
        <path className="c-axis" d={`M${left} ${bottom + 0.5}H${x(last + 1)}`} />
        {ticks.map((tick) => (
          <text key={tick} className="c-mono" x={left - 8} y={y(tick) + 4} textAnchor="end">
            {tick === 0 ? '0' : tick.toFixed(2).replace('0.', '.')}
          </text>
        ))}
        {bins.map(
          (bin, i) =>
            kept.has(i) && (
              <text
                key={bin}
                className={`c-mono${i === props.own ? ' c-mine' : i === now ? ' c-named' : ''}`}
                x={x(i + 0.5)}
                y={bottom + 17}
                textAnchor="middle"
              >
                {bin}
              </text>
            ),
        )}
        <text className="c-note" x={(left + width) / 2} y={bottom + 34} textAnchor="middle">
          {words.text('letters')}
        </text>
        {beyond >= 0.0005 && (
          <text className="c-note memory-beyond" x={width} y={bottom + 34} textAnchor="end">
            {words.text('beyond', { p: three(beyond) })} →
          </text>
        )}
        <text
          className="c-label c-haloed memory-list-name"
          x={names.list.at}
          y={names.list.y}
          textAnchor="middle"
        >
          {names.list.text}
        </text>
        <text
          className="c-label c-haloed memory-table-name"
          x={names.table.at}
          y={names.table.y}
          textAnchor="middle"
        >
          {names.table.text}
        </text>
      </Frame>
    </>
  );
}
