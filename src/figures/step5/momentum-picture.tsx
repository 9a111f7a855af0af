import { useMemo } from 'react';
import { Range } from '../../charts/lines/Range.tsx';
import { rootMeanSquare } from '../../engine/moving-mean.ts';
import { useLink } from '../../reader/links.ts';
import type { Messages } from '../../reader/messages.tsx';
import type { Size } from '../frame.tsx';
import { needles, sizeOf, thread } from './diary-view.ts';
import { figuresOf } from './figures-of.ts';
import { memoryOf, momentumLayout, sharesOf, type View } from './momentum-view.ts';

export interface MomentumPictureProps {
  room: Size;
  words: Messages;
  scale: number;
  steps: number;
  series: Float64Array | null;
  means: Float64Array | null;
  view: View;
  day: number;
  /** The reader's guess of what is left, in hundredths of the size of the gradients. */
  guess: number | null;
  onDay: (day: number) => void;
}

/** Gradients as needles, their running mean as a line, and under the day what it is made of. */
export function MomentumPicture(props: MomentumPictureProps) {
  const { room, words, scale, steps, series, means, view, day, guess } = props;
  const { width, height } = room;
  const at = momentumLayout(height, scale);
  const x = (t: number): number => ((t - 1) / Math.max(1, steps - 1)) * width;
  const most = series ? sizeOf(series) * 1.04 : 1;
  const middle = (at.top + at.bottom) / 2;
  const y = (value: number): number => middle - (value / most) * ((at.bottom - at.top) / 2);
  const paths = useMemo(() => {
    const across = (i: number): number => (i / Math.max(1, steps - 1)) * width;
    const half = (at.bottom - at.top) / 2;
    const up = (value: number): number => (at.top + at.bottom) / 2 - (value / most) * half;
    return {
      raw: series && needles(series, across, up, 2 * width),
      mean: means && thread(means, across, up, 2 * width),
    };
  }, [series, means, width, steps, most, at.top, at.bottom]);
  const here = x(day);
  const mean = means?.[day - 1];
  const size = series ? rootMeanSquare(series) : 0;
  const half = 34 * scale;
  const place = Math.max(half, Math.min(width - half, here));
  return (
    <div className="c-chart momentum-chart" style={{ width, height }}>
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <path className="c-axis" d={`M0 ${middle}H${width}`} />
        {paths.raw && (
          <path
            className="diary-needles momentum-raw"
            data-pale={view.mean || undefined}
            d={paths.raw}
          />
        )}
        {guess !== null && size > 0 && (
          <path
            className="momentum-guess"
            d={[1, -1].map((side) => `M0 ${y((side * guess * size) / 100)}H${width}`).join('')}
          />
        )}
        {view.mean && paths.mean && (
          <>
            <path className="c-line-halo" d={paths.mean} />
            <path className="diary-line momentum-mean" d={paths.mean} />
          </>
        )}
        <path className="diary-day" d={`M${here} ${at.top - 4}V${at.axis}`} />
        {view.mean && mean !== undefined && (
          <circle className="momentum-now" cx={here} cy={y(mean)} r={4} />
        )}
        {view.mean && <Shares {...props} at={at} x={x} />}
        {[1, 0.25 * steps, 0.5 * steps, 0.75 * steps, steps].map(Math.round).map((tick) => (
          <g key={tick}>
            <path className="c-tick" d={`M${x(tick)} ${at.axis}v5`} />
            {Math.abs(x(tick) - place) > half + 24 * scale && (
              <text
                className="c-mono"
                x={x(tick)}
                y={at.axis + 18 * scale}
                textAnchor={tick === 1 ? 'start' : tick === steps ? 'end' : 'middle'}
              >
                {words.text('number', { value: tick })}
              </text>
            )}
          </g>
        ))}
        <text className="c-mono diary-name" x={place} y={at.axis + 18 * scale} textAnchor="middle">
          {words.text('day', { day })}
        </text>
      </svg>
      <Head
        symbol="g"
        link="gradient"
        top={0}
        text={words.text('gradient')}
        value={series ? figuresOf(series[day - 1]) : ''}
      />
      {view.mean && (
        <Head
          symbol="m"
          link="m"
          top={at.bottom + 1}
          text={words.text('shares', { memory: Math.round(memoryOf(view.beta)) })}
          value={mean === undefined ? '' : figuresOf(mean)}
        />
      )}
      <Range
        label={words.text('scrub')}
        left={0}
        top={0}
        width={width}
        height={height}
        min={1}
        max={steps}
        step={1}
        value={day}
        text={words.text('day', { day })}
        onChange={props.onDay}
      />
    </div>
  );
}

function Head(props: { symbol: string; link: string; top: number; text: string; value: string }) {
  const link = useLink(props.link);
  return (
    <p className={`diary-head diary-${props.link}`} style={{ top: props.top }} {...link.bind}>
      <b>{props.symbol}</b>
      <span>{props.text}</span>
      <output>{props.value}</output>
    </p>
  );
}

/** What each name up to the day weighs in its mean: bars that fall off into the past. */
function Shares(
  props: MomentumPictureProps & {
    at: ReturnType<typeof momentumLayout>;
    x: (t: number) => number;
  },
) {
  const { at, x, view, day } = props;
  const { top, bottom } = at.shares;
  const shares = sharesOf(view.beta, day);
  const tall = (share: number): number => (share / Math.max(shares[0], 1e-12)) * (bottom - top);
  const d = shares
    .map((share, age) => `M${x(day - age).toFixed(1)} ${bottom}v${(-tall(share)).toFixed(1)}`)
    .join('');
  return (
    <>
      <path className="c-axis" d={`M0 ${bottom}H${x(props.steps)}`} />
      <path className="momentum-shares" d={d} />
    </>
  );
}
