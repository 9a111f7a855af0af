import { fitting, monoWidth, sansWidth } from '../../charts/text.ts';
import { useMessages } from '../../reader/messages.tsx';
import { barHeight, extremes } from './tokens-layout.ts';
import type { TokensPictureProps } from './tokens-picture.tsx';

type Entries = Pick<TokensPictureProps, 'labels' | 'counts' | 'bos' | 'width'> & {
  tied: ReadonlyMap<number, unknown>;
  stripTop: number;
  pitch: number;
  hovered: number | null;
};

/** The vocabulary in its order: every symbol over its id, or as many as there is room for. */
export function Strip(props: Entries & { off: boolean }) {
  const { labels, bos, width, tied, stripTop, pitch, hovered, off } = props;
  const urgent = [...(hovered === null ? [] : [hovered]), ...(off ? [] : tied.keys()), bos];
  const room = labels.map((label) => Math.max(8, monoWidth(label, 13)) + 2);
  const idRoom = labels.map((_, id) => sansWidth(String(id), 12) + 3);
  const named = fitting(room, pitch, urgent);
  const numbered = fitting(idRoom, pitch, urgent);
  return (
    <g className={off ? 'tk-entries tk-off' : 'tk-entries'}>
      {labels.map((label, id) => {
        const own = !off && tied.has(id) ? ' tk-own' : '';
        const at = id === hovered ? ' tk-at' : '';
        const x = (id + 0.5) * pitch;
        const within = (half: number) => Math.max(half, Math.min(width - half, x));
        return (
          // A token's place in the vocabulary is its name.
          <g key={label + String(id)} className={`tk-entry${own}${at}`}>
            {named.has(id) && (
              <text x={within(room[id] / 2 - 1)} y={stripTop + 12} textAnchor="middle">
                {label}
              </text>
            )}
            {numbered.has(id) && (
              <text
                className="tk-id"
                x={within(idRoom[id] / 2 - 1)}
                y={stripTop + 29}
                textAnchor="middle"
              >
                {id}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}

/** How often each token occurs in the list, as bars on the strip. */
export function Inventory(props: Entries & { barRoom: number }) {
  const { labels, counts, bos, width, tied, stripTop, pitch, barRoom } = props;
  const words = useMessages('tokens');
  const most = Math.max(...counts);
  const thick = pitch >= 8 ? pitch - Math.min(8, Math.max(2, pitch * 0.28)) : pitch;
  const ends = extremes(counts, bos);
  const spoken = new Set(ends ? [ends.top, ends.rare] : []);
  const foot = stripTop - 4;
  return (
    <g className="tk-bars">
      {labels.map((label, id) => {
        const height = barHeight(counts[id], most, barRoom);
        const x = (id + 0.5) * pitch;
        const text = words.text('number', { value: counts[id] });
        const half = monoWidth(text) / 2;
        return (
          <g key={label + String(id)} className={tied.has(id) ? 'tk-own' : ''}>
            <rect
              className="tk-bar"
              x={x - thick / 2}
              y={foot - height}
              width={thick}
              height={height}
            />
            {spoken.has(id) && (
              <text
                className="tk-amount"
                {...(tied.has(id)
                  ? {
                      x: x + (x < width / 2 ? 1 : -1) * (thick / 2 + 5),
                      y: foot - height + 9,
                      textAnchor: x < width / 2 ? 'start' : 'end',
                    }
                  : {
                      x: Math.max(half, Math.min(width - half, x)),
                      y: foot - height - 5,
                      textAnchor: 'middle',
                    })}
              >
                {text}
              </text>
            )}
          </g>
        );
      })}
      <path className="tk-axis" d={`M0 ${foot + 0.5}H${width}`} />
    </g>
  );
}
