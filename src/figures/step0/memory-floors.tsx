import { fixed } from '../../charts/index.ts';
import { quantityColor } from '../../charts/color.ts';
import { Frame } from '../../charts/Frame.tsx';
import { LadderLabels } from '../../charts/lines/LadderLabels.tsx';
import type { Messages } from '../../reader/messages.tsx';
import type { Result } from '../../worker/protocol.ts';

interface Props {
  width: number;
  height: number;
  words: Messages;
  floors: Result<'floors'>;
  /** Held-out nats per transition of counting; undefined without held-out documents. */
  held: number | undefined;
  /** Tokens in the vocabulary, and documents held out. */
  size: number;
  heldOut: number;
  lit: string | null;
}

const FLOORS = ['uniform', 'unigram', 'bigram', 'trigram'] as const;
const three = fixed(3);
const one = fixed(1);
const AXIS = 34;

/** Four floors as levels, what each letter of memory gains, and where counting stands. */
export function FloorsPicture(props: Props) {
  const { width, height, words, floors, held, lit } = props;
  const values = [...FLOORS.map((id) => floors[id]), ...(held === undefined ? [] : [held])];
  const low = Math.min(...values);
  const span = Math.max(...values) - low || 1;
  const [top, bottom] = [28, height - 18];
  const y = (nats: number): number => bottom - ((nats - low) / span) * (bottom - top);
  const right = AXIS + Math.round(width < 420 ? 84 : Math.min(340, width * 0.34));
  const gainX = AXIS + (right - AXIS) * 0.3;
  const gapX = AXIS + (right - AXIS) * 0.82;
  const ticks = [...new Set([Math.ceil(low * 5) / 5, Math.floor((low + span) * 5) / 5])];
  const entries = FLOORS.map((id) => ({
    id: id as string,
    value: floors[id],
    label: words.text(`floor.${id}`),
    note: words.text(`note.${id}`, { size: props.size }),
    color: quantityColor('probability'),
    inked: false,
    weight: 1,
    dot: false,
    strong: false,
  }));
  if (held !== undefined) {
    entries.push({
      id: 'counting',
      value: held,
      label: words.text('floor.counting'),
      note: words.text('note.counting', { held: props.heldOut }),
      color: quantityColor('loss'),
      inked: false,
      weight: 2.5,
      dot: true,
      strong: true,
    });
  }
  const highlighted = lit === 'floor' ? 'bigram' : lit === 'loss' ? 'counting' : null;
  const quiet = (id: string): string =>
    highlighted !== null && highlighted !== id && held !== undefined ? ' c-quiet' : '';
  const gap = held === undefined ? 0 : held - floors.bigram;
  return (
    <Frame
      className="memory-floors"
      width={width}
      height={height}
      label={words.text('floorsLabel')}
      description={entries.map((entry) => `${entry.label} ${three(entry.value)}`).join(', ')}
    >
      <text className="c-note" x={0} y={11}>
        {words.text('nats')}
      </text>
      <path
        className="c-tick"
        d={`M${AXIS} ${top}V${bottom}${ticks.map((tick) => `M${AXIS - 5} ${y(tick)}h5`).join('')}`}
      />
      {ticks.map((tick) => (
        <text key={tick} className="c-mono" x={AXIS - 8} y={y(tick) + 4} textAnchor="end">
          {one(tick)}
        </text>
      ))}
      {FLOORS.map((id) => (
        <path
          key={id}
          className={`c-floor${quiet(id)}`}
          style={{ stroke: quantityColor('probability') }}
          d={`M${AXIS} ${y(floors[id])}H${right}`}
        />
      ))}
      {held !== undefined && (
        <path
          className={`memory-counting${quiet('counting')}`}
          d={`M${AXIS} ${y(held)}H${right}`}
        />
      )}
      {FLOORS.slice(1).map((id, i) => {
        const [from, to] = [y(floors[FLOORS[i]]), y(floors[id])];
        if (to - from < 22) return null;
        return (
          <g key={id}>
            <path
              className="memory-gain"
              d={`M${gainX} ${from + 3}V${to - 3}m-3.5 -5l3.5 5l3.5 -5`}
            />
            <text
              className="c-mono c-haloed memory-gain-text"
              x={gainX + 7}
              y={(from + to) / 2 + 4}
            >
              {words.text('gain', { nats: three(floors[FLOORS[i]] - floors[id]) })}
            </text>
          </g>
        );
      })}
      {held !== undefined && gap > 0 && y(floors.bigram) - y(held) >= 13 && (
        <text
          className="c-mono memory-gap"
          x={gapX}
          y={(y(held) + y(floors.bigram)) / 2 + 4.5}
          textAnchor="middle"
        >
          {words.text('gap', { nats: gap.toFixed(2) })}
        </text>
      )}
      <LadderLabels
        entries={entries}
        y={y}
        from={right}
        tie={26}
        right={width}
        low={0}
        high={height}
        format={three}
        scale={1}
        highlighted={highlighted}
      />
    </Frame>
  );
}
