import { useMemo } from 'react';
import type { Messages } from '../../reader/messages.tsx';
import type { Input } from '../../worker/protocol.ts';
import { short } from '../step2/unroll-names.ts';
import { WholeDetail } from './whole-detail.tsx';
import { madeOf, rowsLit } from './whole-made.ts';
import { WholeMap } from './whole-map.tsx';
import type { Room } from './whole-camera.ts';
import type { Lit } from './whole-scene.ts';
import type { Cell } from './whole-tensor.ts';
import { focusBox, type View } from './whole-view.ts';
import { cellName, valueAt, type Saying } from './whole-words.ts';

interface Props {
  words: Messages;
  size: Room;
  scale: number;
  reading: Saying | null;
  place: Omit<Input<'explain'>, 'id'>;
  view: View;
  change: (part: Partial<View>) => void;
  large: boolean;
}

/** Heights of what is said of a number, px; and a term of an equation, wide. */
const DETAIL = 84;
const LOW = 62;
const TERM = 104;
/** Numbers that one may walk back through. */
const KEPT = 30;

/** The map, and under it what there is to say of the number in hand. */
export function WholePicture({ words, size, scale, reading, place, view, change, large }: Props) {
  const chosen = reading?.chosen ?? null;
  const row = reading?.row ?? null;
  const plan = reading?.plan;
  const made = useMemo(() => (plan && chosen ? madeOf(plan, chosen) : null), [plan, chosen]);
  const lit = useMemo(
    (): Lit => ({
      chosen,
      row: chosen ? null : row,
      runs: made?.lit ?? (plan && row !== null && !chosen ? rowsLit(plan, row) : []),
    }),
    [plan, chosen, made, row],
  );
  if (!reading || !plan) return null;
  const low = size.height < 300 * scale;
  const detail = chosen && made ? (low ? LOW : DETAIL) * scale : 0;
  const room = { width: size.width, height: Math.max(40, size.height - detail) };
  const key = typeof view.focus === 'string' ? view.focus : view.focus.tensor;
  const walk = (to: Cell) =>
    change({ chosen: to, walked: chosen ? [...view.walked, chosen].slice(-KEPT) : [] });
  return (
    <>
      <WholeMap
        words={words}
        plan={plan}
        known={reading.known}
        room={room}
        scale={scale}
        lit={lit}
        focus={{ key, box: focusBox(view.focus, plan) }}
        large={large}
        tell={(cell) => `${cellName(reading, cell)} = ${short(valueAt(reading, cell))}`}
        onChoose={(cell) => change({ chosen: cell, walked: [], ...(cell ? {} : { row: null }) })}
      />
      {chosen && made && (
        <WholeDetail
          {...reading}
          asked={place}
          cell={chosen}
          made={made}
          most={Math.max(1, Math.min(6, Math.floor((size.width / scale - 150) / TERM)))}
          height={detail}
          back={view.walked.length > 0}
          onWalk={walk}
          onBack={() =>
            change({ chosen: view.walked.at(-1) ?? null, walked: view.walked.slice(0, -1) })
          }
          onClose={() => change({ chosen: null, walked: [] })}
        />
      )}
    </>
  );
}
