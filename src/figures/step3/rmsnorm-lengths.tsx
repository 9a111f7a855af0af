import { toned } from '../../charts/color.ts';
import { fixed } from '../../charts/index.ts';
import { useLink } from '../../reader/links.ts';
import type { Messages } from '../../reader/messages.tsx';
import type { NormLayout } from './rmsnorm-view.ts';

interface Props {
  at: NormLayout;
  scale: number;
  words: Messages;
  labels: readonly string[];
  /** Length of the vector at each position, before the norm and after it. */
  before: readonly number[];
  after: readonly number[];
  /** The position in view. */
  own: number;
}

const one = fixed(1);
/** Narrower columns have no numbers, px. */
const NUMBERED = 26;

/** How long the vector of each token is, outlined as it comes in and as a line as it goes out. */
export function NormLengths({ at, scale, words, labels, before, after, own }: Props) {
  const { lit, bind } = useLink('norm');
  const pitch = (at.right - at.left) / Math.max(1, labels.length);
  const most = Math.max(1e-9, ...before, ...after);
  const tall = (long: number) => (long / most) * at.tall;
  const wide = Math.min(34 * scale, pitch * 0.6);
  const middle = (i: number) => at.left + pitch * (i + 0.5);
  return (
    <g {...bind} data-lit={lit || undefined}>
      {at.tall > 20 * scale && (
        <text className="c-note" x={at.left} y={11 * scale}>
          {words.text('lengths')}
        </text>
      )}
      {labels.map((label, i) => (
        // Tokens keep their places.
        <g key={i} data-own={i === own || undefined} className="norm-letter">
          <rect
            style={{ fill: toned('activation', i === own ? 1 : 0.42) }}
            x={middle(i) - wide / 2}
            y={at.lengths - tall(before[i])}
            width={wide}
            height={tall(before[i])}
          />
          <path
            className="norm-out"
            d={`M${middle(i) - wide / 2 - 3} ${at.lengths - tall(after[i])}h${wide + 6}`}
          />
          <text
            className="norm-token"
            x={middle(i)}
            y={at.lengths + 16 * scale}
            textAnchor="middle"
          >
            {label}
          </text>
          {pitch > NUMBERED * scale && (
            <text className="c-mono" x={middle(i)} y={at.lengths + 30 * scale} textAnchor="middle">
              {one(before[i])}
            </text>
          )}
        </g>
      ))}
      <path className="c-tick" d={`M${at.left} ${at.lengths + 0.5}H${at.right}`} />
    </g>
  );
}
