/** The run behind `train`: data in, numbers out, no terminal. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { analyticGradient, flatDials, lossOf, numericalGradient } from '../engine/by-hand.ts';
import { parseDocuments, split, type DataIssue } from '../engine/documents.ts';
import { Random } from '../engine/random.ts';
import { drawDials } from '../engine/readable.ts';
import { DEFAULT_RECIPE, type Recipe } from '../engine/recipe.ts';
import { networkOf } from '../engine/settings.ts';
import { sample } from '../engine/sample.ts';
import { Tokenizer } from '../engine/tokenizer.ts';
import { startLearner } from './learner.ts';
import { UsageError, type TrainOptions } from './train-options.ts';

const DEFAULT_DATA = fileURLToPath(new URL('../../public/data/names-us-2018.txt', import.meta.url));

/** What `--json` prints; null where the model of counts has nothing to report. */
export interface RunReport {
  step: number;
  seed: number;
  num_docs: number;
  vocab_size: number;
  num_params: number | null;
  losses: number[];
  samples: string[];
  params_final_abs_sum: number | null;
}

/** How the two gradients of Step 1 agree on the first document. */
export interface GradientCheck {
  numericalLoss: number;
  analyticLoss: number;
  largestDifference: number;
}

export interface Run {
  report: RunReport;
  /** Of Step 1 only. */
  check: GradientCheck | null;
}

export interface TrainData {
  documents: string[];
  /** What the caller should know, in words. */
  warnings: string[];
}

/** @throws UsageError if the file cannot be read or used */
export function readData(path: string = DEFAULT_DATA): TrainData {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const reason = REASONS[code] ?? 'cannot be read';
    throw new UsageError(`--data ${path}: ${reason}`);
  }
  const { documents, issues } = parseDocuments(bytes);
  const fault = issues.find((issue) => issue.severity === 'error');
  if (fault) throw new UsageError(`--data ${path}: ${inWords(fault)}`);
  return { documents, warnings: issues.map((issue) => `${path}: ${inWords(issue)}`) };
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  EISDIR: 'is a folder',
  EACCES: 'may not be read',
};

function inWords({ code, count: many = 0, line = 0, limit = 0 }: DataIssue): string {
  switch (code) {
    case 'empty':
      return 'holds no documents';
    case 'not-utf8':
      return `is not UTF-8 (${many} places, the first on line ${line})`;
    case 'utf-16':
      return 'read as UTF-16';
    case 'nul':
      return `NUL characters were removed (${many}, the first on line ${line})`;
    case 'control':
      return `has control characters (${many}, the first on line ${line})`;
    case 'too-many':
      return `only the first ${limit} documents are read, ${many} are left out`;
    case 'too-many-symbols':
      return `has ${many} different symbols, more than the ${limit} that a table can take`;
    case 'too-long':
      return `has documents of over ${limit} characters (${many}, the first on line ${line})`;
    case 'one-document':
      return 'holds only one document';
    case 'one-symbol':
      return 'is made of only one symbol';
  }
}

/**
 * @param progress called now and then with the number of steps done
 * @throws UsageError if the loss stops being finite
 */
export function run(
  documents: readonly string[],
  options: TrainOptions,
  progress: (done: number) => void = () => {},
): Run {
  const { step, seed, steps, engine, temperature } = options;
  const { train, random } = split(documents, seed, steps, 0);
  const tokenizer = Tokenizer.fromDocuments(documents);
  const check =
    step === 1 && steps > 0 ? checkGradient(train[0], tokenizer, options, random) : null;
  const model = startLearner(engine, recipeOf(options), train, tokenizer, random);
  const losses: number[] = [];
  for (let done = 0; done < steps; done++) {
    const loss = model.learn(done % train.length, done);
    if (!Number.isFinite(loss)) throw diverged(done + 1);
    losses.push(loss);
    if (done % 16 === 0) progress(done);
  }
  const final = model.parameters();
  if (final?.some((x) => !Number.isFinite(x))) throw diverged(steps);
  const samples = Array.from({ length: options.samples }, () =>
    tokenizer.decode(
      sample(random, model.predictor(temperature), tokenizer.bos, model.limit).tokens,
    ),
  );
  const report = {
    step,
    seed,
    num_docs: documents.length,
    vocab_size: tokenizer.size,
    num_params: final && final.length,
    losses,
    samples,
    params_final_abs_sum: final && final.reduce((sum, x) => sum + Math.abs(x), 0),
  };
  return { report, check };
}

const diverged = (step: number) =>
  new UsageError(`the loss stopped being finite at step ${step}; a smaller --lr may help`);

function recipeOf({ step, steps, network }: TrainOptions): Recipe {
  return { ...DEFAULT_RECIPE, ...network, model: step, steps };
}

/** Compares both gradients of Step 1 at the parameters that `random` is about to draw. */
function checkGradient(
  first: string,
  tokenizer: Tokenizer,
  options: TrainOptions,
  random: Random,
): GradientCheck {
  const copy = new Random(0);
  copy.setState(random.getState());
  const { sizes } = networkOf(recipeOf(options), tokenizer.size)!;
  const dials = drawDials(sizes, copy);
  const tokens = tokenizer.encode(first);
  const tried = flatDials(numericalGradient(dials, tokens));
  const { loss, grad } = analyticGradient(dials, tokens);
  const apart = flatDials(grad).map((g, i) => Math.abs(g - tried[i]));
  return {
    numericalLoss: lossOf(dials, tokens),
    analyticLoss: loss,
    largestDifference: apart.reduce((a, b) => Math.max(a, b), 0),
  };
}

/** Steps 1, 3 and 4 report their first five steps and every 200th. */
const SPARSE: ReadonlySet<number> = new Set([1, 3, 4]);

/** The run as the reference program of its step prints it. */
export function inReferenceForm({ report, check }: Run): string {
  const { step, losses, samples, num_params } = report;
  const lines = [`num docs: ${report.num_docs}`, `vocab size: ${report.vocab_size}`];
  if (num_params !== null) lines.push(`num params: ${num_params}`);
  if (check) {
    const { numericalLoss, analyticLoss, largestDifference } = check;
    lines.push(
      `gradient check | loss_n ${numericalLoss.toFixed(6)} | loss_a ${analyticLoss.toFixed(6)}` +
        ` | max diff ${largestDifference.toFixed(8)}`,
    );
  }
  const total = String(losses.length).padStart(4);
  losses.forEach((loss, i) => {
    if (SPARSE.has(step) && i >= 5 && i % 200 !== 0) return;
    lines.push(`step ${String(i + 1).padStart(4)} / ${total} | loss ${loss.toFixed(4)}`);
  });
  lines.push('', '--- inference (new, hallucinated names) ---');
  samples.forEach((text, i) => {
    lines.push(`sample ${String(i + 1).padStart(2)}: ${text}`);
  });
  return `${lines.join('\n')}\n`;
}
