import type { FastNetwork } from '../../engine/index.ts';
import type { Input, Progress, Result } from '../protocol.ts';
import type { Workspace } from '../workspace.ts';
import { part } from '../part.ts';
import { goTo } from './place.ts';

/** Clocks are coarse: what is quick is timed over so many milliseconds, or so many times. */
const TIMED = { ms: 4, times: 100 };

export function* nudges(
  workspace: Workspace,
  input: Input<'nudges'>,
): Generator<Progress, Result<'nudges'>> {
  const { eps } = input;
  if (!(eps > 0 && eps < Infinity)) throw new RangeError(`A nudge of ${eps} is none`);
  const { step, net, reading, loss, gradient } = yield* part(goTo(workspace, input), 0, 0.3);
  const { now } = workspace;
  const parameters = net.p.length;
  const from = Math.max(0, Math.min(Math.floor(input.from), parameters));
  const to = Math.max(from, Math.min(from + Math.floor(input.count), parameters));
  const numerical = new Float64Array(to - from);
  let numericalMs = 0;
  for (let i = from; i < to;) {
    const started = now();
    let spent = 0;
    // What the worker does between two slices is not counted.
    for (; i < to && spent < TIMED.ms; spent = now() - started) {
      numerical[i - from] = slopeByTrying(net, reading.tokens, i, eps);
      i += 1;
    }
    numericalMs += spent;
    yield { done: 0.3 + (0.7 * (i - from)) / (to - from), total: 1 };
  }
  return {
    ...reading,
    step,
    from,
    numerical,
    analytic: gradient.slice(from, to),
    loss,
    parameters,
    numericalMs,
    analyticMs: timeOfGradient(net, reading.tokens, now),
  };
}

/** Nudge it up, nudge it down, see how the loss differs. */
function slopeByTrying(net: FastNetwork, tokens: number[], i: number, eps: number): number {
  const before = net.p[i];
  net.p[i] = before + eps;
  const up = net.measure(tokens);
  net.p[i] = before - eps;
  const down = net.measure(tokens);
  net.p[i] = before;
  return (up - down) / (2 * eps);
}

/** Milliseconds that the gradient of all parameters takes: the mean of several times. */
function timeOfGradient(net: FastNetwork, tokens: number[], now: () => number): number {
  const started = now();
  for (let times = 1; ; times++) {
    net.gradient(tokens);
    const spent = now() - started;
    if (spent >= TIMED.ms || times === TIMED.times) return spent / times;
  }
}
