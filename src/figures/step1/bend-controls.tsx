import type { Messages } from '../../reader/messages.tsx';
import type { Sweep } from '../../reader/sweep.ts';
import type { View } from './bend-view.ts';

/** The ends of the walk, and the token whose logit is drawn. */
export function WalkControls(props: {
  words: Messages;
  labels: readonly string[];
  from: number;
  to: number;
  logit: number;
  onChange: (part: Partial<View>) => void;
}) {
  const { words, labels, onChange } = props;
  return (
    <span className="bend-walk">
      {(['from', 'to', 'logit'] as const).map((key) => (
        <label key={key}>
          {words.text(`walk.${key}`)}
          <select
            value={props[key]}
            onChange={(event) => onChange({ [key]: Number(event.currentTarget.value) })}
          >
            {labels.map((label, token) => (
              <option key={label} value={token}>
                {label}
              </option>
            ))}
          </select>
        </label>
      ))}
    </span>
  );
}

/** Other seeds: begin, how far, stop. */
export function SeedsControl(props: {
  words: Messages;
  sweep: Sweep;
  on: boolean;
  onOn: (on: boolean) => void;
}) {
  const { words, sweep, on, onOn } = props;
  const { done, runs, running, stopped } = sweep;
  if (on && runs.length === 0) return null;
  if (!on)
    return (
      <button type="button" className="tool bend-seeds" onClick={() => onOn(true)}>
        {words.text('seeds.more')}
      </button>
    );
  return (
    <span className="bend-seeds">
      <span>{words.text('seeds.count', { done, all: runs.length })}</span>
      {(running || stopped) && (
        <button type="button" className="tool" onClick={stopped ? sweep.resume : sweep.stop}>
          {words.text(stopped ? 'seeds.resume' : 'seeds.stop')}
        </button>
      )}
    </span>
  );
}
