import { toned } from '../../charts/color.ts';
import { fixed } from '../../charts/index.ts';
import { fitting, monoWidth } from '../../charts/text.ts';
import { useLink } from '../../reader/links.ts';
import type { Messages } from '../../reader/messages.tsx';
import type { Past } from './past-data.ts';
import { isNarrow, isShown, ROWS, type PastLayout, type Shown } from './past-view.ts';

interface Props {
  at: PastLayout;
  width: number;
  scale: number;
  words: Messages;
  past: Past;
  shown: Shown;
  /** How far the head's answer moved may not be seen yet. */
  asking: boolean;
  /** How far the reader says that it moved, per cent. */
  guess: number | null;
}

const one = fixed(1);

/** What each program expects after the last letter: outlined before the exchange, filled after. */
export function PastRows(props: Props) {
  const { at, width, scale, words, past, shown, asking, guess } = props;
  const { labels, bos, rows } = past;
  const link = useLink('probability');
  const moved = useLink('moved');
  const most = ROWS.filter(({ from }) => isShown(shown, from)).reduce(
    (top, { id }) => Math.max(top, ...(rows[id]?.before ?? []), ...(rows[id]?.after ?? [])),
    0.01,
  );
  const short = isNarrow(width, scale) ? 'Short' : '';
  const bars = (p: Float64Array, bottom: number): string =>
    Array.from(p, (share, token) => {
      const tall = (share / most) * at.bar;
      const x = at.left + at.pitch * (token + 0.13);
      return `M${x.toFixed(1)} ${bottom.toFixed(1)}v${(-tall).toFixed(1)}h${(at.pitch * 0.74).toFixed(1)}v${tall.toFixed(1)}`;
    }).join('');
  return (
    <g>
      {ROWS.map(({ id, from }, i) => {
        const bottom = at.rows[i];
        const row = rows[id];
        const on = isShown(shown, from) && row?.before.length === labels.length;
        const hidden = asking && id === 'head';
        const strong = id === 'head' || id === 'adam';
        return (
          <g key={id} className={on ? 'past-row' : 'past-row past-off'}>
            <text className="c-note past-name" x={0} y={bottom - 2}>
              {words.text(`row.${id}${short}`)}
            </text>
            <path className="c-tick" d={`M${at.left} ${bottom + 0.5}H${at.right}`} />
            {on && (
              <g {...link.bind}>
                <path
                  style={{ fill: toned('probability', strong ? 0.68 : 0.4) }}
                  d={bars(hidden ? row.before : (row.after ?? row.before), bottom)}
                />
                {row.after && !hidden && (
                  <path className="past-before" d={bars(row.before, bottom)} />
                )}
              </g>
            )}
            {on && past.exchange && (
              <g {...moved.bind}>
                <text
                  className={strong ? 'c-mono past-moved c-strong' : 'c-mono past-moved'}
                  x={width}
                  y={bottom - 2}
                  textAnchor="end"
                  data-lit={moved.lit || undefined}
                >
                  {hidden ? '?' : row.moved === null ? '…' : `${one(row.moved * 100)} %`}
                </text>
                {id === 'head' && guess !== null && (
                  <text
                    className="c-mono past-guess"
                    x={width}
                    y={bottom - 17 * scale}
                    textAnchor="end"
                  >
                    {words.text('yours', { guess })}
                  </text>
                )}
              </g>
            )}
          </g>
        );
      })}
      {past.exchange && (
        <text className="c-note" x={width} y={at.head - 2 * scale} textAnchor="end">
          {words.text('columns.moved')}
        </text>
      )}
      <Axis at={at} scale={scale} marks={labels.map((label, t) => (t === bos ? '•' : label))} />
    </g>
  );
}

/** The tokens under their columns, as many as there is room for. */
function Axis({ at, scale, marks }: { at: PastLayout; scale: number; marks: readonly string[] }) {
  const size = 10.5 * scale;
  const kept = fitting(
    marks.map((mark) => monoWidth(mark, size) + 1),
    at.pitch,
  );
  return marks.map(
    (mark, token) =>
      kept.has(token) && (
        <text
          key={token}
          className="c-mono past-axis"
          x={at.left + at.pitch * (token + 0.5)}
          y={at.axis}
          textAnchor="middle"
        >
          {mark}
        </text>
      ),
  );
}
