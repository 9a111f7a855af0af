import { useRef, useState } from 'react';
import { Frame } from '../../../charts/Frame.tsx';
import { ListCursor } from '../../../charts/ListCursor.tsx';
import { toned } from '../../../charts/color.ts';
import { fixed } from '../../../charts/index.ts';
import type { Size } from '../../frame.tsx';
import { useTextScale } from '../../text-scale.ts';
import {
  curvePath,
  DRAWS,
  levelsLayout,
  rungsOf,
  ticksOf,
  type LevelsLayout,
  type View,
} from './levels-view.ts';

interface LevelsPictureProps extends Size {
  label: string;
  description: string;
  labels: readonly string[];
  z: readonly number[];
  shares: readonly number[];
  draws: readonly number[];
  view: View;
  /** The rung looked at, and the other one that is labelled. */
  to: number;
  rival: number;
  /** The reader has chosen the rung. */
  mine: boolean;
  lit: boolean;
  words: { scale: string; share: string; dots: string };
  announce: (token: number) => string;
  onSelect: (token: number) => void;
}

const three = fixed(3);
const whole = fixed(0);
const fine = fixed(1);

/** Rungs at the height of their logits; bars as long as their shares, all ending on one curve. */
export function LevelsPicture(props: LevelsPictureProps) {
  const { labels, z, shares, view, to, rival, mine, words } = props;
  const { width, height } = props;
  const [hovered, setHovered] = useState<number | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const scale = useTextScale(root);
  const at = levelsLayout(width, height, z, shares, view.scale, scale);
  const order = rungsOf(z);
  const ladder = view.scale === 'logit' ? order : order.toReversed();
  const slots = slotsOf(at, z, ladder);
  const looked = hovered === null ? to : ladder[hovered];
  return (
    <div className="levels" ref={root}>
      <Frame
        width={width}
        height={height}
        label={props.label}
        description={props.description}
        textScale={scale}
        over={(describedBy) => (
          <ListCursor
            label={props.label}
            describedBy={describedBy}
            slots={slots}
            name={(i) => props.announce(ladder[i])}
            direction="vertical"
            selected={ladder.indexOf(to)}
            hovered={hovered}
            setHovered={setHovered}
            onSelect={(i) => props.onSelect(ladder[i])}
          />
        )}
      >
        <text className="c-note" x={0} y={12 * scale}>
          {words.scale}
        </text>
        <text className="c-note" x={at.width} y={12 * scale} textAnchor="end">
          {words.dots}
        </text>
        <ScaleMarks at={at} z={z} view={view} />
        <path className="levels-tie" d={tiesPath(at, z)} />
        <path className="levels-bars" d={barsPath(at, z, shares)} />
        <path
          className={props.lit ? 'levels-curve levels-lit' : 'levels-curve'}
          d={curvePath(at, z, shares, view.temperature)}
        />
        <path className="levels-dots" strokeWidth={dotSize(at)} d={dotsPath(at, z, props.draws)} />
        {labels.map((label, token) => {
          const y = at.letters[token];
          if (y === null) return null;
          const chosen = token === looked;
          const own = mine && token === to ? ' c-mine' : '';
          return (
            <text
              key={label}
              className={`c-mono levels-letter${chosen ? ' c-strong' : ''}${own}`}
              x={at.left - 16 * scale}
              y={y + 4 * scale}
              textAnchor="end"
            >
              {label}
            </text>
          );
        })}
        {[...new Set([looked, rival])].map((token) => (
          <EndText key={token} {...props} at={at} token={token} strong={token === looked} />
        ))}
        <path className="c-axis" d={`M${at.left} ${at.bottom + 8}H${at.right}`} />
        {[0, at.most / 2, at.most].map((share) => (
          <g key={share}>
            <path className="c-tick" d={`M${at.x(share)} ${at.bottom + 8}v4`} />
            <text
              className="c-mono"
              x={at.x(share)}
              y={at.bottom + 24 * scale}
              textAnchor={share === 0 ? 'start' : 'middle'}
            >
              {share === 0 ? '0' : String(share)}
            </text>
          </g>
        ))}
        <text className="c-note" x={at.width} y={at.bottom + 24 * scale} textAnchor="end">
          {words.share}
        </text>
      </Frame>
    </div>
  );
}

/** The scale of logits, or of energies: it moves past the rungs when an amount is added. */
function ScaleMarks({ at, z, view }: { at: LevelsLayout; z: readonly number[]; view: View }) {
  const x = 40 * at.scale;
  const ticks = ticksOf(z, view.shift);
  const coarse = ticks.every(Number.isInteger);
  const sign = view.scale === 'energy' ? -1 : 1;
  return (
    <>
      <path className="c-axis" d={`M${x} ${at.top}V${at.bottom}`} />
      {ticks.map((tick) => {
        const y = at.y(tick - view.shift);
        return (
          <g key={tick}>
            <path className="c-tick" d={`M${x - 4} ${y.toFixed(1)}h4`} />
            <text className="c-mono levels-tick" x={x - 7} y={y + 4 * at.scale} textAnchor="end">
              {(coarse ? whole : fine)(sign * tick)}
            </text>
          </g>
        );
      })}
    </>
  );
}

function EndText(props: LevelsPictureProps & { at: LevelsLayout; token: number; strong: boolean }) {
  const { at, token, shares, draws, z } = props;
  const far = Math.max(shares[token], draws[token] / DRAWS);
  const x = Math.min(at.x(far) + 10 * at.scale, at.width - 40 * at.scale);
  return (
    <text
      className={props.strong ? 'c-mono c-strong levels-end' : 'c-mono levels-end'}
      style={{ fill: toned('probability') }}
      x={x}
      y={at.y(z[token]) + 4 * at.scale}
    >
      {three(shares[token])}
    </text>
  );
}

/** Dots are as large as there is room for a hundred in a row. */
const dotSize = (at: LevelsLayout): number =>
  Math.min(7, Math.max(2.4, ((at.right - at.left) / (DRAWS * at.most)) * 0.72));

function barsPath(at: LevelsLayout, z: readonly number[], shares: readonly number[]): string {
  return shares
    .map((p, i) => `M${at.left} ${at.y(z[i]).toFixed(1)}H${at.x(p).toFixed(1)}`)
    .join('');
}

function tiesPath(at: LevelsLayout, z: readonly number[]): string {
  return z
    .map((value, i) => {
      const letter = at.letters[i];
      const from = at.left - 13 * at.scale;
      return letter === null
        ? ''
        : `M${from} ${letter.toFixed(1)}L${at.left - 3} ${at.y(value).toFixed(1)}`;
    })
    .join('');
}

/** One dot a draw, a hundredth of the whole apart. */
function dotsPath(at: LevelsLayout, z: readonly number[], draws: readonly number[]): string {
  return draws
    .flatMap((count, i) =>
      Array.from({ length: count }, (_, k) => {
        const x = Math.min(at.right + 8, at.x((k + 0.5) / DRAWS));
        return `M${x.toFixed(1)} ${at.y(z[i]).toFixed(1)}h0`;
      }),
    )
    .join('');
}

/** A stretch of the height to each rung, from half way to its neighbours. */
function slotsOf(at: LevelsLayout, z: readonly number[], ladder: readonly number[]) {
  const heights = ladder.map((token) => at.y(z[token]));
  return heights.map((y, i) => {
    const top = i === 0 ? y - 8 : (heights[i - 1] + y) / 2;
    const bottom = i === heights.length - 1 ? y + 8 : (heights[i + 1] + y) / 2;
    return { x: 0, y: top, width: at.width, height: Math.max(1, bottom - top) };
  });
}
