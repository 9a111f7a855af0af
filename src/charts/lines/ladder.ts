/** Labels down one side, in order of value, as near to their lines as they can be. */

export interface Rung {
  /** Where the label would like its middle, px. */
  target: number;
  /** Its height, px. */
  height: number;
  /** How much its wish counts; default 1. */
  weight?: number;
}

/**
 * Middles of rungs that keep the order they are given in and never overlap, with the least weighted
 * sum of squared moves (pool adjacent violators: Barlow et al. 1972), within [low, high]. When they
 * cannot all fit, heights shrink evenly.
 */
export function inOrder(
  rungs: readonly Rung[],
  low: number = -Infinity,
  high: number = Infinity,
): number[] {
  const total = rungs.reduce((sum, rung) => sum + rung.height, 0);
  const shrink = total > high - low ? Math.max(0, (high - low) / total) : 1;
  // with the space that labels take removed, they may coincide but not cross: isotonic regression
  const offsets: number[] = [];
  let taken = 0;
  for (const { height } of rungs) {
    offsets.push(taken + (height * shrink) / 2);
    taken += height * shrink;
  }
  const blocks: { sum: number; weight: number; count: number }[] = [];
  rungs.forEach(({ target, weight = 1 }, k) => {
    let block = { sum: (target - offsets[k]) * weight, weight, count: 1 };
    while (blocks.length) {
      const last = blocks[blocks.length - 1];
      if (last.sum / last.weight <= block.sum / block.weight) break;
      block = {
        sum: block.sum + last.sum,
        weight: block.weight + last.weight,
        count: block.count + last.count,
      };
      blocks.pop();
    }
    blocks.push(block);
  });
  const middles: number[] = [];
  const room = Math.max(low, high - taken);
  for (const { sum, weight, count } of blocks) {
    const free = Math.max(low, Math.min(room, sum / weight));
    for (let n = 0; n < count; n++) middles.push(free + offsets[middles.length]);
  }
  return middles;
}

/** As `inOrder`, in the order of the targets; the answer is in the order of `rungs`. */
export function solveLadder(rungs: readonly Rung[], low: number, high: number): number[] {
  const order = rungs.map((_, i) => i).sort((a, b) => rungs[a].target - rungs[b].target || a - b);
  const places = inOrder(
    order.map((i) => rungs[i]),
    low,
    high,
  );
  const middles = Array.from<number>({ length: rungs.length });
  order.forEach((i, k) => {
    middles[i] = places[k];
  });
  return middles;
}
