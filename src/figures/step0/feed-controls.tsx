import type { Messages } from '../../reader/messages.tsx';
import { Switch } from '../switch.tsx';

export interface ControlsProps {
  words: Messages;
  k: number;
  steps: number;
  end: number;
  documents: number;
  alpha: 0 | 1;
  /** The question stands: where room is short the controls give way to it. */
  asked: boolean;
  onOne: () => void;
  onTen: () => void;
  onRun: () => void;
  onAll: () => void;
  onSmoothing: (alpha: 0 | 1) => void;
}

/** Drop one, ten, the run, all; smoothing on or off. */
export function FeedControls(props: ControlsProps) {
  const { words, k, steps, end, documents } = props;
  const full = k >= end;
  const give = props.asked ? ' feed-asked' : '';
  const number = (value: number) => words.text('number', { value });
  return (
    <>
      <span className={`feed-drop${give}`}>
        <span aria-hidden="true">{words.text('drop')}</span>
        <Drop label={words.text('dropOne')} off={full} press={props.onOne}>
          {words.text('one')}
        </Drop>
        <Drop label={words.text('dropTen')} off={full} press={props.onTen}>
          {words.text('ten')}
        </Drop>
        <Drop label={words.text('dropRun', { steps })} off={false} press={props.onRun}>
          {words.text('run', { steps })}
        </Drop>
        {end > steps && (
          <Drop label={words.text('dropAll', { documents })} off={full} press={props.onAll}>
            {words.text('all')}
            <span className="feed-wide"> {number(documents)}</span>
          </Drop>
        )}
      </span>
      <span className={`feed-smoothing${give}`}>
        <span aria-hidden="true">{words.text('smoothing')}</span>
        <Switch
          label={words.text('smoothing')}
          value={props.alpha === 1 ? 'on' : 'off'}
          options={[
            { value: 'on', label: words.text('on') },
            { value: 'off', label: words.text('off') },
          ]}
          onChange={(value) => props.onSmoothing(value === 'on' ? 1 : 0)}
        />
      </span>
    </>
  );
}

function Drop(props: {
  label: string;
  off: boolean;
  press: () => void;
  children: React.ReactNode;
}) {
  return (
    <button
      type="button"
      className="tool feed-key"
      aria-label={props.label}
      disabled={props.off}
      onClick={props.press}
    >
      {props.children}
    </button>
  );
}
