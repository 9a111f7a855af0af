import { MINUS, fixed } from '../../charts/index.ts';
import { Frame } from '../../charts/Frame.tsx';
import { Range } from '../../charts/lines/Range.tsx';
import type { Messages } from '../../reader/messages.tsx';
import { TURN, inPowers } from './nudging-view.ts';
import { SliceMarks } from './slice-marks.tsx';
import { linePath, sliceShape, slopeLine, type Curve, type SliceShape } from './slice-shape.ts';
import type { Spot } from './weights-view.ts';

const one = fixed(1);
const three = fixed(3);
/** A curve flatter than this does not fill its frame, nats. */
const LEAST = 0.03;

interface SliceProps {
  words: Messages;
  width: number;
  height: number;
  scale: number;
  curve: Curve | null;
  /** The weight as it stands, and the loss there. */
  at: Spot;
  /** Slope by hand, by nudging; the amount, and the losses on both sides. */
  hand: number;
  eps: number;
  up: number;
  down: number;
  /** Whether the slope by nudging is drawn. */
  chord: boolean;
}

interface ChordProps {
  shape: SliceShape;
  w: number;
  eps: number;
  up: number;
  down: number;
}

/** Two points nudged to, and the line through them. */
function Chord({ shape, w, eps, up, down }: ChordProps) {
  const slope = (up - down) / (2 * eps);
  const middle = (up + down) / 2;
  return (
    <>
      <path className="c-line slice-slope" d={linePath(slopeLine(shape, [w, middle], slope))} />
      {[
        [w - eps, down],
        [w + eps, up],
      ].map(([value, loss], i) => (
        <circle key={i} className="nudging-point" cx={shape.x(value)} cy={shape.y(loss)} r={3.5} />
      ))}
    </>
  );
}

/** The loss along the weight, as far as it can be turned; drag to turn it. */
export function WholeSlice(
  props: SliceProps & {
    lens: string;
    slope: number;
    value: number;
    onTurn: (offset: number) => void;
  },
) {
  const { words, width, height, scale, curve, at, value } = props;
  const head = 22 * scale;
  const foot = 20 * scale;
  const box = { x: 2, y: head, width: width - 4, height: height - head - foot };
  const shape = sliceShape(box, curve ?? { xs: [], losses: [] }, LEAST);
  const [w, loss] = at;
  const wide = props.eps >= 0.03;
  return (
    <Frame
      width={width}
      height={height}
      textScale={scale}
      named
      label={words.text('slice')}
      description={words.text('sliceDescription', {
        low: three(shape.low),
        high: three(shape.high),
      })}
      over={() => (
        <Range
          label={words.text('turn')}
          left={box.x}
          top={box.y}
          width={box.width}
          height={box.height + foot}
          min={-TURN}
          max={TURN}
          step={0.01}
          value={w - value}
          text={words.text('turnText', { value: three(w), loss: three(loss) })}
          onChange={props.onTurn}
        />
      )}
    >
      <text x={0} y={12 * scale}>
        <tspan className="slice-head">{words.text('lossOf', { name: props.lens })}</tspan>
        <tspan className="c-mono slice-loss" dx={6}>
          {three(loss)}
        </tspan>
      </text>
      {curve && (
        <g className="slice-clip">
          <SliceMarks
            shape={shape}
            at={at}
            slopes={
              props.chord && !wide ? [{ id: 'nudged', slope: props.slope, dashed: false }] : []
            }
          />
          {props.chord && wide && (
            <Chord shape={shape} w={w} eps={props.eps} up={props.up} down={props.down} />
          )}
        </g>
      )}
      <path className="c-axis" d={`M${box.x} ${height - foot + 2}h${box.width}`} />
      <path className="c-grip-stem" d={`M${shape.x(w)} ${height - foot - 2}v8`} />
      <SliceEnds shape={shape} from={value - TURN} to={value + TURN} w={w} y={height - 4} />
    </Frame>
  );
}

/** The ends of the weight's axis, and the weight in red unless it would touch them. */
export function SliceEnds(props: {
  shape: SliceShape;
  from: number;
  to: number;
  w: number;
  y: number;
}) {
  const { shape, from, to, w, y } = props;
  const { x, width } = shape.box;
  const place = shape.x(w);
  return (
    <>
      {place - x > 54 && (
        <text className="c-mono" x={x} y={y}>
          {one(from)}
        </text>
      )}
      {x + width - place > 54 && (
        <text className="c-mono" x={x + width} y={y} textAnchor="end">
          {one(to)}
        </text>
      )}
      <text
        className="c-mono c-mine"
        x={Math.max(x + 20, Math.min(x + width - 20, place))}
        y={y}
        textAnchor="middle"
      >
        {three(w)}
      </text>
    </>
  );
}

/**
 * What is left of the curve, near the weight, when its tangent by hand is taken away: its bend, or
 * the steps of the last digit. The chord's tilt is the error of the slope.
 */
export function NearSlice(props: SliceProps) {
  const { words, width, height, scale, curve, at, eps, hand } = props;
  const head = 22 * scale;
  const foot = 20 * scale;
  const box = { x: 2, y: head + 8, width: width - 4, height: height - head - foot - 16 };
  const [w, loss] = at;
  const less = (value: number, other: number): number => other - loss - hand * (value - w);
  const rest = curve
    ? { xs: curve.xs, losses: Array.from(curve.losses, (other, i) => less(curve.xs[i], other)) }
    : { xs: [w - 2 * eps, w + 2 * eps], losses: [] };
  const shape = sliceShape(box, rest, 1e-15);
  return (
    <Frame
      width={width}
      height={height}
      textScale={scale}
      label={words.text('near')}
      description={words.text('nearDescription')}
    >
      <text x={0} y={12 * scale}>
        <tspan className="slice-head">{words.text('near')}</tspan>
      </text>
      <rect
        className="c-frame"
        x={box.x}
        y={head}
        width={box.width}
        height={height - head - foot}
      />
      <path className="c-diagonal" d={`M${box.x} ${shape.y(0)}h${box.width}`} />
      {curve && (
        <>
          <path className="c-line slice-curve" d={shape.path} />
          {props.chord && (
            <Chord
              shape={shape}
              w={w}
              eps={eps}
              up={less(w + eps, props.up)}
              down={less(w - eps, props.down)}
            />
          )}
          <text
            className="c-mono c-haloed"
            x={box.x + box.width - 5}
            y={head + 14 * scale}
            textAnchor="end"
          >
            <PowerText value={shape.high - shape.low} />
          </text>
        </>
      )}
      <circle className="c-grip" cx={shape.x(w)} cy={shape.y(0)} r={4} />
      {(['minus', 'plus'] as const).map((side) => (
        <text
          key={side}
          className="c-note"
          x={shape.x(side === 'minus' ? w - eps : w + eps)}
          y={height - 4}
          textAnchor="middle"
        >
          {words.text(side)}
        </text>
      ))}
    </Frame>
  );
}

/** The frame's height as a power of ten, its exponent raised. */
function PowerText({ value }: { value: number }) {
  const parts = inPowers(value);
  if (!parts) return null;
  return (
    <>
      ↕ {parts.factor}×10
      <tspan className="c-raised" dy={-4}>
        {String(parts.exponent).replace('-', MINUS)}
      </tspan>
    </>
  );
}
