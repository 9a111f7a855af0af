/** The keys of every bar that goes through something step by step. */

const SHAPES = {
  play: 'M1.5 0v12L12 6z',
  /** To the left: what is walked back over. */
  walk: 'M10.5 0v12L0 6z',
  pause: 'M1 0h3.5v12H1zM7.5 0H11v12H7.5z',
  back: 'M3 2h2v12H3zM14 2v12L6 8z',
  forward: 'M11 2h2v12h-2zM2 2v12l8-6z',
};

interface PlayKeyProps {
  playing: boolean;
  label: string;
  shape?: 'play' | 'walk';
  disabled?: boolean;
  onPress: () => void;
}

/** Goes on by itself, or stops. */
export function PlayKey({ playing, label, shape = 'play', disabled, onPress }: PlayKeyProps) {
  return (
    <button type="button" className="key train" disabled={disabled} onClick={onPress}>
      <svg viewBox="0 0 12 12" aria-hidden="true">
        <path d={SHAPES[playing ? 'pause' : shape]} />
      </svg>
      {label}
    </button>
  );
}

interface StepKeyProps {
  label: string;
  shape: 'back' | 'forward';
  /** Shown to a pointer that rests on it, too. */
  titled?: boolean;
  off: boolean;
  onPress: () => void;
}

/** One step. */
export function StepKey({ label, shape, titled = false, off, onPress }: StepKeyProps) {
  return (
    <button
      type="button"
      className="key"
      aria-label={label}
      title={titled ? label : undefined}
      disabled={off}
      onClick={onPress}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={SHAPES[shape]} />
      </svg>
    </button>
  );
}
