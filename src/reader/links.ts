import { useMemo } from 'react';
import { useReader } from './reader.ts';
import { hold, pointAt } from './state.ts';

export interface Link {
  /** True while this key is pointed at or held, anywhere on the page. */
  readonly lit: boolean;
  /** True while another key is lit: a picture may let this mark stand back. */
  readonly dimmed: boolean;
  /** Spread on the mark: pointing, focusing and choosing light the key everywhere. */
  readonly bind: {
    'data-link': string;
    onPointerEnter(): void;
    onPointerLeave(): void;
    onFocus(): void;
    onBlur(): void;
  };
  readonly hold: () => void;
}

/** Join a mark in a picture to a key that equation and code use too. */
export function useLink(key: string): Link {
  const selection = useReader((state) => state.selection);
  const bind = useMemo(
    () => ({
      'data-link': key,
      onPointerEnter: () => pointAt(key),
      onPointerLeave: () => pointAt(null),
      onFocus: () => pointAt(key),
      onBlur: () => pointAt(null),
    }),
    [key],
  );
  return {
    lit: selection?.key === key,
    dimmed: selection !== null && selection.key !== key,
    bind,
    hold: () => hold(key),
  };
}

/** The key lit now, or null. */
export const useLitKey = (): string | null => useReader((state) => state.selection?.key ?? null);
