import { fixed } from '../../charts/index.ts';
import { useLink } from '../../reader/links.ts';
import type { Past } from './past-data.ts';
import { arcPath, riseOf, type PastLayout } from './past-view.ts';

interface Props {
  at: PastLayout;
  scale: number;
  past: Past;
  places: readonly number[];
  /** Whether anything but the last letter is read. */
  seen: boolean;
}

const two = fixed(2);
/** Width of the arc of a letter that is all that is looked at, px. */
const WIDEST = 20;
/** Closer together than this, weights would touch, px. */
const APART = 31;

/** The boundary and the letters, how much the last looks at each, and which one was exchanged. */
export function PastLetters({ at, scale, past, places, seen }: Props) {
  const { lit, bind } = useLink('weight');
  const { now, letters, later, weights, exchange } = past;
  const marks = ['•', ...now, ...later];
  const last = now.length;
  const far = places[last] - places[0];
  const apart = places.length > 1 ? places[1] - places[0] : Infinity;
  const own = exchange?.position ?? -1;
  const drawn = weights?.length === last + 1 ? weights : null;
  return (
    <g>
      {drawn && (
        <g className="past-arcs" data-lit={lit || undefined} {...bind}>
          {Array.from(drawn, (weight, i) => (
            <path
              // Letters keep their places.
              key={i}
              d={arcPath(
                places[last],
                places[i],
                at.arcs,
                riseOf(places[last] - places[i], far, at.arcs),
              )}
              data-own={i === own || undefined}
              strokeWidth={Math.max(0.4, weight * WIDEST * scale)}
            />
          ))}
        </g>
      )}
      {marks.map((letter, i) => (
        <text
          // Letters keep their places.
          key={i}
          className="past-letter"
          data-own={i === own || undefined}
          data-seen={(i <= last && (seen || i === last)) || undefined}
          data-asks={i === last || undefined}
          x={places[i]}
          y={at.letters}
          textAnchor="middle"
        >
          {letter}
        </text>
      ))}
      {own > 0 && apart > 24 * scale && (
        <text className="past-was" x={places[own] + 9 * scale} y={at.letters - 9 * scale}>
          {letters[own - 1]}
        </text>
      )}
      {drawn && at.weights > 0 && apart >= APART * scale && (
        <g {...bind}>
          {Array.from(drawn, (weight, i) => (
            <text
              key={i}
              className="c-mono past-weight"
              data-own={i === own || undefined}
              x={places[i]}
              y={at.weights}
              textAnchor="middle"
            >
              {two(weight)}
            </text>
          ))}
        </g>
      )}
    </g>
  );
}
