import { clip, monoWidth, sansWidth } from '../text.ts';
import { ladderRoom } from './layout.ts';
import { solveLadder } from './ladder.ts';
import type { LadderEntry } from './layout.ts';
import type { Format } from '../types.ts';

interface Props {
  entries: readonly LadderEntry[];
  /** Place of a value on the axis, px. */
  y: (value: number) => number;
  /** Where ties begin, how long they are, and where the picture ends. */
  from: number;
  tie: number;
  right: number;
  /** Room for labels, px. */
  low: number;
  high: number;
  format: Format;
  scale: number;
  highlighted?: string | null;
}

/** Below this room a second line says nothing and is left out. */
const NOTE_ROOM = 90;

/** One ladder of direct labels in order of value, tied to their lines by hairlines. */
export function LadderLabels(props: Props) {
  const { entries, y, from, tie, right, low, high, format, scale, highlighted } = props;
  const start = from + tie;
  const columns = ladderRoom(entries, format, scale);
  const nameX = start + 2 + columns.values;
  const room = right - nameX;
  const noted = room >= NOTE_ROOM * scale;
  const tall = (entry: LadderEntry) => (entry.note && noted ? 35 : 19) * scale;
  const crowded = entries.reduce((sum, entry) => sum + tall(entry), 0) > high - low;
  const withNote = (entry: LadderEntry) => Boolean(entry.note) && noted && !crowded;
  const height = (entry: LadderEntry) => (withNote(entry) ? 35 : 19) * scale;
  // a label with a note is tied at its first line, so its middle wants to be a little lower
  const shift = (entry: LadderEntry) => (withNote(entry) ? 8 * scale : 0);
  const middles = solveLadder(
    entries.map((entry) => ({ target: y(entry.value) + shift(entry), height: height(entry) })),
    low,
    high,
  );
  return (
    <>
      {entries.map((entry, i) => {
        const place = middles[i] - shift(entry);
        const origin = y(entry.value);
        const quiet = highlighted && highlighted !== entry.id ? ' c-quiet' : '';
        const middle = from + tie * 0.5;
        const mark = entry.mark ? monoWidth(`${entry.mark} `, 11.5 * scale) + 2 : 0;
        return (
          <g key={entry.id} className={`c-rung${quiet}`}>
            <path
              className="c-tie"
              style={{ stroke: entry.color, strokeWidth: entry.weight >= 2.5 ? 1.75 : 0.8 }}
              d={`M${from} ${origin}C${middle} ${origin} ${middle} ${place} ${start - 3} ${place}`}
            />
            {entry.dot && (
              <circle
                cx={from}
                cy={origin}
                r={entry.weight >= 2.5 ? 3.5 : 2.5}
                style={{ fill: entry.color }}
              />
            )}
            <text
              className="c-mono c-value"
              x={start + 2}
              y={place + 4.5 * scale}
              style={{ fill: entry.color }}
            >
              {entry.text ?? format(entry.value)}
            </text>
            {entry.mark && (
              <text className="c-mono" x={nameX} y={place + 4.5 * scale}>
                {entry.mark}
              </text>
            )}
            <text
              className={entry.strong ? 'c-label c-strong' : 'c-label'}
              x={nameX + mark}
              y={place + 4.5 * scale}
              style={entry.inked ? undefined : { fill: entry.color, fontWeight: 500 }}
            >
              {clip(entry.label ?? '', room - mark, (text) => sansWidth(text, 13.6 * scale))}
            </text>
            {withNote(entry) && (
              <text
                className={entry.noteVoice === 'serif' ? 'c-voice' : 'c-note'}
                x={nameX}
                y={place + 20 * scale}
              >
                {clip(
                  entry.note ?? '',
                  room,
                  (text) => text.length * (entry.noteVoice === 'serif' ? 5.9 : 5.8) * scale,
                )}
              </text>
            )}
          </g>
        );
      })}
    </>
  );
}
