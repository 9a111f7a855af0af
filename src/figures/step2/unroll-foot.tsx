import { monoWidth } from '../../charts/text.ts';
import type { Slot } from '../../charts/ListCursor.tsx';
import { pairOf, short, type Naming } from './unroll-names.ts';

interface Props {
  naming: Naming;
  slot: Slot;
  scale: number;
  /** Middles of the pairs in the band above, px. */
  middles: readonly number[];
  /** What the weight is handed at each pair; null where the wave has not been. */
  amounts: readonly (number | null)[];
  /** Name of the weight, and the pair that is opened; −1 for none. */
  weight: string;
  opened: number;
}

/** Four decimals, or as few figures as a smaller number takes: `−0.0107`, `2e-5`. */
function inFourths(amount: number): string {
  const rounded = Number(amount.toFixed(4));
  return rounded === 0 && amount !== 0 ? short(Number(amount.toPrecision(1))) : short(rounded);
}

/** Size of the numbers, px. */
const NUMBER = 11.5;

/** What one weight is handed, under the pairs that hand it: numbers, or bars where they are many. */
export function WeightFoot(props: Props) {
  const { naming, slot, scale, middles, amounts, opened, weight } = props;
  const { words } = naming;
  const written = amounts.map((amount) => (amount === null ? '·' : inFourths(amount)));
  const widest = Math.max(...written.map((text) => monoWidth(text, NUMBER * scale)));
  const lead = monoWidth(weight, 12 * scale) + 8;
  const wide = Math.max(widest, monoWidth('• m', 12 * scale));
  const pitch = middles.length > 1 ? (slot.width - lead - wide) / (middles.length - 1) : slot.width;
  const narrow = widest + 4 > pitch;
  const most = Math.max(...amounts.map((amount) => Math.abs(amount ?? 0)), 1e-300);
  // Numbers need more room than bands: they spread evenly over what is left of the name.
  const half = narrow ? 0 : wide / 2;
  const spread = (k: number): number =>
    middles.length > 1
      ? lead + half + (k / (middles.length - 1)) * (slot.width - lead - 2 * half)
      : (lead + slot.width) / 2;
  const place = narrow ? (k: number) => middles[k] : spread;
  // Under bars a letter has to find room beside the name of the weight.
  const lettered = (x: number): boolean =>
    !narrow || (pitch > 9 * scale && x - wide / 2 > lead - 6);
  const top = slot.y + 0.5;
  const line = slot.y + 16 * scale;
  const letters = slot.y + 34 * scale;
  return (
    <svg
      className="unroll-over unroll-foot"
      width={slot.width}
      height={slot.y + slot.height}
      role="img"
      aria-label={words.text('foot', { weight, amounts: written.join(', ') })}
    >
      <path className="unroll-frame" d={`M0 ${top}H${slot.width}`} />
      <text className="c-mono q-fill-gradient" x={0} y={line}>
        g
      </text>
      <text className="c-mono q-fill-lens" x={0} y={letters}>
        {weight}
      </text>
      {amounts.map((amount, k) => {
        const x = place(k);
        const [from, to] = pairOf(naming, k);
        const own = k === opened;
        return (
          <g key={k}>
            {narrow ? (
              amount !== null && (
                <path
                  className={own ? 'unroll-bar unroll-own' : 'unroll-bar'}
                  d={`M${x} ${slot.y + 12 * scale}v${(-amount / most) * 10 * scale}`}
                />
              )
            ) : (
              <text
                className={`c-mono q-fill-gradient${own ? ' unroll-strong' : ''}`}
                x={x}
                y={line}
                textAnchor="middle"
                style={{ fontSize: NUMBER * scale }}
              >
                {written[k]}
              </text>
            )}
            {lettered(x) && (
              <text
                className={own ? 'c-mono unroll-pair unroll-own' : 'c-mono unroll-pair'}
                x={x}
                y={letters}
                textAnchor="middle"
              >
                {pitch < 30 * scale ? to : `${from} ${to}`}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}
