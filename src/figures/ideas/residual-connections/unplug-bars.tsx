import { fixed } from '../../../charts/index.ts';
import type { Messages } from '../../../reader/messages.tsx';
import { priceText } from '../../prices.ts';
import { BRANCHES, LITTLE, type View } from './unplug-view.ts';

interface Props {
  width: number;
  height: number;
  scale: number;
  words: Messages;
  view: View;
  /** What each branch costs; null where it is not told. */
  prices: readonly number[] | null;
}

const three = fixed(3);
const SIDE = 4;
const HEAD = 22;
const NUMBER = 18;

/** Under each branch, what the loss rises by without it. */
export function PriceBars({ width, height, scale, words, view, prices }: Props) {
  const step = (width - 2 * SIDE) / BRANCHES;
  const [head, foot] = [HEAD * scale, NUMBER * scale];
  const most = Math.max(LITTLE * 2, ...(prices ?? []));
  const least = Math.min(0, ...(prices ?? []));
  const room = Math.max(8, height - head - 2 * foot);
  const y = (price: number): number => head + foot + ((most - price) / (most - least)) * room;
  const small = step < 62 * scale;
  return (
    <svg
      className="unplug-bars"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={words.text('barsLabel')}
    >
      <text className="unplug-head" x={0} y={14 * scale}>
        {words.text('bars')}
      </text>
      <path className="unplug-zero" d={`M0 ${y(0)}H${width}`} />
      {most < 10 * LITTLE && (
        <>
          <path className="unplug-little" d={`M0 ${y(LITTLE)}H${width}`} />
          <text className="unplug-note" x={width} y={y(LITTLE) - 4} textAnchor="end">
            {words.text('little', { nats: LITTLE })}
          </text>
        </>
      )}
      {prices?.map((price, branch) => {
        const x = SIDE + step * (branch + 0.5);
        const [from, to] = [y(Math.max(0, price)), y(Math.min(0, price))];
        const out = view.out.includes(branch);
        return (
          <g key={branch} className={out ? 'unplug-out' : undefined}>
            <rect
              className="unplug-bar"
              x={x - step * 0.22}
              y={from}
              width={step * 0.44}
              height={Math.max(1.5, to - from)}
            />
            <text className="unplug-price" x={x} y={from - 5} textAnchor="middle">
              {small ? three(price) : priceText(price)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
