import { useEffect, useRef, type RefObject } from 'react';
import { Graph, GraphTree } from '../../charts/index.ts';
import type { Value } from '../../engine/autograd.ts';
import type { Messages } from '../../reader/messages.tsx';
import type { Size } from '../frame.tsx';
import { useTextScale } from '../text-scale.ts';
import { amount } from './amounts.ts';
import { ExpressionDetail } from './expression-detail.tsx';
import type { ExpressionGraph } from './expression-graph.ts';
import { usesOf, type View } from './expression-view.ts';

interface Props {
  size: Size;
  words: Messages;
  view: View;
  graph: ExpressionGraph;
  formula: string;
  onChoose: (id: string) => void;
}

/** Height of the lines about the chosen number, px. */
const DETAIL = 62;
/** The same where there is little room: the line of code alone. */
const SHORT = 26;
/** Lower pictures than this are short, px. */
const LOW = 250;
/** Boxes keep room for so many characters; longer numbers are drawn narrower. */
const DIGITS = 5;
/** A box and the arrow to the next, along and across, px. */
const ALONG = [64, 54] as const;
const ACROSS = [57, 16] as const;
const LARGEST = 1.3;
/** Seen around the number that hands on, px. */
const AROUND = 70;

/** How much larger than usual a small graph is drawn, so that it fills its room. */
function roomy({ order }: ExpressionGraph, width: number, height: number): number {
  const depth = new Map<Value, number>();
  for (const value of order) {
    const makers = [value.a, value.b].map((maker) => (maker ? (depth.get(maker) ?? 0) : 0));
    depth.set(value, Math.max(...makers) + 1);
  }
  const layers = Math.max(...depth.values());
  const across = order.length - layers + 1;
  const fits = (room: number, count: number, [box, gap]: readonly [number, number]) =>
    (room - 24) / (count * box + (count - 1) * gap);
  return Math.max(1, Math.min(LARGEST, fits(width, layers, ALONG), fits(height, across, ACROSS)));
}

/** Where a graph is wider than its room, the number that hands on is brought into view. */
function useFollow(root: RefObject<HTMLElement | null>, walked: number | null): void {
  useEffect(() => {
    const wide = root.current?.querySelector('.c-graph-wide');
    const active = wide?.querySelector('.c-node-active')?.getBoundingClientRect();
    if (!wide || !active) return;
    const { left, right } = wide.getBoundingClientRect();
    const over =
      Math.max(0, active.right + AROUND - right) - Math.max(0, left + AROUND - active.left);
    if (over !== 0) wide.scrollBy({ left: over });
  }, [root, walked]);
}

/** The graph of the expression, or the same as a list, and what is chosen in it. */
export function ExpressionPicture({ size, words, view, graph, formula, onChoose }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const scale = useTextScale(root);
  useFollow(root, view.walked);
  const low = size.height < LOW * scale;
  const foot = (low ? SHORT : DETAIL) * scale;
  const height = Math.max(90, size.height - foot);
  const chosen = (view.chosen !== null && graph.named.get(view.chosen)) || null;
  const announce = (id: string): string => {
    const one = graph.named.get(id);
    if (!one) return words.text('constant', { value: amount(graph.order[0].data) });
    const place = graph.order.indexOf(one.value);
    const g = graph.grads[place];
    return words.text('node', {
      name: one.name,
      formula: one.entry?.formula ?? 'given',
      value: amount(one.value.data),
      uses: usesOf(graph.order, one.value),
      arrived: String(!Number.isNaN(g)),
      grad: amount(g),
    });
  };
  const common = {
    label: words.text('graph', { formula }),
    description: words.text('graphAbout', { numbers: graph.order.length }),
    nodes: graph.nodes,
    edges: graph.edges,
    selected: chosen?.id ?? null,
    onSelect: onChoose,
    announce,
  };
  return (
    <div className="expr" ref={root}>
      <div className="expr-graph" style={{ height }}>
        {view.form === 'list' ? (
          <GraphTree {...common} depth={9} words={{ seen: words.text('seen') }} />
        ) : (
          <Graph
            {...common}
            width={size.width}
            height={height}
            direction="right"
            digits={DIGITS}
            flow={view.walked === null ? 'forward' : 'backward'}
            textScale={scale * roomy(graph, size.width / scale, height / scale)}
          />
        )}
      </div>
      <div className="expr-foot" data-short={low || undefined} style={{ height: foot }}>
        <ExpressionDetail words={words} graph={graph} chosen={chosen} />
      </div>
    </div>
  );
}
