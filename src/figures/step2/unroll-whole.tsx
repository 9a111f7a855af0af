import type { Slot } from '../../charts/ListCursor.tsx';
import { integer } from '../../charts/index.ts';
import { monoWidth, sansWidth } from '../../charts/text.ts';
import type { Naming } from './unroll-names.ts';
import { columnsOf, type LayerName, type Plan } from './unroll-plan.ts';

interface Props {
  naming: Naming;
  plan: Plan;
  band: Slot;
  /** Boxes of the groups in the band. */
  slots: readonly Slot[];
  scale: number;
}

const whole = integer();
/** Size of a number in a box, and of a word that stands upright, px. */
const TEXT = { number: 12, word: 13 };
/** Least width for an upright line, px. */
const LINE = 15;

/** Parameters are blue, what is computed from them is teal, probabilities are green. */
const INK: Readonly<Record<LayerName, string>> = {
  wte: 'parameter',
  mlp_fc1: 'parameter',
  mlp_fc2: 'parameter',
  hidden: 'activation',
  logits: 'activation',
  softmax: 'probability',
  mean: 'loss',
};

/** Before the walk: the layers in each box to scale, each with its name and how many it holds. */
export function WholeLayers({ naming, plan, band, slots, scale }: Props) {
  return plan.groups.map(({ column, columns, nodes }, group) => {
    const box = slots[group];
    const layers = plan.layersOf(group).map(({ layer, first, count, nodes: numbers }) => {
      const [from] = columnsOf(plan, plan.parts[first]);
      const [, to] = columnsOf(plan, plan.parts[first + count - 1]);
      const x = box.x + ((from - column) / columns) * box.width;
      const width = ((to - from) / columns) * box.width;
      return { layer, x, width, text: `${naming.words.text(`layer.${layer}`)} ${whole(numbers)}` };
    });
    const fits = layers.some(
      ({ width, text }) =>
        width >= LINE * scale && sansWidth(text, TEXT.word * scale) < band.height - 8,
    );
    const total = whole(nodes);
    return (
      <g key={group}>
        {layers.map(({ layer, x, width }, k) => (
          <rect
            key={k}
            className={`unroll-layer-box q-fill-${INK[layer]}`}
            data-even={layer === 'hidden' || undefined}
            x={x}
            y={band.y}
            width={width}
            height={band.height}
          />
        ))}
        {fits
          ? layers.map(({ x, width, text }, k) =>
              width >= LINE * scale ? (
                <text
                  key={k}
                  className="c-note unroll-upright"
                  transform={`translate(${x + width / 2 + 4 * scale} ${band.y + band.height / 2})rotate(-90)`}
                >
                  {text}
                </text>
              ) : null,
            )
          : box.width >= monoWidth(total, TEXT.number * scale) + 4 && (
              <text
                className="c-mono unroll-count"
                x={box.x + box.width / 2}
                y={band.y + band.height / 2 + 4}
              >
                {total}
              </text>
            )}
      </g>
    );
  });
}
