import { useEffect, type RefObject } from 'react';

/** Mark the figure around an element: live once the reader's engine has answered, busy meanwhile. */
export function useLiveMark(within: RefObject<Element | null>, live: boolean, busy: boolean): void {
  useEffect(() => {
    const figure = within.current?.closest('[data-figure]');
    if (live) figure?.setAttribute('data-live', '');
    figure?.toggleAttribute('data-busy', busy);
  }, [within, live, busy]);
}
