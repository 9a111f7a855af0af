import type { Messages } from '../../reader/messages.tsx';
import { useWave } from '../step2/use-wave.ts';

interface Props {
  words: Messages;
  read: number;
  total: number;
  /** What is read: another text stops the reading. */
  about: string;
  disabled: boolean;
  onRead: (read: number) => void;
}

/** Tokens a second. */
const PACE = 2.5;
const SHAPES = {
  play: 'M1.5 0v12L12 6z',
  pause: 'M1 0h3.5v12H1zM7.5 0H11v12H7.5z',
  back: 'M3 2h2v12H3zM14 2v12L6 8z',
  forward: 'M11 2h2v12h-2zM2 2v12l8-6z',
};

/** Read on token by token: play, one back, one on, and a handle. */
export function CacheBar(props: Props) {
  const { words, read, total, about, disabled, onRead } = props;
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
  const key = (shape: 'back' | 'forward', off: boolean, to: number) => (
    <button
      type="button"
      className="key"
      aria-label={words.text(shape)}
      disabled={disabled || off}
      onClick={() => go(to)}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={SHAPES[shape]} />
      </svg>
    </button>
  );
  return (
    <fieldset className="run" aria-label={words.text('reading')}>
      <div className="run-row">
        <button
          type="button"
          className="key train"
          disabled={disabled || total <= 1}
          onClick={wave.playing ? wave.pause : wave.play}
        >
          <svg viewBox="0 0 12 12" aria-hidden="true">
            <path d={wave.playing ? SHAPES.pause : SHAPES.play} />
          </svg>
          {words.text(wave.playing ? 'pause' : 'play')}
        </button>
        {key('back', read <= 1, read - 1)}
        {key('forward', read >= total, read + 1)}
        <input
          type="range"
          className="run-track cache-track"
          min={1}
          max={Math.max(1, total)}
          value={read}
          disabled={disabled}
          aria-label={words.text('position')}
          aria-valuetext={words.text('at', { at: read, total })}
          onChange={(event) => go(event.currentTarget.valueAsNumber)}
        />
        <p className="run-count cache-count">
          <span>{words.text('token')}</span>
          <span className="run-value">
            {read}/{total}
          </span>
        </p>
      </div>
    </fieldset>
  );
}
