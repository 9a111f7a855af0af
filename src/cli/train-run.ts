/** The run behind `train`: data in, numbers out, no terminal. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { measure, predict, count, emptyTable } from '../engine/bigram.ts';
import { encodeCorpus } from '../engine/corpus.ts';
import { countDocument, documentLoss, emptyCounts, rowProbabilities } from '../engine/counts.ts';
import { parseDocuments, split, type DataIssue } from '../engine/documents.ts';
import { sample, tempered, type Predict } from '../engine/sample.ts';
import { Tokenizer } from '../engine/tokenizer.ts';
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

/** @param progress called now and then with the number of steps done */
export function runStep0(
  documents: readonly string[],
  options: TrainOptions,
  progress: (done: number) => void = () => {},
): RunReport {
  const { seed, steps, temperature } = options;
  const { train, random } = split(documents, seed, steps, 0);
  const tokenizer = Tokenizer.fromDocuments(documents);
  const model = (options.engine === 'fast' ? fastModel : readableModel)(train, tokenizer);
  const losses: number[] = [];
  for (let step = 0; step < steps; step++) {
    losses.push(model.learn(step % train.length));
    if (step % 1024 === 0) progress(step);
  }
  const draw: Predict = (prev) => tempered(model.predict(prev), temperature);
  const samples = Array.from({ length: options.samples }, () =>
    tokenizer.decode(sample(random, draw, tokenizer.bos).tokens),
  );
  return {
    step: 0,
    seed,
    num_docs: documents.length,
    vocab_size: tokenizer.size,
    num_params: null,
    losses,
    samples,
    params_final_abs_sum: null,
  };
}

interface CountingModel {
  /** Measures a document, then counts it; returns its loss in nats per step. */
  learn(d: number): number;
  predict(prev: number): ArrayLike<number>;
}

function readableModel(docs: readonly string[], tokenizer: Tokenizer): CountingModel {
  const counts = emptyTable(tokenizer.size);
  return {
    learn(d) {
      const tokens = tokenizer.encode(docs[d]);
      const loss = measure(counts, tokens);
      count(counts, tokens);
      return loss;
    },
    predict: (prev) => predict(counts, prev),
  };
}

function fastModel(docs: readonly string[], tokenizer: Tokenizer): CountingModel {
  const corpus = encodeCorpus(docs, tokenizer);
  const table = emptyCounts(tokenizer.size);
  return {
    learn(d) {
      const loss = documentLoss(table, corpus, d);
      countDocument(table, corpus, d);
      return loss;
    },
    predict: (prev) => rowProbabilities(table, prev),
  };
}

/** The report as the reference program of Step 0 prints it. */
export function inReferenceForm(report: RunReport): string {
  const { losses, samples } = report;
  const lines = [`num docs: ${report.num_docs}`, `vocab size: ${report.vocab_size}`];
  const total = String(losses.length).padStart(4);
  losses.forEach((loss, i) => {
    lines.push(`step ${String(i + 1).padStart(4)} / ${total} | loss ${loss.toFixed(4)}`);
  });
  lines.push('', '--- inference (new, hallucinated names) ---');
  samples.forEach((text, i) => {
    lines.push(`sample ${String(i + 1).padStart(2)}: ${text}`);
  });
  return `${lines.join('\n')}\n`;
}
