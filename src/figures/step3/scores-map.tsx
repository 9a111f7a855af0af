import { toned } from '../../charts/color.ts';
import { fixed } from '../../charts/index.ts';
import { monoWidth, SMALL } from '../../charts/text.ts';
import { useLink } from '../../reader/links.ts';
import { px } from '../px.ts';
import type { ScoresPictureProps } from './scores-picture.tsx';
import { middle, type ScoresLayout } from './scores-view.ts';

const two = fixed(2);

/** On a root scale: a sixteenth must be seen to differ from nothing. */
const toneOf = (weight: number): number => Math.sqrt(weight) * 0.86;

/** Weights of all positions: a row for who asks, a column for who is asked. */
export function WeightMap(
  props: ScoresPictureProps & { at: ScoresLayout; hovered: readonly [number, number] | null },
) {
  const { at, words, letters, weights, reach, t, s, hovered } = props;
  const link = useLink('weight');
  const { top, row, bottom } = at.map;
  const on = reach === 'map';
  const cell = (of: number, to: number) => ({
    x: px(at.left + to * at.pitch),
    y: px(top + of * row),
    width: px(at.pitch),
    height: px(row),
  });
  const fits = row > 13 * at.scale && at.pitch > monoWidth('0.00', SMALL * at.scale) + 4;
  const edge = letters.map((_, n) => `V${(top + n * row).toFixed(1)}h${at.pitch.toFixed(1)}`);
  const corner = at.left + at.pitch * letters.length;
  return (
    <g {...link.bind}>
      {on &&
        weights.map((own, of) =>
          own
            .slice(0, of + 1)
            .map((weight, to) => (
              <rect
                key={`${of} ${to}`}
                style={{ fill: toned('probability', toneOf(weight)) }}
                {...cell(of, to)}
              />
            )),
        )}
      {on &&
        fits &&
        weights.map((own, of) =>
          own.slice(0, of + 1).map((weight, to) => (
            <text
              key={`${of} ${to}`}
              className="c-mono scores-cell"
              data-dark={toneOf(weight) > 0.68 || undefined}
              x={middle(at, to)}
              y={px(top + (of + 0.5) * row)}
              dominantBaseline="central"
              textAnchor="middle"
            >
              {two(weight)}
            </text>
          )),
        )}
      <path
        className={on ? 'scores-edge' : 'scores-edge scores-later'}
        d={`M${at.left} ${bottom.toFixed(1)}${edge.join('')}V${bottom.toFixed(1)}z`}
      />
      {letters.map((letter, n) =>
        row > 7 ? (
          <text
            key={n}
            className="scores-asker"
            data-mine={n === t || undefined}
            data-later={!on || undefined}
            x={at.left - 8 * at.scale}
            y={px(top + (n + 0.5) * row)}
            dominantBaseline="central"
            textAnchor="end"
          >
            {letter}
          </text>
        ) : null,
      )}
      {on && (
        <>
          <text className="c-note" x={corner} y={top + 10 * at.scale} textAnchor="end">
            {words.text('future')}
          </text>
          {hovered && <rect className="c-hover" {...cell(hovered[0], hovered[1])} />}
          <rect
            className="scores-row"
            x={at.left}
            y={px(top + t * row)}
            width={px(at.pitch * (t + 1))}
            height={px(row)}
          />
          <rect className="c-selected scores-chosen" {...cell(t, s)} />
        </>
      )}
    </g>
  );
}
