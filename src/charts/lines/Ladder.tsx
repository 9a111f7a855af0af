import { extent } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { quantityColor } from '../color.ts';
import { fixed } from '../format.ts';
import { Frame } from '../Frame.tsx';
import { SMALL, monoWidth } from '../text.ts';
import { LadderLabels } from './LadderLabels.tsx';
import type { LadderProps } from './props.ts';

/** Values on one vertical axis, labelled in order without overlap. */
export function Ladder(props: LadderProps) {
  const { items, width, height, words = {}, textScale: scale = 1 } = props;
  const format = props.formatY ?? fixed(3);
  const finite = items.map((item) => item.value).filter(Number.isFinite);
  const [low = 0, high = 1] = props.domain ?? extent(finite);
  const top = (words.axis ? 26 : 12) * scale;
  const y = scaleLinear([low, high > low ? high : low + 1], [height - 12 * scale, top]);
  const ticks = props.ticks ?? y.ticks(Math.max(2, Math.round(height / 70)));
  const room = Math.max(0, ...ticks.map((tick) => monoWidth(format(tick), SMALL * scale)));
  const axis = Math.ceil(room + 11 * scale);
  const place = (value: number) => (Number.isFinite(value) ? y(value) : top - 8);
  const entries = items.map((item) => ({
    ...item,
    color: quantityColor(item.quantity ?? 'probability'),
    inked: false,
    weight: item.strong ? 2.5 : 1,
    dot: true,
  }));
  return (
    <Frame {...props}>
      <path
        className="c-tick"
        d={`M${axis} ${y.range()[0]}V${y.range()[1]}${ticks
          .map((tick) => `M${axis - 5} ${y(tick)}h5`)
          .join('')}`}
      />
      {ticks.map((tick) => (
        <text
          key={tick}
          className="c-mono"
          x={axis - 8 * scale}
          y={y(tick) + 4 * scale}
          textAnchor="end"
        >
          {format(tick)}
        </text>
      ))}
      {words.axis && (
        <text className="c-note" x={0} y={11 * scale}>
          {words.axis}
        </text>
      )}
      <LadderLabels
        entries={entries}
        y={place}
        from={axis}
        tie={30}
        right={width}
        low={0}
        high={height}
        format={format}
        scale={scale}
        highlighted={props.highlighted}
      />
    </Frame>
  );
}
