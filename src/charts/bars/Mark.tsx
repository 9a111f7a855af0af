import { quantityColor, toned } from '../color.ts';
import { INFINITY } from '../format.ts';
import { monoWidth, sansWidth } from '../text.ts';
import { valueText } from './layout.ts';
import type { Slot } from '../ListCursor.tsx';
import type { BarsLayout } from './layout.ts';
import type { Bar, BarsProps } from './props.ts';

interface Props {
  bars: BarsProps;
  bar: Bar;
  index: number;
  layout: BarsLayout;
  hovered: boolean;
  /** Is there room for the category label? */
  labelled: boolean;
}

const rect = ({ x, y, width, height }: Slot, grow = 0) => ({
  x: x - grow,
  y: y - grow,
  width: Math.max(0, width + 2 * grow),
  height: Math.max(0, height + 2 * grow),
});

const boxPath = ({ x, y, width, height }: Slot) => `M${x} ${y}h${width}v${height}h${-width}z`;

const TONES = { strong: 1, normal: 0.42, pale: 0.18, rest: 0 };

/** Colour of a bar: a meaning at a tone, or the diverging ramp for signed numbers. */
function fillOf(bars: BarsProps, bar: Bar, strong: boolean): string {
  if (bars.diverging) {
    const side = bar.value < 0 ? 'n' : 'p';
    return `var(--div-${side}${strong ? 4 : 2})`;
  }
  return toned(bars.quantity ?? 'probability', strong ? 1 : TONES[bar.emphasis ?? 'normal']);
}

/** A bar that never ends: whole, then in slices that thin out as it leaves the frame. */
function endlessPath({ x, y, width, height }: Slot, vertical: boolean): string {
  const cuts = [
    [0, 1],
    [3, 5],
    [7, 8],
    [10, 10.7],
  ].map(([from, to]) => [from * 1.6, to * 1.6]);
  const long = vertical ? height : width;
  const whole = Math.max(0, long - cuts[3][1] - 3);
  const slice = (from: number, to: number) =>
    vertical
      ? `M${x} ${y + height - from}h${width}V${y + height - to}h${-width}z`
      : `M${x + from} ${y}H${x + to}v${height}H${x + from}z`;
  return cuts.map(([from, to], k) => slice(k === 0 ? 0 : whole + from, whole + to)).join('');
}

function Value({ bars, bar, index, layout: at }: Props) {
  const { places, scale } = at;
  const { end, negative, endless } = places[index];
  const shown = bars.values ?? 'all';
  const strong = bar.emphasis === 'strong' || bars.selected === index;
  if (shown === 'none' || (shown === 'strong' && !strong && !bar.guess)) return null;
  const text = endless ? (bar.text ?? bars.words?.infinity ?? INFINITY) : valueText(bar, at.format);
  const { box } = places[index];
  const gap = (bar.guess === true ? 8 : 6) * scale;
  const half = monoWidth(text, at.valueSize) / 2;
  const spot = at.vertical
    ? {
        x: Math.max(half, Math.min(at.width - half, box.x + box.width / 2)),
        y: negative ? end + at.valueSize : end - 4 * scale,
        textAnchor: 'middle' as const,
      }
    : {
        x: end + (negative ? -gap : gap),
        y: box.y + box.height / 2 + at.valueSize * 0.35,
        textAnchor: negative ? ('end' as const) : ('start' as const),
      };
  const color = bars.diverging ? undefined : quantityColor(bars.quantity ?? 'probability');
  const kind = at.vertical ? 'c-mono' : 'c-mono c-value';
  return (
    <text className={strong ? `${kind} c-strong` : kind} style={{ fill: color }} {...spot}>
      {text}
    </text>
  );
}

function Inside({ bars, bar, index, layout: at }: Props) {
  if (!bar.inside || at.vertical) return null;
  const { box, end } = at.places[index];
  const strong = bar.emphasis === 'strong' || bars.selected === index;
  const need = sansWidth(bar.inside, 12 * at.scale);
  const fits = need + 14 * at.scale < box.width;
  const values = bars.values ?? 'all';
  const text = values === 'none' ? '' : valueText(bar, at.format);
  const after = end + 14 * at.scale + monoWidth(text, at.valueSize);
  if (!fits && after + need > at.width) return null;
  const ground = !fits || bar.emphasis === 'rest' ? 'var(--paper)' : fillOf(bars, bar, strong);
  return (
    <text
      className={fits && strong ? 'c-inside c-reversed' : 'c-inside'}
      style={{ stroke: ground }}
      x={fits ? box.x + 8 * at.scale : after}
      y={box.y + box.height / 2 + 4.2 * at.scale}
    >
      {bar.inside}
    </text>
  );
}

/** The shapes of one bar: its value, what lies over it, and the guess around it. */
export function MarkShape({ bars, bar, index, layout: at, hovered }: Props) {
  const { box, endless } = at.places[index];
  const selected = bars.selected === index;
  const strong = bar.emphasis === 'strong' || selected;
  const color = quantityColor(bars.quantity ?? 'probability');
  const guess =
    bar.guess === true ? box : typeof bar.guess === 'number' ? at.boxOf(index, bar.guess) : null;
  return (
    <>
      {bar.emphasis === 'rest' && !selected ? (
        <rect className="c-rest" {...rect(box, -0.5)} style={{ stroke: color }} />
      ) : (
        <path
          d={endless ? endlessPath(box, at.vertical) : boxPath(box)}
          style={{ fill: fillOf(bars, bar, strong) }}
        />
      )}
      {bar.overlay !== undefined && (
        <rect
          className="c-overlay"
          {...rect(at.boxOf(index, bar.overlay), -0.6)}
          style={{ stroke: quantityColor(bars.overlayQuantity ?? 'parameter') }}
        />
      )}
      {hovered && <rect className="c-hover" {...rect(box)} />}
      {guess && <rect className="c-guess" rx={2} {...rect(guess, 3)} />}
    </>
  );
}

/** The texts of one bar: category, words within it, value. */
export function MarkText(props: Props) {
  const { bars, bar, index, layout: at, labelled } = props;
  const { box, slot } = at.places[index];
  const selected = bars.selected === index;
  const mine = Boolean(bar.mine ?? false) || selected;
  const pale = at.vertical && bar.emphasis !== 'strong' && !bars.labelQuantity;
  const color = quantityColor(bars.labelQuantity ?? (at.vertical ? 'ink' : 'token'));
  return (
    <>
      {labelled && (
        <text
          className={`c-mono${at.vertical ? '' : ' c-category'}${mine ? ' c-mine' : ''}`}
          style={mine || pale ? undefined : { fill: color }}
          x={at.vertical ? slot.x + slot.width / 2 : at.labelRoom}
          y={
            at.vertical
              ? at.height - (bars.words?.category ? 22 : 6) * at.scale
              : box.y + box.height / 2 + at.labelSize * 0.34
          }
          textAnchor={at.vertical ? 'middle' : 'end'}
        >
          {bar.label}
        </text>
      )}
      <Inside {...props} />
      <Value {...props} />
    </>
  );
}
