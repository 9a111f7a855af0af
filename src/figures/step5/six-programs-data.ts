import type { Floors } from '../../engine/floors.ts';
import type { Model, Recipe } from '../../engine/recipe.ts';
import { sum } from '../../engine/vector.ts';
import { useEngine, type Answer } from '../../reader/engine.ts';
import type { Fault, HeldOutPoints } from '../../worker/protocol.ts';
import { measuredAt, programOf } from '../held-out.ts';
import { DRAWN, PROGRAMS, type Program, type View } from './six-programs-view.ts';

/** All that is known of the six programs. */
export interface Six {
  readonly floors: Floors;
  /** Held-out names; with none of them nothing can be compared. */
  readonly documents: number;
  readonly programs: readonly Program[];
  /** By number; null while it is not known. */
  readonly curves: readonly (HeldOutPoints | null)[];
}

export interface SixData {
  /** Null before the first answers. */
  readonly six: Six | null;
  readonly live: boolean;
  readonly busy: boolean;
  readonly fault: Fault | null;
}

/** The page's own run is program 5; the others are trained as their pages train them. */
export const recipeOf = (recipe: Recipe, model: Model): Recipe =>
  model === recipe.model ? recipe : programOf(recipe, model);

/** Held-out loss of one program over its run. */
export const useCurve = (recipe: Recipe, model: Model): Answer<'evaluate'> =>
  useEngine('evaluate', { recipe: recipeOf(recipe, model), steps: measuredAt(recipe.steps) });

const useNames = (recipe: Recipe, model: Model, { temperature, again }: View) =>
  useEngine('generate', {
    recipe: recipeOf(recipe, model),
    step: recipe.steps,
    count: DRAWN,
    temperature: Number(temperature),
    topK: null,
    seed: recipe.seed + again,
    prompt: '',
    distributions: false,
  });

/** Numbers of each program, and multiplications for one letter more. */
export function useSizes(recipe: Recipe): readonly Pick<Program, 'numbers' | 'products'>[] {
  const { data: counts } = useEngine('data', { recipe });
  const { data: mlp } = useEngine('network', { recipe: recipeOf(recipe, 2) });
  const nets = [
    useEngine('network', { recipe: recipeOf(recipe, 3) }).data,
    useEngine('network', { recipe: recipeOf(recipe, 4) }).data,
    useEngine('network', { recipe: recipeOf(recipe, 5) }).data,
  ];
  const works = [
    useEngine('work', { recipe: recipeOf(recipe, 3), text: '' }).data,
    useEngine('work', { recipe: recipeOf(recipe, 4), text: '' }).data,
    useEngine('work', { recipe: recipeOf(recipe, 5), text: '' }).data,
  ];
  const counting = {
    numbers: counts ? counts.labels.length ** 2 : null,
    products: 0,
  };
  // A row of wte is looked up; a matrix times a vector is one multiplication a cell.
  const matrices = mlp?.shapes.filter(({ name }) => name !== 'wte') ?? [];
  const bent = {
    numbers: mlp?.parameters ?? null,
    products: mlp ? sum(matrices.map(({ rows, cols }) => rows * cols)) : null,
  };
  const heads = nets.map((net, i) => ({
    numbers: net?.parameters ?? null,
    products: works[i] ? sum(works[i].parts.map(({ multiplications }) => multiplications)) : null,
  }));
  return [counting, bent, bent, ...heads];
}

/** Asks for the six runs, their sizes and their names. */
export function useSix(recipe: Recipe, view: View): SixData {
  const curves = [
    useCurve(recipe, 0),
    useCurve(recipe, 1),
    useCurve(recipe, 2),
    useCurve(recipe, 3),
    useCurve(recipe, 4),
    useCurve(recipe, 5),
  ];
  const names = [
    useNames(recipe, 0, view),
    useNames(recipe, 1, view),
    useNames(recipe, 2, view),
    useNames(recipe, 3, view),
    useNames(recipe, 4, view),
    useNames(recipe, 5, view),
  ];
  const sizes = useSizes(recipe);
  const floors = curves[5].data?.floors ?? null;
  const known = curves.map(({ data }) => data ?? null);
  const programs = PROGRAMS.map((model): Program => ({
    model,
    nats: known[model]?.nats.at(-1) ?? null,
    ...sizes[model],
    names: names[model].data?.names ?? [],
  }));
  const answers = [...curves, ...names];
  return {
    six: floors && { floors, documents: known[5]?.documents ?? 0, programs, curves: known },
    live: curves[5].live,
    busy: answers.some(({ busy }) => busy),
    fault: answers.find(({ fault }) => fault)?.fault ?? null,
  };
}
