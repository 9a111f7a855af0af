import { Range } from '../../charts/lines/Range.tsx';
import { fixed } from '../../charts/index.ts';
import type { Messages } from '../../reader/messages.tsx';
import type { Result } from '../../worker/protocol.ts';
import type { Size } from '../frame.tsx';
import { figuresOf } from './figures-of.ts';
import type { Way } from './rolling-data.ts';
import { RollingPlane } from './rolling-plane.tsx';
import { STEPS, layoutOf, placeAt, stepsDrawn, type Layout, type Point } from './rolling-view.ts';

const three = fixed(3);

export interface RollingPictureProps {
  room: Size;
  words: Messages;
  scale: number;
  plane: Result<'plane'> | null;
  ways: readonly Way[] | null;
  shown: number;
  step: number;
  start: Point;
  guess: Point | null;
  moves: 'start' | 'guess';
  axes: readonly [string, string];
  onMove: (to: Point) => void;
  onStep: (step: number) => void;
}

/** The slice with the ways down, what each has reached, and the loss of each step by step. */
export function RollingPicture(props: RollingPictureProps) {
  const { room, words, scale, ways, shown, step } = props;
  const { width, height } = room;
  const layout = layoutOf(width, height, scale, Math.max(2, ways?.length ?? 2));
  const { legend, curve } = layout;
  const seen = ways?.slice(0, shown) ?? [];
  return (
    <div className="c-chart rolling-chart" style={{ width, height }}>
      <RollingPlane {...props} at={layout.plane} />
      <ul
        className={`rolling-legend${legend.compact ? ' rolling-compact' : ''}`}
        style={{ left: legend.left, top: legend.top, width: legend.width }}
      >
        {seen.map(({ kind, roll, rate }) => {
          const [along, across] = placeAt(roll.path, step);
          return (
            <li key={kind} className={`rolling-${kind}`}>
              <b>{words.text(kind)}</b>
              <output className="q-loss">{three(roll.losses[step] ?? NaN)}</output>
              {!legend.compact && (
                <>
                  <span className="num">
                    {figuresOf(along)}, {figuresOf(across)}
                  </span>
                  <span>{words.text('rate', { rate: String(Number(rate.toPrecision(3))) })}</span>
                </>
              )}
            </li>
          );
        })}
      </ul>
      <Curves at={curve} ways={seen} step={step} words={words} scale={scale} />
      <Range
        label={words.text('scrub')}
        left={curve.left}
        top={curve.top}
        width={curve.width}
        height={curve.height}
        min={0}
        max={STEPS}
        step={1}
        value={step}
        text={words.text('stepText', { step, total: STEPS })}
        onChange={props.onStep}
      />
    </div>
  );
}

interface CurvesProps {
  at: Layout['curve'];
  ways: readonly Way[];
  step: number;
  words: Messages;
  scale: number;
}

function Curves({ at, ways, step, words, scale }: CurvesProps) {
  const { left, top, width, height } = at;
  const all = ways.flatMap(({ roll }) => Array.from(roll.losses).filter(Number.isFinite));
  const least = Math.min(...all);
  const most = Math.max(...all, least + 1e-9);
  const head = 18 * scale;
  const x = (s: number): number => (s / STEPS) * width;
  const y = (loss: number): number =>
    head + (1 - (loss - least) / (most - least)) * Math.max(1, height - head - 1);
  const line = (losses: ArrayLike<number>): string =>
    stepsDrawn(STEPS)
      .map((s) => `${x(s).toFixed(1)} ${y(losses[s]).toFixed(1)}`)
      .join('L');
  return (
    <svg
      className="rolling-curves"
      style={{ left, top }}
      width={width}
      height={height + 22 * scale}
      viewBox={`0 0 ${width} ${height + 22 * scale}`}
      aria-hidden="true"
    >
      <text className="c-mono" y={11 * scale}>
        {words.text('curves')}
      </text>
      <path className="c-axis" d={`M0 ${height}H${width}`} />
      {all.length > 0 &&
        ways.map(({ kind, roll }) => (
          <path
            key={kind}
            className={`rolling-curve rolling-${kind}`}
            d={`M${line(roll.losses)}`}
          />
        ))}
      <path className="rolling-now" d={`M${x(step)} ${head - 4}V${height + 5}`} />
      <text
        className="c-mono"
        x={Math.max(32 * scale, Math.min(width - 32 * scale, x(step)))}
        y={height + 17 * scale}
        textAnchor="middle"
      >
        {words.text('stepShort', { step })}
      </text>
    </svg>
  );
}
