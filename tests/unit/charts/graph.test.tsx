// @vitest-environment happy-dom
import fc from 'fast-check';
import { act, useState } from 'react';
import type { ReactNode } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import type { Root } from 'react-dom/client';
import { renderToStaticMarkup, renderToString } from 'react-dom/server';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { collapse, reachable } from '../../../src/charts/graph/collapse.ts';
import { edgePath } from '../../../src/charts/graph/EdgeLines.tsx';
import { crossings, layersOf, orderedLayers } from '../../../src/charts/graph/layers.ts';
import { layoutGraph } from '../../../src/charts/graph/layout.ts';
import { graphTravel } from '../../../src/charts/graph/travel.ts';
import { treeRows } from '../../../src/charts/graph/tree.ts';
import { Graph, GraphTree } from '../../../src/charts/index.ts';
import type { GraphEdge, GraphNode } from '../../../src/charts/index.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

const wide = { direction: 'right', between: 30, beside: 12 } as const;
const box = (id: string) => ({ id, width: 60, height: 50 });
const pairs = (...names: string[]) =>
  names.map((name) => ({ from: name[0], to: name[1], label: { width: 40, height: 14 } }));

/** Graphs without circles: an edge always leads from an earlier node to a later one. */
const acyclic = fc.integer({ min: 1, max: 24 }).chain((count) =>
  fc.record({
    boxes: fc
      .array(
        fc.record({
          width: fc.integer({ min: 10, max: 120 }),
          height: fc.integer({ min: 10, max: 60 }),
        }),
        {
          minLength: count,
          maxLength: count,
        },
      )
      .map((sizes) => sizes.map((size, i) => ({ id: `n${i}`, ...size }))),
    links: fc
      .array(fc.tuple(fc.nat(count - 1), fc.nat(count - 1)), { maxLength: 2 * count })
      .map((ends) =>
        ends
          .filter(([a, b]) => a !== b)
          .map(([a, b]) => ({ from: `n${Math.min(a, b)}`, to: `n${Math.max(a, b)}` })),
      ),
    direction: fc.constantFrom('right' as const, 'down' as const),
  }),
);

describe('the layout of a graph', () => {
  it('never lets boxes overlap', () => {
    fc.assert(
      fc.property(acyclic, ({ boxes, links, direction }) => {
        const at = layoutGraph(boxes, links, { ...wide, direction });
        expect(at.boxes).toHaveLength(boxes.length);
        at.boxes.forEach((a, i) => {
          for (const b of at.boxes.slice(i + 1)) {
            const apart =
              a.x + a.width <= b.x ||
              b.x + b.width <= a.x ||
              a.y + a.height <= b.y ||
              b.y + b.height <= a.y;
            expect(apart).toBe(true);
          }
        });
      }),
    );
  });

  it('leads every edge forward, from side to side, and keeps within its size', () => {
    fc.assert(
      fc.property(acyclic, ({ boxes, links, direction }) => {
        const at = layoutGraph(boxes, links, { ...wide, direction });
        const along = direction === 'right' ? 0 : 1;
        expect(at.links).toHaveLength(links.length);
        for (const link of at.links) {
          const steps = link.spots.map((spot) => spot[along]);
          expect(steps).toEqual(steps.toSorted((a, b) => a - b));
          const from = at.boxes.find((one) => one.id === link.from)!;
          const end = direction === 'right' ? from.x + from.width : from.y + from.height;
          expect(steps[0]).toBeCloseTo(end, 6);
        }
        for (const { x, y, width, height } of at.boxes) {
          expect(Math.min(x, y)).toBeGreaterThanOrEqual(-0.5);
          expect(x + width).toBeLessThanOrEqual(at.width + 0.5);
          expect(y + height).toBeLessThanOrEqual(at.height + 0.5);
        }
      }),
    );
  });

  it('is the same for the same graph', () => {
    fc.assert(
      fc.property(acyclic, ({ boxes, links, direction }) => {
        const options = { ...wide, direction };
        const again = layoutGraph(structuredClone(boxes), structuredClone(links), options);
        expect(again).toEqual(layoutGraph(boxes, links, options));
      }),
    );
  });

  it('moves nothing along when a result is added, and across only what must give way', () => {
    const names = ['w', 'x', 'm', 'b', 's', 'r'];
    const edges = pairs('wm', 'xm', 'ms', 'bs', 'sr');
    for (let count = 3; count < names.length; count++) {
      const before = layoutGraph(names.slice(0, count).map(box), edges, wide);
      const after = layoutGraph(names.slice(0, count + 1).map(box), edges, wide);
      for (const old of before.boxes.filter((one) => one.id !== 'b')) {
        const now = after.boxes.find((one) => one.id === old.id)!;
        expect(now.layer).toBe(old.layer);
        expect(now.x).toBe(old.x);
        expect(Math.abs(now.y - old.y)).toBeLessThanOrEqual(62);
      }
    }
  });

  it('draws a running sum in one line', () => {
    const sums = ['a', 'b', 'c', 'd'];
    const at = layoutGraph(
      [...'wxyza bcd'.replace(' ', '')].map(box),
      pairs('wa', 'xa', 'ab', 'yb', 'bc', 'zc', 'cd'),
      wide,
    );
    const heights = at.boxes.filter(({ id }) => sums.includes(id)).map(({ y }) => y);
    expect(Math.max(...heights) - Math.min(...heights)).toBeLessThanOrEqual(2);
  });

  it('keeps both edges of a square apart', () => {
    const at = layoutGraph(['r', 'q'].map(box), pairs('rq', 'rq'), wide);
    const [first, second] = at.links;
    expect(first.spots.at(-1)).not.toEqual(second.spots.at(-1));
    expect(Math.abs(first.label[1] - second.label[1])).toBeGreaterThanOrEqual(14);
    expect(edgePath(first.spots, 'right')).toMatch(/^M60 25L/);
  });

  it('has an answer for nothing, for strangers, for twins and for circles', () => {
    expect(layoutGraph([], [], wide)).toMatchObject({ width: 0, height: 0, boxes: [], links: [] });
    const at = layoutGraph(['a', 'a', 'b'].map(box), pairs('ab', 'ba', 'aa', 'xa'), wide);
    expect(at.boxes.map(({ id }) => id).toSorted()).toEqual(['a', 'b']);
    expect(at.links).toHaveLength(1);
  });

  it('lets what has time wait for its first use', () => {
    expect(
      layersOf(5, [
        [0, 1],
        [1, 2],
        [3, 4],
        [2, 4],
      ]),
    ).toEqual([0, 1, 2, 2, 3]);
  });

  it('crosses no edges of a tree, and undoes a crossing', () => {
    const tree = orderedLayers(7, [
      [0, 4],
      [2, 4],
      [1, 5],
      [3, 5],
      [4, 6],
      [5, 6],
    ]);
    expect(crossings(tree.layers)).toBe(0);
    const ladder = orderedLayers(6, [
      [0, 4],
      [1, 3],
      [2, 5],
      [0, 5],
    ]);
    expect(crossings(ladder.layers)).toBe(0);
  });
});

describe('groups of a graph', () => {
  const nodes: GraphNode[] = [
    { id: 'x', label: 'x' },
    { id: 'a', label: 'a', group: 'inner' },
    { id: 'b', label: 'b', group: 'inner' },
    { id: 'c', label: 'c', group: 'outer' },
    { id: 'y', label: 'y' },
  ];
  const edges: GraphEdge[] = [
    { from: 'x', to: 'a', label: '1' },
    { from: 'x', to: 'b', label: '2', state: 'done' },
    { from: 'a', to: 'c' },
    { from: 'b', to: 'c' },
    { from: 'c', to: 'y' },
  ];
  const groups = [
    { id: 'inner', label: 'inner', group: 'outer' },
    { id: 'outer', label: 'outer' },
  ];

  it('stand for their nodes, and their edges become one', () => {
    const seen = collapse({ nodes, edges, groups });
    expect(seen.nodes.map(({ id, count }) => [id, count])).toEqual([
      ['x', 0],
      ['outer', 3],
      ['y', 0],
    ]);
    expect(seen.edges).toMatchObject([
      { from: 'x', to: 'outer', count: 2, state: 'done', label: undefined },
      { from: 'outer', to: 'y', count: 1 },
    ]);
    expect(seen.shownAs('a')).toBe('outer');
  });

  it('open from the outside in', () => {
    const outer = collapse({ nodes, edges, groups, open: ['outer'] });
    expect(outer.nodes.map(({ id }) => id)).toEqual(['x', 'inner', 'c', 'y']);
    const both = collapse({ nodes, edges, groups, open: ['outer', 'inner'] });
    expect(both.nodes.map(({ id }) => id)).toEqual(['x', 'a', 'b', 'c', 'y']);
    expect(both.open.map(({ group }) => group.id)).toEqual(['outer', 'inner']);
    expect(both.edges).toHaveLength(edges.length);
  });

  it('may stand for nodes that are not there', () => {
    const record = { id: 'record', label: 'record', count: 43969 };
    const seen = collapse({ nodes: [], edges: [], groups: [record] });
    expect(seen.nodes).toMatchObject([{ id: 'record', count: 43969 }]);
  });

  it('know what hangs on what', () => {
    expect([...reachable(edges, 'c', 'inputs')].toSorted()).toEqual(['a', 'b', 'x']);
    expect([...reachable(edges, 'a', 'outputs')].toSorted()).toEqual(['c', 'y']);
  });
});

let root: Root | undefined;
let host = document.createElement('div');

function show(picture: ReactNode) {
  host = document.createElement('div');
  document.body.append(host);
  root = createRoot(host);
  act(() => root?.render(picture));
}

afterEach(() => {
  act(() => root?.unmount());
  host.remove();
});

function press(role: string, ...keys: string[]) {
  const target = host.querySelector<HTMLElement>(role);
  for (const key of keys) {
    act(() => {
      target?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    });
  }
}

const now = () => host.querySelector('[role=option]')?.getAttribute('aria-label');

const label = 'relu(w·x + b)';
const nodes: GraphNode[] = ['w', 'x', 'm', 'b', 's', 'r'].map((id) => ({
  id,
  label: id,
  numbers: [{ mark: 'g', text: '0.50' }],
}));
const edges: GraphEdge[] = ['wm', 'xm', 'ms', 'bs', 'sr'].map(([from, to]) => ({ from, to }));

describe('a graph', () => {
  it('moves its cursor along edges and among siblings', () => {
    const onSelect = vi.fn();
    show(<Graph label={label} width={600} nodes={nodes} edges={edges} onSelect={onSelect} />);
    const at: (string | null | undefined)[] = [now()];
    for (const key of [
      'ArrowDown',
      'ArrowRight',
      'ArrowRight',
      'ArrowLeft',
      'ArrowLeft',
      'End',
      'Home',
    ]) {
      press('[role=listbox]', key);
      at.push(now());
    }
    expect(at.map((text) => text?.[0])).toEqual([...'wxmsmwrw']);
    press('[role=listbox]', 'End', 'ArrowLeft', 'Enter');
    expect(onSelect).toHaveBeenCalledExactlyOnceWith('s');
    expect(host.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
  });

  it('goes back the way it came', () => {
    const at = layoutGraph(
      nodes.map(({ id }) => box(id)),
      pairs('wm', 'xm', 'ms', 'bs', 'sr'),
      wide,
    );
    const from = graphTravel(at, { id: 'x' }, 'ArrowRight');
    expect(from).toEqual({ id: 'm', from: 'x' });
    expect(graphTravel(at, from!, 'ArrowLeft')?.id).toBe('x');
    expect(graphTravel(at, { id: 'm' }, 'ArrowLeft')?.id).toBe('w');
    expect(graphTravel(at, { id: 'm' }, 'a')).toBeNull();
  });

  it('turns its keys with its direction', () => {
    show(<Graph label={label} width={340} nodes={nodes} edges={edges} announce={(id) => id} />);
    press('[role=listbox]', 'ArrowRight', 'ArrowDown');
    expect(now()).toBe('m');
  });

  it('tells what is near, and begins at the selection', () => {
    const announce = vi.fn(() => 'said');
    show(
      <Graph
        label={label}
        width={600}
        nodes={nodes}
        edges={edges}
        selected="s"
        announce={announce}
      />,
    );
    expect(announce).toHaveBeenLastCalledWith('s', {
      inputs: ['m', 'b'],
      outputs: ['r'],
      count: 0,
    });
    expect(host.querySelector('[role=option]')?.getAttribute('aria-selected')).toBe('true');
  });

  it('opens a group by Enter, closes it by Escape, and leaves other Escapes alone', () => {
    function Zoom() {
      const [open, setOpen] = useState<string[]>([]);
      return (
        <Graph
          label={label}
          width={600}
          nodes={nodes.map((node) => ('wxm'.includes(node.id) ? { ...node, group: 'g' } : node))}
          edges={edges}
          groups={[{ id: 'g', label: 'product' }]}
          open={open}
          onToggle={(id, wanted) => setOpen(wanted ? [id] : [])}
        />
      );
    }
    show(<Zoom />);
    expect(now()).toBe('product');
    press('[role=listbox]', 'Enter');
    expect(now()).toBe('w, g 0.50');
    press('[role=listbox]', 'ArrowRight', 'Escape');
    expect(now()).toBe('product');
    const passed = vi.fn();
    document.body.addEventListener('keydown', passed);
    press('[role=listbox]', 'Escape');
    document.body.removeEventListener('keydown', passed);
    expect(passed).toHaveBeenCalledOnce();
  });

  it('keeps every place while the wave and the numbers change', () => {
    const places = (state: GraphNode['state'], text: string) =>
      renderToStaticMarkup(
        <Graph
          label={label}
          width={600}
          nodes={nodes.map((node) => ({ ...node, state, numbers: [{ mark: 'g', text }] }))}
          edges={edges}
        />,
      ).match(/translate\([^)]*\)| d="M[^"]*C[^"]*"/g);
    expect(places('idle', '')).toEqual(places('done', '−123456.7890'));
    expect(places('idle', '')?.length).toBeGreaterThan(nodes.length);
  });

  it('says its states by class and weight, and names no colour of its own', () => {
    const html = renderToStaticMarkup(
      <Graph
        label={label}
        width={600}
        nodes={nodes.map((node, i) => ({
          ...node,
          state: (['idle', 'active', 'done'] as const)[i % 3],
        }))}
        edges={edges}
        selected="s"
        trace="inputs"
      />,
    );
    expect(html.match(/c-node-related/g)).toHaveLength(4);
    expect(html.match(/c-node-dimmed/g)).toHaveLength(1);
    expect(html.match(/c-selected/g)).toHaveLength(1);
    expect(html).toContain('c-node-active');
    expect(html).not.toMatch(/#[0-9a-f]{3,8}\b|rgb|oklch/i);
    expect(html).toContain('role="img"');
  });

  it('scrolls inside when it is wider than its room, and can be reached by keys then', () => {
    const long = Array.from({ length: 12 }, (_, i) => ({ id: `${i}`, label: `step ${i}` }));
    const chain = long.slice(1).map(({ id }, i) => ({ from: `${i}`, to: id }));
    const html = renderToStaticMarkup(
      <Graph label="chain" width={340} direction="right" nodes={long} edges={chain} />,
    );
    expect(html).toMatch(/^<div class="c-graph c-graph-wide" style="width:340px" tabindex="0"/);
  });

  it('draws nothing, one node, very long labels and numbers that are none', () => {
    const odd = [{ id: 'a', label: 'x'.repeat(300), ink: NaN, numbers: [{ text: 'NaN' }] }];
    const html = renderToStaticMarkup(
      <>
        <Graph label="none" width={300} nodes={[]} edges={[]} onSelect={() => {}} />
        <Graph label="one" width={300} nodes={odd} edges={[]} />
      </>,
    );
    expect(html).not.toContain('x'.repeat(40));
    expect(html).toContain('aria-label="none"');
    expect(html).toContain('…');
    expect(html.replaceAll('>NaN<', '').replaceAll('NaN"', '')).not.toMatch(/NaN|Infinity/);
  });
});

describe('a graph as a list', () => {
  const square: GraphEdge[] = [...edges, { from: 'r', to: 'q' }, { from: 'r', to: 'q' }];
  const all = [...nodes, { id: 'q', label: '×' }];

  it('names what is shared again and opens it once', () => {
    const rows = treeRows({ nodes: all, edges: square }, () => true);
    expect(rows.map(({ id, level, seen }) => `${id}${level}${seen ? '*' : ''}`)).toEqual([
      'q1',
      'r2',
      's3',
      'm4',
      'w5',
      'x5',
      'b4',
      'r2*',
    ]);
    expect(new Set(rows.map(({ path }) => path)).size).toBe(rows.length);
  });

  it('opens, closes and chooses by keys', () => {
    const onSelect = vi.fn();
    show(
      <GraphTree
        label={label}
        nodes={all}
        edges={square}
        depth={1}
        onSelect={onSelect}
        words={{ seen: 'seen above' }}
      />,
    );
    const items = () => [...host.querySelectorAll('[role=treeitem]')];
    expect(items().map((item) => item.getAttribute('aria-expanded'))).toEqual([
      'true',
      'false',
      null,
    ]);
    expect(items()[2].getAttribute('aria-label')).toBe('r, g 0.50, seen above');
    press('[role=tree]', 'ArrowDown', 'ArrowRight', 'ArrowRight', 'Enter');
    expect(onSelect).toHaveBeenCalledExactlyOnceWith('s');
    press('[role=tree]', 'ArrowLeft', 'ArrowLeft');
    expect(items()).toHaveLength(3);
    const tree = host.querySelector('[role=tree]');
    expect(tree?.getAttribute('aria-activedescendant')).toBe(items()[1].id);
  });

  it('lists a circle once', () => {
    const rows = treeRows(
      {
        nodes: nodes.slice(0, 2),
        edges: [
          { from: 'w', to: 'x' },
          { from: 'x', to: 'w' },
        ],
      },
      () => true,
    );
    expect(rows.map(({ id }) => id)).toEqual(['x', 'w', 'x']);
  });
});

describe('a prerendered graph', () => {
  it('comes to life without a change', () => {
    const complaint = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const picture = (
      <>
        <Graph
          label={label}
          width={468}
          nodes={nodes}
          edges={edges}
          selected="m"
          onSelect={() => {}}
        />
        <GraphTree label={label} nodes={nodes} edges={edges} words={{ seen: 'seen above' }} />
      </>
    );
    host = document.createElement('div');
    document.body.append(host);
    host.innerHTML = renderToString(picture);
    const before = host.innerHTML;
    act(() => {
      root = hydrateRoot(host, picture);
    });
    expect(complaint).not.toHaveBeenCalled();
    expect(host.innerHTML).toBe(before);
    complaint.mockRestore();
  });
});
