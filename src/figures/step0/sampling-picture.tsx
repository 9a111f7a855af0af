import { fixed } from '../../charts/index.ts';
import { monoWidth, sansWidth } from '../../charts/text.ts';
import { useLink } from '../../reader/links.ts';
import type { Draw } from '../../worker/protocol.ts';
import { OVER, UNDER, layEndToEnd } from './sampling-view.ts';

const two = fixed(2);
const three = fixed(3);
/** Size of the numbers, px, and the least width of a part that has room for its letter. */
const SMALL = 12;
const LETTER = 11;

interface DrawBarProps {
  width: number;
  /** Height of the bar itself; its scale stands over and under it. */
  height: number;
  scale: number;
  label: string;
  /** Said under the part that was hit: “p, 0.017 wide”. */
  hit: string;
  /** The row drawn from: probabilities by token, and their labels. */
  p: readonly number[];
  labels: readonly string[];
  /** The draw that fell on it. */
  draw: Draw | null;
  lit: string | null;
}

/** One row of the model laid end to end from 0 to 1, and the random number that fell on it. */
export function DrawBar({ width, height, scale, p, labels, draw, ...props }: DrawBarProps) {
  const needle = useLink('draw');
  const part = useLink('probability');
  const [top, foot] = [OVER * scale, OVER * scale + height];
  const at = draw ? draw.u * width : 0;
  const within = (middle: number, half: number) => Math.max(half, Math.min(width - half, middle));
  const parts = layEndToEnd(p);
  const chosen = parts.find(({ token }) => token === draw?.next);
  const middle = chosen ? ((chosen.from + chosen.to) / 2) * width : 0;
  const hitHalf = sansWidth(props.hit, 13 * scale) / 2 + 6;
  const hitAt = within(middle, hitHalf);
  const end = foot + 14 * scale;
  return (
    <svg
      className="draw-bar"
      role="img"
      aria-label={props.label}
      width={width}
      height={foot + UNDER * scale}
      viewBox={`0 0 ${width} ${foot + UNDER * scale}`}
      data-lit={props.lit ?? undefined}
    >
      {parts.map(({ token, from, to }) => {
        const span = (to - from) * width;
        const hit = token === draw?.next;
        const inset = span > 3 ? 0.5 : 0;
        return (
          <g
            key={token}
            className={hit ? 'part chosen' : token % 2 === 0 ? 'part' : 'part odd'}
            {...(hit ? part.bind : {})}
          >
            <rect
              x={from * width}
              y={top}
              width={Math.max(hit ? 1.5 : 0.25, span - inset)}
              height={height}
            />
            {span >= LETTER * scale && (
              <text x={(from + span / 2 / width) * width} y={top + height / 2 + 4 * scale}>
                {labels[token]}
              </text>
            )}
          </g>
        );
      })}
      {hitAt - hitHalf > 16 * scale && (
        <text className="end" x={5} y={end}>
          0
        </text>
      )}
      {hitAt + hitHalf < width - 16 * scale && (
        <text className="end last" x={width - 5} y={end}>
          1
        </text>
      )}
      {draw && chosen && (
        <>
          <path
            className="bracket"
            d={`M${chosen.from * width} ${foot + 3.5}H${chosen.to * width}`}
          />
          <text className="hit" x={hitAt} y={end + 1}>
            {props.hit}
          </text>
          <g className="needle" {...needle.bind}>
            <rect x={at - 8} y={0} width={16} height={foot} />
            <g style={{ transform: `translateX(${Math.round(at * 10) / 10}px)` }}>
              <path d={`M0 ${top - 5}V${foot + 3}`} />
              <path className="head" d={`M0 ${top}l-4 -7h8z`} />
            </g>
            <text x={within(at, monoWidth('u 0.000', SMALL * scale) / 2)} y={top - 9 * scale}>
              <tspan className="u">u</tspan> {three(draw.u)}
            </text>
          </g>
        </>
      )}
    </svg>
  );
}

interface DrawnTokensProps {
  width: number;
  scale: number;
  /** Is there room under the letters for their random numbers? */
  numbers: boolean;
  label: string;
  draws: readonly Draw[];
  /** The draw that the bar shows, and whether the reader chose it. */
  shown: number;
  mine: boolean;
  labels: readonly string[];
  bos: number;
  lit: boolean;
  /** What a box says: “l, drawn with 0.339”. */
  announce: (draw: Draw) => string;
  onChoose: (draw: number) => void;
}

/** The name so far, a box for every token, under each the number that drew it. */
export function DrawnTokens({ width, scale, draws, labels, lit, ...props }: DrawnTokensProps) {
  const { bind } = useLink('token');
  const pitch = Math.min((props.numbers ? 40 : 30) * scale, width / (draws.length + 1));
  // A box too narrow to be hit is not offered; 4 px lie between boxes.
  const pressable = pitch >= 27;
  // Three decimals where they fit, then two, then two without the nought.
  const said = (u: number): string => {
    if (pitch >= 37 * scale) return three(u);
    return pitch >= 30 * scale ? two(u) : two(u).replace(/^0/, '');
  };
  return (
    <ol className="drawn" aria-label={props.label} dir="ltr" data-lit={lit || undefined} {...bind}>
      <li style={{ width: pitch }}>
        <span className="drawn-box drawn-start">{labels[props.bos]}</span>
      </li>
      {draws.map((draw, i) => (
        <li key={i} style={{ width: pitch }} className={i === props.shown ? 'shown' : undefined}>
          {pressable ? (
            <button
              type="button"
              className="drawn-box drawn-token"
              aria-label={props.announce(draw)}
              aria-current={i === props.shown || undefined}
              data-mine={(props.mine && i === props.shown) || undefined}
              onClick={() => props.onChoose(i)}
            >
              {labels[draw.next]}
            </button>
          ) : (
            <span className="drawn-box drawn-token" aria-current={i === props.shown || undefined}>
              {labels[draw.next]}
            </span>
          )}
          {props.numbers && <small aria-hidden="true">{said(draw.u)}</small>}
        </li>
      ))}
    </ol>
  );
}
