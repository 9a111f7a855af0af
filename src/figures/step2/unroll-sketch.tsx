import { integer } from '../../charts/index.ts';
import type { Result } from '../../worker/protocol.ts';
import type { Size } from '../frame.tsx';
import { short, type Naming } from './unroll-names.ts';

const whole = integer();

interface Props {
  size: Size;
  naming: Naming;
  outline: Result<'outline'>;
}

/** The record as it is known before it is there: how large its parts are, and one weight's amounts. */
export function UnrollSketch({ size, naming, outline }: Props) {
  const { width, height } = size;
  const { words, labels } = naming;
  const { nodes, weights, each, pairs, example } = outline;
  const lead = (weights / nodes) * width;
  const pitch = (each / nodes) * width;
  const top = 20;
  const bottom = Math.max(top + 60, height * 0.62);
  const middle = (k: number): number => lead + (k + 0.5) * pitch;
  return (
    <svg className="unroll-sketch" {...size} role="img" aria-label={words.text('whole')}>
      <text className="c-note" x={0} y={top - 6}>
        {words.text('weights')}
      </text>
      <path
        className="unroll-frame"
        d={`M0 ${top}H${width}V${bottom}H0z${labels
          .slice(1)
          .map((_, k) => `M${(lead + k * pitch).toFixed(1)} ${top}V${bottom}`)
          .join('')}`}
      />
      {pitch > 20 &&
        labels.slice(0, pairs).map((from, k) => (
          <g key={k}>
            <text className="c-mono unroll-letter" x={middle(k)} y={top - 6}>
              {middle(k) < 56 ? '' : pitch > 34 ? `${from} ${labels[k + 1]}` : labels[k + 1]}
            </text>
            {pitch > 44 && (
              <text className="c-mono unroll-count" x={middle(k)} y={(top + bottom) / 2}>
                {whole(each)}
              </text>
            )}
            {example && pitch > 50 && (
              <text className="c-mono q-fill-gradient unroll-count" x={middle(k)} y={bottom + 22}>
                {short(example.amounts[k])}
              </text>
            )}
          </g>
        ))}
    </svg>
  );
}
