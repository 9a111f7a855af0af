import { toned } from '../../charts/color.ts';
import { largest } from '../../charts/ramp.ts';
import { fitting, monoWidth } from '../../charts/text.ts';
import type { PairPass } from '../../worker/protocol.ts';
import { barsDown, barsPath, type Lane, type Outer } from './deriving-view.ts';

/** The room of a stage's own picture; numbers run from its left to its right. */
export interface PanelProps {
  pass: PairPass;
  labels: readonly string[];
  box: Lane;
  scale: number;
  /** The column that is looked at. */
  at: number;
}

/** Letters under the middle of their columns, those that fit. */
function Letters({
  labels,
  box,
  y,
  mine,
}: {
  labels: readonly string[];
  box: Lane;
  y: number;
  mine: readonly number[];
}) {
  const pitch = box.width / labels.length;
  const shown = fitting(
    labels.map((label) => monoWidth(label, 12) + 2),
    pitch,
    mine,
  );
  return labels.map((label, i) =>
    shown.has(i) ? (
      <text
        key={i}
        className={mine.includes(i) ? 'c-mono c-mine' : 'c-mono'}
        x={box.x + (i + 0.5) * pitch}
        y={y}
        textAnchor="middle"
      >
        {label}
      </text>
    ) : null,
  );
}

/** A column ruled in red: the number that is looked at. */
export function Column({ box, count, at }: { box: Lane; count: number; at: number }) {
  const pitch = box.width / count;
  return (
    <rect
      className="c-selected"
      x={box.x + at * pitch}
      y={box.y}
      width={pitch}
      height={box.height}
    />
  );
}

/** What was predicted, upwards; what came, outlined; their difference over n, below. */
export function LogitsPanel({ pass, labels, box, scale, at }: PanelProps) {
  const letters = 18 * scale;
  const up: Lane = { ...box, y: box.y + 4, height: (box.height - letters) * 0.5 };
  const down: Lane = {
    ...box,
    y: up.y + up.height + letters,
    height: box.height - letters - up.height - 8,
  };
  const pitch = box.width / labels.length;
  const wide = pitch * 0.75;
  return (
    <>
      <path
        className="deriving-came"
        d={`M${box.x + pass.target * pitch + (pitch - wide) / 2} ${up.y + up.height}v${-up.height}h${wide}v${up.height}`}
      />
      <path style={{ fill: toned('probability', 0.8) }} d={barsPath(pass.probs, up, 1, false)} />
      <path className="c-axis" d={`M${box.x} ${up.y + up.height}h${box.width}`} />
      <Letters
        labels={labels}
        box={box}
        y={up.y + up.height + 13 * scale}
        mine={[pass.target, at]}
      />
      <path className="c-axis" d={`M${box.x} ${down.y + down.height / 2}h${box.width}`} />
      <path
        style={{ fill: toned('gradient') }}
        d={barsPath(pass.dlogits, down, largest(pass.dlogits), true)}
      />
    </>
  );
}

/** What comes to the gates from behind, and what they let through. */
export function GatePanel({ pass, box }: PanelProps) {
  const third = box.height / 3;
  const from: Lane = { ...box, y: box.y, height: third };
  const to: Lane = { ...box, y: box.y + 2 * third, height: third };
  const pitch = box.width / pass.h.length;
  const most = largest(pass.da);
  const middle = box.y + box.height / 2;
  let open = '';
  let shut = '';
  pass.h.forEach((value, j) => {
    const x = box.x + (j + 0.5) * pitch;
    if (value > 0) open += `M${x.toFixed(1)} ${(from.y + third).toFixed(1)}V${to.y.toFixed(1)}`;
    else {
      const half = Math.max(1, pitch * 0.36);
      shut += `M${(x - half).toFixed(1)} ${middle.toFixed(1)}h${(2 * half).toFixed(1)}`;
    }
  });
  return (
    <>
      <path style={{ fill: toned('gradient') }} d={barsPath(pass.da, from, most, true)} />
      <path className="deriving-open" d={open} />
      <path className="deriving-shut" d={shut} />
      <path style={{ fill: toned('gradient') }} d={barsPath(pass.dh, to, most, true)} />
    </>
  );
}

/** The embeddings as columns: one of them gets what came back, others wait for their pairs. */
export function WteFrame({
  pass,
  labels,
  box,
  scale,
  tokens,
}: PanelProps & { tokens: readonly number[] }) {
  const pitch = box.width / labels.length;
  const others = [...new Set(tokens.slice(0, -1))].filter((token) => token !== pass.token);
  return (
    <>
      <Letters labels={labels} box={box} y={box.y - 5 * scale} mine={[pass.token]} />
      <rect className="c-frame" x={box.x} y={box.y} width={box.width} height={box.height} />
      {others.map((token) => (
        <rect
          key={token}
          className="deriving-waits"
          x={box.x + token * pitch}
          y={box.y}
          width={pitch}
          height={box.height}
        />
      ))}
    </>
  );
}

interface MarginsProps {
  outer: Outer;
  box: Lane;
  side: number;
  head: number;
}

/** The two margins of a product, above its columns and beside its rows, in their own colours. */
export function Margins({ outer, box, side, head }: MarginsProps) {
  const { along, down, quantities } = outer;
  const above: Lane = { ...box, y: box.y - head - 3, height: head };
  const beside: Lane = { ...box, x: box.x - side - 3, width: side };
  return (
    <>
      <path
        style={{ fill: toned(quantities.along) }}
        d={barsPath(along, above, largest(along), true)}
      />
      <path style={{ fill: toned(quantities.down) }} d={barsDown(down, beside, largest(down))} />
      <rect className="c-frame" x={box.x} y={box.y} width={box.width} height={box.height} />
    </>
  );
}
