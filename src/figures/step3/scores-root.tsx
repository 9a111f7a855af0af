import { useMemo } from 'react';
import { toned } from '../../charts/color.ts';
import { fixed } from '../../charts/index.ts';
import type { ScoresPictureProps } from './scores-picture.tsx';
import { randomWeights, SIZES, type ScoresLayout } from './scores-view.ts';

const two = fixed(2);

/** Random vectors, longer and longer: what the largest weight comes to, with and without the root. */
export function RootChart({
  at,
  words,
  letters,
  width,
  seed,
}: ScoresPictureProps & { at: ScoresLayout }) {
  const count = letters.length;
  const { bare, divided } = useMemo(() => randomWeights(count, seed), [count, seed]);
  const top = at.map.top + 17 * at.scale;
  const bottom = at.map.bottom - 16 * at.scale;
  const right = at.width - 104 * at.scale;
  const x = (i: number) => at.left + 6 + (i / (SIZES.length - 1)) * (right - at.left - 6);
  const y = (weight: number) => bottom - weight * (bottom - top);
  const line = (weights: readonly number[]) =>
    weights
      .map((weight, i) => `${i === 0 ? 'M' : 'L'}${x(i).toFixed(1)} ${y(weight).toFixed(1)}`)
      .join('');
  const curves = [
    { id: 'bare', weights: bare, tone: 1 },
    { id: 'divided', weights: divided, tone: 0.6 },
  ];
  return (
    <g>
      <text className="c-note" x={at.left} y={at.map.top + 5 * at.scale}>
        {words.text('chart.title', { count })}
      </text>
      <path className="c-axis" d={`M${at.left} ${bottom + 0.5}H${right}`} />
      <path className="scores-even" d={`M${at.left} ${y(1 / count).toFixed(1)}H${right}`} />
      <text
        className="c-note"
        x={at.left - 8 * at.scale}
        y={y(1 / count) + 4 * at.scale}
        textAnchor="end"
      >
        {words.text('even')}
      </text>
      {SIZES.map((size, i) => (
        <text
          key={size}
          className={size === width ? 'c-mono c-strong scores-size' : 'c-mono'}
          x={x(i)}
          y={bottom + 13 * at.scale}
          textAnchor="middle"
        >
          {size}
        </text>
      ))}
      <text className="c-note" x={right + 22 * at.scale} y={bottom + 13 * at.scale}>
        {words.text('chart.axis')}
      </text>
      {curves.map(({ id, weights, tone }) => (
        <g key={id}>
          <path
            className="scores-curve"
            style={{ stroke: toned('probability', tone) }}
            d={line(weights)}
          />
          {weights.map((weight, i) => (
            <circle
              key={SIZES[i]}
              cx={x(i)}
              cy={y(weight)}
              r={3}
              style={{ fill: toned('probability', tone) }}
            />
          ))}
          <text
            className="scores-name"
            x={right + 12}
            y={y(weights[SIZES.length - 1]) + 4 * at.scale}
          >
            {words.text(`chart.${id}`, { weight: two(weights[SIZES.length - 1]) })}
          </text>
        </g>
      ))}
    </g>
  );
}
