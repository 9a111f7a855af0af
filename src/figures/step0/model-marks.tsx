import { toned } from '../../charts/color.ts';
import { middle, rise, type Column, type ModelLayout } from './model-view.ts';

/** A range frame: as long as the tallest bar. */
export function Axis({ at, text }: { at: ModelLayout; text: string }) {
  const x = at.left - 5;
  return (
    <g aria-hidden="true">
      <path className="c-axis" d={`M${x + 2.5} ${at.top}h-2.5V${at.base + 0.5}h2.5`} />
      <text className="c-mono" x={x - 3} y={at.top + 4} textAnchor="end">
        {text}
      </text>
      <text className="c-mono" x={x - 3} y={at.base + 1} textAnchor="end">
        0
      </text>
    </g>
  );
}

/** Below this height hatching cannot be seen, px: the added part is solid. */
const HATCHED = 5;

/** One bar; drawn from the zero line up, so that only its own height ever moves. */
export function ColumnMark(props: {
  at: ModelLayout;
  j: number;
  column: Column;
  quantity: 'parameter' | 'probability';
  strong: boolean;
  hovered: boolean;
  hatch: string;
}) {
  const { at, j, column, quantity } = props;
  const x = middle(at, j) - at.bar / 2;
  const tall = rise(at, column.value);
  const cap = column.added > 0 ? Math.max(1.25, rise(at, column.added)) : 0;
  const body = Math.max(0, tall - cap);
  const hatched = cap >= HATCHED;
  const inset = hatched ? 0.5 : 0;
  return (
    <>
      <rect
        className="model-bar"
        style={{ fill: toned(quantity, props.strong ? 1 : 0.42) }}
        x={x}
        width={at.bar}
        y={-body}
        height={body}
      />
      <rect
        className={hatched ? 'model-bar model-cap' : 'model-bar'}
        style={{ fill: hatched ? `url(#${props.hatch})` : hatchInk(quantity) }}
        stroke={hatched ? hatchInk(quantity) : undefined}
        x={x + inset}
        width={Math.max(0, at.bar - 2 * inset)}
        y={-body - cap + inset}
        height={Math.max(0, cap - 2 * inset)}
      />
      {props.hovered && (
        <rect
          className="c-hover"
          x={x - 1}
          width={at.bar + 2}
          y={-body - cap - 1}
          height={body + cap + 2}
        />
      )}
    </>
  );
}

/** What was added has no colour of its own: ink over counts, the shares' own green over shares. */
export const hatchInk = (quantity: 'parameter' | 'probability'): string =>
  quantity === 'parameter' ? 'var(--ink)' : 'var(--probability)';

export function Hatch({ id, ink }: { id: string; ink: string }) {
  return (
    <pattern id={id} width="4" height="4" patternUnits="userSpaceOnUse">
      <path className="model-hatch" style={{ stroke: ink }} d="M-1 1L1 -1M0 4L4 0M3 5L5 3" />
    </pattern>
  );
}

/** The reader's guess: a ring round its letter, then an outline of its bar, tied to the truth. */
export function Guess(props: {
  at: ModelLayout;
  j: number;
  tall: number | null;
  truth: { j: number; tall: number } | null;
  label: string;
}) {
  const { at, j, tall, truth, label } = props;
  const x = middle(at, j);
  const half = Math.max(7, at.pitch / 2);
  if (tall === null)
    return (
      <>
        <rect
          className="c-guess"
          rx={2}
          x={x - half}
          y={at.base + 3}
          width={2 * half}
          height={17}
        />
        <text className="model-guess" {...beside(at, x)} y={at.base - 8}>
          {label}
        </text>
      </>
    );
  const low = at.base - tall;
  return (
    <>
      {truth && (
        <path
          className="c-guess-tie"
          d={`M${x} ${low - 20}L${middle(at, truth.j)} ${at.base - truth.tall - 18}`}
        />
      )}
      <rect
        className="c-guess"
        rx={2}
        x={x - at.bar / 2 - 2}
        y={low - 2}
        width={at.bar + 4}
        height={tall + 4}
      />
      <text
        className="model-guess"
        {...(low < 34 ? aside(at, x) : beside(at, x))}
        y={low < 34 ? low + 12 : low - 22}
      >
        {label}
      </text>
    </>
  );
}

/** A label in the middle over its mark, or kept within the picture at an end. */
function beside(at: ModelLayout, x: number): { x: number; textAnchor: 'start' | 'middle' | 'end' } {
  if (x < at.left + 36) return { x: at.left, textAnchor: 'start' };
  if (x > at.width - 36) return { x: at.width, textAnchor: 'end' };
  return { x, textAnchor: 'middle' };
}

/** A label beside a bar that leaves no room above it. */
function aside(at: ModelLayout, x: number): { x: number; textAnchor: 'start' | 'end' } {
  const gap = at.bar / 2 + 8;
  return x > at.width / 2 ? { x: x - gap, textAnchor: 'end' } : { x: x + gap, textAnchor: 'start' };
}
