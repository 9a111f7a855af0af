import { fixed, signed } from '../../charts/index.ts';
import { sansWidth } from '../../charts/text.ts';
import { useLink } from '../../reader/links.ts';
import type { Messages } from '../../reader/messages.tsx';
import { heldAxis, type HeadsLayout } from './heads-view.ts';

interface Props {
  at: HeadsLayout;
  width: number;
  words: Messages;
  scale: number;
  /** The floor of one letter, and the network as trained, as wired and with each press, nats. */
  floor: number | null;
  trained: number | null;
  now: number | null;
  prices: readonly (number | null)[];
  /** Nothing of what a press costs may be seen. */
  hidden: boolean;
}

const three = fixed(3);
const four = signed(4);

/** Held-out loss from the floor of one letter to the network as trained: where a wiring stands. */
export function HeadsAxis(props: Props) {
  const { at, width, words, scale, floor, trained, now, prices, hidden } = props;
  const link = useLink('loss');
  if (floor === null || trained === null) return null;
  const others = hidden ? [] : prices.flatMap((price) => (price === null ? [] : [trained + price]));
  const all = [floor, trained, ...(now === null ? [] : [now]), ...others];
  const axis = heldAxis(all, 4, width - 4);
  const y = at.axis.top + 34 * scale;
  const changed = now !== null && Math.abs(now - trained) > 1e-9;
  const end = axis.x(trained);
  const label = words.text('trained');
  const room = sansWidth(label, 12 * scale) + 46 * scale;
  const left = end - room < axis.x(floor) + 120 * scale;
  return (
    <g {...link.bind} className="heads-axis" data-lit={link.lit || undefined}>
      <path className="c-axis" d={`M0 ${y}H${width}`} />
      <text className="c-note" x={0} y={at.axis.top + at.axis.height - 6 * scale}>
        {words.text(width < 300 * scale ? 'heldShort' : 'held')}
      </text>
      <path className="heads-floor" d={`M${axis.x(floor)} ${y - 14 * scale}V${y + 5}`} />
      <Label x={axis.x(floor)} y={y - 19 * scale} width={width}>
        <tspan className="heads-floor-text">{words.text('floor')}</tspan>
        <tspan className="c-mono heads-floor-text" dx={5}>
          {three(floor)}
        </tspan>
      </Label>
      {others.map((nats, i) => (
        // Presses keep their places.
        <circle key={i} className="heads-other" cx={axis.x(nats)} cy={y} r={3 * scale} />
      ))}
      <path className="heads-trained" d={`M${end} ${y - 14 * scale}V${y + 5}`} />
      {!left && (
        <Label x={end} y={y - 19 * scale} width={width}>
          <tspan>{label}</tspan>
          <tspan className="c-mono heads-loss" dx={5}>
            {three(trained)}
          </tspan>
        </Label>
      )}
      {now !== null && (
        <>
          {changed && <path className="heads-tie" d={`M${end} ${y}H${axis.x(now)}`} />}
          <circle className="heads-now" cx={axis.x(now)} cy={y} r={5 * scale} />
          {changed && (
            <text
              className="c-mono c-strong c-mine"
              x={Math.min(width, Math.max(60 * scale, axis.x(now)))}
              y={y + 20 * scale}
              textAnchor="end"
            >
              {four(now - trained)}
            </text>
          )}
        </>
      )}
    </g>
  );
}

/** Text over a place, turned inwards at the ends. */
function Label(props: { x: number; y: number; width: number; children: React.ReactNode }) {
  const { x, y, width, children } = props;
  return (
    <text className="c-note" x={x} y={y} textAnchor={x > width / 2 ? 'end' : 'start'}>
      {children}
    </text>
  );
}
