/** What is to be seen of a graph when some of its groups are closed. */
import type { GraphEdge, GraphGroup, GraphNode, WaveState } from './props.ts';

/** A node, or a closed group, as drawn. */
export interface SeenNode extends GraphNode {
  /** For a closed group how many nodes it stands for; 0 for a node. */
  count: number;
}

export interface SeenEdge extends GraphEdge {
  /** How many edges it stands for. */
  count: number;
}

export interface SeenGraph {
  nodes: SeenNode[];
  edges: SeenEdge[];
  /** Open groups with what is seen of each, innermost last. */
  open: { group: GraphGroup; members: string[] }[];
  /** What is drawn for a node or group: itself, or the closed group around it. */
  shownAs: (id: string) => string | undefined;
}

interface Parts {
  nodes: readonly GraphNode[];
  edges: readonly GraphEdge[];
  groups?: readonly GraphGroup[];
  open?: readonly string[];
}

const RANK: Record<WaveState, number> = { idle: 0, done: 1, active: 2 };

/** Closed groups become one node, where their first member was made; edges between them one edge. */
export function collapse({ nodes, edges, groups = [], open = [] }: Parts): SeenGraph {
  const groupOf = new Map(groups.map((group) => [group.id, group]));
  const nodeOf = new Map(nodes.map((node) => [node.id, node]));
  const isOpen = new Set(open);
  /** The groups around a part, outermost first. */
  const around = (id: string): GraphGroup[] => {
    const chain: GraphGroup[] = [];
    let up = (nodeOf.get(id) ?? groupOf.get(id))?.group;
    while (up !== undefined) {
      const group = groupOf.get(up);
      if (!group || chain.includes(group)) break;
      chain.unshift(group);
      up = group.group;
    }
    return chain;
  };
  const shownAs = (id: string): string | undefined => {
    const closed = around(id).find((group) => !isOpen.has(group.id));
    if (closed) return closed.id;
    if (nodeOf.has(id)) return id;
    return groupOf.has(id) && !isOpen.has(id) ? id : undefined;
  };
  const size = new Map<string, number>();
  for (const { id } of nodes) {
    for (const group of around(id)) size.set(group.id, (size.get(group.id) ?? 0) + 1);
  }
  const seen = new Map<string, SeenNode>();
  for (const { id } of [...nodes, ...groups]) {
    const shown = shownAs(id);
    if (shown === undefined || seen.has(shown)) continue;
    const group = nodeOf.has(shown) ? undefined : groupOf.get(shown);
    const part = group ?? nodeOf.get(shown);
    if (part) seen.set(shown, { ...part, count: group?.count ?? size.get(shown) ?? 0 });
  }
  const held = new Map<string, string[]>();
  for (const id of seen.keys()) {
    for (const group of around(id)) held.set(group.id, [...(held.get(group.id) ?? []), id]);
  }
  return {
    nodes: [...seen.values()],
    edges: mergedEdges(edges, shownAs),
    open: groups
      .filter((group) => held.has(group.id))
      .map((group) => ({ group, members: held.get(group.id) ?? [] }))
      .toSorted((a, b) => around(a.group.id).length - around(b.group.id).length),
    shownAs,
  };
}

/** Edges between what is seen; those that a closed group makes alike are one, without a label. */
function mergedEdges(
  edges: readonly GraphEdge[],
  shownAs: (id: string) => string | undefined,
): SeenEdge[] {
  const merged = new Map<string, SeenEdge>();
  edges.forEach((edge, index) => {
    const [from, to] = [shownAs(edge.from), shownAs(edge.to)];
    if (from === undefined || to === undefined || from === to) return;
    const whole = from === edge.from && to === edge.to;
    const key = whole ? String(index) : `${from}\u0000${to}`;
    const old = merged.get(key);
    if (!old) {
      merged.set(key, { ...edge, from, to, count: 1 });
      return;
    }
    const state = RANK[edge.state ?? 'idle'] > RANK[old.state ?? 'idle'] ? edge.state : old.state;
    merged.set(key, { ...old, label: undefined, state, count: old.count + 1 });
  });
  return [...merged.values()];
}

/** All that a node hangs on (`inputs`), all that hangs on it (`outputs`); without itself. */
export function reachable(
  edges: readonly GraphEdge[],
  start: string,
  way: 'inputs' | 'outputs',
): Set<string> {
  const next = new Map<string, string[]>();
  for (const { from, to } of edges) {
    const [here, there] = way === 'inputs' ? [to, from] : [from, to];
    next.set(here, [...(next.get(here) ?? []), there]);
  }
  const found = new Set<string>();
  const waiting = [...(next.get(start) ?? [])];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    waiting.push(...(next.get(id) ?? []));
  }
  found.delete(start);
  return found;
}
