import { Frame } from '../../charts/Frame.tsx';
import { quantityColor, toned } from '../../charts/color.ts';
import { monoWidth } from '../../charts/text.ts';
import { useLink } from '../../reader/links.ts';
import type { Messages } from '../../reader/messages.tsx';
import type { Result, TokenWork } from '../../worker/protocol.ts';
import { totalOf } from '../cache-work.ts';
import { halfRow, HINT, type CacheLayout } from './cache-view.ts';

interface Props {
  width: number;
  at: CacheLayout;
  scale: number;
  words: Messages;
  work: Result<'work'>;
  /** Tokens read so far. */
  read: number;
  asking: boolean;
  /** How many rows the reader says, without a cache. */
  guess: number | null;
}

const HALVES = ['key', 'value'] as const;
/** In narrower panels the number of rows stands alone, px. */
const ROOMY = 116;
const SIDES = ['uncached', 'cached'] as const;

/** Which keys and values are computed at each token: all again, or one row. */
export function CachePicture(props: Props) {
  const { width, at, scale, words, work, read, asking } = props;
  return (
    <Frame
      width={width}
      height={at.height}
      textScale={scale}
      label={words.text('picture')}
      description={words.text('pictureAbout', { read })}
    >
      {SIDES.map((side, k) => (
        <g key={side}>
          <text className="c-label" x={at.left[k]} y={13 * scale}>
            {words.text(side)}
          </text>
          <Letters {...props} left={at.left[k]} />
          <Cells {...props} left={at.left[k]} side={side} />
          <Rows {...props} left={at.left[k]} side={side} />
          {at.bar > 0 && !(asking && side === 'uncached') && (
            <WorkBars {...props} left={at.left[k]} works={work[side]} />
          )}
        </g>
      ))}
    </Frame>
  );
}

/** The tokens over their columns; those to come are pale. Without room, only the last read. */
function Letters({ at, scale, work, read, left }: Props & { left: number }) {
  const labels = work.labels.slice(0, work.cached.length);
  const fit = labels.every((label) => monoWidth(label, 12 * scale) <= at.cell);
  return labels.map(
    (label, i) =>
      (fit || i === read - 1) && (
        <text
          // Tokens keep their places.
          key={i}
          className="cache-letter"
          data-read={i < read || undefined}
          data-now={i === read - 1 || undefined}
          x={left + (i + 0.5) * at.cell}
          y={at.letters}
          textAnchor="middle"
        >
          {label}
        </text>
      ),
  );
}

/** How many rows that makes, in the corner that stays empty, and what the reader says. */
function Rows(props: Props & { left: number; side: (typeof SIDES)[number] }) {
  const { at, scale, words, work, read, asking, guess, left, side } = props;
  const right = left + at.cell * work.cached.length;
  const again = side === 'uncached';
  const { projections } = totalOf(work[side], read);
  return (
    <g textAnchor="end">
      <text className="cache-rows" x={right} y={at.top + 18 * scale}>
        {again && asking ? '?' : words.text('number', { value: projections })}
      </text>
      {right - left > ROOMY * scale && (
        <text className="c-note" x={right} y={at.top + 33 * scale}>
          {words.text('rows', { count: projections })}
        </text>
      )}
      {again && guess !== null && (
        <text className="c-mono cache-guess" x={right} y={at.top + 50 * scale}>
          {words.text('yours', { guess })}
        </text>
      )}
    </g>
  );
}

/** A row for each token read: what is computed, what is computed again, what is kept. */
function Cells(props: Props & { left: number; side: (typeof SIDES)[number] }) {
  const { at, read, left, side, work, asking } = props;
  const key = useLink('key');
  const value = useLink('value');
  const links = { key, value };
  const rows = Array.from(
    { length: asking && side === 'uncached' ? Math.min(HINT, read) : read },
    (_, t) => t,
  );
  const n = work.cached.length;
  return (
    <g>
      <path
        className="cache-edge"
        d={`M${left} ${at.top}V${at.bottom}H${left + n * at.cell}L${left} ${at.top}`}
      />
      {HALVES.map((half) => (
        <g key={half} {...links[half].bind} data-lit={links[half].lit || undefined}>
          <path
            style={{ fill: toned(half, 0.42) }}
            d={
              side === 'uncached'
                ? rows.map((t) => halfRow(at, left, t, [0, t], half)).join('')
                : ''
            }
          />
          <path
            style={{ fill: quantityColor(half) }}
            d={rows.map((t) => halfRow(at, left, t, [t, t + 1], half)).join('')}
          />
          {side === 'cached' && (
            <path
              className="cache-kept"
              style={{ stroke: quantityColor(half) }}
              d={halfRow(at, left, read - 1, [0, read - 1], half)}
            />
          )}
        </g>
      ))}
    </g>
  );
}

/** Multiplications of each token read, both panels on one scale. */
function WorkBars(props: Props & { left: number; works: readonly TokenWork[] }) {
  const { at, scale, words, read, left, works, work, asking } = props;
  const all = asking ? work.cached : work.uncached;
  const most = Math.max(1, ...all.map(({ multiplications }) => multiplications));
  const bars = works.slice(0, read).map(({ multiplications }, t) => {
    const tall = (multiplications / most) * at.bar;
    return `M${(left + t * at.cell).toFixed(1)} ${at.foot}v${(-tall).toFixed(1)}h${(at.cell * 0.8).toFixed(1)}v${tall.toFixed(1)}`;
  });
  const now = works[read - 1];
  return (
    <g>
      <path className="cache-work" d={bars.slice(0, -1).join('')} />
      <path className="cache-work cache-now" d={bars.at(-1) ?? ''} />
      <path className="c-tick" d={`M${left} ${at.foot + 0.5}h${at.cell * works.length}`} />
      <text className="c-note" x={left} y={at.foot + 13 * scale}>
        {words.say('each', {
          count: now ? words.text('number', { value: now.multiplications }) : '',
        })}
      </text>
    </g>
  );
}
