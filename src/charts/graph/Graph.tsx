import { useEffect, useMemo, useRef, useState } from 'react';
import { Frame } from '../Frame.tsx';
import { collapse, reachable } from './collapse.ts';
import { EdgeLabels, EdgeLines } from './EdgeLines.tsx';
import { GraphCursor } from './GraphCursor.tsx';
import { GroupButtons, GroupFrames, groupFrames } from './GroupFrames.tsx';
import { NodeBox } from './NodeBox.tsx';
import { reveal } from './reveal.ts';
import { DIGITS, MARGIN, graphPlan, plannedLayout } from './size.ts';
import type { SeenGraph } from './collapse.ts';
import type { GraphLayout, Spot } from './layout.ts';
import type { Standing } from './NodeBox.tsx';
import type { GraphProps } from './props.ts';
import type { GraphPlan } from './size.ts';

/** The layout at its place in a picture. */
function moved(layout: GraphLayout, dx: number, dy: number): GraphLayout {
  const by = ([x, y]: Spot): Spot => [x + dx, y + dy];
  return {
    ...layout,
    boxes: layout.boxes.map((box) => ({ ...box, x: box.x + dx, y: box.y + dy })),
    links: layout.links.map((link) => ({
      ...link,
      spots: link.spots.map(by),
      label: by(link.label),
    })),
  };
}

/** The layout, made anew only when what it depends on has changed: a wave moves nothing. */
function useLayout(plan: GraphPlan): GraphLayout {
  const key = JSON.stringify(plan);
  return useMemo(() => plannedLayout(JSON.parse(key)), [key]);
}

/** How every node stands to the selected one. */
function standings(seen: SeenGraph, props: GraphProps): (id: string) => Standing {
  const { selected, trace = 'none' } = props;
  const chosen = selected == null ? undefined : seen.shownAs(selected);
  const off = new Set(seen.nodes.filter((node) => node.dimmed).map((node) => node.id));
  const related = new Set<string>();
  const traced = chosen !== undefined && trace !== 'none';
  if (traced) {
    for (const way of ['inputs', 'outputs'] as const) {
      if (trace !== way && trace !== 'both') continue;
      for (const id of reachable(seen.edges, chosen, way)) related.add(id);
    }
  }
  return (id) => {
    if (id === chosen) return 'selected';
    if (off.has(id)) return 'dimmed';
    if (!traced) return 'plain';
    return related.has(id) ? 'related' : 'dimmed';
  };
}

/** A computation as boxes and arrows; see `GraphProps`. */
export function Graph(props: GraphProps) {
  const {
    width,
    digits = DIGITS,
    flow = 'forward',
    align = 'centre',
    textScale: scale = 1,
  } = props;
  const [hovered, setHovered] = useState<string | null>(null);
  const seen = collapse(props);
  const own = useLayout(graphPlan(props, seen));
  const head = MARGIN + (seen.open.length ? 18 * scale : seen.nodes.some(isGroup) ? 4 : 0);
  const wide = Math.max(width, Math.ceil(own.width) + 2 * MARGIN);
  const tall = Math.max(props.height ?? 0, Math.ceil(own.height + head) + MARGIN);
  const [dx, dy] =
    align === 'centre'
      ? [(wide - own.width) / 2, head + (tall - head - MARGIN - own.height) / 2]
      : [MARGIN, head];
  const layout = moved(own, Math.round(dx), Math.round(dy));
  const standing = standings(seen, props);
  const frames = groupFrames(seen, layout, scale);
  const edges = layout.links.map((link) => {
    const ends = [standing(link.from), standing(link.to)];
    const near = ends.every((one) => one === 'related' || one === 'selected');
    const edge = seen.edges[link.index];
    return { edge, link, related: near, dimmed: ends.includes('dimmed') };
  });
  const lines = { edges, direction: layout.direction, flow, scale };
  const used = props.onSelect ?? props.onToggle ?? props.onHover ?? props.announce;
  const operable = Boolean(used) && layout.boxes.length > 0;
  const scrolls = wide > width;
  const frame = useRef<HTMLDivElement>(null);
  const wave = seen.nodes.find((node) => node.state === 'active')?.id;
  const followed = layout.boxes.find(
    (box) => box.id === (wave ?? (props.selected == null ? '' : seen.shownAs(props.selected))),
  );
  const { x, width: breadth } = followed ?? {};
  useEffect(() => {
    if (x !== undefined && breadth !== undefined) reveal(frame.current, { x, width: breadth });
  }, [x, breadth]);
  return (
    <div
      ref={frame}
      className={scrolls ? 'c-graph c-graph-wide' : 'c-graph'}
      style={{ width }}
      {...(scrolls && !operable && { tabIndex: 0, role: 'group', 'aria-label': props.label })}
    >
      <Frame
        {...props}
        width={wide}
        height={tall}
        over={
          operable
            ? (describedBy) => (
                <>
                  <GraphCursor
                    {...props}
                    seen={seen}
                    layout={layout}
                    describedBy={describedBy}
                    hovered={hovered}
                    setHovered={setHovered}
                  />
                  <GroupButtons {...props} frames={frames} />
                </>
              )
            : undefined
        }
      >
        <GroupFrames frames={frames} scale={scale} />
        <EdgeLines {...lines} />
        <EdgeLabels {...lines} />
        {layout.boxes.map((box) => {
          const node = seen.nodes.find((one) => one.id === box.id);
          if (!node) return null;
          return (
            <NodeBox
              key={box.id}
              node={node}
              box={box}
              standing={standing(box.id)}
              hovered={operable && hovered === box.id}
              digits={digits}
              scale={scale}
            />
          );
        })}
      </Frame>
    </div>
  );
}

const isGroup = ({ count }: SeenGraph['nodes'][number]) => count > 0;
