import { useMemo } from 'react';
import { toned } from '../../charts/color.ts';
import { largest } from '../../charts/ramp.ts';
import type { Messages } from '../../reader/messages.tsx';
import type { Way } from '../../worker/protocol.ts';
import {
  MATRICES,
  cellBox,
  shortName,
  type Box,
  type CellAt,
  type MatricesLayout,
  type MatrixName,
} from './matrices.ts';
import { middleOf, stationsOf, threadPath, type Spot } from './weights-view.ts';

export const outline = ({ x, y, width, height }: Box): string =>
  `M${x} ${y}h${width}v${height}h${-width}z`;

const grown = ({ x, y, width, height }: Box, by: number) => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by,
});

/** A cell marked; tiny cells are ringed from outside. */
export const Ring = (props: { box: Box; className: string; grow: number }) => (
  <rect className={props.className} {...grown(props.box, props.grow)} />
);

/** The hidden units behind their gates: teal, and paper where a gate is shut. */
export function Units({ values, box }: { values: ArrayLike<number>; box: Box }) {
  const paths = useMemo(() => {
    const most = largest(values) || 1;
    const levels = new Map<number, string>();
    const pitch = box.width / values.length;
    for (let j = 0; j < values.length; j++) {
      const level = Math.ceil(Math.sqrt(Math.min(1, Math.abs(values[j]) / most)) * 8);
      if (level === 0) continue;
      const cell = `M${(box.x + j * pitch).toFixed(1)} ${box.y}h${pitch.toFixed(1)}v${box.height}h${(-pitch).toFixed(1)}z`;
      levels.set(level, (levels.get(level) ?? '') + cell);
    }
    return [...levels];
  }, [values, box.x, box.y, box.width, box.height]);
  return paths.map(([level, d]) => (
    <path key={level} d={d} style={{ fill: toned('activation', level / 8) }} />
  ));
}

/** What each matrix is, and the two strips between them. */
export function Names({
  words,
  at,
  titled,
}: {
  words: Messages;
  at: MatricesLayout;
  titled: boolean;
}) {
  const { wte, mlp_fc1: fc1, mlp_fc2: fc2 } = at.plates;
  const name = (of: MatrixName, x: number, y: number) => {
    const { rows, cols } = at.plates[of];
    return (
      <text x={x} y={y} className="weights-name">
        <tspan className="weights-id">{shortName(of)}</tspan>
        {titled && (
          <tspan dx={7} className="weights-size">
            {words.text(`sizes.${shortName(of)}`, { rows, cols })}
          </tspan>
        )}
      </text>
    );
  };
  return (
    <>
      {titled && name('wte', wte.x, wte.y - 21)}
      {titled && name('mlp_fc1', fc1.x, fc1.y - 21)}
      {titled && name('mlp_fc2', fc2.x, fc2.y + fc2.height + 14)}
      <text
        className="c-mono weights-strip"
        x={at.x.x + at.x.width / 2}
        y={wte.y - 5}
        textAnchor="middle"
      >
        x
      </text>
      <text className="c-mono weights-strip" x={at.h.x - 5} y={at.h.y + 7.5} textAnchor="end">
        h
      </text>
    </>
  );
}

/** The thread, its two other stations, and its letters. */
export function Thread({
  at,
  way,
  end,
  labels,
  dial,
}: {
  at: MatricesLayout;
  way: Way;
  end: Spot | null;
  labels: readonly string[];
  /** The one that is ringed anyway. */
  dial: CellAt | null;
}) {
  const path = threadPath(at, way, end);
  const stations = stationsOf(way);
  const [letter] = middleOf(cellBox(at, stations.wte));
  const [, row] = middleOf(cellBox(at, stations.mlp_fc2));
  // Beside the turn where the thread turns, else over it.
  const straight = !end || Math.abs(end[1] - row) < 9;
  return (
    <>
      <path className="c-halo" d={path} />
      <path className="c-thread c-thin" d={path} />
      {MATRICES.filter((name) => name !== dial?.tensor).map((name) => (
        <rect key={name} className="weights-station" {...grown(cellBox(at, stations[name]), 0.5)} />
      ))}
      <text
        className="c-mono c-mine c-haloed weights-letter"
        x={letter}
        y={at.plates.wte.y - 5}
        textAnchor="middle"
      >
        {labels[way.token]}
      </text>
      <text
        className="c-mono c-mine c-haloed weights-letter"
        x={at.plates.mlp_fc2.x - (straight ? 4 : 12)}
        y={row + (straight ? -5 : 4)}
        textAnchor="end"
      >
        {labels[way.next]}
      </text>
    </>
  );
}
