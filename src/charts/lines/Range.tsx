import { useRef } from 'react';
import type { CSSProperties, PointerEvent } from 'react';

interface RangeProps {
  label: string;
  value: number;
  min: number;
  max: number;
  step: number;
  /** Spoken value. */
  text?: string;
  onChange: (value: number) => void;
}

/** Width of the invisible thumb, px: half of it reaches over each end of the track. */
const THUMB = 8;

/** A range input laid invisibly over a stretch of the picture: drag anywhere, or use the keys. */
export function Range(
  props: RangeProps & { left: number; top: number; width: number; height: number },
) {
  const { left, top, width, height } = props;
  return (
    <input
      type="range"
      className="c-range"
      style={{ left: left - THUMB / 2, top, width: width + THUMB, height }}
      min={props.min}
      max={props.max}
      step={props.step}
      value={props.value}
      aria-label={props.label}
      aria-valuetext={props.text}
      onChange={(event) => props.onChange(event.currentTarget.valueAsNumber)}
    />
  );
}

interface HandleProps extends RangeProps {
  style: CSSProperties;
  /** The value at a height of the picture, px from its top. */
  at: (y: number) => number;
}

/** A handle that is dragged up and down; a hidden range input gives it keys and a name. */
export function Handle({ style, at, onChange, ...range }: HandleProps) {
  const input = useRef<HTMLInputElement>(null);
  const { min, max, step, value } = range;
  const follow = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.parentElement?.getBoundingClientRect();
    if (!box) return;
    const steps = Math.round((at(event.clientY - box.top) - min) / step);
    onChange(Math.max(min, Math.min(max, min + steps * step)));
  };
  return (
    <div
      className="c-hit c-ring"
      style={style}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        follow(event);
      }}
      onPointerUp={() => input.current?.focus({ preventScroll: true })}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) follow(event);
      }}
    >
      <input
        ref={input}
        type="range"
        className="c-hidden"
        min={min}
        max={max}
        step={step}
        value={value}
        aria-label={range.label}
        aria-valuetext={range.text}
        onChange={(event) => onChange(event.currentTarget.valueAsNumber)}
        onKeyDown={(event) => {
          // the ring may be accepted where it waits
          if (event.key === 'Enter') onChange(value);
        }}
      />
    </div>
  );
}
