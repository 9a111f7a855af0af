import { toned } from '../../charts/color.ts';
import { Frame } from '../../charts/Frame.tsx';
import { monoWidth } from '../../charts/text.ts';
import type { Messages } from '../../reader/messages.tsx';
import type { Bout } from '../../worker/protocol.ts';
import type { Size } from '../frame.tsx';
import { axisOf, cellsOf, factor, ROUNDS, scoreOf, STEPS, time, type Engine } from './duel-view.ts';

interface Props {
  size: Size;
  words: Messages;
  scale: number;
  bouts: readonly Bout[];
}

/** Lanes lower than this are left out, px. */
const LEAST = 20;

const ENGINES: readonly Engine[] = ['readable', 'fast'];

/** How much each gets done in the same time, how long a step took, and whether the losses agree. */
export function DuelPicture({ size, words, scale, bouts }: Props) {
  const { width, height } = size;
  const score = scoreOf(bouts);
  const text = 18 * scale;
  const band = Math.max(20, Math.min(46, height * 0.1));
  const top = text + 6;
  const lanes = top + 2 * (band + text) + 20 * scale;
  const strip = height - 74 * scale;
  const lane = (strip - lanes - 44 * scale) / 2;
  return (
    <Frame
      width={width}
      height={height}
      label={words.text('picture')}
      description={words.text('pictureSaid', {
        ratio: factor(score.ratio),
        same: score.same,
        losses: score.losses,
        measured: String(score.rounds > 0),
      })}
    >
      <Work {...{ width, words, scale, top, band, text }} ratio={score.ratio} />
      {lane >= LEAST * scale && (
        <Lanes {...{ width, words, scale, bouts }} top={lanes} lane={lane} />
      )}
      <Losses {...{ width, words, scale, bouts }} top={strip} />
    </Frame>
  );
}

/** One name of the readable engine's, and how many of the fast one's take as long. */
function Work(props: {
  width: number;
  words: Messages;
  scale: number;
  top: number;
  band: number;
  text: number;
  ratio: number;
}) {
  const { width, words, scale, top, band, text, ratio } = props;
  const second = top + band + text + 8 * scale;
  const cells = cellsOf(ratio);
  const wide = width / Math.max(1, ratio);
  const edges = Array.from({ length: Math.max(0, cells) }, (_, i) => (i + 1) * wide).filter(
    (x) => x < width - 0.5,
  );
  return (
    <g>
      <text className="c-note" x={0} y={top - 7}>
        {words.text('work.readable')}
      </text>
      <rect x={0} y={top} width={width} height={band} style={{ fill: toned('gradient', 0.5) }} />
      <text className="c-note" x={0} y={second - 7}>
        {words.text(cells > 0 ? 'work.fast' : 'work.unknown', { cells })}
      </text>
      {cells > 0 ? (
        <>
          <rect
            x={0}
            y={second}
            width={width}
            height={band}
            style={{ fill: toned('gradient', 0.5) }}
          />
          <path
            className="duel-unit"
            d={edges.map((x) => `M${x.toFixed(1)} ${second}v${band}`).join('')}
          />
        </>
      ) : (
        <rect className="duel-cell" x={0.5} y={second} width={width - 1} height={band} />
      )}
    </g>
  );
}

/** Each round's milliseconds a step, a dot a round, on a logarithmic axis. */
function Lanes(props: {
  width: number;
  words: Messages;
  scale: number;
  bouts: readonly Bout[];
  top: number;
  lane: number;
}) {
  const { width, words, scale, bouts, top, lane } = props;
  const [low, high] = axisOf(bouts);
  const left = 76 * scale;
  const value = monoWidth('0000 µs', 13 * scale);
  const right = width - value - 10;
  const x = (ms: number) => left + ((Math.log10(ms) - low) / (high - low)) * (right - left);
  const { best } = scoreOf(bouts);
  const base = top + 2 * lane;
  const decades = Array.from({ length: high - low + 1 }, (_, i) => low + i);
  return (
    <g>
      {ENGINES.map((engine, i) => {
        const y = top + (i + 0.5) * lane;
        const ms = time(best?.[engine]);
        return (
          <g key={engine}>
            <text className="c-label" x={0} y={y + 4} style={{ fill: 'var(--ink)' }}>
              {words.text(engine)}
            </text>
            <path className="duel-lane" d={`M${left} ${y}H${right}`} />
            {bouts.map((bout, k) => {
              const each = engine === 'readable' ? bout.readableMs : bout.fastMs;
              if (!(each > 0)) return null;
              return (
                <circle
                  key={k}
                  className="duel-dot"
                  cx={x(each)}
                  cy={y}
                  r={5}
                  style={{ fill: toned('gradient', 0.5) }}
                />
              );
            })}
            {best && best[engine] > 0 && (
              <circle className="duel-best" cx={x(best[engine])} cy={y} r={6.5} />
            )}
            <text className="c-mono" x={width} y={y + 4} textAnchor="end">
              {ms.value} {ms.unit}
            </text>
          </g>
        );
      })}
      <path className="c-axis" d={`M${left} ${base + 4}H${right}`} />
      {decades.map((power) => (
        <text
          key={power}
          className="c-mono"
          x={x(10 ** power)}
          y={base + 20 * scale}
          textAnchor="middle"
        >
          {words.text('decade', {
            power,
            unit: power < 0 ? 'µs' : 'ms',
            value: String(10 ** (power < 0 ? power + 3 : power)),
          })}
        </text>
      ))}
    </g>
  );
}

/** A cell for each loss: filled once both engines have come to the same, to the last bit. */
function Losses(props: {
  width: number;
  words: Messages;
  scale: number;
  bouts: readonly Bout[];
  top: number;
}) {
  const { width, words, scale, bouts, top } = props;
  const score = scoreOf(bouts);
  const perRound = bouts[0]?.steps ?? STEPS;
  const rows = 4;
  const total = ROUNDS * perRound;
  const columns = Math.ceil(total / rows);
  const pitch = width / columns;
  const cell = Math.min(pitch, (40 * scale) / rows);
  const same = bouts.flatMap((bout) => bout.same);
  const square = (i: number) =>
    `M${((i % columns) * pitch + 0.5).toFixed(1)} ${(top + 20 * scale + Math.floor(i / columns) * cell).toFixed(1)}h${(pitch - 1.5).toFixed(1)}v${(cell - 1.5).toFixed(1)}h${(1.5 - pitch).toFixed(1)}z`;
  const path = (wanted: (i: number) => boolean): string =>
    Array.from({ length: total }, (_, i) => i)
      .filter(wanted)
      .map(square)
      .join('');
  return (
    <g>
      <text className="c-note" x={0} y={top + 8 * scale}>
        {words.text('same', { same: score.same, losses: score.losses })}
      </text>
      <rect
        className="duel-cell"
        x={0.5}
        y={top + 18 * scale}
        width={width - 1}
        height={rows * cell + 3}
      />
      <path d={path((i) => same[i] === true)} style={{ fill: toned('loss', 0.75) }} />
      <path d={path((i) => same[i] === false)} style={{ fill: 'none', stroke: 'var(--loss)' }} />
    </g>
  );
}
