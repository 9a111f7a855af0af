/** Labels down one side, in order of value, as near to their lines as they can be. */

export interface Rung {
  /** Where the label would like its middle, px. */
  target: number;
  /** Its height, px. */
  height: number;
}

/**
 * Middles of labels such that none overlap, in the order of their targets, with the least sum of
 * squared moves (pool adjacent violators: Barlow et al. 1972), kept within [low, high]. When they
 * cannot all fit, heights shrink evenly. The answer is in the order of `rungs`.
 */
export function solveLadder(rungs: readonly Rung[], low: number, high: number): number[] {
  const order = rungs.map((_, i) => i).sort((a, b) => rungs[a].target - rungs[b].target || a - b);
  const total = rungs.reduce((sum, rung) => sum + rung.height, 0);
  const shrink = total > high - low ? Math.max(0, (high - low) / total) : 1;
  // with the space that labels take removed, they may coincide but not cross: isotonic regression
  const offsets: number[] = [];
  let taken = 0;
  for (const i of order) {
    offsets.push(taken + (rungs[i].height * shrink) / 2);
    taken += rungs[i].height * shrink;
  }
  const blocks: { sum: number; count: number }[] = [];
  order.forEach((i, k) => {
    let block = { sum: rungs[i].target - offsets[k], count: 1 };
    while (blocks.length) {
      const last = blocks[blocks.length - 1];
      if (last.sum / last.count <= block.sum / block.count) break;
      block = { sum: block.sum + last.sum, count: block.count + last.count };
      blocks.pop();
    }
    blocks.push(block);
  });
  const places: number[] = [];
  const room = Math.max(low, high - taken);
  for (const { sum, count } of blocks) {
    const free = Math.max(low, Math.min(room, sum / count));
    for (let n = 0; n < count; n++) places.push(free + offsets[places.length]);
  }
  const middles = Array.from<number>({ length: rungs.length });
  order.forEach((i, k) => {
    middles[i] = places[k];
  });
  return middles;
}
