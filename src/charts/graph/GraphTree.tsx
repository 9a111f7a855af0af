import { useId, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { quantityColor } from '../color.ts';
import { spoken } from './GraphCursor.tsx';
import { treeMove, treeRows } from './tree.ts';
import type { GraphTreeProps } from './props.ts';
import type { TreeRow } from './tree.ts';

const OPEN_LEVELS = 2;

/** A computation as a list that opens, results first; see `GraphTreeProps`. */
export function GraphTree(props: GraphTreeProps) {
  const { nodes, selected, onSelect, depth = OPEN_LEVELS, words } = props;
  const id = useId();
  const [turned, setTurned] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [at, setAt] = useState('0');
  const rows = treeRows(props, (row) => turned.get(row.path) ?? row.level <= depth);
  const index = Math.max(
    0,
    rows.findIndex((row) => row.path === at),
  );
  const here = rows[index];
  const nodeOf = new Map(nodes.map((node) => [node.id, node]));
  const turn = (row: TreeRow, open: boolean) =>
    setTurned((old) => new Map(old).set(row.path, open));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey || event.ctrlKey || !here) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      if (onSelect) onSelect(here.id);
      else if (here.open !== null) turn(here, !here.open);
      return;
    }
    const move = treeMove(rows, index, event.key);
    if (!move) return;
    event.preventDefault();
    if ('open' in move) turn(here, move.open);
    else setAt(rows[move.to].path);
  };
  const item = (row: TreeRow, under: ReactNode): ReactNode => {
    const node = nodeOf.get(row.id);
    if (!node) return null;
    const said = props.announce?.(row.id) ?? spoken(node);
    return (
      <li
        key={row.path}
        id={`${id}${row.path}`}
        role="treeitem"
        aria-level={row.level}
        aria-setsize={row.siblings}
        aria-posinset={row.place}
        aria-expanded={row.open ?? undefined}
        aria-selected={row.id === selected}
        aria-label={row.seen ? `${said}, ${words.seen}` : said}
        className={row === here ? 'c-tree-item c-on' : 'c-tree-item'}
        data-path={row.path}
      >
        <span className="c-tree-row">
          <span className="c-tree-sign" data-open={row.open ?? undefined} />
          <b style={{ color: quantityColor(node.tone ?? 'activation') }}>{node.label}</b>
          {node.numbers?.map(({ mark, text, quantity }, k) => (
            <span
              key={`${k}${mark}`}
              className="c-tree-number"
              style={{ color: quantityColor(quantity ?? node.tone ?? 'activation') }}
            >
              {mark} {text}
            </span>
          ))}
          {row.seen && <em>{words.seen}</em>}
        </span>
        {under}
      </li>
    );
  };
  /** The rows under a path, as a list within its item. */
  const listOf = (parent: string, level: number): ReactNode => {
    const own = rows.filter(
      (row) => row.level === level && (parent === '' || row.path.startsWith(`${parent}.`)),
    );
    return own.map((row) =>
      item(row, row.open ? <ul role="group">{listOf(row.path, level + 1)}</ul> : null),
    );
  };
  return (
    <div className={props.className ? `c-tree ${props.className}` : 'c-tree'}>
      <ul
        role="tree"
        tabIndex={0}
        aria-label={props.label}
        aria-describedby={props.description ? `${id}about` : undefined}
        aria-activedescendant={here && `${id}${here.path}`}
        onKeyDown={onKeyDown}
        onClick={(event) => {
          const clicked = event.target instanceof Element && event.target.closest('[data-path]');
          const row = rows.find((one) => clicked && one.path === clicked.getAttribute('data-path'));
          if (!row) return;
          setAt(row.path);
          if (row.open !== null) turn(row, !row.open);
          onSelect?.(row.id);
        }}
      >
        {listOf('', 1)}
      </ul>
      {props.description && (
        <p id={`${id}about`} className="c-hidden">
          {props.description}
        </p>
      )}
    </div>
  );
}
