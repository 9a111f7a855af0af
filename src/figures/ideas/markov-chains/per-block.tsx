import { useMessages } from '../../../reader/messages.tsx';

export interface PerBlockProps {
  width: number;
  height: number;
  /** Vowels in each block that is done, and letters in a block. */
  perBlock: Uint8Array;
  size: number;
  /** Standard deviation if letters ignored each other. */
  independent: number;
  /** Blocks that Markov had. */
  his: number;
}

const LEFT = 44;
const BOTTOM = 16;
/** Spreads of so few blocks say nothing. */
const ENOUGH = 20;

/** Vowels in one block after another: a thin line, and how far chance alone would take it. */
export function PerBlock({ width, height, perBlock, size, ...rest }: PerBlockProps) {
  const words = useMessages('blocks');
  const { independent, his } = rest;
  const blocks = perBlock.length;
  const values = [...perBlock];
  const [least, most] = [Math.min(size, ...values), Math.max(0, ...values)];
  const mean = values.reduce((a, b) => a + b, 0) / Math.max(1, blocks);
  const enough = blocks >= ENOUGH;
  const end = Math.max(his, blocks);
  // From nothing known, a frame wide enough for a language's share of vowels.
  const reach = 2.6 * (enough ? independent : 5);
  const centre = blocks > 0 ? mean : size * 0.42;
  const low = Math.max(0, Math.floor(Math.min(centre - reach, least)));
  const high = Math.min(size, Math.ceil(Math.max(centre + reach, most)));
  const x = (block: number): number => LEFT + (block / end) * (width - LEFT);
  const y = (value: number): number =>
    4 + (1 - (value - low) / (high - low)) * (height - BOTTOM - 8);
  const line = values.map((v, i) => `${x(i + 0.5).toFixed(1)},${y(v).toFixed(1)}`).join('L');
  const fewDots = blocks > 0 && blocks <= his;
  const marks = [
    { text: String(least), at: least },
    { text: String(most), at: most },
  ];
  // Two numbers that would touch become one.
  const named =
    y(least) - y(most) < 13
      ? [{ text: least === most ? `${most}` : `${least}–${most}`, at: (least + most) / 2 }]
      : marks;
  return (
    <svg
      className="per-block"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={words.text('perBlockLabel', {
        blocks,
        least: blocks > 0 ? least : 0,
        most,
      })}
    >
      <path className="axis" d={`M${LEFT} ${height - BOTTOM}H${width}`} />
      {enough &&
        [-2, 2].map((k) => (
          <path
            key={k}
            className="chance"
            d={`M${LEFT} ${y(mean + k * independent).toFixed(1)}H${width}`}
          />
        ))}
      {blocks > 1 && <path className={fewDots ? 'line' : 'line fine'} d={`M${line}`} />}
      {fewDots &&
        blocks <= 40 &&
        values.map((v, i) => <circle key={i} cx={x(i + 0.5)} cy={y(v)} r={2.5} />)}
      {blocks > 0 &&
        named.map(({ text, at }) => (
          <text key={text} className="value" x={LEFT - 6} y={y(at) + 4}>
            {text}
          </text>
        ))}
      <text className="end" x={width} y={height - 3}>
        {words.text('number', { value: end })}
      </text>
      <text className="start" x={LEFT} y={height - 3}>
        1
      </text>
    </svg>
  );
}
