import { networkHeldOutLoss, Random, type Recipe } from '../../../engine/index.ts';
import { pairTable } from '../../../engine/ideas/pair-table.ts';
import { Tower } from '../../../engine/ideas/tower.ts';
import { trainTower, type TowerRun } from '../../../engine/ideas/tower-run.ts';
import { EngineFault } from '../../faults.ts';
import { trainTo } from '../../network-run.ts';
import { networksOf } from '../../networks.ts';
import { part } from '../../part.ts';
import { recipeKey } from '../../recipe-key.ts';
import type { Input, Progress, Result, TowerSettings } from '../../protocol.ts';
import { remember, type DataSet, type Workspace } from '../../workspace.ts';

/** The width of the guide's networks. */
const WIDTH = 16;
/** Tokens with a row of their own; of more, the rarest share one. */
const MOST_TOKENS = 64;
/** Losses that an answer carries. */
const POINTS = 60;
/** Bounds of what can be asked for in one go. */
const MOST = { blocks: 64, steps: 10_000 };

interface Trained {
  readonly data: DataSet;
  readonly tower: Tower;
  readonly run: TowerRun;
  readonly floors: { floor: number; unigram: number };
}

/** Towers kept for taking blocks out. */
const KEPT = 4;
const kept = new WeakMap<Workspace, Map<string, Trained>>();

function* trained(
  workspace: Workspace,
  recipe: Recipe,
  { joint, blocks, rate, steps }: TowerSettings,
): Generator<Progress, Trained> {
  const whole = (n: number, most: number) => Number.isInteger(n) && n >= 1 && n <= most;
  if (!whole(blocks, MOST.blocks) || !whole(steps, MOST.steps) || !(rate > 0 && rate < Infinity))
    throw new EngineFault('recipe-unusable', `${blocks} blocks, ${steps} steps, rate ${rate}`);
  const data = workspace.dataSet(recipe.data);
  let towers = kept.get(workspace);
  if (!towers) kept.set(workspace, (towers = new Map()));
  const key = `${recipeKey(recipe)} ${joint} ${blocks} ${rate} ${steps}`;
  const known = towers.get(key);
  if (known?.data === data) return remember(towers, key, () => known, KEPT);
  const table = pairTable(data.corpus, MOST_TOKENS);
  const random = new Random(recipe.seed);
  const tower = new Tower({ table, joint, blocks, width: WIDTH, random });
  const run = yield* trainTower(tower, rate, steps);
  towers.delete(key);
  const { floor, unigram } = table;
  return remember(towers, key, () => ({ data, tower, run, floors: { floor, unigram } }), KEPT);
}

function* tower(
  workspace: Workspace,
  settings: Input<'tower'>,
): Generator<Progress, Result<'tower'>> {
  const { tower: net, run, floors } = yield* trained(workspace, settings.recipe, settings);
  const { losses, slopes, ended } = run;
  const every = Math.max(1, Math.floor(settings.steps / POINTS));
  const at = [...losses.keys()].filter((step) => step % every === 0 || step === losses.length - 1);
  return {
    at,
    losses: at.map((step) => losses[step]),
    ended,
    slopes,
    parameters: net.p.length,
    ...floors,
  };
}

function unplug(
  workspace: Workspace,
  { recipe, network, sets }: Input<'unplug'>,
): Generator<Progress, Result<'unplug'>> {
  return network.kind === 'gpt'
    ? unplugGpt(workspace, recipe, sets)
    : unplugTower(workspace, recipe, network, sets);
}

function* unplugTower(
  workspace: Workspace,
  recipe: Recipe,
  settings: TowerSettings,
  sets: readonly number[][],
): Generator<Progress, Result<'unplug'>> {
  const { tower: net } = yield* trained(workspace, recipe, settings);
  // Once as a whole, so that the norms have the means and scales of the trained weights.
  net.loss();
  return { nats: sets.map((out) => net.lossWithout(new Set(out))) };
}

/** A branch adds what its last matrix makes: without that matrix, the stream goes by. */
function* unplugGpt(
  workspace: Workspace,
  recipe: Recipe,
  sets: readonly number[][],
): Generator<Progress, Result<'unplug'>> {
  const run = networksOf(workspace).run(recipe);
  const { history, heldOut } = run;
  const step = yield* part(trainTo(run, recipe.steps), 0, 0.6);
  const net = yield* part(history.seek(step), 0.6, 0.62);
  const own = net.p.slice();
  const branches: [from: number, to: number][] = [];
  let at = 0;
  for (const { name, rows, cols } of net.shapes) {
    if (/attn_wo|mlp_fc2/.test(name)) branches.push([at, at + rows * cols]);
    at += rows * cols;
  }
  const nats: number[] = [];
  for (const [i, out] of sets.entries()) {
    net.p.set(own);
    for (const branch of out) if (branches[branch]) net.p.fill(0, ...branches[branch]);
    const share = (n: number) => 0.62 + (0.38 * n) / sets.length;
    const measuring = networkHeldOutLoss(net, history.corpus, history.order, heldOut);
    nats.push(yield* part(measuring, share(i), share(i + 1)));
  }
  net.p.set(own);
  return { nats };
}

/** Depth with and without ways around blocks, and what a block costs to take out. */
export const residual = { tower, unplug };
