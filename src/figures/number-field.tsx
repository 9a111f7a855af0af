import { useId, useState } from 'react';
import { useMessages } from '../reader/messages.tsx';

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
 * A number to type. What is no number, or too large a one, changes nothing and is told of in place;
 * the field keeps what was typed until it is left, and then shows the number that holds.
 */
export function NumberField(props: NumberFieldProps) {
  const { label, name, value, onChange, step = 0.5, size = 6 } = props;
  const words = useMessages('site', 'numberField');
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const wrong = typed !== null && typed !== '' && !usable(Number.parseFloat(typed));
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
        aria-invalid={wrong || undefined}
        aria-describedby={wrong ? `${id}wrong` : undefined}
        value={typed ?? (value === null ? '' : String(value))}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          const next = event.currentTarget.valueAsNumber;
          if (usable(next)) onChange(next + 0);
        }}
        onBlur={() => setTyped(null)}
      />
      {wrong && (
        <span id={`${id}wrong`} className="field-wrong" role="status">
          {words.text('wrong', { most: MOST })}
        </span>
      )}
    </span>
  );
}
