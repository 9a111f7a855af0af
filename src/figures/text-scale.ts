import { useEffect, useState, type RefObject } from 'react';

/** Size of small text at the reader's normal settings, px: `--text-sm`. */
const NORMAL = 13;

/**
 * How much larger than normal the text of a figure is: on large screens, by the reader's choice,
 * while presenting. The element's own text must be of the size `--text-sm`. 1 until measured.
 */
export function useTextScale(of: RefObject<Element | null>): number {
  const [scale, setScale] = useState(1);
  useEffect(() => {
    const element = of.current;
    if (!element || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(() => {
      const size = Number.parseFloat(getComputedStyle(element).fontSize);
      if (size > 0) setScale(Math.round((size / NORMAL) * 1000) / 1000);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [of]);
  return scale;
}
