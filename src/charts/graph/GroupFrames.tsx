import { clip, sansWidth } from '../text.ts';
import type { Slot } from '../ListCursor.tsx';
import type { SeenGraph } from './collapse.ts';
import type { GraphLayout } from './layout.ts';
import type { GraphProps } from './props.ts';

export interface GroupFrame {
  id: string;
  label: string;
  box: Slot;
  /** False where others stand among the members: then only the name is drawn. */
  clean: boolean;
  /** Where the name stands, which closes the group. */
  name: Slot;
}

const AROUND = 7;

/** A frame around what is seen of every open group, with room for its name above. */
export function groupFrames(seen: SeenGraph, at: GraphLayout, scale: number): GroupFrame[] {
  return seen.open.flatMap(({ group, members }) => {
    const own = at.boxes.filter((box) => members.includes(box.id));
    if (own.length === 0) return [];
    const x = Math.min(...own.map((box) => box.x)) - AROUND;
    const y = Math.min(...own.map((box) => box.y)) - AROUND;
    const right = Math.max(...own.map((box) => box.x + box.width)) + AROUND;
    const foot = Math.max(...own.map((box) => box.y + box.height)) + AROUND;
    const clean = at.boxes.every(
      (box) =>
        members.includes(box.id) ||
        box.x >= right ||
        box.x + box.width <= x ||
        box.y >= foot ||
        box.y + box.height <= y,
    );
    const wide = (text: string) => sansWidth(text, 12.5 * scale);
    const label = clip(group.label, Math.max(80, right - x) * scale, wide);
    const first = clean ? { x, y } : { x: own[0].x, y: own[0].y - AROUND + 3 };
    const height = 18 * scale;
    return {
      id: group.id,
      label,
      clean,
      box: { x, y, width: right - x, height: foot - y },
      name: { x: first.x, y: first.y - height, width: wide(label) + 18 * scale, height },
    };
  });
}

/** Hairlines around open groups, and their names. */
export function GroupFrames({ frames, scale }: { frames: readonly GroupFrame[]; scale: number }) {
  return frames.map(({ id, label, box, clean, name }) => (
    <g key={id}>
      {clean && <rect className="c-group-frame" {...box} rx={3} />}
      <path
        className="c-group-sign"
        d={`M${name.x + 2} ${name.y + name.height / 2 - 1}h${7 * scale}`}
      />
      <text
        className="c-note c-group-name c-haloed"
        x={name.x + 13 * scale}
        y={name.y + name.height / 2 + 3.4 * scale}
      >
        {label}
      </text>
    </g>
  ));
}

/** Names that close their groups when pressed; by keys Escape does the same. */
export function GroupButtons({
  frames,
  onToggle,
  words = {},
}: GraphProps & { frames: readonly GroupFrame[] }) {
  if (!onToggle) return null;
  return frames.map(({ id, label, name }) => (
    <button
      key={id}
      type="button"
      className="c-hit c-group-close"
      tabIndex={-1}
      aria-label={words.close?.(label) ?? label}
      style={{ left: name.x, top: name.y, width: name.width, height: name.height }}
      onClick={() => onToggle(id, false)}
    />
  ));
}
