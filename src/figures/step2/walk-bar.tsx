import { useId, useMemo, useRef, type ReactNode } from 'react';
import { useSize } from '../../charts/index.ts';
import { useMessages } from '../../reader/messages.tsx';
import { PlayKey, StepKey } from '../run-keys.tsx';
import { trackPath } from './walk-track.ts';
import type { Wave } from '../use-wave.ts';

export interface WalkBarProps {
  /** How many numbers have handed on, of how many. */
  walked: number;
  total: number;
  wave: Wave;
  onWalked: (walked: number) => void;
  /** What a place of the handle says. */
  valueText: (walked: number) => string;
  /** Heights 0…1 along the record, the end at the right; left out, each number has a tick. */
  heights?: readonly number[];
  /** At the right: where the wave is. */
  info: ReactNode;
  disabled?: boolean;
}

/** Walk back, one number on, one back, and a track on which the wave goes from right to left. */
export function WalkBar(props: WalkBarProps) {
  const { walked, total, wave, onWalked, disabled = false } = props;
  const words = useMessages('walk');
  const track = useRef<HTMLDivElement>(null);
  const { width } = useSize(track, { width: 156, height: 40 });
  const go = (to: number): void => {
    wave.pause();
    onWalked(Math.max(0, Math.min(total, to)));
  };
  return (
    <fieldset className="run walk" aria-label={words.text('label')}>
      <div className="run-row">
        <PlayKey
          playing={wave.playing}
          label={words.text(wave.playing ? 'pause' : 'walk')}
          shape="walk"
          disabled={disabled || total === 0}
          onPress={wave.playing ? wave.pause : wave.play}
        />
        <StepKey
          label={words.text('on')}
          shape="back"
          titled
          off={disabled || walked >= total}
          onPress={() => go(walked + 1)}
        />
        <StepKey
          label={words.text('back')}
          shape="forward"
          titled
          off={disabled || walked <= 0}
          onPress={() => go(walked - 1)}
        />
        <div className="run-track" ref={track}>
          <Track {...props} width={width} onWalked={go} label={words.text('position')} />
        </div>
        <div className="walk-info">{props.info}</div>
      </div>
    </fieldset>
  );
}

/** Ticks stand no closer than this, px. */
const TICK = 5;
const HEIGHT = 40;

function Track(props: WalkBarProps & { width: number; label: string }) {
  const { walked, total, heights, width } = props;
  const clip = useId();
  const inner = Math.max(1, width - 8);
  const track = HEIGHT - 5;
  const x = inner * (1 - (total > 0 ? walked / total : 0));
  const curve = useMemo(
    () => (heights ? trackPath(heights, inner, 3, track - 9) : ''),
    [heights, inner, track],
  );
  const ticks = !heights && total * TICK <= inner ? total : 0;
  return (
    <div className="c-scrubber walk-track" style={{ width, height: HEIGHT }}>
      <svg width={width} height={HEIGHT} viewBox={`-4 0 ${width} ${HEIGHT}`} aria-hidden="true">
        <clipPath id={clip}>
          <rect x={x} y={0} width={Math.max(0, inner - x)} height={HEIGHT} />
        </clipPath>
        <path className="walk-ahead" d={curve} />
        <path className="walk-behind" d={curve} clipPath={`url(#${clip})`} />
        {Array.from({ length: ticks + (ticks ? 1 : 0) }, (_, k) => (
          <path
            key={k}
            className={k <= walked ? 'c-track c-on' : 'c-track'}
            d={`M${inner * (1 - k / total)} ${track - 8}V${track}`}
          />
        ))}
        <path className="c-track" d={`M0 ${track}H${inner}`} />
        <path className="c-track c-on" d={`M${inner} ${track}H${x}`} />
        <rect className="c-handle" x={x - 4} y={track - 7} width={8} height={14} rx={2} />
      </svg>
      <input
        type="range"
        dir="rtl"
        min={0}
        max={total}
        step={1}
        value={walked}
        disabled={props.disabled}
        aria-label={props.label}
        aria-valuetext={props.valueText(walked)}
        onChange={(event) => props.onWalked(event.currentTarget.valueAsNumber)}
      />
    </div>
  );
}
