import type { ReactNode } from 'react';
import { scaleLog } from 'd3-scale';
import { Frame } from '../../charts/Frame.tsx';
import { decades, powerOfTen } from '../../charts/lines/powers.ts';
import { TickText } from '../../charts/lines/Axes.tsx';
import { Range } from '../../charts/lines/Range.tsx';
import type { Messages } from '../../reader/messages.tsx';
import { EPS, type Regimes } from './nudging-view.ts';
import { spokenPowers } from './powers.tsx';

export interface ErrorPlotProps {
  words: Messages;
  width: number;
  height: number;
  scale: number;
  /** |numerical − by hand| for each of `EPS`. */
  errors: ArrayLike<number>;
  regimes: Regimes;
  best: number | null;
  /** The amount at hand, and the one guessed, by place. */
  at: number;
  guess: number | null;
  /** Whether more than the error of the amount at hand shows. */
  whole: boolean;
  asking: boolean;
  onEps: (at: number) => void;
}

const [LEAST, MOST] = [1e-15, 1e-1];
const LAST = EPS.length - 1;

/** The error of a slope against the amount nudged by, both in powers of ten; drag to choose one. */
export function ErrorPlot(props: ErrorPlotProps) {
  const { words, width, height, scale, errors, regimes, best, at, guess, whole, asking } = props;
  const small = width < 240;
  const [left, right] = [34 * scale, width - 8];
  const [top, foot] = [22 * scale, height - 34 * scale];
  const x = scaleLog([EPS[LAST], EPS[0]], [left, right]);
  const y = scaleLog([LEAST, MOST], [foot, top]).clamp(true);
  const points = EPS.map((eps, i) => [x(eps), errors[i]] as const).filter(
    ([, error]) => error > 0 && error < Infinity,
  );
  const line = points
    .map(([px, error], i) => `${i ? 'L' : 'M'}${px.toFixed(1)} ${y(error).toFixed(1)}`)
    .join('');
  const guide = (law: (eps: number) => number, from: number, to: number): string => {
    const ends = [EPS[from], EPS[to]].map((eps) => [eps, law(eps)]);
    return ends
      .map(([eps, error], i) => `${i ? 'L' : 'M'}${x(eps).toFixed(1)} ${y(error).toFixed(1)}`)
      .join('');
  };
  /** Of a law, the amount at which it stands so far down, from 0 at the top to 1. */
  const where = (law: (eps: number) => number, share: number): readonly [number, number] => {
    const height = top + share * (foot - top);
    const eps = EPS.reduce((best, one) =>
      Math.abs(y(law(one)) - height) < Math.abs(y(law(best)) - height) ? one : best,
    );
    return [x(eps), y(law(eps))];
  };
  const { truncation, rounding } = regimes;
  const mark = asking ? guess : at;
  const shown = errors[at];
  const dot = !asking && shown > 0 && shown < Infinity;
  return (
    <Frame
      width={width}
      height={height}
      textScale={scale}
      named
      className="nudging-errors"
      label={words.text('errors')}
      description={asking ? undefined : words.text('errorsDescription')}
      over={() => (
        <Range
          label={words.text(asking ? 'guessSlider' : 'slider')}
          left={left}
          top={top}
          width={right - left}
          height={height - top}
          min={0}
          max={LAST}
          step={1}
          value={LAST - (mark ?? Math.round(LAST / 2))}
          text={words.text('eps', { eps: spokenPowers(EPS[mark ?? Math.round(LAST / 2)]) })}
          onChange={(value) => props.onEps(LAST - value)}
        />
      )}
    >
      <path className="c-axis" d={`M${left} ${top}V${foot}H${right}`} />
      {decades([LEAST, MOST], small ? 3 : 5)
        .filter((tick) => tick > LEAST)
        .map((tick) => (
          <text key={tick} className="c-mono" x={left - 5} y={y(tick) + 4} textAnchor="end">
            <TickText text={powerOfTen(tick)} scale={scale} />
          </text>
        ))}
      {decades([EPS[LAST], EPS[0]], small ? 2 : 5).map((tick) => (
        <g key={tick}>
          <path className="c-tick" d={`M${x(tick)} ${foot}v4`} />
          <text className="c-mono" x={x(tick)} y={foot + 17 * scale} textAnchor="middle">
            <TickText text={powerOfTen(tick)} scale={scale} />
          </text>
        </g>
      ))}
      <text className="c-note" x={0} y={11 * scale}>
        {words.text(small ? 'errorAxisShort' : 'errorAxis')}
      </text>
      <text className="c-note" x={right} y={foot + 31 * scale} textAnchor="end">
        {words.text('epsAxis')}
      </text>
      {whole && truncation !== null && (
        <>
          <path
            className="nudging-guide"
            d={guide((eps) => truncation * eps ** 2, 0, (best ?? 0) + 3)}
          />
          <Law at={where((eps) => truncation * eps ** 2, 0.55)} side="end">
            {words.say(small ? 'truncationShort' : 'truncation')}
          </Law>
        </>
      )}
      {whole && rounding !== null && (
        <>
          <path
            className="nudging-guide"
            d={guide((eps) => rounding / eps, LAST, (best ?? LAST) - 4)}
          />
          <Law at={where((eps) => rounding / eps, 0.3)} side="start">
            {words.say(small ? 'roundingShort' : 'rounding')}
          </Law>
        </>
      )}
      {!whole && !asking && (
        <text className="c-note" x={(left + right) / 2} y={(top + foot) / 2} textAnchor="middle">
          {words.text('invite')}
        </text>
      )}
      {whole && <path className="c-line nudging-error" d={line} />}
      {whole && best !== null && (
        <g className="nudging-best">
          <path d={`M${x(EPS[best])} ${foot}V${y(errors[best])}`} />
          <text className="c-note c-haloed" x={x(EPS[best]) + 5} y={foot - 6}>
            {words.text('best')}
          </text>
        </g>
      )}
      {guess !== null && !asking && (
        <path className="c-guess-tie" d={`M${x(EPS[guess])} ${top}V${foot}`} />
      )}
      {mark === null && <circle className="c-guess c-waiting" cx={x(EPS[22])} cy={foot} r={7} />}
      {mark !== null && (
        <>
          <path
            className={asking ? 'c-guess-tie' : 'nudging-now'}
            d={`M${x(EPS[mark])} ${top}V${foot}`}
          />
          <path className="c-grip-stem" d={`M${x(EPS[mark])} ${foot - 4}v9`} />
        </>
      )}
      {dot && <circle className="c-grip" cx={x(EPS[at])} cy={y(shown)} r={5} />}
      {guess !== null && !asking && (
        <text className="c-note c-mine c-haloed" x={x(EPS[guess])} y={top - 3} textAnchor="middle">
          {words.text('yourGuess')}
        </text>
      )}
    </Frame>
  );
}

/** The name of a law beside its line, inside the V that the two make. */
const Law = (props: {
  at: readonly [x: number, y: number];
  side: 'start' | 'end';
  children: ReactNode;
}) => (
  <text
    className="c-note c-haloed nudging-law"
    x={props.at[0] + (props.side === 'end' ? -10 : 10)}
    y={props.at[1] + 4}
    textAnchor={props.side}
  >
    {props.children}
  </text>
);
