import type { Messages } from '../reader/messages.tsx';
import type { Sweep } from '../reader/sweep.ts';

/** How far a sweep has come, and a way to stop it. Words: `progress`, `stop`, `goOn`. */
export function SweepProgress({ words, sweep }: { words: Messages; sweep: Sweep }) {
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
