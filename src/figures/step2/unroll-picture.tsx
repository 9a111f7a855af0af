import { useRef } from 'react';
import type { Unrolled } from '../../engine/explain/unroll.ts';
import type { Size } from '../frame.tsx';
import { useTextScale } from '../text-scale.ts';
import { amount } from './amounts.ts';
import {
  Funnel,
  groupSlots,
  LayerLabels,
  PartsBand,
  partSlots,
  WholeBand,
} from './unroll-bands.tsx';
import { NodeCard } from './unroll-card.tsx';
import { WeightFoot } from './unroll-foot.tsx';
import { UnrollInk, type Pane } from './unroll-ink.tsx';
import { bandsOf, isFolded, partLayout, type Depth } from './unroll-layout.ts';
import { groupName, nodeName, partName, type Naming } from './unroll-names.ts';
import { PartBoxes } from './unroll-part.tsx';
import { columnsOf, type Part, type Plan } from './unroll-plan.ts';
import { accountOf, counterpart, inGroup } from './unroll-view.ts';
import { frontsOf, type InkScale } from './unroll-wave.ts';

export interface PictureProps {
  size: Size;
  naming: Naming;
  record: Unrolled;
  plan: Plan;
  ink: InkScale;
  grads: Float64Array;
  node: number;
  walked: number;
  depth: Depth;
  /** Look at a number, opened so far, and stand the wave there. */
  onOpen: (node: number, depth: Depth) => void;
}

/** The record, opened level by level; each level stands under the one that it is a part of. */
export function UnrollPicture(props: PictureProps) {
  const { size, naming, record, plan, ink, grads, node, walked, depth, onOpen } = props;
  const { words } = naming;
  const root = useRef<HTMLDivElement>(null);
  const scale = useTextScale(root);
  const { width } = size;
  const part = plan.parts[plan.partOf[node]];
  const group = plan.groups[part.group];
  const at = bandsOf(width, size.height, depth, scale, isFolded(part, width, scale));
  const groups = groupSlots(plan, at.whole);
  const groupColumns: [number, number] = [group.column, group.column + group.columns];
  const parts = plan.parts.slice(group.first, group.first + group.count);
  const layer = parts.filter((one) => one.layer === part.layer);
  const layerColumns: [number, number] = [
    columnsOf(plan, layer[0])[0],
    columnsOf(plan, layer[layer.length - 1])[1],
  ];
  const fronts = frontsOf(record.kind.length, walked, plan.rows, (i) => {
    const one = plan.parts[plan.partOf[i]];
    return one.group > 0 ? one : null;
  });
  const columnOf = (i: number): number => plan.cellOf[i] % plan.columns;
  const along = (band: { x: number; width: number }, [from, to]: [number, number], i: number) =>
    band.x + ((columnOf(i) - from) / (to - from)) * band.width;
  const handsIn = (band: { x: number; width: number }, columns: [number, number]): number[] =>
    fronts
      .filter((i) => columnOf(i) >= columns[0] && columnOf(i) < columns[1])
      .map((i) => Math.round(along(band, columns, i)));
  const hand = fronts.length
    ? Math.min(...fronts.map((i) => along(at.whole, [0, plan.columns], i)))
    : null;
  const sayPart = (one: Part): string => {
    const last = one.nodes[one.nodes.length - 1];
    return words.text('partSays', {
      name: partName(naming, one),
      count: one.nodes.length,
      value: amount(record.data[last]),
      grad: amount(grads[last]),
    });
  };
  const sayNode = (i: number): string =>
    words.text('nodeSays', {
      name: nodeName(naming, record, plan, i),
      value: amount(record.data[i]),
      grad: amount(grads[i]),
    });
  const panes: Pane[] = [{ name: 'whole', ...at.whole, from: 0, to: plan.columns }];
  if (at.group)
    panes.push({ name: 'group', ...at.group, from: groupColumns[0], to: groupColumns[1] });
  if (at.layer)
    panes.push({ name: 'layer', ...at.layer, from: layerColumns[0], to: layerColumns[1] });
  const openPart = (one: Part): void => onOpen(counterpart(plan, node, one), 3);
  const boxes = at.part && partLayout(part, at.part, scale);
  const chosen = boxes?.boxes.find((box) => box.node === node);
  const account = at.foot && accountOf(record, plan, node, walked, grads);
  const [first] = at.group ? partSlots(plan, [part], groupColumns, at.group) : [];
  const span = at.group && {
    ...at.group,
    x: ((layerColumns[0] - group.column) / group.columns) * width,
    width: ((layerColumns[1] - layerColumns[0]) / group.columns) * width,
  };
  return (
    <div className="unroll" ref={root} style={{ height: size.height }}>
      <UnrollInk plan={plan} ink={ink} grads={grads} walked={walked} panes={panes} />
      {at.group && (
        <svg className="unroll-over" width={width} height={size.height} aria-hidden="true">
          <Funnel from={groups[part.group]} to={at.group.y - 18 * scale} width={width} />
          {at.layer && span && <Funnel from={span} to={at.layer.y - 2} width={width} />}
          {at.part && first && (
            <Funnel
              from={{ ...first, y: at.group.y, height: at.group.height }}
              to={at.part.y - 2}
              width={width}
            />
          )}
        </svg>
      )}
      <WholeBand
        naming={naming}
        plan={plan}
        band={at.whole}
        scale={scale}
        opened={depth > 0 ? part.group : null}
        counts={walked === 0}
        hand={hand}
        onOpen={(k) => onOpen(inGroup(plan, node, k), depth === 0 ? 1 : depth)}
      />
      {at.group && group.kind !== 'mean' && (
        <>
          <PartsBand
            naming={naming}
            plan={plan}
            band={at.group}
            parts={parts}
            columns={groupColumns}
            label={groupName(naming, group)}
            opened={depth === 3 ? parts.indexOf(part) : null}
            hands={handsIn(at.group, groupColumns)}
            say={sayPart}
            onOpen={openPart}
          />
          <LayerLabels
            naming={naming}
            plan={plan}
            group={part.group}
            band={at.group}
            scale={scale}
            chosen={depth >= 2 ? part.layer : null}
            onOpen={(k) => {
              const one = plan.parts[k];
              onOpen(one.layer === part.layer ? node : counterpart(plan, node, one), 2);
            }}
          />
        </>
      )}
      {at.layer && (
        <PartsBand
          naming={naming}
          plan={plan}
          band={at.layer}
          parts={layer}
          columns={layerColumns}
          label={words.text(`layer.${part.layer}`)}
          opened={null}
          under={({ layer: of, row }) =>
            of === 'softmax'
              ? ''
              : of === 'logits' || of === 'wte' || of === 'mlp_fc2'
                ? (naming.vocabulary[row] ?? '')
                : String(row)
          }
          hands={handsIn(at.layer, layerColumns)}
          say={sayPart}
          onOpen={openPart}
        />
      )}
      {at.part && boxes && (
        <PartBoxes
          words={words}
          label={partName(naming, part)}
          record={record}
          part={part}
          at={boxes}
          slot={at.part}
          scale={scale}
          grads={grads}
          ink={ink}
          walked={walked}
          node={node}
          front={fronts[0] ?? null}
          say={sayNode}
          onOpen={(i) => onOpen(i, 3)}
        />
      )}
      {at.card && (
        <NodeCard
          naming={naming}
          record={record}
          plan={plan}
          node={node}
          walked={walked}
          grads={grads}
          slot={at.card}
          scale={scale}
          tie={chosen ? { x: chosen.x + chosen.width / 2, y: chosen.y + chosen.height + 2 } : null}
        />
      )}
      {at.foot && account && (
        <WeightFoot
          naming={naming}
          slot={at.foot}
          scale={scale}
          middles={groups.slice(1, -1).map(({ x, width: wide }) => x + wide / 2)}
          amounts={account.amounts}
          weight={nodeName(naming, record, plan, account.weight)}
          opened={group.position}
        />
      )}
    </div>
  );
}
