import { useId, useState, type KeyboardEvent } from 'react';
import { LIMITS } from '../engine/recipe.ts';
import { useMessages } from '../reader/messages.tsx';

/** A seed as typed, or null when it is none: a whole number in figures, within the limits. */
export function readSeed(text: string): number | null {
  const figures = text.trim();
  if (!/^\d+$/.test(figures)) return null;
  const seed = Number(figures);
  return seed >= LIMITS.seed.min && seed <= LIMITS.seed.max ? seed : null;
}

export interface SeedFieldProps {
  seed: number;
  onSeed: (seed: number) => void;
  className?: string;
}

/**
 * A small field for a seed. It is taken on Enter or on leaving the field; what is no seed stays as
 * typed, with a message in place, and changes nothing. Escape brings the seed in use back.
 */
export function SeedField({ seed, onSeed, className = '' }: SeedFieldProps) {
  const words = useMessages('site', 'run');
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [wrong, setWrong] = useState(false);
  const text = typed ?? String(seed);

  const take = () => {
    if (typed === null) return;
    const read = readSeed(typed);
    setWrong(read === null);
    if (read === null) return;
    setTyped(null);
    if (read !== seed) onSeed(read);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') take();
    else if (event.key === 'Escape' && typed !== null) {
      setTyped(null);
      setWrong(false);
      event.stopPropagation();
    }
  };
  return (
    <span className={`seed ${className}`}>
      <label className="seed-label" htmlFor={id}>
        {words.text('seed')}
      </label>
      <input
        id={id}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        spellCheck={false}
        aria-label={words.text('seedLabel')}
        aria-invalid={wrong}
        aria-describedby={wrong ? `${id}wrong` : undefined}
        style={{ width: `${Math.max(4, Math.min(9, text.length + 1))}ch` }}
        value={text}
        onChange={(event) => {
          setTyped(event.target.value);
          setWrong(false);
        }}
        onFocus={(event) => event.target.select()}
        onBlur={take}
        onKeyDown={onKeyDown}
      />
      {wrong && (
        <span className="seed-wrong" id={`${id}wrong`} role="alert">
          {words.text('badSeed')}
        </span>
      )}
    </span>
  );
}
