import type { Messages } from '../../reader/messages.tsx';
import { Switch } from '../switch.tsx';
import type { View } from './expression-view.ts';
import type { Walk } from './use-walk.ts';

interface Props {
  words: Messages;
  walk: Walk;
  walked: number | null;
  length: number;
  /** A question stands: nobody walks. */
  asking: boolean;
  onWalked: (walked: number | null) => void;
  onAsk: () => void;
  form: View['form'];
  onForm: (form: View['form']) => void;
}

/** Walk back, all at once or number by number; guess first; graph or list. */
export function ExpressionControls(props: Props) {
  const { words, walk, walked, length, asking } = props;
  const reached = walked ?? 0;
  return (
    <div className="expr-run">
      <button
        type="button"
        className="tool strong"
        disabled={asking}
        onClick={walk.playing ? walk.pause : walk.play}
      >
        {words.text(walk.playing ? 'pause' : 'walk')}
      </button>
      <button
        type="button"
        className="tool"
        disabled={asking || reached >= length}
        onClick={() => {
          walk.pause();
          props.onWalked(walked === null ? 1 : walked + 1);
        }}
      >
        {words.text('one')}
      </button>
      <button
        type="button"
        className="tool"
        disabled={walked === null}
        onClick={() => {
          walk.pause();
          props.onWalked(null);
        }}
      >
        {words.text('forget')}
      </button>
      <button type="button" className="tool" disabled={asking} onClick={props.onAsk}>
        {words.text('ask')}
      </button>
      <Switch<View['form']>
        label={words.text('form')}
        value={props.form}
        options={[
          { value: 'graph', label: words.text('forms.graph') },
          { value: 'list', label: words.text('forms.list') },
        ]}
        onChange={props.onForm}
      />
    </div>
  );
}
