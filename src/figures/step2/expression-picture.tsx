import { useRef } from 'react';
import { Graph, GraphTree } from '../../charts/index.ts';
import { topological } from '../../engine/autograd.ts';
import type { Record as Recording } from '../../engine/expression-record.ts';
import type { Messages } from '../../reader/messages.tsx';
import type { Size } from '../frame.tsx';
import { useTextScale } from '../text-scale.ts';
import { amount } from './amounts.ts';
import { ExpressionDetail } from './expression-detail.tsx';
import { expressionGraph, longestNumber } from './expression-graph.ts';
import { usesOf, type View } from './expression-view.ts';
import { arrowsHaveRoom, roomFor } from './graph-room.ts';

interface Props {
  size: Size;
  words: Messages;
  view: View;
  recording: Recording;
  formula: string;
  onChoose: (id: string) => void;
}

/** Height of the lines about the chosen number, px. */
const DETAIL = 62;
/** The same where there is little room: the line of code alone. */
const SHORT = 26;
/** Lower pictures than the first have the short lines, than the second none, px. */
const LOW = [250, 190] as const;
/** The chart's room at its edges, over which the lowest pictures reach, px. */
const EDGE = 10;
/** In a lower graph than this a box has one line of numbers, px. */
const ONE_LINE = 158;
/** Boxes keep room for so many characters; longer numbers are drawn narrower. */
const DIGITS = 5;
/** In a narrower picture boxes keep room for what they hold, and for this at least, px. */
const NARROW = 420;
const FEWEST = 3;

/** The graph of the expression, or the same as a list, and what is chosen in it. */
export function ExpressionPicture({ size, words, view, recording, formula, onChoose }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const scale = useTextScale(root);
  const [low, lowest] = LOW.map((least) => size.height < least * scale);
  const foot = (lowest ? 0 : low ? SHORT : DETAIL) * scale;
  const reach = lowest ? EDGE : 0;
  const height = Math.max(90, size.height - foot + 2 * reach);
  const width = size.width / scale;
  const order = topological(recording.end);
  const narrow = size.width < NARROW;
  const digits = narrow ? Math.min(DIGITS, Math.max(FEWEST, longestNumber(order))) : DIGITS;
  const graph = expressionGraph(recording, view.walked, {
    locals: !narrow || arrowsHaveRoom(order, digits, width) ? 'all' : 'none',
    oneLine: height < ONE_LINE * scale,
  });
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
      <div className="expr-graph" style={{ height, marginBlock: -reach }}>
        {view.form === 'list' ? (
          <GraphTree {...common} depth={9} words={{ seen: words.text('seen') }} />
        ) : (
          <Graph
            {...common}
            width={size.width}
            height={height}
            direction="right"
            digits={digits}
            flow={view.walked === null ? 'forward' : 'backward'}
            textScale={scale * roomFor(order, width, height / scale)}
          />
        )}
      </div>
      {!lowest && (
        <div className="expr-foot" data-short={low || undefined} style={{ height: foot }}>
          <ExpressionDetail words={words} graph={graph} chosen={chosen} />
        </div>
      )}
    </div>
  );
}
