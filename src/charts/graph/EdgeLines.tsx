import { quantityColor } from '../color.ts';
import type { Quantity } from '../types.ts';
import type { SeenEdge } from './collapse.ts';
import type { PlacedLink, Spot } from './layout.ts';
import type { GraphDirection } from './props.ts';

export interface DrawnEdge {
  edge: SeenEdge;
  link: PlacedLink;
  /** On the way between what is selected and what hangs with it. */
  related: boolean;
  dimmed: boolean;
}

interface Props {
  edges: readonly DrawnEdge[];
  direction: GraphDirection;
  flow: 'forward' | 'backward';
  scale: number;
}

const ROUND = (value: number) => Math.round(value * 10) / 10;

/** Straight through layers, curved between them. */
export function edgePath(spots: readonly Spot[], direction: GraphDirection): string {
  const right = direction === 'right';
  return spots
    .map(([x, y], k) => {
      const to = `${ROUND(x)} ${ROUND(y)}`;
      if (k === 0) return `M${to}`;
      const [a, b] = spots[k - 1];
      if (k % 2 === 1 || (right ? b === y : a === x)) return `L${to}`;
      const middle = ROUND(right ? (a + x) / 2 : (b + y) / 2);
      return right
        ? `C${middle} ${ROUND(b)} ${middle} ${ROUND(y)} ${to}`
        : `C${ROUND(a)} ${middle} ${ROUND(x)} ${middle} ${to}`;
    })
    .join('');
}

/** A head whose tip touches the box the wave goes to. */
function headPath({ spots }: PlacedLink, props: Props): string {
  const forward = props.flow === 'forward';
  const [x, y] = forward ? spots[spots.length - 1] : spots[0];
  const back = forward ? -6 : 6;
  return props.direction === 'right'
    ? `M${ROUND(x)} ${ROUND(y)}l${back} -3.2v6.4z`
    : `M${ROUND(x)} ${ROUND(y)}l-3.2 ${back}h6.4z`;
}

const order = ({ edge, related, dimmed }: DrawnEdge) => {
  if (dimmed) return 0;
  if (edge.state === 'active') return 4;
  if (related) return 3;
  return edge.state === 'done' ? 2 : 1;
};

/** What flows along an edge: values forward, gradients back. */
const flowing = (edge: SeenEdge, flow: Props['flow']): Quantity =>
  flow === 'backward' ? 'gradient' : (edge.quantity ?? 'activation');

/** What its label is: a local gradient keeps its colour whichever way the wave goes. */
const labelled = (edge: SeenEdge, flow: Props['flow']): Quantity =>
  edge.quantity ?? flowing(edge, flow);

/** Edges with their heads, quiet ones first. */
export function EdgeLines(props: Props) {
  const sorted = props.edges.toSorted((a, b) => order(a) - order(b));
  return sorted.map(({ edge, link, related, dimmed }) => {
    const state = dimmed ? 'dimmed' : related ? 'related' : (edge.state ?? 'idle');
    return (
      <g
        key={link.index}
        className={`c-edge c-edge-${state}${edge.count > 1 ? ' c-edge-many' : ''}`}
        style={{ color: quantityColor(flowing(edge, props.flow)) }}
      >
        <path className="c-edge-line" d={edgePath(link.spots, props.direction)} />
        <path className="c-edge-head" d={headPath(link, props)} />
      </g>
    );
  });
}

/** Local gradients, on their edges. */
export function EdgeLabels({ edges, flow, scale }: Props) {
  return edges.map(({ edge, link, dimmed }) =>
    edge.label ? (
      <text
        key={link.index}
        className="c-mono c-node-number c-haloed"
        style={{ fill: dimmed ? 'var(--ink-3)' : quantityColor(labelled(edge, flow)) }}
        x={ROUND(link.label[0])}
        y={ROUND(link.label[1] + 4 * scale)}
        textAnchor="middle"
      >
        {edge.label}
      </text>
    ) : null,
  );
}
