import { useMessages } from '../reader/messages.tsx';
import { PlayKey, StepKey } from './run-keys.tsx';
import { useWave } from './use-wave.ts';

interface Props {
  /** Tokens read, 1 to `total`. */
  read: number;
  total: number;
  /** What is read: another text stops the reading. */
  about: string;
  disabled: boolean;
  onRead: (read: number) => void;
}

/** Tokens a second. */
const PACE = 2.5;

/** Read on token by token: play, one back, one on, and a handle. */
export function ReadingBar(props: Props) {
  const { read, total, about, disabled, onRead } = props;
  const words = useMessages('site', 'reading');
  const wave = useWave({
    total,
    walked: read,
    perSecond: PACE,
    about,
    onWalked: (to) => onRead(Math.max(1, to)),
  });
  const go = (to: number): void => {
    wave.pause();
    onRead(Math.max(1, Math.min(total, to)));
  };
  return (
    <fieldset className="run" aria-label={words.text('label')}>
      <div className="run-row">
        <PlayKey
          playing={wave.playing}
          label={words.text(wave.playing ? 'pause' : 'play')}
          disabled={disabled || total <= 1}
          onPress={wave.playing ? wave.pause : wave.play}
        />
        <StepKey
          label={words.text('back')}
          shape="back"
          off={disabled || read <= 1}
          onPress={() => go(read - 1)}
        />
        <StepKey
          label={words.text('forward')}
          shape="forward"
          off={disabled || read >= total}
          onPress={() => go(read + 1)}
        />
        <input
          type="range"
          className="run-track reading-track"
          min={1}
          max={Math.max(1, total)}
          value={read}
          disabled={disabled}
          aria-label={words.text('position')}
          aria-valuetext={words.text('at', { at: read, total })}
          onChange={(event) => go(event.currentTarget.valueAsNumber)}
        />
        <p className="run-count reading-count">
          <span>{words.text('token')}</span>
          <span className="run-value">
            {read}/{total}
          </span>
        </p>
      </div>
    </fieldset>
  );
}
