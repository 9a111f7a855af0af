/** A graph as the rows of a list that opens. */

export interface TreeRow {
  /** Way from the top: indices of children joined by dots, unique in the list. */
  path: string;
  id: string;
  /** From 1. */
  level: number;
  /** Place among the rows under one parent, from 1, and how many they are. */
  place: number;
  siblings: number;
  /** Open or closed, or null where nothing is under it. */
  open: boolean | null;
  /** Named in full further up; not opened again. */
  seen: boolean;
}

interface Parts {
  nodes: readonly { id: string }[];
  edges: readonly { from: string; to: string }[];
}

/**
 * Rows from every result down to what it was computed from, one level deeper for each. What a row
 * further up has in full is marked `seen` and has nothing under it, so a list is never longer than
 * the graph has edges. In a circle that no result ends, the last node is taken for the result.
 */
export function treeRows({ nodes, edges }: Parts, isOpen: (row: TreeRow) => boolean): TreeRow[] {
  const known = new Set(nodes.map((node) => node.id));
  const inputs = new Map<string, string[]>();
  const used = new Set<string>();
  for (const { from, to } of edges) {
    if (!known.has(from) || !known.has(to) || from === to) continue;
    inputs.set(to, [...(inputs.get(to) ?? []), from]);
    used.add(from);
  }
  const results = [...known].filter((id) => !used.has(id));
  if (results.length === 0 && nodes.length > 0) results.push(nodes[nodes.length - 1].id);
  const rows: TreeRow[] = [];
  const listed = new Set<string>();
  const add = (ids: readonly string[], parent: string, level: number) => {
    ids.forEach((id, k) => {
      const under = inputs.get(id) ?? [];
      const path = parent ? `${parent}.${k}` : String(k);
      const seen = listed.has(id);
      const row: TreeRow = {
        path,
        id,
        level,
        place: k + 1,
        siblings: ids.length,
        open: null,
        seen,
      };
      rows.push(row);
      listed.add(id);
      if (seen || under.length === 0) return;
      row.open = isOpen(row);
      if (row.open) add(under, path, level + 1);
    });
  };
  add(results, '', 1);
  return rows;
}

/** What a key does in the list: go to a row, open it, close it, or nothing. */
export function treeMove(
  rows: readonly TreeRow[],
  index: number,
  key: string,
): { to: number } | { open: boolean } | null {
  const row = rows[index];
  const hold = (to: number) => ({ to: Math.max(0, Math.min(rows.length - 1, to)) });
  switch (key) {
    case 'ArrowDown':
      return hold(index + 1);
    case 'ArrowUp':
      return hold(index - 1);
    case 'Home':
      return hold(0);
    case 'End':
      return hold(rows.length - 1);
    case 'ArrowRight':
      if (row?.open === false) return { open: true };
      return hold(row?.open ? index + 1 : index);
    case 'ArrowLeft': {
      if (row?.open) return { open: false };
      const up = row?.path.slice(0, Math.max(0, row.path.lastIndexOf('.')));
      const parent = rows.findIndex((one) => one.path === up);
      return hold(parent < 0 ? index : parent);
    }
    default:
      return null;
  }
}
