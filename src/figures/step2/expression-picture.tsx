import { useRef } from 'react';
import { Graph, GraphTree } from '../../charts/index.ts';
import type { Messages } from '../../reader/messages.tsx';
import type { Size } from '../frame.tsx';
import { useTextScale } from '../text-scale.ts';
import { amount } from './amounts.ts';
import { ExpressionDetail } from './expression-detail.tsx';
import type { ExpressionGraph } from './expression-graph.ts';
import { usesOf, type View } from './expression-view.ts';
import { roomFor } from './graph-room.ts';

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
/** The graph of the expression, or the same as a list, and what is chosen in it. */
export function ExpressionPicture({ size, words, view, graph, formula, onChoose }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const scale = useTextScale(root);
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
      arrived: String(g !== null),
      grad: g === null ? '' : amount(g),
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
            textScale={scale * roomFor(graph.order, size.width / scale, height / scale)}
          />
        )}
      </div>
      <div className="expr-foot" data-short={low || undefined} style={{ height: foot }}>
        <ExpressionDetail words={words} graph={graph} chosen={chosen} />
      </div>
    </div>
  );
}
