import { memo } from 'react';
import { fixed } from '../../charts/index.ts';
import { monoWidth, sansWidth } from '../../charts/text.ts';
import { useLink } from '../../reader/links.ts';
import type { Messages } from '../../reader/messages.tsx';
import type { HeldOutPoints, SweptRun } from '../../worker/protocol.ts';
import type { Size } from '../frame.tsx';
import { travel } from '../step1/descent-strip.tsx';
import { rateText, rateTicks, stripScale } from '../step1/descent-view.ts';
import type { Valleys } from './valleys-data.ts';
import { broke, OPTIMIZERS, type Method, type Valley, type View } from './valleys-view.ts';

interface Props {
  size: Size;
  words: Messages;
  scale: number;
  rates: readonly number[];
  valleys: Readonly<Record<Method, Valley>>;
  known: Valleys;
  /** Names that the runs read. */
  steps: number;
  view: View;
  /** Whose end the reader is asked for. */
  hidden: Method | null;
  onRate: (rate: number) => void;
}

const three = fixed(3);
const SMALL = 11.5;

/** What the run of a rate came to, in words. */
export function fateOf(
  words: Messages,
  method: Method,
  rate: number,
  run: SweptRun | null,
): string {
  const said = { method: words.text(`of.${method}`), rate: rateText(rate) };
  if (!run || (run.heldOut === null && !run.ended)) return words.text('rate', said);
  if (broke(run)) return words.text('rateBroken', said);
  return words.text('rateEnd', { ...said, nats: three(run.heldOut!) });
}

/** Where the runs of both methods end, by their rates: each mark is a complete run. */
export const ValleysStrip = memo(function ValleysStrip(props: Props) {
  const { size, words, scale, rates, known, view, hidden, onRate } = props;
  const { floors, curves } = known;
  const link = useLink('rate');
  const high = floors.bigram + 0.6 * (floors.unigram - floors.bigram);
  const span: [number, number] = [(floors.bigram + floors.trigram) / 2, high];
  const onTheWay = view.step < props.steps;
  const withOwn = (one: Method): Valley =>
    onTheWay || one === hidden
      ? props.valleys[one]
      : withRun(props.valleys[one], rates.indexOf(view[one]), curves[one]);
  const valleys = { sgd: withOwn('sgd'), adam: withOwn('adam') };
  const at = stripScale(size, rates, span, scale);
  const { method } = view;
  const rate = view[method];
  const place = Math.max(0, rates.indexOf(rate));
  const said = fateOf(words, method, rate, valleys[method][place] ?? null);
  const half = sansWidth(said, 13 * scale) / 2 + 4;
  const here = at.x(rate);
  const middle = Math.max(half, Math.min(size.width - half, here));
  return (
    <div
      className="valleys-strip c-chart"
      style={size}
      {...link.bind}
      data-lit={link.lit || undefined}
    >
      <svg width={size.width} height={size.height} aria-hidden="true">
        <path className="axis" d={`M${at.left} ${at.bottom + 4.5}H${at.right}`} />
        {rateTicks(rates, at, monoWidth('0.001', SMALL * scale) + 6).map((tick) => (
          <g key={tick}>
            <path className="axis" d={`M${at.x(tick)} ${at.bottom + 4.5}v4`} />
            <text x={at.x(tick)} y={at.bottom + 19 * scale}>
              {rateText(tick)}
            </text>
          </g>
        ))}
        <path className="floor" d={`M${at.left} ${at.y(floors.bigram)}H${at.right}`} />
        {[high, floors.bigram].map((nats) => (
          <text key={nats} className="side" x={at.left - 6} y={at.y(nats) + 4 * scale}>
            {nats.toFixed(1)}
          </text>
        ))}
        {OPTIMIZERS.map((one) => (
          <ValleyMarks
            key={one}
            words={words}
            scale={scale}
            method={one}
            rates={rates}
            valley={valleys[one]}
            at={at}
            strong={one === method}
            chosen={one === method ? place : -1}
          />
        ))}
        <path className="handle" d={`M${here} ${18 * scale}V${at.bottom + 4}`} />
        <rect className="grip" x={here - 4} y={at.bottom - 2.5} width={8} height={14} rx={2} />
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
        value={((here - at.left) / Math.max(1, at.right - at.left)) * 1000}
        aria-label={words.text('rateLabel', { method: words.text(`of.${method}`) })}
        aria-valuetext={said}
        onChange={(event) => {
          const px = at.left + (event.currentTarget.valueAsNumber / 1000) * (at.right - at.left);
          const near = rates.toSorted((a, b) => Math.abs(at.x(a) - px) - Math.abs(at.x(b) - px));
          onRate(near[0]);
        }}
        onKeyDown={(event) => {
          const to = travel(event.key, place, rates.length);
          if (to === null || event.altKey || event.ctrlKey || event.metaKey) return;
          event.preventDefault();
          onRate(rates[to]);
        }}
      />
    </div>
  );
});

/** A valley with the end of the run in view, which is often known before the others. */
function withRun(valley: Valley, place: number, points: HeldOutPoints | null): Valley {
  const heldOut = points?.nats.at(-1);
  if (heldOut === undefined || valley[place]) return valley;
  const run = { index: place, losses: new Float64Array(0), ended: null, names: [], faults: [] };
  return valley.map((known, i) => (i === place ? { ...run, heldOut } : known));
}

interface MarksProps {
  words: Messages;
  scale: number;
  method: Method;
  rates: readonly number[];
  valley: Valley;
  at: ReturnType<typeof stripScale>;
  strong: boolean;
  /** The rate in view, as a place; −1 where the other method is. */
  chosen: number;
}

/** One method's runs: a line through the ends, a cross above for a run that came to nothing. */
function ValleyMarks({ words, scale, method, rates, valley, at, strong, chosen }: MarksProps) {
  const ends = valley.flatMap((run, i) =>
    run && !broke(run) && run.heldOut !== null
      ? [{ i, x: at.x(rates[i]), y: at.y(run.heldOut), over: at.y(run.heldOut) <= at.top }]
      : [],
  );
  // A line leads out of the frame, and is not drawn along its edge.
  const line = ends.slice(1).flatMap((end, k) => {
    const before = ends[k];
    const apart = end.i - before.i > 1 || (end.over && before.over);
    return apart ? [] : [`M${before.x} ${before.y}L${end.x} ${end.y}`];
  });
  const arm = 3 * scale;
  const crosses = valley.flatMap((run, i) => (run && broke(run) ? [at.x(rates[i])] : []));
  const lane = at.lane + (method === 'sgd' ? 5 : -5) * scale;
  const [named] = ends.filter(({ over }) => !over);
  return (
    <g className={`valley ${method}`} data-strong={strong || undefined}>
      <path className="line" d={line.join('')} />
      {ends.map(({ i, x, y, over }) =>
        over ? null : <circle key={i} cx={x} cy={y} r={i === chosen ? 4.5 : 2.25} />,
      )}
      <path
        className="cross"
        d={crosses
          .map(
            (x) =>
              `M${x - arm} ${lane - arm}l${2 * arm} ${2 * arm}m0 ${-2 * arm}l${-2 * arm} ${2 * arm}`,
          )
          .join('')}
      />
      {named && (
        <text className="name" x={named.x + 9 * scale} y={named.y + 4.5 * scale}>
          {words.text(`of.${method}`)}
        </text>
      )}
    </g>
  );
}
