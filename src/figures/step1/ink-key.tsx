import { useId } from 'react';
import { fixed } from '../../charts/index.ts';

const STOPS = ['n4', 'n3', 'n2', 'n1', '0', 'p1', 'p2', 'p3', 'p4'];
const WIDE = 76;

/** What the colours of signed cells stand for: from −ink to ink, nothing in the middle. */
export function InkKey({ right, y, ink }: { right: number; y: number; ink: number }) {
  const id = `${useId()}ink`;
  const end = fixed(0)(ink);
  const x = right - end.length * 7 - 12 - WIDE;
  return (
    <g aria-hidden="true">
      <linearGradient id={id}>
        {STOPS.map((stop, i) => (
          <stop
            key={stop}
            offset={i / (STOPS.length - 1)}
            style={{ stopColor: `var(--div-${stop})` }}
          />
        ))}
      </linearGradient>
      <text className="c-mono" x={x - 5} y={y} textAnchor="end">
        {fixed(0)(-ink)}
      </text>
      <rect x={x} y={y - 9} width={WIDE} height={9} fill={`url(#${id})`} />
      <text className="c-mono" x={right} y={y} textAnchor="end">
        +{end}
      </text>
    </g>
  );
}
