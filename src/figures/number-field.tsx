import { useId, useState } from 'react';

export interface NumberFieldProps {
  /** Drawn before the field; `name` is what is said of it. */
  label?: string;
  name?: string;
  /** Null is an empty field. */
  value: number | null;
  onChange: (value: number) => void;
  /** Of the arrow keys; default .5. */
  step?: number;
  /** Room in characters; default 6. */
  size?: number;
}

/** Numbers that a reader may type: finite, and not beyond what a figure can be about. */
const MOST = 1e9;
const usable = (value: number): boolean => Number.isFinite(value) && Math.abs(value) <= MOST;

/**
 * A number to type. What is no number changes nothing; the field keeps what was typed until it is
 * left, and then shows the number that holds.
 */
export function NumberField(props: NumberFieldProps) {
  const { label, name, value, onChange, step = 0.5, size = 6 } = props;
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <span className="amount-field">
      {label !== undefined && <label htmlFor={id}>{label}</label>}
      <input
        id={id}
        type="number"
        className="num"
        inputMode="decimal"
        step={step}
        style={{ width: `${size}ch` }}
        aria-label={name}
        aria-invalid={(typed !== null && !usable(Number.parseFloat(typed))) || undefined}
        value={typed ?? (value === null ? '' : String(value))}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          const next = event.currentTarget.valueAsNumber;
          if (usable(next)) onChange(next + 0);
        }}
        onBlur={() => setTyped(null)}
      />
    </span>
  );
}
