/** The options of `train`, checked. */
import { parseArgs } from 'node:util';

/** A mistake of the caller's: one line for stderr, exit code 2. */
export class UsageError extends Error {}

export interface TrainOptions {
  step: 0;
  /** Path of a data set; undefined for the default list. */
  data: string | undefined;
  seed: number;
  steps: number;
  samples: number;
  temperature: number;
  engine: 'readable' | 'fast';
  json: boolean;
}

export const USAGE = `Trains one of the six models and prints what the reference programs print.

  npm run -s train -- --step 0 [options]

  --step N          which model; 0 counts (default 0)
  --data FILE       a data set, one document a line (default: US names of 2018)
  --seed N          seed of the shuffle and the samples (default 42)
  --steps N         training steps, one document each (default 1000)
  --samples N       documents to invent after training (default 20)
  --temperature X   below 1 samples more cautiously, above 1 more boldly (default 1)
  --engine E        readable: the code shown on the pages; fast: flat arrays (default)
  --json            one JSON object at full precision
  --help            this text
`;

/** Options of later models, which a table of counts has no use for. */
const NOT_FOR_COUNTING = ['embd', 'heads', 'layers', 'block', 'lr'] as const;

/**
 * @returns the options, or 'help' if that was asked for
 * @throws UsageError with one clear line
 */
export function readOptions(args: readonly string[]): TrainOptions | 'help' {
  const values = parse(args);
  if (values.help) return 'help';
  const step = integer('step', values.step, 0, 0, 5);
  if (step !== 0) throw new UsageError(`--step ${step}: only step 0 is available yet`);
  for (const name of NOT_FOR_COUNTING) {
    if (values[name] !== undefined) {
      throw new UsageError(`--${name} has no meaning at step 0, which has only counts`);
    }
  }
  const { engine } = values;
  if (engine !== undefined && engine !== 'readable' && engine !== 'fast') {
    throw new UsageError(`--engine must be readable or fast, not '${engine}'`);
  }
  const largest = Number.MAX_SAFE_INTEGER;
  return {
    step: 0,
    data: values.data,
    seed: integer('seed', values.seed, 42, -largest, largest),
    steps: integer('steps', values.steps, 1000, 0, 10_000_000),
    samples: integer('samples', values.samples, 20, 0, 1_000_000),
    temperature: positive('temperature', values.temperature, 1),
    engine: engine ?? 'fast',
    json: values.json ?? false,
  };
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  try {
    return parseArgs({
      args: joinNegatives(args),
      options: {
        step: text,
        data: text,
        seed: text,
        steps: text,
        samples: text,
        temperature: text,
        engine: text,
        embd: text,
        heads: text,
        layers: text,
        block: text,
        lr: text,
        json: flag,
        help: { ...flag, short: 'h' },
      },
    }).values;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new UsageError(message.split(/\.? To specify|\.\n|\n/)[0]);
  }
}

/** `--seed -1` means `--seed=-1`, though a value may not begin with a dash otherwise. */
function joinNegatives(args: readonly string[]): string[] {
  const joined: string[] = [];
  for (const arg of args) {
    const before = joined.at(-1);
    if (/^-\d/.test(arg) && before !== undefined && /^--[a-z]+$/.test(before)) {
      joined[joined.length - 1] = `${before}=${arg}`;
    } else joined.push(arg);
  }
  return joined;
}

function integer(
  name: string,
  text: string | undefined,
  standard: number,
  least: number,
  most: number,
): number {
  if (text === undefined) return standard;
  const value = /^[+-]?\d+$/.test(text) ? Number(text) : NaN;
  if (!(value >= least && value <= most)) {
    throw new UsageError(
      `--${name} must be a whole number from ${least} to ${most}, not '${text}'`,
    );
  }
  return value;
}

function positive(name: string, text: string | undefined, standard: number): number {
  if (text === undefined) return standard;
  const value = text.trim() === '' ? NaN : Number(text);
  if (!(value > 0 && value < Infinity)) {
    throw new UsageError(`--${name} must be a positive number, not '${text}'`);
  }
  return value;
}
