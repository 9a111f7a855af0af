/**
 * The three products of a linear layer, over all positions of a document at once. Each
 * sum is taken in the order in which the graph of `autograd.ts` takes it, so that not a
 * bit differs; tiles go across sums and never along one.
 *
 * T positions, I inputs, O outputs: x is [T, I], y is [T, O], w is [O, I], row by row.
 */

/** y = x·wᵀ for positions `from` to `to`, inputs ascending. */
export function linear(
  y: Float64Array,
  x: Float64Array,
  w: Float64Array,
  from: number,
  to: number,
  nin: number,
  nout: number,
): void {
  let o = 0;
  for (; o + 3 < nout; o += 4) {
    const r0 = o * nin;
    const r1 = r0 + nin;
    const r2 = r1 + nin;
    const r3 = r2 + nin;
    for (let t = from; t + 1 < to; t += 2) {
      const x0 = t * nin;
      const x1 = x0 + nin;
      // −0 is what leaves every number as it is when it is added, 0 and −0 too.
      let [a0, a1, a2, a3] = [-0, -0, -0, -0];
      let [b0, b1, b2, b3] = [-0, -0, -0, -0];
      for (let i = 0; i < nin; i++) {
        const a = x[x0 + i];
        const b = x[x1 + i];
        const w0 = w[r0 + i];
        const w1 = w[r1 + i];
        const w2 = w[r2 + i];
        const w3 = w[r3 + i];
        a0 += w0 * a;
        a1 += w1 * a;
        a2 += w2 * a;
        a3 += w3 * a;
        b0 += w0 * b;
        b1 += w1 * b;
        b2 += w2 * b;
        b3 += w3 * b;
      }
      const y0 = t * nout + o;
      const y1 = y0 + nout;
      y[y0] = a0;
      y[y0 + 1] = a1;
      y[y0 + 2] = a2;
      y[y0 + 3] = a3;
      y[y1] = b0;
      y[y1 + 1] = b1;
      y[y1 + 2] = b2;
      y[y1 + 3] = b3;
    }
  }
  for (; o < nout; o++) {
    const r = o * nin;
    for (let t = from; t + 1 < to; t += 2) {
      const x0 = t * nin;
      const x1 = x0 + nin;
      let a0 = -0;
      let b0 = -0;
      for (let i = 0; i < nin; i++) {
        a0 += w[r + i] * x[x0 + i];
        b0 += w[r + i] * x[x1 + i];
      }
      y[t * nout + o] = a0;
      y[(t + 1) * nout + o] = b0;
    }
  }
  if ((to - from) % 2 === 1) linearOne(y, x, w, to - 1, nin, nout);
}

/** The same for one position. */
function linearOne(
  y: Float64Array,
  x: Float64Array,
  w: Float64Array,
  t: number,
  nin: number,
  nout: number,
): void {
  const x0 = t * nin;
  const y0 = t * nout;
  let o = 0;
  for (; o + 3 < nout; o += 4) {
    const r0 = o * nin;
    const r1 = r0 + nin;
    const r2 = r1 + nin;
    const r3 = r2 + nin;
    let [a0, a1, a2, a3] = [-0, -0, -0, -0];
    for (let i = 0; i < nin; i++) {
      const a = x[x0 + i];
      a0 += w[r0 + i] * a;
      a1 += w[r1 + i] * a;
      a2 += w[r2 + i] * a;
      a3 += w[r3 + i] * a;
    }
    y[y0 + o] = a0;
    y[y0 + o + 1] = a1;
    y[y0 + o + 2] = a2;
    y[y0 + o + 3] = a3;
  }
  for (; o < nout; o++) {
    const r = o * nin;
    let a0 = -0;
    for (let i = 0; i < nin; i++) a0 += w[r + i] * x[x0 + i];
    y[y0 + o] = a0;
  }
}

/** dx = dy·w over the first `count` positions, the outputs in the given order. */
export function inputGradient(
  dx: Float64Array,
  dy: Float64Array,
  w: Float64Array,
  order: Int32Array,
  count: number,
  nin: number,
): void {
  const nout = order.length;
  let i = 0;
  for (; i + 3 < nin; i += 4) {
    for (let t = 0; t + 1 < count; t += 2) {
      const y0 = t * nout;
      const y1 = y0 + nout;
      let [a0, a1, a2, a3] = [0, 0, 0, 0];
      let [b0, b1, b2, b3] = [0, 0, 0, 0];
      for (let z = 0; z < nout; z++) {
        const o = order[z];
        const a = dy[y0 + o];
        const b = dy[y1 + o];
        const r = o * nin + i;
        const w0 = w[r];
        const w1 = w[r + 1];
        const w2 = w[r + 2];
        const w3 = w[r + 3];
        a0 += w0 * a;
        a1 += w1 * a;
        a2 += w2 * a;
        a3 += w3 * a;
        b0 += w0 * b;
        b1 += w1 * b;
        b2 += w2 * b;
        b3 += w3 * b;
      }
      const x0 = t * nin + i;
      const x1 = x0 + nin;
      dx[x0] = a0;
      dx[x0 + 1] = a1;
      dx[x0 + 2] = a2;
      dx[x0 + 3] = a3;
      dx[x1] = b0;
      dx[x1 + 1] = b1;
      dx[x1 + 2] = b2;
      dx[x1 + 3] = b3;
    }
  }
  for (; i < nin; i++) {
    for (let t = 0; t + 1 < count; t += 2) {
      const y0 = t * nout;
      const y1 = y0 + nout;
      let a0 = 0;
      let b0 = 0;
      for (let z = 0; z < nout; z++) {
        const o = order[z];
        a0 += w[o * nin + i] * dy[y0 + o];
        b0 += w[o * nin + i] * dy[y1 + o];
      }
      dx[t * nin + i] = a0;
      dx[(t + 1) * nin + i] = b0;
    }
  }
  if (count % 2 === 1) inputGradientOne(dx, dy, w, order, count - 1, nin);
}

/** The same for one position. */
function inputGradientOne(
  dx: Float64Array,
  dy: Float64Array,
  w: Float64Array,
  order: Int32Array,
  t: number,
  nin: number,
): void {
  const nout = order.length;
  const x0 = t * nin;
  const y0 = t * nout;
  let i = 0;
  for (; i + 3 < nin; i += 4) {
    let [a0, a1, a2, a3] = [0, 0, 0, 0];
    for (let z = 0; z < nout; z++) {
      const o = order[z];
      const a = dy[y0 + o];
      const r = o * nin + i;
      a0 += w[r] * a;
      a1 += w[r + 1] * a;
      a2 += w[r + 2] * a;
      a3 += w[r + 3] * a;
    }
    dx[x0 + i] = a0;
    dx[x0 + i + 1] = a1;
    dx[x0 + i + 2] = a2;
    dx[x0 + i + 3] = a3;
  }
  for (; i < nin; i++) {
    let a0 = 0;
    for (let z = 0; z < nout; z++) a0 += w[order[z] * nin + i] * dy[y0 + order[z]];
    dx[x0 + i] = a0;
  }
}

/**
 * dw = dyᵀ·x over the first `count` positions, last to first. Overwrites `dw`, unless the
 * sums are to go on from what is in it.
 */
export function weightGradient(
  dw: Float64Array,
  dy: Float64Array,
  x: Float64Array,
  count: number,
  nin: number,
  nout: number,
  goOn: boolean,
): void {
  let o = 0;
  for (; o + 1 < nout; o += 2) {
    const r0 = o * nin;
    const r1 = r0 + nin;
    let i = 0;
    for (; i + 3 < nin; i += 4) {
      let [a0, a1, a2, a3] = [0, 0, 0, 0];
      let [b0, b1, b2, b3] = [0, 0, 0, 0];
      if (goOn) {
        [a0, a1, a2, a3] = [dw[r0 + i], dw[r0 + i + 1], dw[r0 + i + 2], dw[r0 + i + 3]];
        [b0, b1, b2, b3] = [dw[r1 + i], dw[r1 + i + 1], dw[r1 + i + 2], dw[r1 + i + 3]];
      }
      for (let t = count - 1; t >= 0; t--) {
        const y = t * nout + o;
        const a = dy[y];
        const b = dy[y + 1];
        const s = t * nin + i;
        const x0 = x[s];
        const x1 = x[s + 1];
        const x2 = x[s + 2];
        const x3 = x[s + 3];
        a0 += x0 * a;
        a1 += x1 * a;
        a2 += x2 * a;
        a3 += x3 * a;
        b0 += x0 * b;
        b1 += x1 * b;
        b2 += x2 * b;
        b3 += x3 * b;
      }
      dw[r0 + i] = a0;
      dw[r0 + i + 1] = a1;
      dw[r0 + i + 2] = a2;
      dw[r0 + i + 3] = a3;
      dw[r1 + i] = b0;
      dw[r1 + i + 1] = b1;
      dw[r1 + i + 2] = b2;
      dw[r1 + i + 3] = b3;
    }
    for (; i < nin; i++) {
      let a0 = goOn ? dw[r0 + i] : 0;
      let b0 = goOn ? dw[r1 + i] : 0;
      for (let t = count - 1; t >= 0; t--) {
        const xi = x[t * nin + i];
        a0 += xi * dy[t * nout + o];
        b0 += xi * dy[t * nout + o + 1];
      }
      dw[r0 + i] = a0;
      dw[r1 + i] = b0;
    }
  }
  if (o < nout) {
    // #region order
    for (let i = 0; i < nin; i++) {
      let a0 = goOn ? dw[o * nin + i] : 0;
      for (let t = count - 1; t >= 0; t--) {
        a0 += x[t * nin + i] * dy[t * nout + o];
      }
      dw[o * nin + i] = a0;
    }
    // #endregion order
  }
}
