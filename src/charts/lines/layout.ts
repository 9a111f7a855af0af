/** Where a line chart's frame, axes and ladder stand, px. */
import { extent } from 'd3-array';
import { fixed, integer } from '../format.ts';
import { LABEL, SMALL, monoWidth, sansWidth } from '../text.ts';
import { axisOf } from './axis.ts';
import { decades, drawable, logDomain, powerOfTen, raised, short } from './powers.ts';
import type { Format, Interval } from '../types.ts';
import type { Axis } from './axis.ts';
import type { AxisKind, LadderText, LineChartProps } from './props.ts';

export interface LineLayout {
  x: Axis;
  y: Axis;
  /** Which axes are logarithmic. */
  log: { x: boolean; y: boolean };
  /** Edges of the plot. */
  left: number;
  right: number;
  top: number;
  bottom: number;
  xTicks: number[];
  yTicks: number[];
  formatX: Format;
  formatY: Format;
  formatTick: Format;
  scale: number;
  /** Length of the ties between line ends and labels. */
  tie: number;
}

/** What a ladder must draw: a text with its value and the place it is tied to. */
export interface LadderEntry extends LadderText {
  id: string;
  value: number;
  color: string;
  /** The label itself in colour (a floor) or in ink (a series). */
  inked: boolean;
  weight: number;
  dot: boolean;
}

const SERIF = 0.42;

/** Width of a ladder's texts: value column, name column, both with the space before them. */
export function ladderRoom(entries: readonly LadderEntry[], formatY: Format, scale: number) {
  const value = (one: LadderEntry) => monoWidth(one.text ?? formatY(one.value), 12.5 * scale);
  const name = (one: LadderEntry) =>
    Math.max(
      sansWidth(one.label ?? '', (LABEL + 0.6) * scale) +
        (one.mark ? monoWidth(`${one.mark} `, SMALL * scale) + 2 : 0),
      (one.note ?? '').length * (one.noteVoice === 'serif' ? 14 * SERIF : 12 * 0.48) * scale,
    );
  const widest = (of: (one: LadderEntry) => number) =>
    entries.reduce((most, one) => Math.max(most, of(one)), 0);
  const values = widest(value);
  return { values: values > 0 ? Math.ceil(values + 9 * scale) : 0, names: Math.ceil(widest(name)) };
}

function domainOf(
  values: Iterable<number>,
  given: Interval | undefined,
  kind: AxisKind | undefined,
): [number, number] {
  if (given?.every((end) => drawable(kind, end))) return [given[0], given[1]];
  if (kind === 'log') return logDomain([...values]);
  const [low, high] = extent([...values].filter(Number.isFinite));
  if (low === undefined || high === undefined) return [0, 1];
  return low === high ? [low - 0.5, high + 0.5] : [low, high];
}

/** Round ticks with the ends of the axis, none so near an end that labels would touch. */
function ticksOf(scale: Axis, count: number, apart: number): number[] {
  const [low, high] = scale.domain();
  const [from, to] = scale.range();
  const inner = scale
    .ticks(count)
    .filter((tick) => Math.abs(scale(tick) - from) > apart && Math.abs(scale(tick) - to) > apart);
  return [low, ...inner, high];
}

/** Width of a tick's text, px; what is raised is smaller. */
function tickWidth(text: string, scale: number): number {
  const parts = raised(text);
  if (!parts) return monoWidth(text, SMALL * scale);
  return monoWidth(parts[0], SMALL * scale) + monoWidth(parts[1], SMALL * RAISED * scale);
}

/** Size of what is raised, of the text around it. */
const RAISED = 0.78;

export function lineLayout(props: LineChartProps, entries: readonly LadderEntry[]): LineLayout {
  const { series, floors = [], words = {}, width, height, textScale: scale = 1 } = props;
  const log = { x: props.xScale === 'log', y: props.yScale === 'log' };
  const formatX = props.formatX ?? (log.x ? powerOfTen : integer());
  const formatY = props.formatY ?? (log.y ? short : fixed(2));
  const formatTick = props.formatTick ?? (log.y ? powerOfTen : formatY);
  const yDomain = domainOf(
    [
      ...series.flatMap((one) => one.points.map((point) => point[1])),
      ...(props.bands ?? []).flatMap((band) => band.points.flatMap((point) => point.slice(1))),
      ...floors.map((floor) => floor.y),
      ...[props.guess?.y, props.guess?.truth].filter((y) => typeof y === 'number'),
    ],
    props.yDomain,
    props.yScale,
  );
  const xDomain = domainOf(
    series.flatMap((one) => one.points.map((point) => point[0])),
    props.xDomain,
    props.xScale,
  );
  const infinite = series.some((one) => one.points.some((point) => point[1] === Infinity));
  const top = Math.round((words.y ? 24 : 10) * scale + (infinite ? 8 : 0));
  const bottom = height - Math.round(30 * scale);
  const y = axisOf(props.yScale, yDomain, [bottom - 4, top]);
  const yCount = Math.max(2, Math.round(height / 75));
  const yTicks = [...(props.yTicks ?? (log.y ? decades(yDomain, yCount + 1) : y.ticks(yCount)))];
  const tickRoom = Math.max(0, ...yTicks.map((tick) => tickWidth(formatTick(tick), scale)));
  const left = Math.ceil(tickRoom + 11 * scale);
  const tie = width < 480 ? 16 : 34;
  const room = ladderRoom(entries, formatY, scale);
  const wanted = entries.length ? tie + 3 + room.values + room.names : 6;
  const right = width - (props.ladderWidth ?? Math.min(wanted, Math.round(width * 0.45)));
  const x = axisOf(props.xScale, xDomain, [left, right]);
  const widest = Math.max(...xDomain.map((end) => tickWidth(formatX(end), 1))) * scale;
  const ends = widest + 20 + (words.x ? sansWidth(words.x, 12 * scale) : 0);
  const xTicks = props.xTicks
    ? [...props.xTicks]
    : log.x
      ? decades(xDomain, Math.max(1, Math.floor((right - left) / (widest + 24))), true)
      : ticksOf(x, Math.max(1, Math.round((right - left) / 120)), ends);
  return {
    x,
    y,
    log,
    left,
    right,
    top,
    bottom,
    xTicks,
    yTicks,
    formatX,
    formatY,
    formatTick,
    scale,
    tie,
  };
}
