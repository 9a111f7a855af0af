import { memo, useId } from 'react';
import { Range } from '../../charts/lines/Range.tsx';
import { useLink } from '../../reader/links.ts';
import type { Messages } from '../../reader/messages.tsx';
import type { Day, Series } from './diary-data.ts';
import { BANDS, type Band, type BandName, type DiaryLayout } from './diary-view.ts';
import { figuresOf } from './figures-of.ts';
import type { Curves } from './diary-curves.ts';

export interface DiaryBandsProps {
  words: Messages;
  at: DiaryLayout;
  height: number;
  scale: number;
  steps: number;
  series: Series | null;
  curves: Curves | null;
  day: number;
  entry: Day | null;
  /** Bands with this place or a later one are left pale, without their numbers. */
  bands: number;
  lit: string | null;
  /** The reader's guess of a step, in rates; drawn on both sides of zero. */
  guess: number | null;
  /** What the day's gradient leads to is not shown yet. */
  veiled: boolean;
  dayText: string;
  onDay: (day: number) => void;
}

const valueOf = (name: BandName, { gradient, m, root, step, value }: Day): number =>
  ({ gradient, m, v: root, rate: step, parameter: value })[name];

/** The bands over the run, one above the other, with one line through them for the day. */
export function DiaryBands(props: DiaryBandsProps) {
  const { at, words, height, scale, steps, day, entry, curves, lit } = props;
  const id = useId();
  const x = (t: number): number => ((t - 1) / Math.max(1, steps - 1)) * at.width;
  const here = x(Math.max(1, day));
  const shown = props.veiled ? 1 : props.bands;
  return (
    <div className="c-chart diary-bands" style={{ width: at.width, height }}>
      <svg
        width={at.width}
        height={height}
        viewBox={`0 0 ${at.width} ${height}`}
        aria-hidden="true"
      >
        <clipPath id={id}>
          <rect x={-2} y={-4} width={here + (props.veiled ? 1 : 2.75)} height={height} />
        </clipPath>
        {at.bands.map((band) => (
          <path
            key={band.name}
            className="c-axis"
            d={`M0 ${curves?.[band.name]?.zero ?? band.top + band.height}H${at.width}`}
          />
        ))}
        {curves && (
          <Inked curves={curves} clip={id} veiled={props.veiled} bands={props.bands} lit={lit} />
        )}
        {day > 0 && <path className="diary-day" d={`M${here} 2V${at.axis}`} />}
        {entry &&
          curves &&
          at.bands.map(({ name }) => {
            const curve = curves[name];
            if (!curve || BANDS.indexOf(name) >= shown) return null;
            const y = curve.y(valueOf(name, entry));
            return (
              <g key={name} className={`diary-now diary-${name}`}>
                {curve.needles && <path d={`M${here} ${curve.zero}V${y}`} />}
                <circle cx={here} cy={y} r={3.5} />
              </g>
            );
          })}
        {props.guess !== null && entry && curves?.rate && (
          <g className="diary-guess">
            {[1, -1].map((side) => (
              <circle
                key={side}
                cx={here}
                cy={curves.rate!.y(side * props.guess! * entry.rate)}
                r={4.5}
              />
            ))}
          </g>
        )}
        <Axis {...props} x={x} here={here} />
      </svg>
      {at.bands.map((band) => (
        <Head
          key={band.name}
          words={words}
          band={band}
          value={entry && BANDS.indexOf(band.name) < shown ? valueOf(band.name, entry) : null}
        />
      ))}
      <Range
        label={words.text('scrub')}
        left={0}
        top={0}
        width={at.width}
        height={at.axis + 20 * scale}
        min={1}
        max={steps}
        step={1}
        value={Math.max(1, day)}
        text={props.dayText}
        onChange={props.onDay}
      />
    </div>
  );
}

/** Which symbol each band has in the equation. */
const SYMBOLS: Readonly<Record<BandName, string>> = {
  gradient: 'g',
  m: 'm',
  v: '√v̂',
  rate: 'Δw',
  parameter: 'w',
};

function Head({ words, band, value }: { words: Messages; band: Band; value: number | null }) {
  const link = useLink(band.name);
  return (
    <p className={`diary-head diary-${band.name}`} style={{ top: band.head }} {...link.bind}>
      <b>{SYMBOLS[band.name]}</b>
      <span>{words.text(`bands.${band.name}`)}</span>
      <output>{value === null ? '' : figuresOf(value)}</output>
    </p>
  );
}

/** All that does not change while the day does: pale ahead, inked behind. */
const Inked = memo(function Inked(props: {
  curves: Curves;
  clip: string;
  veiled: boolean;
  bands: number;
  lit: string | null;
}) {
  const { curves, clip, veiled, bands, lit } = props;
  return BANDS.map((name, place) => {
    const curve = curves[name];
    if (!curve) return null;
    const on = place < bands;
    return (
      <g key={name} className={`diary-${name}`} data-lit={lit === name || undefined}>
        {curve.beside.map((d, k) => (
          <path
            key={k}
            className="diary-beside"
            clipPath={veiled && name !== 'rate' ? `url(#${clip})` : undefined}
            d={d}
          />
        ))}
        <path
          className={curve.needles ? 'diary-needles' : 'diary-line'}
          data-pale=""
          clipPath={veiled && place > 0 ? `url(#${clip})` : undefined}
          d={curve.d}
        />
        {on && (
          <path
            className={curve.needles ? 'diary-needles' : 'diary-line'}
            clipPath={`url(#${clip})`}
            d={curve.d}
          />
        )}
      </g>
    );
  });
});

/** The days, ticked; the day in hand is told in words where it stands. */
function Axis({
  words,
  at,
  steps,
  scale,
  day,
  x,
  here,
}: DiaryBandsProps & { x: (t: number) => number; here: number }) {
  const half = 34 * scale;
  const ticks = [1, 0.25 * steps, 0.5 * steps, 0.75 * steps, steps].map(Math.round);
  const place = Math.max(half, Math.min(at.width - half, here));
  return (
    <g>
      {ticks.map((tick) => (
        <path key={tick} className="c-tick" d={`M${x(tick)} ${at.axis}v5`} />
      ))}
      {ticks
        .filter((tick) => Math.abs(x(tick) - place) > half + 24 * scale)
        .map((tick) => (
          <text
            key={tick}
            className="c-mono"
            x={x(tick)}
            y={at.axis + 18 * scale}
            textAnchor={tick === 1 ? 'start' : tick === steps ? 'end' : 'middle'}
          >
            {words.text('number', { value: tick })}
          </text>
        ))}
      <text className="c-mono diary-name" x={place} y={at.axis + 18 * scale} textAnchor="middle">
        {words.text('day', { day })}
      </text>
    </g>
  );
}
