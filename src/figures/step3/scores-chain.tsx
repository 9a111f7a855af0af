import { toned } from '../../charts/color.ts';
import { fixed } from '../../charts/index.ts';
import { monoWidth, SMALL } from '../../charts/text.ts';
import { useLink } from '../../reader/links.ts';
import { px } from '../px.ts';
import type { ScoresPictureProps } from './scores-picture.tsx';
import { middle, type ScoresLayout } from './scores-view.ts';

interface Props extends ScoresPictureProps {
  at: ScoresLayout;
}

const two = fixed(2);
const three = fixed(3);
/** Width of an arc that carries everything, px. */
const WIDEST = 20;

/** The asking position looks back: an arc as wide as its weight. */
export function Arcs({ at, weights, t, s, reach, asking }: Props) {
  if (reach === 'scores' || asking) return null;
  const from = middle(at, t);
  const base = px(at.letters - 17 * at.scale);
  const tall = base - at.arcs;
  const widest = Math.max(1, t) * at.pitch;
  return weights[t].slice(0, t + 1).map((weight, n) => {
    const to = middle(at, n);
    const reachOf = Math.abs(from - to);
    const up = n === t ? 0.25 : 0.3 + 0.66 * (reachOf / widest);
    const high = px(base - tall * up * 1.3);
    const d =
      n === t
        ? `M${from - 7} ${base}C${from - 9} ${high} ${from + 9} ${high} ${from + 7} ${base}`
        : `M${to} ${base}C${to} ${high} ${from} ${high} ${from} ${base}`;
    return (
      <path
        // Positions keep their places.
        key={n}
        className="scores-arc"
        style={{
          stroke: toned('probability', n === s ? 1 : 0.5),
          strokeWidth: px(Math.max(0.5, weight * WIDEST * at.scale)),
        }}
        d={d}
      />
    );
  });
}

export function Letters({ at, letters, t, over }: Props & { over: number | null }) {
  return (
    <>
      {letters.map((letter, n) => (
        <text
          key={n}
          className="scores-letter"
          data-mine={n === t || undefined}
          data-later={n > t || undefined}
          x={middle(at, n)}
          y={at.letters}
          textAnchor="middle"
        >
          {letter}
        </text>
      ))}
      {over !== null && over !== t && (
        <rect
          className="c-hover"
          x={middle(at, over) - 14 * at.scale}
          y={at.letters - 17 * at.scale}
          width={28 * at.scale}
          height={23 * at.scale}
        />
      )}
    </>
  );
}

/** Dot products, and what is left of them after the division. */
export function NumberRows(props: Props) {
  const { at, words, dots, scores, times, t } = props;
  return (
    <>
      {!Number.isNaN(at.dots) && (
        <Numbers {...props} y={at.dots} name={words.text('rows.dots')} row={dots[t]} />
      )}
      <Numbers
        {...props}
        y={at.scores}
        name={Number.isNaN(at.dots) ? words.text('rows.scores') : times}
        row={scores[t]}
        strong
      />
    </>
  );
}

function Numbers(
  props: Props & { y: number; name: string; row: readonly number[]; strong?: boolean },
) {
  const { at, y, name, row, t, s, strong = false } = props;
  const link = useLink('score');
  const full = monoWidth('−0.000', SMALL * at.scale) + 4 < at.pitch;
  const short = monoWidth('−0.00', SMALL * at.scale) + 2 < at.pitch;
  return (
    <g {...link.bind}>
      <text
        className={strong && link.lit ? 'c-label scores-lit' : 'c-note'}
        style={strong ? { fill: toned('activation') } : undefined}
        x={at.left - 8 * at.scale}
        y={y}
        textAnchor="end"
      >
        {name}
      </text>
      {row.slice(0, t + 1).map((value, n) =>
        short || n === s ? (
          <text
            key={n}
            className={n === s ? 'c-mono c-strong scores-number' : 'c-mono scores-number'}
            style={strong || n === s ? { fill: toned('activation') } : undefined}
            x={middle(at, n)}
            y={y}
            textAnchor="middle"
          >
            {(full || n === s ? three : two)(value)}
          </text>
        ) : null,
      )}
    </g>
  );
}

/** The weights of the asking position, against an even share and against the program’s own. */
export function WeightBars(props: Props) {
  const { at, words, weights, own, reach, t, s, asking, guess } = props;
  const link = useLink('weight');
  const top = px(at.bars.top);
  const bottom = px(at.bars.bottom);
  const tall = bottom - top;
  const row = weights[t].slice(0, t + 1);
  const even = 1 / (t + 1);
  const most = Math.min(1, Math.max(...row, ...own[t], (guess ?? 0) * 1.1, even * 1.6));
  const y = (weight: number) => px(bottom - (Math.min(weight, most) / most) * tall);
  const wide = px(Math.min(at.pitch * 0.72, 54 * at.scale));
  const off = reach === 'scores' || asking;
  const changed = row.some((weight, n) => Math.abs(weight - own[t][n]) > 5e-4);
  const outline = (values: readonly number[]) =>
    values
      .slice(0, t + 1)
      .map((weight, n) => {
        const x = (middle(at, n) - wide / 2).toFixed(1);
        return `M${x} ${bottom}V${y(weight).toFixed(1)}h${wide.toFixed(1)}V${bottom}`;
      })
      .join('');
  const fits = monoWidth('0.000', SMALL * at.scale) < at.pitch;
  return (
    <g {...link.bind}>
      <text
        className="c-label"
        style={{ fill: off ? 'var(--rule)' : toned('probability') }}
        x={at.left - 8 * at.scale}
        y={bottom - 2}
        textAnchor="end"
      >
        {words.text('rows.weights')}
      </text>
      {!off &&
        row.map((weight, n) => (
          <rect
            key={n}
            style={{ fill: toned('probability', n === s || link.lit ? 0.85 : 0.45) }}
            x={px(middle(at, n) - wide / 2)}
            width={wide}
            y={y(weight)}
            height={px(Math.max(0, bottom - y(weight)))}
          />
        ))}
      {!off && changed && <path className="scores-own" d={outline(own[t])} />}
      <path className="scores-even" d={`M${at.left} ${y(even).toFixed(1)}H${at.width}`} />
      {!off &&
        row.map((weight, n) =>
          fits || n === s ? (
            <text
              key={n}
              className={n === s ? 'c-mono c-strong scores-weight' : 'c-mono scores-weight'}
              x={middle(at, n)}
              y={Math.min(y(weight), changed ? y(own[t][n]) : Infinity) - 4}
              textAnchor="middle"
            >
              {three(weight)}
            </text>
          ) : null,
        )}
      <path className="c-axis" d={`M${at.left} ${bottom + 0.5}H${at.width}`} />
      <text
        className="c-note"
        x={at.left - 8 * at.scale}
        y={Math.min(y(even) + 4 * at.scale, bottom - 16 * at.scale)}
        textAnchor="end"
      >
        {words.text('even')}
      </text>
      {guess !== null && (
        <>
          <path className="scores-guess" d={`M${at.left} ${y(guess).toFixed(1)}H${at.width}`} />
          <text
            className="c-mono c-mine c-haloed"
            x={at.left + 4}
            y={y(guess) + (y(guess) - top < 16 ? 13 : -5) * at.scale}
          >
            {words.text('yours', { share: Math.round(guess * 100) })}
          </text>
        </>
      )}
    </g>
  );
}
