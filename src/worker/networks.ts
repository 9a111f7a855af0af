/**
 * The networks that a workspace keeps between questions. Apart from `workspace.ts`, so that a page
 * which only counts need not fetch them.
 */
import type { Recipe } from '../engine/recipe.ts';
import type { SweptRun } from './network-protocol.ts';
import { checkNetwork, startNetwork, type NetworkRun } from './network-run.ts';
import { recipeKey } from './recipe-key.ts';
import { remember, type DataSet, type Workspace } from './workspace.ts';

/** Runs kept at once, the memory they may take, and results of runs swept over. */
const KEPT = 8;
const BYTES = 64 * 1024 * 1024;
const SWEPT_KEPT = 256;

interface Swept {
  readonly data: DataSet;
  readonly run: SweptRun;
}

class Networks {
  readonly #workspace: Workspace;
  readonly #runs = new Map<string, NetworkRun>();
  readonly #swept = new Map<string, Swept>();

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /**
   * A run of a network, as far as it has been trained; it is trained as it is asked about.
   * @throws EngineFault as `dataSet`, and `recipe-unusable` if the recipe cannot train
   */
  run(recipe: Recipe): NetworkRun {
    checkNetwork(recipe);
    const data = this.#workspace.dataSet(recipe.data);
    const key = recipeKey(recipe);
    // The reader's text may have become another under the same name.
    if (this.#runs.get(key)?.data !== data) this.#runs.delete(key);
    const run = remember(this.#runs, key, () => startNetwork(recipe, data), KEPT);
    let bytes = 0;
    for (const { history } of this.#runs.values()) bytes += history.bytes;
    for (const [oldest, { history }] of this.#runs) {
      if (bytes <= BYTES || this.#runs.size === 1) break;
      bytes -= history.bytes;
      this.#runs.delete(oldest);
    }
    return run;
  }

  /** The run of a recipe, if it is kept and has nothing left to train. */
  finished(recipe: Recipe): NetworkRun | undefined {
    const run = this.#runs.get(recipeKey(recipe));
    if (run?.data !== this.#workspace.dataSet(recipe.data)) return undefined;
    return run.history.trained >= run.history.last ? run : undefined;
  }

  /** What is remembered of a run that was swept over with so many `points`. */
  swept(recipe: Recipe, points: number): SweptRun | undefined {
    const found = this.#swept.get(`${points} ${recipeKey(recipe)}`);
    return found?.data === this.#workspace.dataSet(recipe.data) ? found.run : undefined;
  }

  rememberSwept(recipe: Recipe, points: number, run: SweptRun): void {
    const key = `${points} ${recipeKey(recipe)}`;
    const data = this.#workspace.dataSet(recipe.data);
    this.#swept.delete(key);
    remember(this.#swept, key, () => ({ data, run }), SWEPT_KEPT);
  }
}

const kept = new WeakMap<Workspace, Networks>();

/** A workspace's own. */
export function networksOf(workspace: Workspace): Networks {
  let networks = kept.get(workspace);
  if (!networks) kept.set(workspace, (networks = new Networks(workspace)));
  return networks;
}
