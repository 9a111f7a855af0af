import type { Messages } from '../../../reader/messages.tsx';
import type { Size } from '../../frame.tsx';

interface Props {
  size: Size;
  scale: number;
  words: Messages;
  /** With the way around. */
  skip: boolean;
}

const HEAD = 44;
const PARTS = ['layer', 'norm', 'relu', 'layer', 'norm'] as const;
/** A part is no higher than this, px. */
const MOST = 40;

/** A block of theirs from top to bottom, plain or with what came in added to what comes out. */
export function BlockDiagram({ size, scale, words, skip }: Props) {
  const { width, height } = size;
  const top = HEAD * scale + 16;
  const step = Math.min(MOST * scale * 1.5, (height - top - 12) / (PARTS.length + 2));
  const box = { width: Math.min(150 * scale, width * 0.44), height: step * 0.66 };
  const x = width * 0.42;
  const at = (part: number): number => top + step * (part + 0.5);
  const join = at(PARTS.length) - step * 0.1;
  const last = skip ? join + step * 0.95 : at(PARTS.length);
  const end = last + box.height / 2 + step * 0.4;
  const around = Math.min(width - 8, x + box.width / 2 + 46 * scale);
  return (
    <svg
      className="errors-block"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={words.text(skip ? 'blockSkip' : 'blockPlain')}
    >
      <text className="errors-head" x={0} y={13 * scale}>
        {words.text('blockHead')}
      </text>
      <text className="errors-note" x={0} y={30 * scale}>
        {words.text(skip ? 'blockSkipNote' : 'blockPlainNote')}
      </text>
      <path className="errors-flow" d={`M${x} ${top - 14}V${end}`} />
      <path className="errors-flow" d={`M${x - 5} ${end - 6}L${x} ${end}L${x + 5} ${end - 6}`} />
      {PARTS.map((part, i) => (
        <g key={i} className={`errors-part errors-${part}`}>
          <rect
            x={x - box.width / 2}
            y={at(i) - box.height / 2}
            width={box.width}
            height={box.height}
            rx={3}
          />
          <text x={x} y={at(i) + 4.5 * scale} textAnchor="middle">
            {words.text(`part.${part}`)}
          </text>
        </g>
      ))}
      {skip && (
        <>
          <path
            className="errors-skip"
            d={`M${x} ${top - 6}H${around}V${join}H${x + 11}m6 -5l-6 5l6 5`}
          />
          <circle className="errors-sum" cx={x} cy={join} r={10} />
          <path className="errors-skip" d={`M${x - 5} ${join}h10M${x} ${join - 5}v10`} />
        </>
      )}
      <g className="errors-part errors-relu">
        <rect
          x={x - box.width / 2}
          y={last - box.height / 2}
          width={box.width}
          height={box.height}
          rx={3}
        />
        <text x={x} y={last + 4.5 * scale} textAnchor="middle">
          {words.text('part.relu')}
        </text>
      </g>
    </svg>
  );
}
