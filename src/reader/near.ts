import { useEffect, useState } from 'react';
import { useIsland } from './page.ts';

/** How far from the window a figure still counts as near, in window heights. */
const MARGIN = '30% 0px';

/**
 * Is the figure that asks in the window, or nearly? What costs the reader's battery waits for it.
 * Without a way to tell, it is.
 */
export function useNear(): boolean {
  const { name } = useIsland();
  const [near, setNear] = useState(false);
  useEffect(() => {
    const figure = document.getElementById(`figure-${name}`);
    if (!figure || typeof IntersectionObserver === 'undefined') {
      setNear(true);
      return undefined;
    }
    const observer = new IntersectionObserver(
      (entries) => setNear(entries[entries.length - 1].isIntersecting),
      { rootMargin: MARGIN },
    );
    observer.observe(figure);
    return () => observer.disconnect();
  }, [name]);
  return near;
}
