import { useId, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { groupByLetter, nearestPoint, placeOf } from './points.ts';
import type { PlacedGroup } from './points.ts';
import type { ScatterPoint, ScatterProps } from './props.ts';

interface Props extends ScatterProps {
  placed: readonly PlacedGroup[];
  describedBy?: string;
  hovered: ScatterPoint | null;
  setHovered: (point: ScatterPoint | null) => void;
}

/** Reach of the pointer, px; of a finger. */
const NEAR = 14;
const FINGER = 24;
const STRIDE = 10;

const same = (a: ScatterPoint | null, b: ScatterPoint | null) =>
  a === b || (a !== null && b !== null && a.group === b.group && a.index === b.index);

/** Where a key leads: groups by page keys and letters, points in order of distance. */
export function scatterTravel(
  props: Pick<Props, 'groups' | 'placed'>,
  { group, rank }: { group: number; rank: number },
  key: string,
): { group: number; rank: number } | null {
  const { groups, placed } = props;
  const count = placed[group]?.order.length ?? 0;
  const to = (next: number) => ({ group, rank: Math.max(0, Math.min(count - 1, next)) });
  const other = (next: number | null) =>
    next !== null && placed[next]?.order.length ? { group: next, rank: 0 } : { group, rank };
  const beside = (step: 1 | -1) => {
    for (let k = group + step; k >= 0 && k < placed.length; k += step) {
      if (placed[k].order.length) return k;
    }
    return null;
  };
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return to(rank + 1);
    case 'ArrowLeft':
    case 'ArrowUp':
      return to(rank - 1);
    case '+':
      return to(rank + STRIDE);
    case '-':
      return to(rank - STRIDE);
    case 'Home':
      return to(0);
    case 'End':
      return to(count - 1);
    case 'PageDown':
      return other(beside(1));
    case 'PageUp':
      return other(beside(-1));
    default:
      if (!/^\p{L}$/u.test(key)) return null;
      return other(groupByLetter(groups, group, key));
  }
}

/** A listbox with one tab stop over the dots; only the cursor's point is in the page. */
export function ScatterCursor(props: Props) {
  const { groups, placed, selected, onSelect, onHover, announce } = props;
  const id = useId();
  const [focused, setFocused] = useState(false);
  const [asked, setAsked] = useState<ScatterPoint | null>(null);
  const key = selected ? `${selected.group} ${selected.index}` : '';
  const [known, setKnown] = useState(key);
  const start = known === key ? (asked ?? selected) : selected;
  const first = placed.findIndex((one) => one.order.length > 0);
  if (first < 0) return null;
  const spot = placeOf(placed, start);
  const group = spot && start ? start.group : first;
  const { order, indices } = placed[group];
  const rank = spot ? order.indexOf(spot.k) : 0;
  const now = { group, index: indices[order[rank]] };
  const place = placeOf(placed, now);
  if (!place) return null;
  const move = (point: ScatterPoint) => {
    setKnown(key);
    setAsked(point);
  };
  const show = (point: ScatterPoint | null) => {
    if (same(point, props.hovered)) return;
    props.setHovered(point);
    onHover?.(point);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey || event.ctrlKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      if (!onSelect) return;
      event.preventDefault();
      onSelect(now);
      return;
    }
    const next = scatterTravel(props, { group, rank }, event.key);
    if (!next) return;
    event.preventDefault();
    const to = placed[next.group];
    const point = { group: next.group, index: to.indices[to.order[next.rank]] };
    move(point);
    show(point);
  };
  const under = (
    event: { clientX: number; clientY: number; currentTarget: Element },
    within: number,
  ) => {
    const box = event.currentTarget.getBoundingClientRect();
    return nearestPoint(placed, event.clientX - box.left, event.clientY - box.top, within);
  };
  const optionId = `${id}${group}-${rank}`;
  return (
    <div
      className={onSelect ? 'c-hit c-all c-point' : 'c-hit c-all'}
      role="listbox"
      tabIndex={0}
      aria-label={props.label}
      aria-describedby={props.describedBy}
      aria-activedescendant={optionId}
      onKeyDown={onKeyDown}
      onFocus={() => setFocused(true)}
      onBlur={() => {
        setFocused(false);
        show(null);
      }}
      onPointerMove={(event) => {
        if (event.pointerType !== 'touch') show(under(event, NEAR));
      }}
      onPointerLeave={() => show(null)}
      onClick={(event) => {
        const point = under(event, FINGER);
        if (!point) return;
        move(point);
        onSelect?.(point);
      }}
    >
      <div
        key={optionId}
        id={optionId}
        className={focused ? 'c-cursor c-on c-dot-cursor' : 'c-cursor c-dot-cursor'}
        role="option"
        aria-selected={same(now, selected ?? null)}
        aria-setsize={order.length}
        aria-posinset={rank + 1}
        aria-label={announce?.(now) ?? `${groups[group].label} ${now.index}`}
        style={{ left: place.x - 7, top: place.y - 7, width: 14, height: 14 }}
      />
    </div>
  );
}
