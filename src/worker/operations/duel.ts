import {
  documentTokens,
  fastNetwork,
  networkOf,
  Random,
  readableNetwork,
  shuffledOrder,
  type Network,
} from '../../engine/index.ts';
import { checkNetwork } from '../network-run.ts';
import type { Bout, Input, Progress } from '../protocol.ts';
import type { Workspace } from '../workspace.ts';

/** Clocks are coarse, and what is quick is taken again and again: for so many milliseconds. */
const TIMED = 8;
/** At most so many times. */
const MOST = 200;

/** One engine's way through the steps: milliseconds a step, and the loss of each. */
interface Way {
  ms: number;
  losses: number[];
}

/**
 * Both engines take the same first steps of a run, each from the same start, one after the other;
 * which of them begins changes from round to round.
 */
export function* duel(
  workspace: Workspace,
  { recipe, steps, round }: Input<'duel'>,
): Generator<Progress, Bout> {
  checkNetwork(recipe);
  const { corpus, documents, tokenizer } = workspace.dataSet(recipe.data);
  const { sizes, training } = networkOf(recipe, tokenizer.size)!;
  const { order, random } = shuffledOrder(documents.length, recipe.seed);
  const drawn = random.getState();
  const begin = (make: typeof readableNetwork): Network => {
    const copy = new Random(recipe.seed);
    copy.setState(drawn);
    return make(sizes, training, copy);
  };
  const count = Math.max(1, Math.min(Math.floor(steps), recipe.steps));
  const read = Array.from({ length: count }, (_, s) =>
    documentTokens(corpus, order[s % order.length]),
  );
  const { now } = workspace;

  /** Steps are timed in stretches: what the worker does in between is not counted. */
  function* once(net: Network, from: number, to: number): Generator<Progress, Way> {
    const losses: number[] = [];
    let ms = 0;
    for (let s = 0; s < count;) {
      const started = now();
      let spent = 0;
      for (; s < count && spent < TIMED; spent = now() - started) {
        losses.push(net.learn(read[s], s));
        s += 1;
      }
      ms += spent;
      yield { done: from + ((to - from) * s) / count, total: 1 };
    }
    return { ms: ms / count, losses };
  }

  function* readable(from: number, to: number): Generator<Progress, Way> {
    return yield* once(begin(readableNetwork), from, to);
  }

  function* fast(from: number, to: number): Generator<Progress, Way> {
    let [spent, times] = [0, 0];
    let losses: number[] = [];
    while (times === 0 || (spent < TIMED && times < MOST)) {
      const way = yield* once(begin(fastNetwork), from, to);
      losses = way.losses;
      spent += way.ms * count;
      times += 1;
    }
    return { ms: spent / (times * count), losses };
  }

  const [first, second] = round % 2 === 0 ? [readable, fast] : [fast, readable];
  const one = yield* first(0, 0.5);
  const two = yield* second(0.5, 1);
  const [slow, quick] = round % 2 === 0 ? [one, two] : [two, one];
  return {
    steps: count,
    readableMs: slow.ms,
    fastMs: quick.ms,
    same: slow.losses.map((loss, s) => Object.is(loss, quick.losses[s])),
  };
}
