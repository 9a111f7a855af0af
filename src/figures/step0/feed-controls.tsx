import { memo, type ReactNode } from 'react';
import type { Messages } from '../../reader/messages.tsx';
import { Switch } from '../switch.tsx';

export type Feeding = 'one' | 'ten' | 'run' | 'all';

export interface ControlsProps {
  words: Messages;
  steps: number;
  /** More documents than the run counts; 0 when there are none. */
  documents: number;
  /** Nothing is left to count. */
  full: boolean;
  alpha: 0 | 1;
  /** The question stands: where room is short the controls give way to it. */
  asked: boolean;
  onFeed: (what: Feeding) => void;
  onSmoothing: (alpha: 0 | 1) => void;
}

/** Drop one, ten, the run, all; smoothing on or off. */
export const FeedControls = memo(function FeedControls(props: ControlsProps) {
  const { words, steps, documents, full, onFeed } = props;
  const give = props.asked ? ' feed-asked' : '';
  return (
    <>
      <span className={`feed-drop${give}`}>
        <span aria-hidden="true">{words.text('drop')}</span>
        <Drop label={words.text('dropOne')} off={full} press={() => onFeed('one')}>
          {words.text('one')}
        </Drop>
        <Drop label={words.text('dropTen')} off={full} press={() => onFeed('ten')}>
          {words.text('ten')}
        </Drop>
        <Drop label={words.text('dropRun', { steps })} off={false} press={() => onFeed('run')}>
          {words.text('run', { steps })}
        </Drop>
        {documents > 0 && (
          <Drop label={words.text('dropAll', { documents })} off={full} press={() => onFeed('all')}>
            {words.text('all')}
            <span className="feed-wide"> {words.text('number', { value: documents })}</span>
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
});

function Drop(props: { label: string; off: boolean; press: () => void; children: ReactNode }) {
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
