import { useMemo, useRef } from 'react';
import type { Messages } from '../../reader/messages.tsx';
import type { Room } from './whole-camera.ts';
import type { Whole } from './whole-data.ts';
import { planOf, type Plan } from './whole-plan.ts';
import { chosenOf, type View } from './whole-view.ts';
import type { Saying } from './whole-words.ts';

interface Given {
  words: Messages;
  known: Whole | null;
  view: View;
  name: string;
  step: number;
  steps: number;
}

/** Room for a plan when nothing is drawn: only what is said is asked. */
const ANY: Room = { width: 480, height: 480 };

/** The name as it is read, laid out for a room; null while nothing is known. */
export function useReading({ words, known, view, name, step, steps }: Given) {
  const plans = useRef<{ of: string; plans: Map<string, Plan> }>({ of: '', plans: new Map() });
  const about = known ? JSON.stringify(known.sizes) : '';
  return useMemo(
    () =>
      (room: Room | null): Saying | null => {
        if (!known) return null;
        if (plans.current.of !== about) plans.current = { of: about, plans: new Map() };
        const { width, height } = room ?? ANY;
        const key = `${width} ${height}`;
        const kept = plans.current.plans;
        const plan = kept.get(key) ?? planOf(known.sizes, { width, height });
        if (kept.size > 4) kept.clear();
        kept.set(key, plan);
        const last = known.sizes.positions - 1;
        const row =
          view.row === null ? null : view.row === 'last' ? last : Math.min(view.row, last);
        return {
          words,
          plan,
          known,
          name,
          step,
          steps,
          chosen: chosenOf(view.chosen, plan, known),
          row,
        };
      },
    [words, known, view, name, step, steps, about],
  );
}
