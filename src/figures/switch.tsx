import type { ReactNode } from 'react';

export interface SwitchProps<T extends string | number> {
  /** Accessible name of the group. */
  label: string;
  /** Null: none of them yet. */
  value: T | null;
  options: readonly { value: T; label: ReactNode; disabled?: boolean }[];
  onChange: (value: T) => void;
}

/** A few named states, one of them on. Underlined words, not pills. */
export function Switch<T extends string | number>({
  label,
  value,
  options,
  onChange,
}: SwitchProps<T>) {
  return (
    <span className="switch" role="group" aria-label={label}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          disabled={option.disabled}
          onClick={() => onChange(option.value)}
        >
          {option.label}
        </button>
      ))}
    </span>
  );
}
