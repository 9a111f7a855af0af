import {
  FastNetwork,
  networkHeldOutLoss,
  networkOf,
  type Design,
  type Recipe,
} from '../../engine/index.ts';
import { checkNetwork, heldOutAt, trainTo, type NetworkRun } from '../network-run.ts';
import { networksOf } from '../networks.ts';
import { part } from '../part.ts';
import type { Input, Progress, Result } from '../protocol.ts';
import { recipeKey } from '../recipe-key.ts';
import { remember, type Workspace } from '../workspace.ts';

/** Losses kept of each run. */
const KEPT = 256;
const kept = new WeakMap<NetworkRun, Map<string, number>>();

/** A recipe with some parts of its design exchanged. */
export const changedBy = (recipe: Recipe, design: Partial<Design> | null): Recipe => ({
  ...recipe,
  ...design,
});

/** The parameters of a network, as the network of another recipe of the same sizes reads them. */
export function readBy(net: FastNetwork, recipe: Recipe): FastNetwork {
  const { sizes, training } = networkOf(recipe, net.sizes.vocab)!;
  const other = new FastNetwork(sizes, training);
  other.p.set(net.p);
  return other;
}

export function* redesigned(
  workspace: Workspace,
  { recipe, step: wanted, designs }: Input<'redesigned'>,
): Generator<Progress, Result<'redesigned'>> {
  const changed = designs.map((design) => changedBy(recipe, design));
  for (const each of changed) checkNetwork(each);
  const run = networksOf(workspace).run(recipe);
  const { from, to } = run.heldOut;
  const step = yield* part(trainTo(run, wanted), 0, 0.5);
  const share = (n: number) => 0.5 + (0.5 * n) / (designs.length + 1);
  const trained = yield* part(heldOutAt(run, step), 0.5, share(1));
  const nats: number[] = [];
  for (const [i, each] of changed.entries())
    nats.push(yield* part(heldOutBy(run, step, each), share(i + 1), share(i + 2)));
  return { step, documents: to - from, trained, nats };
}

/** Held-out nats of a run's parameters after a step, as another recipe's network reads them. */
function* heldOutBy(run: NetworkRun, step: number, recipe: Recipe): Generator<Progress, number> {
  const asked = recipeKey(recipe);
  if (asked === recipeKey(run.recipe)) return yield* heldOutAt(run, step);
  const losses = kept.get(run) ?? new Map<string, number>();
  kept.set(run, losses);
  const key = `${step} ${asked}`;
  const known = losses.get(key);
  if (known !== undefined) return known;
  const { corpus, order } = run.history;
  const net = readBy(yield* part(run.history.seek(step), 0, 0.2), recipe);
  const nats = yield* part(networkHeldOutLoss(net, corpus, order, run.heldOut), 0.2, 1);
  return remember(losses, key, () => nats, KEPT);
}
