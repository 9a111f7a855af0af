import { useMedia } from './useMedia.ts';

/** The reader asks for less motion: show end states. */
export function useReducedMotion(): boolean {
  return useMedia('(prefers-reduced-motion: reduce)');
}
