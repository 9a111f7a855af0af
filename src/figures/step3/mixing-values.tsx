import { useMemo } from 'react';
import { toned } from '../../charts/color.ts';
import { largest } from '../../charts/ramp.ts';
import { monoWidth, SMALL } from '../../charts/text.ts';
import { useLink } from '../../reader/links.ts';
import { MatrixCells } from '../step1/matrix-cells.tsx';
import type { MixingPictureProps } from './mixing-picture.tsx';
import { columnOf, middleOf, ribbons, weightY, type MixingLayout } from './mixing-view.ts';
import { px } from '../px.ts';

interface Props extends MixingPictureProps {
  at: MixingLayout;
}

/** How much each position is heard: bars from 0 to 1, and a ring on the one to drag. */
export function Weights(props: Props & { over: number | null }) {
  const { at, words, mixing, weights, own, s, over, format, onWeight } = props;
  const link = useLink('weight');
  const { bottom } = at.weights;
  const wide = px(Math.min(at.pitch * 0.72, 54 * at.scale));
  const topOf = (weight: number): number => px(weightY(at, weight));
  const changed = weights.some((weight, n) => Math.abs(weight - own[n]) > 5e-4);
  const fits = monoWidth('0.000', SMALL * at.scale) < at.pitch;
  const outline = own
    .map((weight, n) => {
      const x = (columnOf(at, n) - wide / 2).toFixed(1);
      return `M${x} ${bottom}V${topOf(weight)}h${wide.toFixed(1)}V${bottom}`;
    })
    .join('');
  return (
    <g {...link.bind}>
      {mixing.attention.letters.map((letter, n) => (
        <text
          // Positions keep their places.
          key={n}
          className="mixing-letter"
          data-mine={n === s || undefined}
          x={columnOf(at, n)}
          y={at.letters}
          textAnchor="middle"
        >
          {letter}
        </text>
      ))}
      <text
        className="c-label"
        style={{ fill: toned('probability') }}
        x={at.left - 8 * at.scale}
        y={bottom - 2}
        textAnchor="end"
      >
        {words.text('rows.weights')}
      </text>
      <path className="c-axis" d={`M${at.left} ${bottom + 0.5}H${at.width}`} />
      <path className="mixing-one" d={`M${at.left} ${at.weights.top + 0.5}H${at.width}`} />
      <text
        className="c-mono"
        x={at.left - 8 * at.scale}
        y={at.weights.top + 4 * at.scale}
        textAnchor="end"
      >
        1
      </text>
      {weights.map((weight, n) => (
        <rect
          key={n}
          style={{ fill: toned('probability', n === s || n === over || link.lit ? 0.85 : 0.45) }}
          x={px(columnOf(at, n) - wide / 2)}
          width={wide}
          y={topOf(weight)}
          height={px(Math.max(0, bottom - topOf(weight)))}
        />
      ))}
      {changed && <path className="mixing-own" d={outline} />}
      {weights.map((weight, n) =>
        fits || n === s ? (
          <text
            key={n}
            className={n === s ? 'c-mono c-strong mixing-weight' : 'c-mono mixing-weight'}
            x={columnOf(at, n)}
            y={topOf(changed ? Math.max(weight, own[n]) : weight) - (n === s && onWeight ? 10 : 5)}
            textAnchor="middle"
          >
            {format(weight)}
          </text>
        ) : null,
      )}
      {onWeight && (
        <circle className="mixing-ring" cx={columnOf(at, s)} cy={topOf(weights[s])} r={5.5} />
      )}
    </g>
  );
}

const stripOf = (at: MixingLayout, n: number) => {
  const width = at.pitch * 0.86;
  const { top, bottom } = at.values;
  return {
    x: px(columnOf(at, n) - width / 2),
    y: top,
    width: px(width),
    height: px(bottom - top),
  };
};

/** The values, a strip of cells in each column, under the picture. */
export function ValueCells({ at, mixing }: Pick<Props, 'at' | 'mixing'>) {
  const { v } = mixing.attention;
  const ink = useMemo(() => largest(v.flat()), [v]);
  return v.map((row, n) => (
    <MatrixCells
      // Positions keep their places.
      key={n}
      values={row}
      rows={1}
      cols={row.length}
      ink={ink}
      box={stripOf(at, n)}
    />
  ));
}

/** Their frames, and their name. */
export function ValueFrames({ at, words, mixing }: Props) {
  const link = useLink('value');
  return (
    <g {...link.bind}>
      <text
        className="c-label"
        style={{ fill: toned('value') }}
        x={at.left - 8 * at.scale}
        y={middleOf(at.values) + 4 * at.scale}
        textAnchor="end"
      >
        {words.text('rows.values')}
      </text>
      <path
        className="c-frame"
        style={link.lit ? { stroke: toned('value'), strokeWidth: 1.75 } : undefined}
        d={mixing.attention.letters
          .map((_, n) => {
            const { x, y, width, height } = stripOf(at, n);
            return `M${x} ${y}h${width}v${height}h${-width}z`;
          })
          .join('')}
      />
    </g>
  );
}

/** From every value its share of the mixture. */
export function Ribbons({ at, weights, s, over }: Props & { over: number | null }) {
  return ribbons(at, weights).map((d, n) => (
    <path
      key={n}
      style={{ fill: toned('probability', n === s || n === over ? 0.6 : 0.22) }}
      className="mixing-ribbon"
      d={d}
    />
  ));
}
