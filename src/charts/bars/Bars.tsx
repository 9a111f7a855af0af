import { useState } from 'react';
import { quantityColor } from '../color.ts';
import { Frame } from '../Frame.tsx';
import { ListCursor } from '../ListCursor.tsx';
import { clip, fitting, monoWidth } from '../text.ts';
import { barsLayout, valueText } from './layout.ts';
import { MarkShape, MarkText } from './Mark.tsx';
import type { BarsLayout } from './layout.ts';
import type { BarsProps } from './props.ts';

/** Indices whose labels must be drawn before others; a bar without a label stands in no way. */
function urgent({ bars, selected }: BarsProps): number[] {
  const marked = bars.flatMap((bar, i) => (bar.mine || bar.emphasis === 'strong' ? [i] : []));
  const named = bars.flatMap((bar, i) => (bar.label ? [i] : []));
  return [...(typeof selected === 'number' ? [selected] : []), ...marked, ...named];
}

function labelsThatFit(props: BarsProps, at: BarsLayout): Set<number> {
  const pitch = at.vertical ? at.width / Math.max(1, props.bars.length) : at.places[0]?.slot.height;
  const room = props.bars.map((bar) =>
    at.vertical ? monoWidth(bar.label, at.labelSize) + 1.5 : at.labelSize * 0.8,
  );
  return fitting(room, pitch ?? 1, urgent(props));
}

function ReferenceLines({ layout: at, lines = [] }: BarsProps & { layout: BarsLayout }) {
  return lines.map(({ value, label, quantity = 'probability' }) => {
    const place = at.along(value);
    const d = at.vertical
      ? `M0 ${place}H${at.width}`
      : `M${place} ${at.lane.from - 4}V${at.lane.to}`;
    return (
      <g key={`${value}${label}`}>
        <path className="c-line-halo" d={d} />
        <path className="c-floor" style={{ stroke: quantityColor(quantity) }} d={d} />
        {label && (
          <text
            className="c-note c-haloed"
            style={{ fill: quantityColor(quantity) }}
            x={at.vertical ? at.width : place}
            y={at.vertical ? place - 4 : at.lane.from - 7 * at.scale}
            textAnchor={at.vertical || place > at.width * 0.6 ? 'end' : 'start'}
          >
            {label}
          </text>
        )}
      </g>
    );
  });
}

/** Bars with labels and values at their ends; see `BarsProps`. */
export function Bars(props: BarsProps) {
  const { bars, words = {}, selected, onSelect, onHover } = props;
  const [hovered, setHovered] = useState<number | null>(null);
  const at = barsLayout(props);
  const kept = labelsThatFit(props, at);
  const operable = Boolean(onSelect ?? onHover);
  const zero = at.along(0);
  const fit = (text: string) =>
    at.vertical ? text : clip(text, at.labelRoom + 1, (part) => monoWidth(part, at.labelSize));
  const marks = bars.map((bar, index) => ({
    bars: props,
    bar: { ...bar, label: fit(bar.label) },
    index,
    layout: at,
    hovered: operable && hovered === index,
    labelled: kept.has(index),
  }));
  return (
    <Frame
      {...props}
      height={at.height}
      over={
        operable
          ? (describedBy) => (
              <ListCursor
                label={props.label}
                describedBy={describedBy}
                slots={at.places.map((place) => place.slot)}
                name={(i) =>
                  bars[i].announce ?? `${bars[i].label} ${valueText(bars[i], at.format)}`
                }
                direction={at.vertical ? 'horizontal' : 'vertical'}
                selected={selected}
                hovered={hovered}
                setHovered={setHovered}
                onSelect={onSelect}
                onHover={onHover}
              />
            )
          : undefined
      }
    >
      {marks.map((mark) => (
        <MarkShape key={mark.bar.id} {...mark} />
      ))}
      <ReferenceLines {...props} layout={at} />
      <path
        className="c-axis"
        d={
          at.vertical
            ? `M0 ${zero + 0.5}H${at.width}`
            : `M${zero - 0.5} ${at.lane.from}V${at.lane.to}`
        }
      />
      {marks.map((mark) => (
        <MarkText key={mark.bar.id} {...mark} />
      ))}
      {words.axis && (
        <text className="c-note" x={0} y={11 * at.scale}>
          {words.axis}
        </text>
      )}
      {words.category && at.vertical && (
        <text className="c-note" x={at.width / 2} y={at.height - 4 * at.scale} textAnchor="middle">
          {words.category}
        </text>
      )}
      {words.category && !at.vertical && !words.axis && at.lane.from > 12 && (
        <text className="c-note" x={at.labelRoom} y={11 * at.scale} textAnchor="end">
          {words.category}
        </text>
      )}
    </Frame>
  );
}
