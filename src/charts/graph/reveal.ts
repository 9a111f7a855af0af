import type { PlacedBox } from './layout.ts';

/** Room kept beside a box that is brought into view, px. */
const BESIDE = 12;

/** Brings a box into the part of its frame that is seen; the page itself stays where it is. */
export function reveal(
  frame: Element | null | undefined,
  box: Pick<PlacedBox, 'x' | 'width'>,
): void {
  if (!frame) return;
  const over = box.x + box.width + BESIDE - (frame.scrollLeft + frame.clientWidth);
  const under = box.x - BESIDE - frame.scrollLeft;
  if (under < 0) frame.scrollLeft += under;
  else if (over > 0) frame.scrollLeft += over;
}
