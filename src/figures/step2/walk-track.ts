/** A line through heights 0…1, evenly spaced from left to right, 1 at `top`. */
export function trackPath(
  heights: readonly number[],
  width: number,
  top: number,
  bottom: number,
): string {
  const pitch = heights.length > 1 ? width / (heights.length - 1) : 0;
  return heights
    .map((height, k) => {
      const y = bottom - Math.max(0, Math.min(1, height)) * (bottom - top);
      return `${k === 0 ? 'M' : 'L'}${(k * pitch).toFixed(1)} ${y.toFixed(1)}`;
    })
    .join('');
}
