import { useRef } from 'react';
import { Scrubber, useSize } from '../charts/index.ts';
import { useMessages } from '../reader/messages.tsx';
import { useIsland } from '../reader/page.ts';
import { SPEEDS, type Playback } from '../reader/playback.ts';

export interface RunBarProps {
  /** Documents read so far, 0 … total. */
  step: number;
  total: number;
  /** One loss per step; the scrubber's track is this curve. */
  losses: ArrayLike<number>;
  seed: number;
  playback: Playback;
  onStep: (step: number) => void;
}

/** Train, pause, one step, one step back, scrub, speed. The same bar everywhere. */
export function RunBar({ step, total, losses, seed, playback, onStep }: RunBarProps) {
  const words = useMessages('site', 'run');
  const { name } = useIsland();
  const track = useRef<HTMLDivElement>(null);
  const { width } = useSize(track, { width: 175, height: 40 });
  const { playing } = playback;
  const go = (to: number) => {
    playback.pause();
    onStep(Math.max(0, Math.min(total, to)));
  };
  return (
    <div className="run" role="group" aria-label={words.text('label')}>
      <button
        type="button"
        className="key train"
        onClick={playing ? playback.pause : playback.play}
      >
        <svg viewBox="0 0 12 12" aria-hidden="true">
          <path d={playing ? 'M1 0h3.5v12H1zM7.5 0H11v12H7.5z' : 'M1.5 0v12L12 6z'} />
        </svg>
        {words.text(playing ? 'pause' : 'train')}
      </button>
      <button
        type="button"
        className="key"
        aria-label={words.text('back')}
        disabled={step <= 0}
        onClick={() => go(step - 1)}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M3 2h2v12H3zM14 2v12L6 8z" />
        </svg>
      </button>
      <button
        type="button"
        className="key"
        aria-label={words.text('forward')}
        disabled={step >= total}
        onClick={() => go(step + 1)}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M11 2h2v12h-2zM2 2v12l8-6z" />
        </svg>
      </button>
      <div className="run-track" ref={track}>
        <Scrubber
          width={width}
          height={40}
          label={words.text('position')}
          losses={losses}
          value={step}
          onChange={go}
          valueText={(at) =>
            words.text(at > 0 ? 'at' : 'start', {
              step: at,
              total,
              loss: at > 0 ? (losses[at - 1]?.toFixed(2) ?? '') : '',
            })
          }
          controls={name}
        />
      </div>
      <label className="run-speed">
        <span className="visually-hidden">{words.text('speed')}</span>
        <select
          value={playback.perSecond}
          onChange={(event) => playback.setSpeed(Number(event.target.value))}
        >
          {SPEEDS.map((speed) => (
            <option key={speed} value={speed}>
              {words.text('perSecond', { speed })}
            </option>
          ))}
        </select>
      </label>
      <dl>
        <dt>{words.text('document')}</dt>
        <dd>{words.text('count', { step, total })}</dd>
        <dt className="opt">{words.text('seed')}</dt>
        <dd className="opt">{seed}</dd>
      </dl>
    </div>
  );
}
