import { memo } from 'react';
import { fixed } from '../../charts/index.ts';
import { monoWidth, sansWidth } from '../../charts/text.ts';
import { useLink } from '../../reader/links.ts';
import type { Floors } from '../../engine/floors.ts';
import type { Messages } from '../../reader/messages.tsx';
import type { Sweep } from '../../reader/sweep.ts';
import type { SweptRun } from '../../worker/protocol.ts';
import type { Size } from '../frame.tsx';
import { numbered, rateText, rateTicks, stripScale } from './descent-view.ts';

export interface StripProps {
  size: Size;
  words: Messages;
  scale: number;
  rates: readonly number[];
  /** The rate in view, as a place among them. */
  place: number;
  sweep: Sweep;
  /** What the runs came to may be seen. */
  told: boolean;
  /** What counting comes to; the plot spans from the floor of one letter to knowing nothing. */
  counting: number | null;
  floors: Floors;
  onPlace: (place: number) => void;
}

const two = fixed(2);
const three = fixed(3);
/** Size of the numbers, px. */
const SMALL = 11.5;

/** What the run of a rate came to, in words. */
export function fateOf(words: Messages, rate: number, run: SweptRun | null): string {
  const said = rateText(rate);
  if (!run) return words.text('rate', { rate: said });
  if (run.ended) return words.text('rateBroken', { rate: said, step: run.ended.step });
  if (run.heldOut === null) return words.text('rate', { rate: said });
  return words.text('rateEnd', { rate: said, nats: three(run.heldOut) });
}

/** All rates side by side: each mark is a complete run, and the strip is the slider over them. */
export const DescentStrip = memo(function DescentStrip(props: StripProps) {
  const { size, words, scale, rates, place, sweep, told, counting } = props;
  const link = useLink('rate');
  const { bigram, uniform } = props.floors;
  const span: [number, number] = [bigram - 0.06 * Math.max(0.5, uniform - bigram), uniform];
  const at = stripScale(size, rates, span, scale);
  const runs = told ? sweep.runs.filter((run) => run !== null) : [];
  const x = (run: SweptRun) => at.x(rates[run.index]);
  const broken = runs.filter(({ ended }) => ended !== null);
  const whole = runs.filter(({ ended, heldOut }) => ended === null && heldOut !== null);
  const rate = rates[place];
  const run = told ? (sweep.runs[place] ?? null) : null;
  const here = at.x(rate);
  const said = told ? fateOf(words, rate, run) : words.text('rate', { rate: rateText(rate) });
  const half = sansWidth(said, 13 * scale) / 2 + 4;
  const middle = Math.max(half, Math.min(size.width - half, here));
  // What the strip is stands at the side that the handle leaves free.
  const late = middle > size.width / 2;
  const stepRoom = ({ ended }: SweptRun) => monoWidth(String(ended?.step), SMALL * scale) + 3;
  const line = whole.map(
    (one, i) => `${i === 0 || gap(whole[i - 1], one) ? 'M' : 'L'}${x(one)} ${at.y(one.heldOut!)}`,
  );
  const arm = 3 * scale;
  return (
    <div
      className="descent-strip c-chart"
      style={size}
      {...link.bind}
      data-lit={link.lit || undefined}
    >
      <svg width={size.width} height={size.height} aria-hidden="true">
        <path className="axis" d={`M${at.left} ${at.bottom + 4.5}H${at.right}`} />
        {rateTicks(rates, at, monoWidth('0.001', SMALL * scale) + 6).map((tick) => (
          <g key={tick} className="tick">
            <path d={`M${at.x(tick)} ${at.bottom + 4.5}v4`} />
            <text x={at.x(tick)} y={at.bottom + 19 * scale}>
              {rateText(tick)}
            </text>
          </g>
        ))}
        <text className="side" x={at.left - 6} y={at.y(uniform) + 4 * scale}>
          {uniform.toFixed(1)}
        </text>
        {counting !== null && (
          <>
            <path className="counting" d={`M${at.left} ${at.y(counting)}H${at.right}`} />
            <text className="side" x={at.left - 6} y={at.y(counting) + 4 * scale}>
              {counting.toFixed(1)}
            </text>
          </>
        )}
        <path className="line" d={line.join('')} />
        {whole.map((one) => (
          <circle
            key={one.index}
            cx={x(one)}
            cy={at.y(one.heldOut!)}
            r={one.index === place ? 4.5 : 2.25}
          />
        ))}
        <path
          className="broken"
          d={broken
            .map(
              (one) =>
                `M${x(one) - arm} ${at.lane - arm}l${2 * arm} ${2 * arm}m0 ${-2 * arm}l${-2 * arm} ${2 * arm}`,
            )
            .join('')}
        />
        {numbered(broken, x, stepRoom, place).map((one) => (
          <text key={one.index} className="step" x={x(one)} y={at.lane + 15 * scale}>
            {one.ended!.step}
          </text>
        ))}
        <path className="handle" d={`M${here} ${18 * scale}V${at.bottom + 4}`} />
        <rect className="grip" x={here - 4} y={at.bottom - 2.5} width={8} height={14} rx={2} />
        <text className={late ? 'title' : 'title end'} x={late ? 0 : size.width} y={13 * scale}>
          {words.text('strip')}
        </text>
        <text className="said" x={middle} y={13 * scale}>
          {said}
        </text>
      </svg>
      <input
        type="range"
        className="c-range"
        style={{ left: at.left - 4, top: 0, width: at.right - at.left + 8, height: size.height }}
        min={0}
        max={1000}
        step="any"
        value={toTrack(here, at.left, at.right)}
        aria-label={words.text('rateLabel')}
        aria-valuetext={said}
        onChange={(event) => {
          const px = at.left + (event.currentTarget.valueAsNumber / 1000) * (at.right - at.left);
          props.onPlace(nearestRate(px, rates.map(at.x)));
        }}
        onKeyDown={(event) => {
          const to = travel(event.key, place, rates.length);
          if (to === null || event.altKey || event.ctrlKey || event.metaKey) return;
          event.preventDefault();
          props.onPlace(to);
        }}
      />
    </div>
  );
});

const toTrack = (px: number, left: number, right: number): number =>
  ((px - left) / Math.max(1, right - left)) * 1000;

/** Runs between these two are not known yet. */
const gap = (a: SweptRun, b: SweptRun): boolean => b.index - a.index > 1;

function nearestRate(px: number, places: readonly number[]): number {
  return places.reduce(
    (best, place, i) => (Math.abs(place - px) < Math.abs(places[best] - px) ? i : best),
    0,
  );
}

/** Where a key leads on a slider over places; null for a key that does not move it. */
export function travel(key: string, place: number, count: number): number | null {
  const hold = (to: number) => Math.max(0, Math.min(count - 1, to));
  if (key === 'ArrowRight' || key === 'ArrowUp') return hold(place + 1);
  if (key === 'ArrowLeft' || key === 'ArrowDown') return hold(place - 1);
  if (key === 'PageUp') return hold(place + 5);
  if (key === 'PageDown') return hold(place - 5);
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}

/** Losses at the end, as the table of the figure lists them. */
export const sweepRows = (
  words: Messages,
  rates: readonly number[],
  runs: readonly (SweptRun | null)[],
): string[][] =>
  runs.flatMap((run, i) =>
    run
      ? [
          [
            rateText(rates[i]),
            run.ended ? words.text('broken', { step: run.ended.step }) : two(run.heldOut ?? NaN),
            run.names.join(' '),
          ],
        ]
      : [],
  );
