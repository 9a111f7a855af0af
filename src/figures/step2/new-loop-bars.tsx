import { useState } from 'react';
import { toned } from '../../charts/color.ts';
import { Frame } from '../../charts/Frame.tsx';
import { ListCursor } from '../../charts/ListCursor.tsx';
import type { Messages } from '../../reader/messages.tsx';
import { amount } from './amounts.ts';
import { useComputedHere } from './computed-here.ts';
import { amountsOf, ASKED, barAt, reach, type Pile } from './new-loop-view.ts';

interface Props {
  width: number;
  height: number;
  words: Messages;
  scale: number;
  pile: Pile;
  /** Names read, and the weight that is opened, as the page calls it. */
  k: number;
  weight: number;
  weightName: string;
  /** Only the first name has been drawn yet. */
  asking: boolean;
  onName: (k: number) => void;
  /** As in the charts below: how many names there is room for, and where they stand. */
  names: number;
  x: (k: number) => number;
  left: number;
  right: number;
}

/** A bar for each name: what the earlier ones have left, pale, and what this one adds. */
export function Piles(props: Props) {
  const { words, scale, pile, weight, weightName, height, names, x, left, right } = props;
  const [hovered, setHovered] = useState<number | null>(null);
  // The many edges within the bars do not travel in the page.
  const here = useComputedHere();
  const last = props.asking ? 1 : props.k;
  const chosen = pile.weights[Math.min(weight, pile.weights.length - 1)];
  const amounts = amountsOf(chosen, last);
  const bars = amounts.map((_, i) => barAt(amounts, i + 1));
  // The scale is that of the first names until a later one needs more.
  const early = amountsOf(chosen, ASKED);
  const [low, high] = reach([...bars, ...early.map((_, i) => barAt(early, i + 1))]);
  const top = 24 * scale;
  const bottom = height - 8;
  const y = (value: number) => bottom - ((value - low) / (high - low)) * (bottom - top);
  const pitch = (right - left) / Math.max(1, names - 1);
  const wide = Math.max(2, Math.min(16, pitch * 0.72));
  const box = (i: number, from: number, to: number): string => {
    if (from === to) return '';
    const at = `M${(x(i + 1) - wide / 2).toFixed(1)} ${y(from).toFixed(1)}`;
    return `${at}h${wide.toFixed(1)}V${y(to).toFixed(1)}h${(-wide).toFixed(1)}z`;
  };
  const old = bars.map(({ up, down }, i) => box(i, 0, up) + box(i, 0, down)).join('');
  const newest = bars.map((bar, i) => {
    const base = bar.newest > 0 ? bar.up : bar.down;
    return box(i, base, base + bar.newest);
  });
  const sums = bars.map(({ sum }, i) => `M${x(i + 1).toFixed(1)} ${y(sum).toFixed(1)}h0`).join('');
  const hair = bars
    .flatMap(({ edges }, i) =>
      edges
        .filter((edge, e) => e === 0 || Math.abs(y(edge) - y(edges[e - 1])) > 2)
        .map(
          (edge) => `M${(x(i + 1) - wide / 2).toFixed(1)} ${y(edge).toFixed(1)}h${wide.toFixed(1)}`,
        ),
    )
    .join('');
  const end = bars.at(-1);
  return (
    <Frame
      width={props.width}
      height={height}
      label={words.text('bars', { weight: weightName })}
      description={words.text('barsSaid', { k: last, sum: amount(end?.sum ?? 0) })}
      over={(describedBy) => (
        <ListCursor
          label={words.text('bars', { weight: weightName })}
          describedBy={describedBy}
          slots={Array.from({ length: props.asking ? 1 : names }, (_, i) => ({
            x: x(i + 1) - pitch / 2,
            y: top,
            width: pitch,
            height: bottom - top,
          }))}
          name={(i) => words.text('bar', { k: i + 1, name: pile.documents[i] ?? '' })}
          direction="horizontal"
          selected={last - 1}
          hovered={hovered}
          setHovered={setHovered}
          onSelect={(i) => props.onName(i + 1)}
        />
      )}
    >
      <text className="c-note c-haloed" x={0} y={11 * scale}>
        {words.text('bars', { weight: weightName })}
      </text>
      <path className="c-axis" d={`M${left - 4} ${y(0)}H${right + 8}`} />
      <path d={old} style={{ fill: toned('gradient', 0.34) }} />
      <path d={newest.join('')} style={{ fill: 'var(--gradient)' }} />
      {here && <path d={hair} className="pile-edge" />}
      <path d={sums} className="pile-sum pile-halo" />
      <path d={sums} className="pile-sum" />
      {end && (
        <text
          className="c-mono"
          x={right + 16}
          y={y(end.sum) + 4}
          style={{ fill: 'var(--gradient)' }}
        >
          {amount(Number(end.sum.toPrecision(3)))}
        </text>
      )}
    </Frame>
  );
}
