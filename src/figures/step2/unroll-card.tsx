import type { Slot } from '../../charts/ListCursor.tsx';
import { integer } from '../../charts/index.ts';
import type { Unrolled } from '../../engine/explain/unroll.ts';
import { useLink } from '../../reader/links.ts';
import { amount } from './amounts.ts';
import { cardOf, type Card, type Maker } from './unroll-account.ts';
import { short, signOf, type Naming } from './unroll-names.ts';
import type { Plan } from './unroll-plan.ts';

const whole = integer();

interface Props {
  naming: Naming;
  record: Unrolled;
  plan: Plan;
  node: number;
  walked: number;
  grads: Float64Array;
  slot: Slot;
  scale: number;
  /** Where the line from the part above comes down, px. */
  tie: { x: number; y: number } | null;
}

/** One number: its makers at the left, its uses at the right, and what its record holds. */
export function NodeCard(props: Props) {
  const { slot, scale } = props;
  const card = cardOf(props);
  const left = Math.round(slot.width * (slot.width > 420 ? 0.55 : 0.52));
  return (
    <>
      <Diagram {...props} card={card} width={left} />
      <div
        className="unroll-card"
        style={{ left: left + 14 * scale, top: slot.y, width: slot.width - left - 14 * scale }}
      >
        <Fields {...props} card={card} />
      </div>
    </>
  );
}

function Diagram(props: Props & { card: Card; width: number }) {
  const { naming, record, node, slot, scale, width, card, tie } = props;
  const { words } = naming;
  const middle = slot.y + slot.height * 0.48;
  const side = 32 * scale;
  const { makers, uses } = card;
  const centre = makers.length === 0 ? width * 0.28 : width * 0.58;
  const passed = card.handed;
  const rows =
    makers.length === 1 ? [middle] : [slot.y + slot.height * 0.16, slot.y + slot.height * 0.8];
  const reach = 86 * scale;
  return (
    <svg
      className="unroll-over unroll-diagram"
      width={width}
      height={slot.y + slot.height}
      aria-hidden="true"
    >
      {tie && <path className="unroll-tie" d={tiePath(tie, { x: centre, y: middle - side / 2 })} />}
      {makers.map((maker, k) => (
        <g key={k} data-passed={passed || undefined}>
          <path
            className="unroll-arrow"
            d={arrow(
              centre - side / 2,
              middle + (k - (makers.length - 1) / 2) * 12,
              reach,
              rows[k],
            )}
          />
          <MakerText maker={maker} x={0} y={rows[k]} scale={scale} words={words} />
          <text
            className="c-mono q-fill-activation"
            x={reach + (centre - side / 2 - reach) * (makers.length === 1 ? 0.9 : 0.46)}
            y={middle + (makers.length === 1 ? -8 : k === 0 ? -8 : 17) * scale}
            textAnchor="end"
          >
            × {short(maker.local)}
          </text>
        </g>
      ))}
      <Uses {...props} from={centre + side / 2} middle={middle} uses={uses} />
      <rect
        className="unroll-core"
        data-passed={passed || undefined}
        x={centre - side / 2}
        y={middle - side / 2}
        width={side}
        height={side}
        rx={2}
      />
      <text
        className="unroll-sign"
        data-passed={passed || undefined}
        x={centre}
        y={middle + 5 * scale}
      >
        {signOf(record, node) || 'w'}
      </text>
    </svg>
  );
}

function MakerText({
  maker,
  x,
  y,
  scale,
  words,
}: {
  maker: Maker;
  x: number;
  y: number;
  scale: number;
  words: Naming['words'];
}) {
  return (
    <>
      <text className={`c-mono q-fill-${maker.tone}`} x={x} y={y - 3 * scale}>
        <tspan className="unroll-strong">{maker.letter}</tspan> {short(maker.data)}
      </text>
      <text className="c-mono q-fill-gradient" x={x} y={y + 13 * scale}>
        <tspan className="unroll-strong">g</tspan>{' '}
        {maker.arrived ? short(maker.grad) : words.text('notYet')}
      </text>
    </>
  );
}

/** Uses that are told one by one, at most. */
const TOLD = 6;

function Uses(
  props: Props & { card: Card; width: number; from: number; middle: number; uses: Card['uses'] },
) {
  const { naming, card, from, middle, uses, width, slot, scale } = props;
  const { words } = naming;
  const line = 16 * scale;
  if (uses.length <= 1) {
    return (
      <g data-passed={uses[0]?.handed || card.end || undefined}>
        <path className="unroll-arrow unroll-open" d={`M${width} ${middle}H${from + 6}`} />
        <path className="unroll-head" d={`M${from + 1} ${middle}l7 -3.5v7z`} />
        <text
          className="c-mono q-fill-activation"
          x={width}
          y={middle - 9 * scale}
          textAnchor="end"
        >
          {short(card.data)}
        </text>
        <text className="c-mono q-fill-gradient" x={width} y={middle + 20 * scale} textAnchor="end">
          <tspan className="unroll-strong">g</tspan>{' '}
          {card.arrived ? short(card.grad) : words.text('notYet')}
        </text>
      </g>
    );
  }
  const told = uses.length > TOLD + 1 ? uses.slice(0, TOLD) : uses;
  const lines = told.length + (told.length < uses.length ? 1 : 0);
  const top = Math.max(slot.y + line * 0.8, middle - ((lines - 1) * line) / 2);
  const x = from + 26 * scale;
  return (
    <>
      {told.map((use, k) => {
        const y = top + k * line;
        return (
          <g key={use.by} data-passed={use.handed || undefined}>
            <path
              className="unroll-arrow unroll-open"
              d={`M${x} ${y}C${x - 12} ${y} ${from + 14} ${middle} ${from + 4} ${middle}`}
            />
            <text className="c-mono q-fill-gradient" x={x + 4} y={y + 4 * scale}>
              {use.handed ? short(use.amount) : words.text('notYet')}
            </text>
          </g>
        );
      })}
      <path className="unroll-head" d={`M${from + 1} ${middle}l7 -3.5v7z`} />
      {told.length < uses.length && (
        <text className="c-note" x={x + 4} y={top + told.length * line + 4 * scale}>
          {words.text('more', { count: uses.length - told.length })}
        </text>
      )}
    </>
  );
}

/** A line from (x, y) back to a maker at (toX, toY), with a head there. */
function arrow(x: number, y: number, toX: number, toY: number): string {
  const long = Math.hypot(x - toX, y - toY) || 1;
  const [ux, uy] = [(x - toX) / long, (y - toY) / long];
  const at = (along: number, aside: number): string =>
    `${(toX + ux * along - uy * aside).toFixed(1)} ${(toY + uy * along + ux * aside).toFixed(1)}`;
  return `M${x} ${y}L${at(4, 0)}M${at(8, 3)}L${at(1, 0)}L${at(8, -3)}z`;
}

const tiePath = (from: { x: number; y: number }, to: { x: number; y: number }): string => {
  const y = from.y + (to.y - from.y) * 0.3;
  const r = Math.min(4, Math.abs(to.x - from.x) / 2);
  const way = Math.sign(to.x - from.x);
  return (
    `M${from.x} ${from.y}V${y - r}q0 ${r} ${way * r} ${r}` +
    `H${to.x - way * r}q${way * r} 0 ${way * r} ${r}V${to.y}`
  );
};

function Fields({ naming, node, grads, card }: Props & { card: Card }) {
  const { words } = naming;
  const value = useLink('node');
  const local = useLink('local');
  const gradient = useLink('gradient');
  const row = (key: string, term: string, text: string, tone: string, link: typeof value) => (
    <div key={key} {...link.bind} data-lit={link.lit || undefined}>
      <dt>{term}</dt>
      <dd className={`num q-${tone}`}>{text}</dd>
    </div>
  );
  return (
    <>
      <p className="unroll-card-title">
        <span>{words.text('number', { node: whole(node + 1), all: whole(grads.length) })}</span>
        <b>{card.name}</b>
      </p>
      <dl>
        {row(
          'value',
          words.text(card.makers.length ? 'value' : 'weight'),
          amount(card.data),
          card.makers.length ? 'activation' : 'parameter',
          value,
        )}
        {row(
          'grad',
          words.text('gradient', { of: card.makers.length ? 'y' : 'w' }),
          card.arrived ? amount(card.grad) : '0',
          'gradient',
          gradient,
        )}
        {card.makers.map((maker, k) =>
          row(
            `local${k}`,
            words.text(card.product ? 'localIs' : 'local', {
              by: maker.letter,
              is: card.makers[1 - k]?.letter ?? '',
            }),
            amount(maker.local),
            'activation',
            local,
          ),
        )}
        {card.uses.length > 1 &&
          row(
            'uses',
            words.text('uses'),
            words.text('usesOf', {
              handed: card.uses.filter(({ handed }) => handed).length,
              all: card.uses.length,
            }),
            'gradient',
            gradient,
          )}
      </dl>
      <p className="unroll-code" title={`${card.code.file}#${card.code.region}`}>
        <code>{card.code.text}</code>
        <span>{card.code.region}</span>
      </p>
    </>
  );
}
