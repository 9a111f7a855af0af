import { useId, useMemo } from 'react';
import { scrubCurve } from './scrubPath.ts';
import type { ScrubberProps } from './props.ts';

/** A range input whose track is the run's loss curve; see `ScrubberProps`. */
export function Scrubber(props: ScrubberProps) {
  const { width, height = 40, losses, value, min = 0, smooth = 40, onChange, valueText } = props;
  const max = props.max ?? losses.length;
  const id = useId();
  const inner = Math.max(1, width - 8);
  const track = height - 5;
  const curve = useMemo(
    () => scrubCurve(losses, [min, max], smooth, { width: inner, top: 3, bottom: track - 9 }),
    [losses, min, max, smooth, inner, track],
  );
  const step = Math.max(min, Math.min(max, value));
  const x = curve.x(step);
  const y = curve.y(step);
  return (
    <div
      className={props.className ? `c-scrubber ${props.className}` : 'c-scrubber'}
      style={{ width, height }}
    >
      <svg width={width} height={height} viewBox={`-4 0 ${width} ${height}`} aria-hidden="true">
        <path className="c-ahead" d={curve.path(step, max)} />
        <path className="c-behind" d={curve.path(min, step)} />
        <path className="c-track" d={`M0 ${track}H${inner}`} />
        <path className="c-track c-on" d={`M0 ${track}H${x}`} />
        <path className="c-stem" d={`M${x} ${y}V${track}`} />
        <circle className="c-now" cx={x} cy={y} r={2.5} />
        <rect className="c-handle" x={x - 4} y={track - 7} width={8} height={14} rx={2} />
      </svg>
      <input
        type="range"
        min={min}
        max={max}
        step={1}
        value={step}
        disabled={props.disabled}
        aria-label={props.label}
        aria-describedby={props.description ? id : undefined}
        aria-valuetext={valueText(step)}
        aria-controls={props.controls}
        onChange={(event) => onChange(event.currentTarget.valueAsNumber)}
      />
      {props.description && (
        <p id={id} className="c-hidden">
          {props.description}
        </p>
      )}
    </div>
  );
}
