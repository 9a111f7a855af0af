import { useEffect, useRef, type PointerEvent, type RefObject } from 'react';

interface Gestures {
  of: RefObject<HTMLElement | null>;
  large: boolean;
  /** Nearer by a factor, about a point, px from the corner. */
  zoom: (factor: number, at: { x: number; y: number }) => void;
  pan: (dx: number, dy: number) => void;
  /** Nulls: nothing is pointed at any more. */
  hover: (x: number | null, y: number | null) => void;
  choose: (x: number, y: number) => void;
}

/** A press that moves no farther is a click, px. */
const CLICK = 5;
/** How much a notch of the wheel goes, per px. */
const WHEEL = 0.0022;
const PINCH = 0.011;
/** Pixels of a wheel that counts in lines. */
const LINE = 18;

/** Wheel, drag and pinch over a map. The page’s own scrolling is not taken from it. */
export function useGestures(given: Gestures) {
  const { of, large } = given;
  const now = useRef(given);
  now.current = given;
  const down = useRef(new Map<number, { x: number; y: number }>());
  const moved = useRef(0);

  useEffect(() => {
    const element = of.current;
    const around = element?.parentElement;
    if (!element || !around) return undefined;
    const onWheel = (event: WheelEvent) => {
      // Elsewhere a wheel scrolls the page; with Ctrl it is a pinch on a pad.
      const own = large || event.ctrlKey || around === document.activeElement;
      if (!own) return;
      event.preventDefault();
      const box = element.getBoundingClientRect();
      const by = event.deltaY * (event.deltaMode === 1 ? LINE : 1);
      now.current.zoom(Math.exp(-by * (event.ctrlKey ? PINCH : WHEEL)), {
        x: event.clientX - box.left,
        y: event.clientY - box.top,
      });
    };
    around.addEventListener('wheel', onWheel, { passive: false });
    return () => around.removeEventListener('wheel', onWheel);
  }, [of, large]);

  const at = (event: PointerEvent) => {
    const box = of.current!.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const spread = () => {
    const [a, b] = [...down.current.values()];
    return { far: Math.hypot(a.x - b.x, a.y - b.y), x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  };
  return {
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0) return;
      down.current.set(event.pointerId, at(event));
      moved.current = down.current.size > 1 ? CLICK + 1 : 0;
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event: PointerEvent) => {
      const to = at(event);
      const from = down.current.get(event.pointerId);
      if (!from) {
        if (event.pointerType !== 'touch') now.current.hover(to.x, to.y);
        return;
      }
      if (down.current.size === 2) {
        const before = spread();
        down.current.set(event.pointerId, to);
        const after = spread();
        now.current.zoom(after.far / Math.max(1, before.far), after);
        now.current.pan(after.x - before.x, after.y - before.y);
        return;
      }
      moved.current += Math.hypot(to.x - from.x, to.y - from.y);
      if (moved.current <= CLICK) return;
      now.current.hover(null, null);
      now.current.pan(to.x - from.x, to.y - from.y);
      down.current.set(event.pointerId, to);
    },
    onPointerUp: (event: PointerEvent) => {
      if (!down.current.delete(event.pointerId)) return;
      if (moved.current > CLICK) return;
      const to = at(event);
      now.current.choose(to.x, to.y);
    },
    onPointerCancel: (event: PointerEvent) => {
      down.current.delete(event.pointerId);
      moved.current = CLICK + 1;
    },
    onPointerLeave: () => now.current.hover(null, null),
  };
}
