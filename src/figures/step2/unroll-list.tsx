import { GraphTree, integer, type GraphEdge, type GraphNode } from '../../charts/index.ts';
import type { Unrolled } from '../../engine/explain/unroll.ts';
import { boxed } from './amounts.ts';
import type { Depth } from './unroll-layout.ts';
import { groupName, nodeName, partName, type Naming } from './unroll-names.ts';
import type { Plan } from './unroll-plan.ts';
import { counterpart, inGroup } from './unroll-view.ts';

const whole = integer();

interface Props {
  naming: Naming;
  name: string;
  record: Unrolled;
  plan: Plan;
  grads: ArrayLike<number>;
  node: number;
  depth: Depth;
  height: number;
  onOpen: (node: number, depth: Depth) => void;
}

interface Row {
  id: string;
  under: string | null;
  label: string;
  numbers: GraphNode['numbers'];
  tone?: GraphNode['tone'];
  open: () => void;
}

/** The same levels as a list that opens: the name, its pairs, their layers, a neuron, its numbers. */
export function UnrollList(props: Props) {
  const { naming, record, plan, node, depth } = props;
  const { words } = naming;
  const rows = listRows(props);
  const part = plan.parts[plan.partOf[node]];
  const selected =
    depth === 0
      ? 'all'
      : depth === 1
        ? `g${part.group}`
        : depth === 2
          ? `g${part.group} ${part.layer}`
          : `n${node}`;
  const nodes = rows.map(({ id, label, numbers, tone }): GraphNode => ({
    id,
    label,
    numbers,
    tone: tone ?? 'ink',
  }));
  const edges = rows.flatMap(({ id, under }): GraphEdge[] =>
    under === null ? [] : [{ from: id, to: under }],
  );
  return (
    <div className="unroll-list" style={{ height: props.height }}>
      <GraphTree
        label={words.text('list', { all: whole(record.kind.length) })}
        description={words.text('listAbout')}
        nodes={nodes}
        edges={edges}
        selected={selected}
        depth={9}
        words={{ seen: words.text('seen') }}
        onSelect={(id) => rows.find((row) => row.id === id)?.open()}
      />
    </div>
  );
}

/** What is listed: the children of all that the number looked at is in. */
function listRows(props: Props): Row[] {
  const { naming, name, record, plan, grads, node, depth, onOpen } = props;
  const { words } = naming;
  const here = plan.parts[plan.partOf[node]];
  const count = (nodes: number): GraphNode['numbers'] => [
    { text: words.text('numbers', { count: nodes }), quantity: 'ink' },
  ];
  const rows: Row[] = [
    {
      id: 'all',
      under: null,
      label: name,
      numbers: count(record.kind.length),
      tone: 'lens',
      open: () => onOpen(node, 0),
    },
  ];
  plan.groups.forEach((group, g) => {
    const at = inGroup(plan, node, g);
    rows.push({
      id: `g${g}`,
      under: 'all',
      label: groupName(naming, group),
      numbers: count(group.nodes),
      open: () => onOpen(at, 1),
    });
    if (depth < 1 || here.group !== g) return;
    for (const { layer, first, count: many, nodes } of plan.layersOf(g)) {
      const one = plan.parts[first];
      rows.push({
        id: `g${g} ${layer}`,
        under: `g${g}`,
        label: words.text(`layer.${layer}`),
        numbers: count(nodes),
        open: () => onOpen(layer === here.layer ? node : counterpart(plan, node, one), 2),
      });
      if (depth < 2 || here.layer !== layer) continue;
      for (const part of plan.parts.slice(first, first + many)) {
        const last = part.nodes[part.nodes.length - 1];
        rows.push({
          id: `p${first} ${part.row}`,
          under: `g${g} ${layer}`,
          label: partName(naming, part),
          numbers: g === 0 ? count(part.nodes.length) : numbersOf(record, grads, last),
          open: () => onOpen(counterpart(plan, node, part), 3),
        });
        if (depth < 3 || part !== here) continue;
        for (const i of part.nodes) {
          rows.push({
            id: `n${i}`,
            under: `p${first} ${part.row}`,
            label: nodeName(naming, record, plan, i),
            numbers: numbersOf(record, grads, i),
            open: () => onOpen(i, 3),
          });
        }
      }
    }
  });
  return rows;
}

const numbersOf = (record: Unrolled, grads: ArrayLike<number>, i: number): GraphNode['numbers'] => [
  { text: boxed(record.data[i]), quantity: 'activation' },
  { mark: 'g', text: boxed(grads[i]), quantity: 'gradient' },
];
