/** The same bits everywhere: the browser's worker and Node give one set of numbers. */
import { readdirSync, readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { DEFAULT_RECIPE, type Recipe } from '../../src/engine/index.ts';
import { operations } from '../../src/worker/operations/index.ts';
import type { Input, OperationName, Progress } from '../../src/worker/protocol.ts';
import { Workspace } from '../../src/worker/workspace.ts';
import { expect, test } from './support/site.ts';

const RECIPES: Recipe[] = [
  DEFAULT_RECIPE,
  { ...DEFAULT_RECIPE, seed: 7, steps: 10_000 },
  {
    ...DEFAULT_RECIPE,
    seed: 2 ** 40 + 3,
    data: { kind: 'builtin', id: 'territories-ar' },
    steps: 400,
    heldOut: 20,
  },
];

/** A network over 10,000 steps: a difference in a last bit would long have become another run. */
const NETWORK: Recipe = { ...DEFAULT_RECIPE, model: 5, steps: 10_000 };
/** Every part otherwise than in the reference, so that every function of the engine has its say. */
const VARIANT: Recipe = {
  ...NETWORK,
  steps: 1000,
  layers: 2,
  norm: 'layer',
  postNorm: true,
  activation: 'gelu',
  optimizer: 'rmsprop',
  schedule: 'cosine',
  wiring: [0, 1, 2, 3, 3, -1, 1, 0],
};

const networkQuestions = (recipe: Recipe): { op: OperationName; input: unknown }[] => [
  { op: 'curve', input: { recipe, points: 3 } },
  {
    op: 'weights',
    input: { recipe, step: recipe.steps, tensors: null, gradients: true, memories: true },
  },
  {
    op: 'generate',
    input: {
      recipe,
      step: recipe.steps,
      count: 20,
      temperature: 0.5,
      topK: null,
      seed: null,
      prompt: '',
      distributions: true,
    },
  },
];

const countingQuestions = (recipe: Recipe): { op: OperationName; input: unknown }[] => [
  { op: 'losses', input: { recipe } },
  { op: 'floors', input: { recipe } },
  { op: 'sample', input: { recipe, step: recipe.steps, alpha: 1, count: 20, seed: null } },
  { op: 'state', input: { recipe, step: Math.floor(recipe.steps / 3) } },
];

const questions = (recipe: Recipe) =>
  recipe.model === 0 ? countingQuestions(recipe) : networkQuestions(recipe);

/** Every float in full, so that one bit of difference shows. */
const written = (value: unknown): string =>
  JSON.stringify(value, (_key, item: unknown) =>
    ArrayBuffer.isView(item) ? [...(item as Float64Array)] : item,
  );

function inNode(recipe: Recipe): string[] {
  const workspace = new Workspace();
  const id = recipe.data.kind === 'builtin' ? recipe.data.id : '';
  workspace.provide(id, readFileSync(`public/data/${id}.txt`));
  return questions(recipe).map(({ op, input }) => {
    const work = operations[op](workspace, input as Input<never>) as unknown;
    if (typeof work !== 'object' || work === null || !('next' in work)) return written(work);
    const steps = work as Generator<Progress, unknown>;
    for (let step = steps.next(); ; step = steps.next()) if (step.done) return written(step.value);
  });
}

const hash = (texts: string[]): string =>
  createHash('sha256').update(texts.join('\n')).digest('hex');

for (const recipe of [...RECIPES, NETWORK, VARIANT]) {
  test(`model ${recipe.model}, ${recipe.steps} steps, seed ${recipe.seed}: the same bits as in Node`, async ({
    page,
    baseURL,
  }) => {
    const file = readdirSync('dist/assets').find((name) => /^worker-.*\.js$/.test(name))!;
    await page.goto('about/');
    const answers = await page.evaluate(
      async ({ url, name, asked }) => {
        const worker = new Worker(url, { type: 'module', name });
        const results: string[] = [];
        for (const [id, { op, input }] of asked.entries()) {
          worker.postMessage({ kind: 'ask', id, op, input });
          results.push(
            await new Promise<string>((resolve, reject) => {
              worker.onerror = () => reject(new Error('the worker failed'));
              worker.onmessage = ({ data }) => {
                if (data.kind === 'fault') reject(new Error(JSON.stringify(data.fault)));
                if (data.kind === 'answer' && data.id === id) {
                  const list = (_key: string, item: unknown) =>
                    ArrayBuffer.isView(item) ? [...(item as Float64Array)] : item;
                  resolve(JSON.stringify(data.result, list));
                }
              };
            }),
          );
        }
        worker.terminate();
        return results;
      },
      { url: `${baseURL}assets/${file}`, name: baseURL!, asked: questions(recipe) },
    );
    expect(hash(answers)).toBe(hash(inNode(recipe)));
  });
}
