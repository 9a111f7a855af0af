import type { Messages } from '../reader/messages.tsx';
import type { Sweep } from '../reader/sweep.ts';

interface Props {
  words: Messages;
  /** A sweep, or anything of several runs that can be stopped between two. */
  sweep: Pick<Sweep, 'done' | 'stopped' | 'fault' | 'stop' | 'resume'> & {
    readonly runs: readonly unknown[];
  };
}

/** How far a sweep has come, and a way to stop it. Words: `progress`, `stop`, `goOn`. */
export function SweepProgress({ words, sweep }: Props) {
  const all = sweep.runs.length;
  if (all === 0 || sweep.done === all) return null;
  const still = sweep.stopped || sweep.fault !== null;
  return (
    <span className="sweep-progress">
      <span className="num">{words.text('progress', { done: sweep.done, all })}</span>
      <button type="button" className="tool" onClick={still ? sweep.resume : sweep.stop}>
        {words.text(still ? 'goOn' : 'stop')}
      </button>
    </span>
  );
}
