import { useState } from 'react';
import { ListCursor, type Slot } from '../../charts/ListCursor.tsx';
import { integer } from '../../charts/index.ts';
import { fitting, monoWidth, sansWidth, SMALL } from '../../charts/text.ts';
import { groupName, pairOf, partName, type Naming } from './unroll-names.ts';
import { columnsOf, type Part, type Plan } from './unroll-plan.ts';
import { WholeLayers } from './unroll-whole.tsx';

const whole = integer();

/** Boxes of all groups in a band of the whole. */
export const groupSlots = ({ groups, columns }: Plan, band: Slot): Slot[] =>
  groups.map(({ column, columns: wide }) => ({
    x: band.x + (column / columns) * band.width,
    y: band.y,
    width: (wide / columns) * band.width,
    height: band.height,
  }));

/** Boxes of some parts in a band that shows the columns from `from` to `to`. */
export function partSlots(
  plan: Plan,
  parts: readonly Part[],
  [from, to]: readonly [number, number],
  band: Slot,
): Slot[] {
  const pitch = band.width / (to - from);
  const cell = band.height / plan.rows;
  return parts.map((part) => {
    const [first, last] = columnsOf(plan, part);
    const within = part.offset % plan.rows;
    const short = part.nodes.length <= plan.rows && last - first === 1;
    return {
      x: band.x + (first - from) * pitch,
      y: short ? band.y + within * cell : band.y,
      width: (last - first) * pitch,
      height: short ? part.nodes.length * cell : band.height,
    };
  });
}

interface WholeProps {
  naming: Naming;
  plan: Plan;
  band: Slot;
  scale: number;
  /** The group that is opened; null for none. */
  opened: number | null;
  /** Nothing has been walked: the boxes say what they hold, and how much of it. */
  counts: boolean;
  /** Where the wave stands, px; null where it does not. */
  hand: number | null;
  onOpen: (group: number) => void;
}

/** The whole record, to scale: the weights, each pair of the name, and the mean. */
export function WholeBand(props: WholeProps) {
  const { naming, plan, band, opened, hand } = props;
  const [hovered, setHovered] = useState<number | null>(null);
  const slots = groupSlots(plan, band);
  const bottom = band.y + band.height;
  return (
    <>
      <svg className="unroll-over" width={band.width} height={bottom + 4} aria-hidden="true">
        <WholeLabels {...props} slots={slots} />
        {props.counts && <WholeLayers {...props} slots={slots} />}
        <rect className="unroll-frame" {...band} />
        {slots.slice(1).map(({ x }, k) => (
          <path key={k} className="unroll-frame" d={`M${x} ${band.y}V${bottom}`} />
        ))}
        {hovered !== null && <rect className="c-hover" {...slots[hovered]} />}
        {opened !== null && <rect className="unroll-mine" {...grown(slots[opened])} />}
        {hand !== null && (
          <path className="unroll-hand" d={`M${hand} ${band.y - 3}V${bottom + 4}`} />
        )}
      </svg>
      <div className="unroll-hit" style={{ left: 0, top: 0, width: band.width, height: bottom }}>
        <ListCursor
          label={naming.words.text('whole')}
          slots={slots.map((slot) => ({ ...slot, y: 0, height: bottom }))}
          outlines={slots}
          name={(k) =>
            naming.words.text('box', {
              name: groupName(naming, plan.groups[k]),
              count: whole(plan.groups[k].nodes),
            })
          }
          direction="horizontal"
          selected={opened}
          hovered={hovered}
          setHovered={setHovered}
          onSelect={props.onOpen}
        />
      </div>
    </>
  );
}

/** An outline that can be seen however narrow its box is. */
const grown = ({ x, y, width, height }: Slot): Slot => {
  const more = Math.max(0, 4 - width) / 2;
  return { x: x - more, y, width: width + 2 * more, height };
};

function WholeLabels(props: WholeProps & { slots: readonly Slot[] }) {
  const { naming, plan, band, slots, opened, scale } = props;
  const y = band.y - 5;
  return (
    <>
      <text className="c-note" x={band.x} y={y}>
        {naming.words.text('weights')}
      </text>
      {plan.groups.map(({ kind, position }, k) => {
        if (kind !== 'pair') return null;
        const [from, to] = pairOf(naming, position);
        const { x, width } = slots[k];
        // The first label would stand on the word at the left.
        if (x + width / 2 < 56 * scale) return null;
        const close = width < 34 * scale;
        if (width < 11 * scale) return null;
        return (
          <text
            key={k}
            className={k === opened ? 'c-mono unroll-letter unroll-own' : 'c-mono unroll-letter'}
            x={x + width / 2}
            y={y}
          >
            {close ? to : `${from} ${to}`}
          </text>
        );
      })}
    </>
  );
}

interface GroupProps {
  naming: Naming;
  plan: Plan;
  band: Slot;
  parts: readonly Part[];
  columns: readonly [number, number];
  label: string;
  /** The part that is opened, as a place among them; null for none. */
  opened: number | null;
  hands: readonly number[];
  say: (part: Part) => string;
  onOpen: (part: Part) => void;
  /** What stands under the columns, if anything does. */
  under?: (part: Part) => string;
}

/** A pair, the weights, or a layer of them: every part a column, or a few. */
export function PartsBand(props: GroupProps) {
  const { plan, band, parts, columns, opened, hands } = props;
  const [hovered, setHovered] = useState<number | null>(null);
  const slots = partSlots(plan, parts, columns, band);
  const at = slots.map((slot) => ({ ...slot, x: slot.x - band.x, y: slot.y - band.y }));
  const bottom = band.y + band.height;
  const tell = hovered === null ? null : parts[hovered];
  return (
    <>
      <svg className="unroll-over" width={band.width} height={bottom + 4} aria-hidden="true">
        <rect className="unroll-frame" {...band} />
        {hands.map((x) => (
          <path key={x} className="unroll-hand" d={`M${x} ${band.y - 3}V${bottom + 3}`} />
        ))}
        {hovered !== null && <rect className="c-hover" {...grown(slots[hovered])} />}
        {opened !== null && <rect className="unroll-mine" {...grown(slots[opened])} />}
        {props.under && <Under {...props} slots={slots} under={props.under} />}
        {tell && (
          <text
            className="c-note unroll-tell"
            x={Math.max(
              40,
              Math.min(band.width - 40, slots[hovered!].x + slots[hovered!].width / 2),
            )}
            y={bottom + 13}
          >
            {partName(props.naming, tell)}
          </text>
        )}
      </svg>
      <div
        className="unroll-hit"
        style={{ left: band.x, top: band.y, width: band.width, height: band.height }}
      >
        <ListCursor
          label={props.label}
          slots={at}
          name={(k) => props.say(parts[k])}
          direction="horizontal"
          selected={opened}
          hovered={hovered}
          setHovered={setHovered}
          onSelect={(k) => props.onOpen(parts[k])}
        />
      </div>
    </>
  );
}

/** Names under the columns, as many as have room. */
function Under(props: GroupProps & { slots: readonly Slot[]; under: (part: Part) => string }) {
  const { slots, parts, band, under } = props;
  const names = parts.map(under);
  const room = names.map((name) => monoWidth(name, SMALL) + 4);
  const kept = fitting(room, band.width / Math.max(1, parts.length));
  return names.map((name, k) =>
    kept.has(k) ? (
      <text
        key={k}
        className="c-mono unroll-count"
        x={slots[k].x + slots[k].width / 2}
        y={band.y + band.height + 13}
      >
        {name}
      </text>
    ) : null,
  );
}

/** From an opened part to the band under it. */
export function Funnel({ from, to, width }: { from: Slot; to: number; width: number }) {
  const y = from.y + from.height;
  const middle = (y + to) / 2;
  const side = (x: number, end: number) =>
    `M${x.toFixed(1)} ${y}C${x.toFixed(1)} ${middle} ${end} ${middle} ${end} ${to}`;
  return (
    <path
      className="unroll-funnel"
      d={`${side(from.x, 0.5)}${side(from.x + from.width, width - 0.5)}`}
    />
  );
}

interface LayerProps {
  naming: Naming;
  plan: Plan;
  group: number;
  band: Slot;
  scale: number;
  /** The layer that is looked at. */
  chosen: string | null;
  onOpen: (first: number) => void;
}

/** Names of the layers over their columns, each a button that opens it. */
export function LayerLabels(props: LayerProps) {
  const { naming, plan, group, band, scale, chosen } = props;
  const { column, columns } = plan.groups[group];
  const layers = plan.layersOf(group);
  let reached = -GAP;
  return (
    <div className="unroll-layers" style={{ top: band.y - 18 * scale, width: band.width }}>
      {layers.map(({ layer, first, count, nodes }, k) => {
        const name = naming.words.text(`layer.${layer}`);
        const size = count > 1 ? `${count} × ${whole(nodes / count)}` : whole(nodes);
        const [from] = columnsOf(plan, plan.parts[first]);
        const left = Math.max(reached + GAP, ((from - column) / columns) * band.width);
        const margin = left - Math.max(0, reached);
        reached = left + sansWidth(`${name} ${size}`, 13 * scale);
        return (
          <button
            key={layer}
            type="button"
            className="unroll-layer"
            aria-pressed={layer === chosen}
            style={{ marginInlineStart: k > 0 && k === layers.length - 1 ? 'auto' : margin }}
            onClick={() => props.onOpen(first)}
          >
            <b>{name}</b> <span>{size}</span>
          </button>
        );
      })}
    </div>
  );
}

/** Least room between two names, px. */
const GAP = 10;
