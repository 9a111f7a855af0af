/** How far a long computation has come, in whatever unit it counts. */
export interface Progress {
  done: number;
  total: number;
}

/** Runs a computation that can be interrupted to its end without a break. */
export function finish<R>(work: Generator<Progress, R>): R {
  for (;;) {
    const { value, done } = work.next();
    if (done) return value;
  }
}
