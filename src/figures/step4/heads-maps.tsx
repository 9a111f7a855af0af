import { memo } from 'react';
import { toned } from '../../charts/color.ts';
import { divergingLevel, levelClass } from '../../charts/ramp.ts';
import { monoWidth } from '../../charts/text.ts';
import type { Heads } from './heads-data.ts';
import { against, type HeadsLayout } from './heads-view.ts';

interface Props {
  at: HeadsLayout;
  scale: number;
  known: Heads;
  wiring: readonly number[];
  /** Weights against an even share, not as they are. */
  even: boolean;
  /** The weight in hand: who asks, and whom. */
  cell: readonly [asks: number, seen: number];
  symbols: readonly string[];
}

/** Steps of ink between nothing and a whole share. */
const TONES = 16;
/** What stands at full ink, against an even share: that much more, or less, of it. */
export const FULL = 0.8;

/** All heads' weights over the name: a triangle each, a row for each letter that asks. */
export function HeadsMaps({ at, scale, known, wiring, even, cell, symbols }: Props) {
  const { positions: n, maps } = known;
  const pitch = at.side / n;
  const small = Math.min(12 * scale, pitch * 0.95);
  const lettered = pitch >= 7 && !at.compact;
  const room = Math.max(...symbols.map((symbol) => monoWidth(symbol, small)));
  const every = Math.max(1, Math.ceil(room / pitch));
  const [asks, seen] = cell;
  return at.maps.map(({ place, x, y }) => (
    <g
      key={place}
      transform={`translate(${x} ${y})`}
      data-off={wiring[place] < 0 || undefined}
      className="heads-map"
    >
      <path
        className="heads-frame"
        d={`M0 0${Array.from({ length: n }, (_, t) => `V${(t + 1) * pitch}H${(t + 1) * pitch}`).join('')}V${n * pitch}H0z`}
      />
      <Cells values={maps[place]} n={n} pitch={pitch} even={even} />
      {lettered &&
        symbols.map((symbol, t) =>
          t % every === 0 || t === seen ? (
            <text
              // Letters keep their places.
              key={t}
              className="c-mono heads-letter"
              data-lit={t === seen || undefined}
              style={{ fontSize: small }}
              x={(t + 0.5) * pitch}
              y={at.side + 12 * scale}
              textAnchor="middle"
            >
              {symbol}
            </text>
          ) : null,
        )}
      {lettered &&
        symbols.map((symbol, t) => (
          <text
            // Letters keep their places.
            key={t}
            className="c-mono heads-letter"
            data-lit={t === asks || undefined}
            style={{ fontSize: small }}
            x={(t + 1) * pitch + 4}
            y={(t + 0.5) * pitch + small * 0.34}
          >
            {symbol}
          </text>
        ))}
      <rect
        className="heads-chosen"
        x={seen * pitch}
        y={asks * pitch}
        width={pitch}
        height={pitch}
      />
    </g>
  ));
}

/** Cells of one ink share a path. */
const Cells = memo(function Cells(props: {
  values: ArrayLike<number>;
  n: number;
  pitch: number;
  even: boolean;
}) {
  const { values, n, pitch, even } = props;
  const paths = new Map<number, string>();
  const gap = pitch >= 7 ? 1 : 0;
  const side = (pitch - gap).toFixed(2);
  for (let t = 0; t < n; t++) {
    for (let s = 0; s <= t; s++) {
      const weight = values[t * n + s];
      const level = even
        ? divergingLevel(against(weight, t + 1), FULL)
        : Math.round(weight * TONES);
      if (level === 0) continue;
      const path = `M${(s * pitch).toFixed(2)} ${(t * pitch).toFixed(2)}h${side}v${side}h-${side}z`;
      paths.set(level, (paths.get(level) ?? '') + path);
    }
  }
  return [...paths].map(([level, d]) =>
    even ? (
      <path key={level} className={levelClass('diverging', level)} d={d} />
    ) : (
      <path key={level} style={{ fill: toned('probability', level / TONES) }} d={d} />
    ),
  );
});
