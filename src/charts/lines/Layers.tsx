import { area } from 'd3-shape';
import { quantityColor, toned } from '../color.ts';
import { SMALL, monoWidth, sansWidth } from '../text.ts';
import { TickText } from './Axes.tsx';
import { solveLadder } from './ladder.ts';
import { DASH } from './path.ts';
import type { Axis } from './axis.ts';
import type { LineLayout } from './layout.ts';
import type { Band, Tangent } from './props.ts';

type Laid = { layout: LineLayout };

/** Bands under the curves: between a low and a high, broken where either is missing. */
export function Bands({ bands, layout: at }: Laid & { bands: readonly Band[] }) {
  return bands.map(({ id, points, quantity = 'loss', tone = 0.16 }) => {
    const draw = area<Band['points'][number]>()
      .defined((point) => [at.x(point[0]), at.y(point[1]), at.y(point[2])].every(Number.isFinite))
      .x((point) => at.x(point[0]))
      .y0((point) => at.y(point[1]))
      .y1((point) => at.y(point[2]))
      .digits(1);
    return <path key={id} style={{ fill: toned(quantity, tone) }} d={draw(points) ?? ''} />;
  });
}

/** Half the length of a tangent, px. */
const REACH = 60;

/** Pixels per unit at a value. */
function pitch(axis: Axis, value: number, log: boolean): number {
  const [low, high] = axis.domain();
  const [from, to] = axis.range();
  return log ? (to - from) / Math.log(high / low) / value : (to - from) / (high - low);
}

interface Segment {
  tangent: Tangent;
  /** Left end and right end, px, within the plot. */
  ends: [x: number, y: number][];
}

/** A straight piece through a point at a slope, in pixels, cut to the plot. */
function segment(tangent: Tangent, at: LineLayout): Segment | null {
  const { x, y, slope, reach = REACH } = tangent;
  const [px, py] = [at.x(x), at.y(y)];
  const steep = (slope * pitch(at.y, y, at.log.y)) / pitch(at.x, x, at.log.x);
  if (![px, py, steep].every(Number.isFinite)) return null;
  const dx = reach / Math.hypot(1, steep);
  const ends = [-1, 1].map((side): [number, number] => {
    const edges = [side < 0 ? px - at.left : at.right - px];
    if (steep !== 0) {
      const up = side * steep < 0;
      edges.push(Math.abs((up ? py - at.top : at.bottom - py) / steep));
    }
    const out = edges.reduce((least, room) => Math.min(least, Math.max(0, room)), dx);
    return [px + side * out, py + side * out * steep];
  });
  return { tangent, ends };
}

/** Slopes at points, each named at its freer end. */
export function Tangents({ tangents, width, layout: at }: TangentsProps) {
  const drawn = tangents.flatMap((tangent) => segment(tangent, at) ?? []);
  return (
    <>
      {drawn.map(({ tangent, ends: [[x0, y0], [x1, y1]] }) => {
        const d = `M${x0.toFixed(1)} ${y0.toFixed(1)}L${x1.toFixed(1)} ${y1.toFixed(1)}`;
        const weight = tangent.weight ?? 1.25;
        return (
          <g key={tangent.id}>
            <path className="c-line c-under" d={d} style={{ strokeWidth: weight + 2 }} />
            <path
              className="c-line"
              d={d}
              strokeDasharray={DASH[tangent.dash ?? 'solid']}
              style={{ stroke: quantityColor(tangent.quantity ?? 'gradient'), strokeWidth: weight }}
            />
          </g>
        );
      })}
      <TangentLabels drawn={drawn} width={width} layout={at} />
    </>
  );
}

interface TangentsProps extends Laid {
  tangents: readonly Tangent[];
  /** Width of the chart, px: no label leaves it. */
  width: number;
}

/** A label that would leave the chart moves in along its line, and this far off it, px. */
const ASIDE = 13;

function TangentLabels(props: Laid & { drawn: readonly Segment[]; width: number }) {
  const { drawn, width, layout: at } = props;
  return (['left', 'right'] as const).map((side) => {
    const own = drawn.filter(({ tangent, ends }) => {
      const freer = ends[0][0] - at.left > at.right - ends[1][0] ? 'left' : 'right';
      return tangent.label && (tangent.side ?? freer) === side;
    });
    const spot = ({ ends }: Segment) => ends[side === 'left' ? 0 : 1];
    const middles = solveLadder(
      own.map((one) => ({ target: spot(one)[1], height: 15 * at.scale })),
      at.top - 4,
      at.bottom,
    );
    return own.map((one, i) => {
      const { tangent, ends } = one;
      const wide = sansWidth(tangent.label ?? '', 12 * at.scale);
      const x = spot(one)[0] + (side === 'left' ? -5 : 5);
      const inside = side === 'left' ? Math.max(x, wide) : Math.min(x, width - wide);
      const off = inside === x ? 0 : ends[1][1] <= ends[0][1] ? ASIDE : -ASIDE;
      return (
        <text
          key={tangent.id}
          className="c-note c-haloed"
          style={{ fill: quantityColor(tangent.quantity ?? 'gradient') }}
          x={inside}
          y={middles[i] + (4 + off) * at.scale}
          textAnchor={side === 'left' ? 'end' : 'start'}
        >
          {tangent.label}
        </text>
      );
    });
  });
}

/** The stretch of the x axis that a grip's number takes, px. */
export function gripSpan(x: number, at: LineLayout): [from: number, to: number] {
  const half = monoWidth(at.formatX(x), SMALL * at.scale) / 2;
  return [at.x(x) - half, at.x(x) + half];
}

/** What the reader holds: a rubric dot on the curve, its x in rubric on the axis. */
export function Grip({ x, y, layout: at }: Laid & { x: number; y: number }) {
  const px = Math.max(at.left, Math.min(at.right, at.x(x)));
  const place = at.y(y);
  const py = Number.isFinite(place) ? Math.max(at.top, Math.min(at.bottom, place)) : at.top;
  return (
    <>
      <path className="c-grip-stem" d={`M${px} ${at.bottom - 4}v9`} />
      <text
        className="c-mono c-mine c-haloed"
        x={px}
        y={at.bottom + 18.5 * at.scale}
        textAnchor="middle"
      >
        <TickText text={at.formatX(x)} scale={at.scale} />
      </text>
      <circle className="c-grip" cx={px} cy={py} r={5} />
    </>
  );
}
