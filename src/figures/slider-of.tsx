import { useId } from 'react';

interface Props {
  label: string;
  /** What can be chosen, in order. */
  values: readonly number[];
  value: number;
  onChange: (value: number) => void;
}

/** A slider over a few numbers, each a stop. */
export function SliderOf({ label, values, value, onChange }: Props) {
  const id = useId();
  const text = String(value);
  return (
    <span className="amount-slider slider-of">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="range"
        min={0}
        max={values.length - 1}
        step={1}
        value={Math.max(0, values.indexOf(value))}
        aria-valuetext={text}
        onChange={(event) => onChange(values[event.currentTarget.valueAsNumber])}
      />
      <output htmlFor={id} className="num">
        {text}
      </output>
    </span>
  );
}
