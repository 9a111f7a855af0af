import { useInView } from 'framer-motion';
import { useEffect, useId, useRef, useState } from 'react';
import { Scrubber, integer, useSize } from '../charts/index.ts';
import { DEFAULT_RECIPE } from '../engine/recipe.ts';
import { useMessages } from '../reader/messages.tsx';
import { useIsland, usePage } from '../reader/page.ts';
import { SPEEDS, type Playback } from '../reader/playback.ts';
import { setRecipe } from '../reader/state.ts';
import { PlayKey, StepKey } from './run-keys.tsx';
import { SeedField } from './seed-field.tsx';

export interface RunBarProps {
  /** Documents read so far, 0 … total. */
  step: number;
  total: number;
  /** One loss per step; the scrubber's track is this curve. */
  losses: ArrayLike<number>;
  seed: number;
  playback: Playback;
  onStep: (step: number) => void;
  /** Another seed; default: the reader's recipe gets it, so every figure follows. */
  onSeed?: (seed: number) => void;
  /** As it was at first; default: the default seed, and nothing counted. */
  onReset?: () => void;
}

/** Train, pause, one step, one step back, scrub, speed, seed, reset. The same bar everywhere. */
export function RunBar(props: RunBarProps) {
  const { step, total, losses, seed, playback, onStep } = props;
  const { onSeed = (next: number) => setRecipe({ seed: next }) } = props;
  const words = useMessages('site', 'run');
  const { name } = useIsland();
  const id = useId();
  const [open, setOpen] = useState(false);
  const track = useRef<HTMLDivElement>(null);
  const { width } = useSize(track, { width: 156, height: 40 });
  const { playing, pause } = playback;
  // A run that nobody sees is not worth the reader's battery.
  const bar = useRef<HTMLFieldSetElement>(null);
  const seen = useInView(bar);
  useEffect(() => {
    if (!seen) pause();
  }, [seen, pause]);
  const go = (to: number) => {
    playback.pause();
    onStep(Math.max(0, Math.min(total, to)));
  };
  const reset = () => {
    playback.pause();
    if (props.onReset) return props.onReset();
    if (seed !== DEFAULT_RECIPE.seed) onSeed(DEFAULT_RECIPE.seed);
    onStep(0);
  };
  const [reached, end] = words.text('count', { step, total }).split('/');
  // May break after the stroke, where the bar is narrow.
  const count = (
    <>
      {reached}/<wbr />
      {end}
    </>
  );
  return (
    <fieldset className="run" ref={bar} aria-label={words.text('label')}>
      <div className="run-row">
        <PlayKey
          playing={playing}
          label={words.text(playing ? 'pause' : 'train')}
          onPress={playing ? playback.pause : playback.play}
        />
        <StepKey
          label={words.text('back')}
          shape="back"
          off={step <= 0}
          onPress={() => go(step - 1)}
        />
        <StepKey
          label={words.text('forward')}
          shape="forward"
          off={step >= total}
          onPress={() => go(step + 1)}
        />
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
            controls={`figure-${name}`}
          />
        </div>
        <div className="run-info">
          <p className="run-count">
            <span>{words.text('document')}</span>
            <span className="run-value">{count}</span>
          </p>
          <button
            type="button"
            className="run-more"
            aria-expanded={open}
            aria-controls={`${id}set`}
            onClick={() => setOpen(!open)}
          >
            <span className="run-value">{count}</span>
            <span className="visually-hidden">
              {words.text('speed')}, {words.text('seed')}
            </span>
          </button>
          <div
            className="run-set"
            id={`${id}set`}
            data-open={open || undefined}
            role="presentation"
            onKeyDown={(event) => {
              if (event.key === 'Escape') setOpen(false);
            }}
          >
            <SpeedMenu playback={playback} />
            <SeedField seed={seed} onSeed={onSeed} />
            <button
              type="button"
              className="run-reset"
              aria-label={words.text('reset')}
              title={words.text('reset')}
              disabled={step === 0 && seed === DEFAULT_RECIPE.seed}
              onClick={reset}
            >
              <svg viewBox="0 0 16 16" aria-hidden="true">
                <path d="M3.4 6.1A5.1 5.1 0 1 1 3 9.2M3.2 2.4v3.9h3.9" />
              </svg>
            </button>
          </div>
        </div>
      </div>
    </fieldset>
  );
}

/** Names a second. The menu lies unseen over its short text, which keeps its width. */
function SpeedMenu({ playback }: { playback: Playback }) {
  const words = useMessages('site', 'run');
  const { locale } = usePage();
  return (
    <label className="run-speed" title={words.text('perSecond', { speed: playback.perSecond })}>
      <span className="visually-hidden">{words.text('speed')}</span>
      <svg viewBox="0 0 11 10" aria-hidden="true">
        <path d="M1 .8 5 5 1 9.2M6 .8 10 5 6 9.2" />
      </svg>
      <span className="run-rate" aria-hidden="true">
        {integer(locale)(playback.perSecond)}
      </span>
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
  );
}
