import { memo, useMemo } from 'react';
import { Bars } from '../../charts/index.ts';
import { monoWidth } from '../../charts/text.ts';
import type { Messages } from '../../reader/messages.tsx';
import type { Listing } from '../../programs/step5.ts?listing';
import {
  EARLY,
  fileAt,
  stretches,
  yearText,
  type Counts,
  type FileOf,
  type KnownLine,
  type Lit,
} from './program-view.ts';

/** Room for a bar under which four figures fit, px. */
const ROOMY = 26;

interface BarsProps {
  width: number;
  height: number;
  words: Messages;
  scale: number;
  listing: Listing;
  counts: Counts;
  lit: Lit;
  /** The reader is asked about them: only the years show. */
  hidden: boolean;
  onIdea: (idea: number) => void;
}

/** A bar for each idea, in the order of years: how many lines come from it. */
export const ProgramBars = memo(function ProgramBars(props: BarsProps) {
  const { width, height, words, scale, listing, counts, lit, hidden, onIdea } = props;
  const wide = width >= ROOMY * listing.ideas.length * scale;
  const bars = listing.ideas.map(({ id, title, label, from, to }, i) => ({
    id,
    label: yearText(from, wide ? listing.ideas[i - 1]?.from : from),
    value: hidden ? 0 : counts.byIdea[i],
    text: hidden ? '' : String(counts.byIdea[i]),
    emphasis:
      lit.by === 'all' ||
      (lit.by === 'idea' && lit.idea === i) ||
      (lit.by === 'year' && to <= lit.year)
        ? ('strong' as const)
        : ('pale' as const),
    announce: words.text('bar', { year: label, title, count: counts.byIdea[i] }),
  }));
  return (
    <Bars
      width={width}
      height={height}
      textScale={scale}
      bars={bars}
      orientation="vertical"
      quantity="ink"
      label={words.text('bars')}
      values={hidden ? 'none' : 'all'}
      selected={lit.by === 'idea' ? lit.idea : null}
      onSelect={onIdea}
      words={{ axis: words.text('barsAxis') }}
    />
  );
});

interface StripProps {
  width: number;
  height: number;
  words: Messages;
  listing: Listing;
  files: readonly FileOf[];
  lines: readonly KnownLine[];
  lit: Lit;
  file: number;
  line: number | null;
  onMove: (file: string, line: number | null) => void;
}

/** The whole program from top to bottom, laid on its side: a slider over it. */
export const ProgramStrip = memo(function ProgramStrip(props: StripProps) {
  const { width, height, words, listing, files, lines, lit, file, line, onMove } = props;
  const { count } = listing;
  const [on, off] = useMemo(
    () => [stretches(lines, lit, true), stretches(lines, lit, false)],
    [lines, lit],
  );
  const x = (at: number) => (at / count) * width;
  const foot = height - 5;
  /** Thick strokes from left to right: fewer characters than boxes. */
  const draw = (parts: [number, number][]) =>
    parts
      .map(([from, to]) => `M${x(from).toFixed(1)} ${foot / 2}h${(x(to) - x(from)).toFixed(1)}`)
      .join('');
  const { from, to, name } = files[file];
  const at = line ?? from;
  return (
    <div className="program-strip c-chart" style={{ width, height }}>
      <svg width={width} height={height} aria-hidden="true">
        <path className="off" strokeWidth={foot} d={draw(off)} />
        <path className="on" strokeWidth={foot} d={draw(on)} />
        <path
          className="ends"
          d={files.map((one) => `M${x(one.from).toFixed(1)} ${foot}v5`).join('')}
        />
        <path className="here" d={`M${x(from)} ${height - 1}H${Math.max(x(to), x(from) + 3)}`} />
        {line !== null && <path className="mine" d={`M${x(line + 0.5)} 0V${height}`} />}
      </svg>
      <input
        type="range"
        className="c-range"
        style={{ left: 0, top: 0, width, height }}
        min={0}
        max={count - 1}
        value={at}
        aria-label={words.text('strip')}
        aria-valuetext={words.text('stripAt', {
          file: name || words.text('head'),
          line: at + 1,
          count,
        })}
        onChange={(event) => {
          const to = event.currentTarget.valueAsNumber;
          onMove(files[fileAt(files, to)].name, null);
        }}
        onKeyDown={(event) => {
          const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
          if (by === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
          event.preventDefault();
          onMove(files[Math.max(0, Math.min(files.length - 1, file + by))].name, null);
        }}
      />
    </div>
  );
});

interface BalanceProps {
  width: number;
  height: number;
  words: Messages;
  scale: number;
  counts: Counts;
  guess: number | null;
  /** The truth is not told yet. */
  hidden: boolean;
}

/** Lines from ideas, the early ones and the late ones, and the reader's guess between them. */
export function ProgramBalance({
  width,
  height,
  words,
  scale,
  counts,
  guess,
  hidden,
}: BalanceProps) {
  const x = (count: number) => (Math.max(0, Math.min(counts.ideas, count)) / counts.ideas) * width;
  const [top, tall] = [height - 12 * scale, 8 * scale];
  const said = `${words.text('balanceEarly', { year: EARLY })} ${counts.early}`;
  const mine = guess === null ? '' : `${words.text('guess')} ${guess}`;
  const room = monoWidth(mine, 12 * scale);
  const place = guess === null ? 0 : Math.max(room / 2, Math.min(width - room / 2, x(guess)));
  return (
    <svg
      className="program-balance"
      width={width}
      height={height}
      role="img"
      aria-label={words.text('balance', { year: EARLY })}
    >
      <rect className="late" x={0} y={top} width={width} height={tall} />
      {!hidden && (
        <>
          <rect className="early" x={0} y={top} width={x(counts.early)} height={tall} />
          {guess === null && (
            <text x={0} y={top - 6 * scale}>
              {said}
            </text>
          )}
          {guess === null && (
            <text className="end" x={width} y={top - 6 * scale}>
              {`${words.text('balanceLate')} ${counts.ideas - counts.early}`}
            </text>
          )}
        </>
      )}
      {guess !== null && (
        <>
          <path className="mine" d={`M${x(guess)} ${top - 3}v${tall + 6}`} />
          <text className="mine middle" x={place} y={top - 6 * scale}>
            {mine}
          </text>
        </>
      )}
    </svg>
  );
}
