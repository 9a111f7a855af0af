import type { Fault } from '../../worker/protocol.ts';
import type { Question } from '../questions.tsx';

/** A question, or that this name or this network gives nothing to ask. */
export interface Asked {
  readonly question: Question | null;
  readonly settled: boolean;
  readonly fault: Fault | null;
}

/** While the engine has not answered, a question waits; without one there is nothing to ask. */
export const asked = (
  question: Question | null,
  { fault, waits }: { fault: Fault | null; waits: boolean },
): Asked => ({
  question: question && waits ? { ...question, right: null } : question,
  settled: question === null && !waits,
  fault,
});
