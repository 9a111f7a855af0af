import { inputY, tokenX, tokenY, unitX, type ForwardLayout } from './forward-layout.ts';
import type { Spot } from './forward-terms.ts';
import { frame, reached, type ForwardVectorsProps } from './forward-parts.ts';
import type { Box } from './matrices.ts';

/** The reader's pair: the letter read, and the way of its largest contribution to the one that came. */
export function Thread({
  at,
  pass,
  labels,
  target,
  spot,
  reach,
  thread,
  shown,
}: ForwardVectorsProps) {
  const from = tokenX(at, pass.token);
  const to = tokenY(at, target);
  const inLogits = reached(reach, 'logits');
  const letterX = at.letters.x + at.letters.width / 2;
  let d = '';
  const turns: [number, number][] = [];
  if (thread) {
    const y = inputY(at, thread.input);
    const x = unitX(at, thread.unit);
    const end = inLogits
      ? to
      : reached(reach, 'a')
        ? at.a.y + at.a.height / 2
        : at.h.y + at.h.height / 2;
    d = `M${from} ${at.wte.y - 3}V${y}H${reached(reach, 'h') ? `${x}V${end}` : at.x.x + at.x.width / 2}`;
    if (inLogits) d += `H${at.letters.x + at.letters.width + 1}`;
    turns.push([from, y]);
    if (reached(reach, 'h')) turns.push([x, y]);
    if (inLogits) turns.push([x, end]);
  }
  return (
    <>
      <rect
        className="forward-read"
        x={at.wte.x + pass.token * at.cellWidth - 0.5}
        y={at.wte.y - 0.5}
        width={at.cellWidth + 1}
        height={at.wte.height + 1}
      />
      {d && <path className="c-halo" d={d} />}
      {d && <path className="c-thread c-thin" d={d} />}
      {turns.map(([x, y]) => (
        <rect
          key={`${x} ${y}`}
          className="forward-turn"
          x={x - 2.5}
          y={y - 2.5}
          width={5}
          height={5}
        />
      ))}
      <text
        className="c-mono forward-letter c-mine"
        x={from}
        y={at.wte.y - 5 * at.scale}
        textAnchor="middle"
      >
        {labels[pass.token]}
      </text>
      {inLogits &&
        labels.map((label, k) =>
          shown.has(k) ? (
            <text
              key={label}
              className={k === target ? 'c-mono forward-letter c-mine' : 'c-mono'}
              x={letterX}
              y={tokenY(at, k) + 3.8 * at.scale}
              textAnchor="middle"
            >
              {label}
            </text>
          ) : null,
        )}
      <Chosen at={at} spot={spot} />
    </>
  );
}

/** The number that is taken apart. */
function Chosen({ at, spot }: { at: ForwardLayout; spot: Spot }) {
  const box = spotBox(at, spot);
  return box && <rect className="c-selected forward-chosen" {...frame(box, 1)} />;
}

/** Where a number of the pass stands; null for those that stand outside the picture. */
function spotBox(at: ForwardLayout, { part, i }: Spot): Box | null {
  const { cellWidth: w, cellHeight: h } = at;
  switch (part) {
    case 'x':
      return { ...at.x, y: at.x.y + i * h, height: h };
    case 'h':
    case 'a':
      return { ...at[part], x: at[part].x + i * w, width: w };
    case 'logits':
    case 'probs':
      return { ...at[part], y: at[part].y + i * h, height: h };
    case 'nats':
      return null;
  }
}
