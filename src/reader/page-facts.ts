/** The live numbers that every page may quote, whatever figures it has. */
import type { Recipe } from '../engine/recipe.ts';
import type { Input, OperationName, Result } from '../worker/protocol.ts';

export type Ask = <K extends OperationName>(op: K, input: Input<K>) => Result<K> | undefined;

/** Nats in the floors' ladder and wherever models are compared. */
const NATS = 3;

/** The questions whose answers the page's own numbers come from. */
export const pageQuestions = (
  recipe: Recipe,
): { [K in OperationName]: readonly [op: K, input: Input<K>] }[OperationName][] => [
  ['data', { recipe }],
  ['floors', { recipe }],
  ['losses', { recipe }],
  ['state', { recipe, step: recipe.steps }],
];

/** What is known so far; a number that the engine has not given yet is left out. */
export function pageFacts(
  ask: Ask,
  recipe: Recipe,
  lens: string | null,
  locale: string,
): Record<string, string> {
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const one = new Intl.NumberFormat(locale, { maximumFractionDigits: 1, minimumFractionDigits: 1 });
  const facts: Record<string, string> = {
    'run.seed': String(recipe.seed),
    'train.steps': whole.format(recipe.steps),
    'heldout.count': whole.format(recipe.heldOut),
  };
  const data = ask('data', { recipe });
  const floors = ask('floors', { recipe });
  const run = ask('losses', { recipe });
  const trained = ask('state', { recipe, step: recipe.steps });
  if (data) {
    const name = lens ?? data.head[0] ?? '';
    const letters = [...new Intl.Segmenter(locale).segment(name)].length;
    Object.assign(facts, {
      'data.documents': whole.format(data.documents),
      'data.distinct': whole.format(data.distinct),
      'data.vocabSize': whole.format(data.labels.length),
      'data.letters': whole.format(data.letters),
      'data.cells': whole.format(data.labels.length ** 2),
      'data.pairs': whole.format(data.transitions),
      'data.longest': whole.format(data.longest),
      'data.meanLength': one.format(data.meanLength),
      'data.first': data.head[0] ?? '',
      'lens.name': name,
      'lens.letters': whole.format(letters),
      'lens.steps': whole.format(letters + 1),
    });
  }
  if (floors) {
    for (const [key, nats] of Object.entries(floors)) facts[`floor.${key}`] = nats.toFixed(NATS);
  }
  if (trained) {
    facts['step0.pairs'] = whole.format(trained.seen);
    facts['step0.empty'] = whole.format(trained.counts.filter((count) => count === 0).length);
  }
  const heldOut = run?.heldOut.nats.at(-1);
  if (run) facts['heldout.count'] = whole.format(run.heldOutDocuments);
  // With nothing held out there is nothing to say; a dash, so that no other run's numbers stand.
  if (run && heldOut === undefined) {
    for (const key of ['heldout', 'choices', 'gap']) facts[`step0.${key}`] = '–';
  }
  if (run && heldOut !== undefined) {
    facts['step0.heldout'] = heldOut.toFixed(NATS);
    facts['step0.choices'] = one.format(Math.exp(heldOut));
    if (floors) facts['step0.gap'] = (heldOut - floors.bigram).toFixed(2);
  }
  return facts;
}
