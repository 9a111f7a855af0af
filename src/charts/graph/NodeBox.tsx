import { quantityColor, toned } from '../color.ts';
import { LABEL, SMALL, monoWidth } from '../text.ts';
import { LINE, STRIP, labelOf, numbersOf } from './size.ts';
import type { SeenNode } from './collapse.ts';
import type { PlacedBox } from './layout.ts';

/** How a node stands to the reader's choice. */
export type Standing = 'selected' | 'related' | 'plain' | 'dimmed';

interface Props {
  node: SeenNode;
  box: PlacedBox;
  standing: Standing;
  hovered: boolean;
  digits: number;
  scale: number;
}

/** A strip where the wave has been is never so dark that ink could not be read on it. */
const PALE = [0.06, 0.5] as const;
const DONE = 0.3;

function stripFill({ state = 'idle', tone = 'activation', ink = DONE }: SeenNode): string {
  if (state === 'idle') return 'none';
  if (state === 'active') return quantityColor(tone);
  const share = Number.isFinite(ink) ? Math.max(0, Math.min(1, ink)) : 0;
  return share === 0 ? 'none' : toned(tone, PALE[0] + share * (PALE[1] - PALE[0]));
}

/** The top of a box, or all of one without numbers, with the same corners. */
function stripPath(width: number, height: number, whole: boolean, r: number): string {
  const top = `M0 ${r}a${r} ${r} 0 0 1 ${r} ${-r}h${width - 2 * r}a${r} ${r} 0 0 1 ${r} ${r}`;
  if (!whole) return `${top}V${height}H0z`;
  return `${top}V${height - r}a${r} ${r} 0 0 1 ${-r} ${r}H${r}a${r} ${r} 0 0 1 ${-r} ${-r}z`;
}

function Numbers({ node, box, standing, digits, scale }: Props) {
  const room = numbersOf(node, digits, scale);
  const from = (box.width - room.mark - room.digits) / 2;
  return (node.numbers ?? []).map(({ mark, text, quantity }, k) => {
    const y = (STRIP + LINE * k + 13.5) * scale;
    const color =
      standing === 'dimmed' ? 'var(--ink-3)' : quantityColor(quantity ?? node.tone ?? 'activation');
    const long = monoWidth(text, SMALL * scale) > room.digits + 0.5;
    return (
      <g key={`${k}${mark}`} style={{ fill: color }}>
        {mark && (
          <text className="c-mono c-node-number" x={from} y={y}>
            {mark}
          </text>
        )}
        <text
          className="c-mono c-node-number"
          x={from + room.mark + room.digits}
          y={y}
          textAnchor="end"
          textLength={long ? room.digits : undefined}
          lengthAdjust={long ? 'spacingAndGlyphs' : undefined}
        >
          {text}
        </text>
      </g>
    );
  });
}

/** One number of a computation: its label on a strip, under it what it holds. */
export function NodeBox(props: Props) {
  const { node, box, standing, hovered, scale } = props;
  const { width, height } = box;
  const whole = !node.numbers?.length;
  const strip = STRIP * scale;
  const r = node.shape === 'round' ? strip / 2 : 3;
  const label = labelOf(node, scale);
  const state = standing === 'dimmed' ? 'idle' : (node.state ?? 'idle');
  const reversed = state === 'active';
  const rect = { width, height, rx: r };
  // On a strip that the wave has inked, red would be hard to read.
  const mine = standing === 'selected' && state === 'idle' ? ' c-mine' : '';
  return (
    <g
      className={`c-node c-node-${state} c-node-${standing}`}
      style={{
        color: quantityColor(node.tone ?? 'activation'),
        transform: `translate(${box.x}px, ${box.y}px)`,
      }}
    >
      {node.count > 0 && (
        <>
          <rect className="c-node-box" {...rect} x={5} y={-5} />
          <rect className="c-node-box" {...rect} x={2.5} y={-2.5} />
        </>
      )}
      <rect className="c-node-ground" {...rect} />
      <path
        d={stripPath(width, whole ? height : strip, whole, r)}
        style={{ fill: standing === 'dimmed' ? 'none' : stripFill({ ...node, state }) }}
      />
      {!whole && <path className="c-node-rule" d={`M0 ${strip}h${width}`} />}
      <rect className="c-node-box" {...rect} />
      {standing === 'selected' && (
        <rect
          className="c-selected"
          x={-2}
          y={-2}
          width={width + 4}
          height={height + 4}
          rx={r + 2}
        />
      )}
      {hovered && <rect className="c-hover" {...rect} />}
      <text
        className={`c-label c-node-label${reversed ? ' c-reversed' : ''}${mine}`}
        x={width / 2}
        y={((whole ? height / scale : STRIP) / 2 + LABEL * 0.35) * scale}
        textAnchor="middle"
      >
        {label.text}
        {node.count > 0 && <tspan className="c-mono c-node-count"> {node.count}</tspan>}
      </text>
      <Numbers {...props} />
    </g>
  );
}
