import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { reveal } from './reveal.ts';
import { graphTravel, neighbours } from './travel.ts';
import type { SeenGraph } from './collapse.ts';
import type { GraphLayout } from './layout.ts';
import type { GraphProps } from './props.ts';
import type { GraphPlace } from './travel.ts';

interface Props extends GraphProps {
  seen: SeenGraph;
  /** Boxes at their places in the picture. */
  layout: GraphLayout;
  describedBy?: string;
  hovered: string | null;
  setHovered: (id: string | null) => void;
}

/** What a node says of itself: its label and its numbers. */
export function spoken({
  label,
  numbers = [],
}: Pick<GraphProps['nodes'][number], 'label' | 'numbers'>) {
  const parts = numbers.map(({ mark, text }) => (mark ? `${mark} ${text}` : text).trim());
  return [label, ...parts.filter(Boolean)].join(', ');
}

/**
 * A listbox with one tab stop over the boxes. Only the cursor's node is in the page; its place
 * among the others is told by `aria-posinset`.
 */
export function GraphCursor(props: Props) {
  const { seen, layout: at, selected, onSelect, onToggle, onHover } = props;
  const id = useId();
  const hit = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState(false);
  const key = selected ?? '';
  const [state, setState] = useState<{ key: string; place: GraphPlace | null }>({
    key,
    place: null,
  });
  const asked: GraphPlace = (state.key === key && state.place) || { id: key };
  const opened = seen.open.find(({ group }) => group.id === asked.id)?.members[0];
  const wanted = opened ?? seen.shownAs(asked.id);
  const index = Math.max(
    0,
    at.boxes.findIndex((box) => box.id === wanted),
  );
  const box = at.boxes[index];
  const node = seen.nodes.find((one) => one.id === box?.id);
  useEffect(() => {
    if (focused && box) reveal(hit.current?.closest('.c-graph'), box);
  }, [focused, box]);
  if (!box || !node) return null;
  const place = { ...asked, id: box.id };
  const go = (next: GraphPlace) => {
    setState({ key, place: next });
    onHover?.(next.id);
  };
  const choose = (chosen: string) => {
    const group = seen.nodes.some((one) => one.id === chosen && one.count > 0);
    if (group && onToggle) onToggle(chosen, true);
    else onSelect?.(chosen);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey || event.ctrlKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      setState({ key, place });
      choose(place.id);
      return;
    }
    if (event.key === 'Escape') {
      const around = seen.open.findLast(({ members }) => members.includes(place.id));
      if (!around || !onToggle) return;
      event.preventDefault();
      event.stopPropagation();
      setState({ key, place: { id: around.group.id } });
      onToggle(around.group.id, false);
      return;
    }
    const next = graphTravel(at, place, event.key);
    if (!next) return;
    event.preventDefault();
    go(next);
  };
  const under = (event: { clientX: number; clientY: number; currentTarget: Element }) => {
    const frame = event.currentTarget.getBoundingClientRect();
    const [x, y] = [event.clientX - frame.left, event.clientY - frame.top];
    const found = at.boxes.find(
      (one) => x >= one.x && x < one.x + one.width && y >= one.y && y < one.y + one.height,
    );
    return found?.id ?? null;
  };
  const show = (next: string | null) => {
    if (next === props.hovered) return;
    props.setHovered(next);
    onHover?.(next);
  };
  const near = { ...neighbours(at, box.id), count: node.count };
  const optionId = `${id}${index}`;
  return (
    <div
      ref={hit}
      className={onSelect || onToggle ? 'c-hit c-all c-point' : 'c-hit c-all'}
      role="listbox"
      tabIndex={0}
      aria-label={props.label}
      aria-describedby={props.describedBy}
      aria-activedescendant={optionId}
      onKeyDown={onKeyDown}
      onFocus={() => setFocused(true)}
      onBlur={() => {
        setFocused(false);
        onHover?.(null);
      }}
      onPointerMove={(event) => {
        if (event.pointerType !== 'touch') show(under(event));
      }}
      onPointerLeave={() => show(null)}
      onClick={(event) => {
        const chosen = under(event);
        if (chosen === null) return;
        go({ id: chosen });
        choose(chosen);
      }}
    >
      <div
        key={optionId}
        id={optionId}
        className={focused ? 'c-cursor c-on' : 'c-cursor'}
        role="option"
        aria-selected={box.id === selected}
        aria-setsize={at.boxes.length}
        aria-posinset={index + 1}
        aria-label={props.announce?.(box.id, near) ?? spoken(node)}
        style={{ left: box.x, top: box.y, width: box.width, height: box.height }}
      />
    </div>
  );
}
