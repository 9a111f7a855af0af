import { useLink } from '../../reader/links.ts';
import type { Messages } from '../../reader/messages.tsx';
import type { ChangesLayout, StageAt } from './changes-view.ts';

/** The way of the letter that asks, from its place down to the answer. */
export function Way({ at, x, from }: { at: ChangesLayout; x: number; from: readonly number[] }) {
  const [start = x] = from;
  const first = at.stages[0].top;
  const middle = (at.begin + first) / 2;
  return (
    <path
      className="changes-way"
      d={`M${start} ${at.letters + 5}C${start} ${middle} ${x} ${middle} ${x} ${first}V${at.end}`}
    />
  );
}

/** From every earlier letter into attention. */
export function Past({ at, places }: { at: ChangesLayout; places: readonly number[] }) {
  const { lit, bind } = useLink('weight');
  const attention = at.stages.find(({ id }) => id === 'attention');
  if (!attention) return null;
  const left = Math.min(at.freshX, ...attention.fresh.map(({ x }) => x));
  const y = (attention.top + attention.bottom) / 2;
  return (
    <path
      className="changes-past"
      data-lit={lit || undefined}
      {...bind}
      d={places
        .map((x) => {
          const [turn, down] = [at.begin + 8, left - 10];
          return `M${x} ${at.letters + 5}C${x} ${turn + 8} ${down} ${turn} ${down} ${turn + 26}V${y - 8}q0 8 9 8`;
        })
        .join('')}
    />
  );
}

/** The residual ways around both halves of the layer, and the norms before them. */
export function Around({
  at,
  words,
  scale,
}: {
  at: ChangesLayout;
  words: Messages;
  scale: number;
}) {
  const residual = useLink('residual');
  const norm = useLink('norm');
  const of = (id: StageAt['id']) => at.stages.find((stage) => stage.id === id)!;
  const halves = [
    [of('attention').top, of('attention').bottom],
    [of('fc1').top, of('fc2').bottom],
  ] as const;
  const gap = of('attention').top - of('embed').bottom;
  const [x, out] = [at.freshX, at.aroundX];
  return (
    <>
      <g {...residual.bind} data-lit={residual.lit || undefined} className="changes-around">
        {halves.map(([top, bottom]) => (
          <path
            key={top}
            d={`M${x} ${top - gap * 0.52}H${out - 6}q6 0 6 6V${bottom + gap * 0.26 - 6}q0 6 -6 6H${x}`}
          />
        ))}
        {halves.map(([top, bottom]) => (
          <text
            key={top}
            className="c-note"
            x={out + 6}
            y={(top + bottom) / 2 + 4 * scale}
            data-lit={residual.lit || undefined}
          >
            {words.text('residual')}
          </text>
        ))}
      </g>
      <g {...norm.bind} data-lit={norm.lit || undefined} className="changes-norm">
        {halves.map(([top]) => (
          <path key={top} d={`M${x - 14} ${top - gap * 0.24}h28`} />
        ))}
        <path d={`M${x - 14} ${of('embed').bottom + gap * 0.16}h28`} />
        <text className="c-note" x={out + 6} y={of('embed').bottom + gap * 0.16 + 1}>
          {words.text('norm')}
        </text>
      </g>
    </>
  );
}
