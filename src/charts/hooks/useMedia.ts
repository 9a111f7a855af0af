import { useCallback, useSyncExternalStore } from 'react';

/** Whether a media query matches; false at build, so that the first render is the same. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (changed: () => void) => {
      if (typeof matchMedia === 'undefined') return () => undefined;
      const list = matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    [query],
  );
  const now = () => typeof matchMedia !== 'undefined' && matchMedia(query).matches;
  return useSyncExternalStore(subscribe, now, () => false);
}
