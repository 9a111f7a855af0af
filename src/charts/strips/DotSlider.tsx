import { useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { dotUnder } from './dotLayout.ts';
import type { DotLayout } from './dotLayout.ts';
import type { DotFieldProps } from './props.ts';

interface Props extends DotFieldProps {
  layout: DotLayout;
  describedBy?: string;
}

/** The index a key leads to in a field of rows, or null for a key that does not move. */
export function dotTravel(index: number, key: string, at: DotLayout): number | null {
  const hold = (next: number) => Math.max(0, Math.min(at.count - 1, next));
  switch (key) {
    case 'ArrowRight':
      return hold(index + 1);
    case 'ArrowLeft':
      return hold(index - 1);
    case 'ArrowDown':
      return index + at.columns < at.count ? index + at.columns : index;
    case 'ArrowUp':
      return index >= at.columns ? index - at.columns : index;
    case 'PageDown':
      return hold(index + 10 * at.columns);
    case 'PageUp':
      return hold(index - 10 * at.columns);
    case 'Home':
      return 0;
    case 'End':
      return at.count - 1;
    default:
      return null;
  }
}

/** Point at a dot, or move a hidden range input over their index by keys. */
export function DotSlider(props: Props) {
  const { layout: at, index, ring, onIndex, onSelect, announce } = props;
  const [last, setLast] = useState(ring ?? 0);
  const input = useRef<HTMLInputElement>(null);
  const now = Math.max(0, Math.min(at.count - 1, index ?? last));
  const go = (next: number | null) => {
    if (next !== null) setLast(next);
    if (next !== (index ?? null)) onIndex?.(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey || event.ctrlKey) return;
    if ((event.key === 'Enter' || event.key === ' ') && onSelect) {
      event.preventDefault();
      onSelect(now);
      return;
    }
    const next = dotTravel(now, event.key, at);
    if (next === null) return;
    event.preventDefault();
    go(next);
  };
  const under = (event: { clientX: number; clientY: number; currentTarget: Element }) => {
    const box = event.currentTarget.getBoundingClientRect();
    return dotUnder(at, event.clientX - box.left, event.clientY - box.top);
  };
  return (
    <div
      className={onSelect ? 'c-hit c-pick' : 'c-hit'}
      style={{ left: 0, top: 0, width: at.width, height: at.height }}
      onPointerMove={(event) => {
        if (event.pointerType !== 'touch') go(under(event));
      }}
      onPointerLeave={(event) => {
        if (event.pointerType !== 'touch') go(null);
      }}
      onPointerUp={(event) => {
        const next = under(event);
        if (next === null) return;
        input.current?.focus({ preventScroll: true });
        go(next);
        onSelect?.(next);
      }}
    >
      <input
        ref={input}
        type="range"
        className="c-hidden"
        min={1}
        max={at.count}
        step={1}
        value={now + 1}
        aria-label={props.label}
        aria-describedby={props.describedBy}
        aria-valuetext={announce?.(now)}
        onChange={(event) => go(event.currentTarget.valueAsNumber - 1)}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          if (event.currentTarget.matches(':focus-visible')) go(now);
        }}
        onBlur={() => go(null)}
      />
    </div>
  );
}
