import { toned } from '../../charts/color.ts';
import { fixed } from '../../charts/index.ts';
import { monoWidth, SMALL } from '../../charts/text.ts';
import { useLink } from '../../reader/links.ts';
import { px } from '../px.ts';
import type { PartProps } from './split-picture.tsx';
import { spanOf, weightBars } from './split-view.ts';

const three = fixed(3);
const WIDEST = '−0.000';

/** Of every head its sum over its own channels, and what is left of it after the division. */
export function SplitNumbers(props: PartProps) {
  const { at, words, split } = props;
  const { bind, lit } = useLink('score');
  const size = split.width / split.heads.length;
  return (
    <g {...bind}>
      <text className="c-note" x={at.left - 8 * at.scale} y={at.dots} textAnchor="end">
        {words.text('sum')}
      </text>
      <text
        className={lit ? 'split-label split-lit' : 'split-label'}
        style={{ fill: toned('activation') }}
        x={at.left - 8 * at.scale}
        y={at.scores}
        textAnchor="end"
      >
        {words.text('divided', { size })}
      </text>
      <Row {...props} y={at.dots} values={split.heads.map(({ dots }) => dots[split.s])} />
      <Row
        {...props}
        y={at.scores}
        values={split.heads.map(({ scores }) => scores[split.s])}
        strong
      />
    </g>
  );
}

interface RowProps extends PartProps {
  y: number;
  values: readonly number[];
  strong?: boolean;
}

/** A number under the columns of each head; where they are too narrow, of the one in hand. */
function Row({ at, split, head, y, values, strong = false }: RowProps) {
  const wide = monoWidth(WIDEST, SMALL * at.scale);
  return values.map((value, n) => {
    const { x, width } = spanOf(at, split.heads[n]);
    if (n !== head && wide + 2 > width) return null;
    const middle = Math.max(at.left + wide / 2, Math.min(at.right - wide / 2, x + width / 2));
    return (
      <text
        key={split.heads[n].from}
        className={n === head ? 'c-mono c-strong c-haloed' : 'c-mono'}
        style={{ fill: strong || n === head ? toned('activation') : 'var(--ink-3)' }}
        x={px(middle)}
        y={y}
        textAnchor="middle"
      >
        {three(value)}
      </text>
    );
  });
}

/** Every head’s weights over the letters, against an even share and against a single head’s. */
export function SplitWeights({ at, words, split, head, reach }: PartProps) {
  const { bind, lit } = useLink('weight');
  const band = at.bands.weights;
  if (!band) return null;
  const { heads, one, t, s } = split;
  const off = reach === 'scores';
  const even = 1 / (t + 1);
  const most = Math.max(even * 1.5, ...[...heads, one].flatMap(({ weights }) => weights));
  const y = px(band.bottom - (even / most) * (band.bottom - band.top));
  const bars = heads.map((each) => weightBars(spanOf(at, each), band, each.weights, most));
  const ghosts = heads.map((each) => weightBars(spanOf(at, each), band, one.weights, most));
  const path = (chosen: (n: number, i: number) => boolean) =>
    bars
      .flatMap((row, n) =>
        row
          .filter((_, i) => chosen(n, i))
          .map((bar) => `M${bar.x} ${bar.y}h${bar.width}v${bar.height}h${-bar.width}z`),
      )
      .join('');
  return (
    <g {...bind}>
      <text
        className={lit ? 'split-label split-lit' : 'split-label'}
        style={{ fill: off ? 'var(--rule)' : toned('probability') }}
        x={at.left - 8 * at.scale}
        y={px((band.top + band.bottom) / 2 + 4 * at.scale)}
        textAnchor="end"
      >
        {words.text('bands.weights')}
      </text>
      {!off && (
        <>
          <path
            style={{ fill: toned('probability', lit ? 0.6 : 0.36) }}
            d={path((n, i) => n !== head && i !== s)}
          />
          <path
            style={{ fill: toned('probability', 0.62) }}
            d={path((n, i) => (n === head) !== (i === s))}
          />
          <path style={{ fill: toned('probability') }} d={path((n, i) => n === head && i === s)} />
          <path className="split-even" d={`M${at.left} ${y}H${at.right}`} />
          <text className="c-note" x={at.right + 5} y={y + 4 * at.scale}>
            {words.text('even')}
          </text>
          {heads.length > 1 && (
            <path
              className="split-ghost"
              d={ghosts
                .flat()
                .map((bar) => `M${bar.x} ${bar.y}h${bar.width}`)
                .join('')}
            />
          )}
        </>
      )}
      <path className="c-axis" d={`M${at.left} ${band.bottom + 0.5}H${at.right}`} />
    </g>
  );
}
