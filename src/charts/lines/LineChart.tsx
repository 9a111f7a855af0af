import { useId } from 'react';
import { quantityColor, toned } from '../color.ts';
import { INFINITY } from '../format.ts';
import { Frame } from '../Frame.tsx';
import { Axes } from './Axes.tsx';
import { Cursor } from './Cursor.tsx';
import { Guess, guessPlace } from './Guess.tsx';
import { LadderLabels } from './LadderLabels.tsx';
import { Bands, Grip, Tangents, gripSpan } from './Layers.tsx';
import { lineLayout } from './layout.ts';
import { DASH, heightAt, infinityTicks, seriesPath } from './path.ts';
import { Handle, Range } from './Range.tsx';
import type { LadderEntry, LineLayout } from './layout.ts';
import type { LineChartProps, Series } from './props.ts';

const lastOf = (series: Series) => series.points[series.points.length - 1];

/** Floors and labelled series as the entries of one ladder. */
function ladderEntries({ series, floors = [] }: LineChartProps): LadderEntry[] {
  const ends = series
    .filter((one) => one.label && lastOf(one))
    .map((one) => ({
      ...one,
      value: lastOf(one)[1],
      color: quantityColor(one.quantity ?? 'loss'),
      inked: true,
      weight: one.weight ?? 1.75,
      dot: one.dot ?? true,
    }));
  const lines = floors
    .filter((floor) => floor.label)
    .map((floor) => ({
      ...floor,
      value: floor.y,
      color: quantityColor(floor.quantity ?? 'probability'),
      inked: false,
      weight: 1,
      dot: false,
    }));
  return [...ends, ...lines];
}

function Curves({ layout: at, ...props }: LineChartProps & { layout: LineLayout }) {
  const { series, floors = [], highlighted } = props;
  const clipId = useId();
  const quiet = (id: string) => (highlighted && highlighted !== id ? ' c-quiet' : '');
  return (
    <>
      <clipPath id={clipId}>
        <rect
          x={at.left - 3}
          y={at.top - 4}
          width={at.right - at.left + 8}
          height={at.bottom - at.top + 6}
        />
      </clipPath>
      {floors.map((floor) => (
        <path
          key={floor.id}
          className={`c-floor${quiet(floor.id)}`}
          style={{ stroke: quantityColor(floor.quantity ?? 'probability') }}
          d={`M${at.left} ${at.y(floor.y)}H${at.right}`}
        />
      ))}
      <g clipPath={`url(#${clipId})`}>
        {props.bands && <Bands bands={props.bands} layout={at} />}
        {series.map((one) => {
          const d = seriesPath(one.points, at.x, at.y);
          const weight = one.weight ?? 1.75;
          const tone = one.tone ?? 1;
          return (
            <g key={one.id} className={`c-curve${quiet(one.id)}`}>
              {(one.halo ?? weight > 1) && (
                <path className="c-line c-under" d={d} style={{ strokeWidth: weight + 2 }} />
              )}
              <path
                className="c-line"
                d={d}
                strokeDasharray={DASH[one.dash ?? 'solid']}
                style={{ stroke: toned(one.quantity ?? 'loss', tone), strokeWidth: weight }}
              />
            </g>
          );
        })}
      </g>
    </>
  );
}

/** Where lines leave for infinity: ticks over the frame, and one ∞ on the axis. */
function Infinities({ layout: at, ...props }: LineChartProps & { layout: LineLayout }) {
  const broken = props.series.filter((one) => one.points.some((point) => point[1] === Infinity));
  if (broken.length === 0) return null;
  return (
    <>
      {broken.map((one) => (
        <path
          key={one.id}
          className="c-line"
          style={{ stroke: toned(one.quantity ?? 'loss', one.tone), strokeWidth: 1 }}
          d={infinityTicks(one.points, at.x, at.top - 10)}
        />
      ))}
      <text className="c-mono" x={at.left - 8 * at.scale} y={at.top - 4} textAnchor="end">
        {props.words?.infinity ?? INFINITY}
      </text>
    </>
  );
}

function reachOf(props: LineChartProps, at: LineLayout): [number, number] {
  const [low, high] = at.y.domain();
  const all = [
    ...props.series.flatMap((one) => one.points.map((point) => point[1])),
    ...(props.floors ?? []).map((floor) => floor.y),
    ...at.yTicks,
  ].filter(Number.isFinite);
  return [
    all.reduce((least, y) => Math.max(low, Math.min(least, y)), high),
    all.reduce((most, y) => Math.min(high, Math.max(most, y)), low),
  ];
}

/** Curves with direct labels in one ladder; see `LineChartProps`. */
export function LineChart(props: LineChartProps) {
  const { guess, onGuess, onCursor, cursor, words = {}, width, height } = props;
  const entries = ladderEntries(props);
  const at = lineLayout(props, entries);
  const [low, high] = at.y.domain();
  const [first, last] = at.x.domain();
  // a slider is linear: on a logarithmic axis it moves in powers of ten
  const along = at.log.x
    ? { to: Math.log10, from: (value: number) => 10 ** value }
    : { to: Number, from: Number };
  const held = props.cursorMark === 'grip' ? (cursor ?? null) : null;
  const ring = guess && guessPlace(guess, at);
  const guessed = guess?.y ?? guess?.start ?? (low + high) / 2;
  return (
    <Frame
      {...props}
      named
      over={() => (
        <>
          {onCursor && (
            <Range
              label={words.cursor ?? props.label}
              left={at.left}
              top={at.top}
              width={at.right - at.left}
              height={at.bottom - at.top}
              value={along.to(cursor ?? last)}
              min={along.to(first)}
              max={along.to(last)}
              step={props.cursorStep ?? (at.log.x ? 0.1 : 1)}
              text={props.cursorText?.(cursor ?? last)}
              onChange={(value) => onCursor(along.from(value))}
            />
          )}
          {guess && ring && onGuess && (
            <Handle
              label={words.guess ?? props.label}
              style={{ left: ring.x - 22, top: ring.y - 22, width: 44, height: 44 }}
              value={guessed}
              min={low}
              max={high}
              step={guess.step ?? (high - low) / 100}
              text={props.guessText?.(guessed)}
              at={(y) => at.y.invert(y)}
              onChange={onGuess}
            />
          )}
        </>
      )}
    >
      <Axes
        layout={at}
        words={words}
        reach={reachOf(props, at)}
        covered={held === null ? undefined : gripSpan(held, at)}
      />
      <Curves {...props} layout={at} />
      <Infinities {...props} layout={at} />
      <LadderLabels
        entries={entries}
        y={(value) => (Number.isFinite(value) ? at.y(value) : at.top - 6)}
        from={at.right}
        tie={at.tie}
        right={width}
        low={0}
        high={height}
        format={at.formatY}
        scale={at.scale}
        highlighted={props.highlighted}
      />
      {props.tangents && <Tangents tangents={props.tangents} layout={at} width={width} />}
      {held === null ? (
        <Cursor {...props} layout={at} />
      ) : (
        <Grip
          x={held}
          y={props.cursorY ?? heightAt(props.series[0]?.points ?? [], held)}
          layout={at}
        />
      )}
      {guess && <Guess guess={guess} layout={at} />}
    </Frame>
  );
}
