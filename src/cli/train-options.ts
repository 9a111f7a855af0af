/** The options of `train`, checked. */
import { parseArgs } from 'node:util';
import { LIMITS, type Model, type NetworkSettings } from '../engine/recipe.ts';
import { DEFAULT_NETWORKS, FIRST_MODEL } from '../engine/settings.ts';

/** A mistake of the caller's: one line for stderr, exit code 2. */
export class UsageError extends Error {}

export interface TrainOptions {
  step: Model;
  /** Path of a data set; undefined for the default list. */
  data: string | undefined;
  seed: number;
  steps: number;
  samples: number;
  temperature: number;
  engine: 'readable' | 'fast';
  json: boolean;
  /** What was asked of the network; the rest is as in the reference program of the step. */
  network: Partial<NetworkSettings>;
}

export const USAGE = `Trains one of the six models and prints what the reference programs print.

  npm run -s train -- --step 0 [options]

  --step N          which model, 0 to 5 (default 0)
  --data FILE       a data set, one document a line (default: US names of 2018)
  --seed N          seed of the shuffle and the samples (default 42)
  --steps N         training steps, one document each (default 1000)
  --samples N       documents to invent after training (default 20)
  --temperature X   below 1 samples more cautiously, above 1 more boldly
                    (default 1 at step 0, 0.5 from step 1 on)
  --lr X            learning rate of the first step, from step 1 on
                    (default 1 at steps 1 and 2, 0.1 at 3 and 4, 0.01 at 5)
  --embd N          width, from step 1 on (default 16)
  --block N         longest context in tokens, from step 3 on (default 16)
  --heads N         attention heads, from step 4 on; they divide the width (default 4)
  --layers N        layers, from step 4 on (default 1)
  --engine E        readable: the code shown on the pages; fast: flat arrays (default)
  --json            one JSON object at full precision
  --help            this text
`;

/** The options of networks, with the settings that they stand for. */
const NETWORK = {
  lr: 'rate',
  embd: 'embd',
  block: 'block',
  heads: 'heads',
  layers: 'layers',
} as const;

/** Why a step does not take an option. */
function meaningless(name: string, step: Model): UsageError {
  const why =
    step === 0 ? 'has only counts' : step < 3 ? 'sees one token' : 'has one head, one layer';
  return new UsageError(`--${name} has no meaning at step ${step}, which ${why}`);
}

/**
 * @returns the options, or 'help' if that was asked for
 * @throws UsageError with one clear line
 */
export function readOptions(args: readonly string[]): TrainOptions | 'help' {
  const values = parse(args);
  if (values.help) return 'help';
  const step = integer('step', values.step, 0, 0, 5) as Model;
  const network = networkOptions(step, values);
  const { engine } = values;
  if (engine !== undefined && engine !== 'readable' && engine !== 'fast') {
    throw new UsageError(`--engine must be readable or fast, not '${engine}'`);
  }
  const largest = Number.MAX_SAFE_INTEGER;
  return {
    step,
    data: values.data,
    seed: integer('seed', values.seed, 42, -largest, largest),
    steps: integer('steps', values.steps, 1000, 0, 10_000_000),
    samples: integer('samples', values.samples, 20, 0, 1_000_000),
    temperature: positive('temperature', values.temperature, step === 0 ? 1 : 0.5),
    engine: engine ?? 'fast',
    json: values.json ?? false,
    network,
  };
}

function networkOptions(
  step: Model,
  values: Partial<Record<keyof typeof NETWORK, string>>,
): Partial<NetworkSettings> {
  const network: { -readonly [field in keyof NetworkSettings]?: NetworkSettings[field] } = {};
  for (const name of Object.keys(NETWORK) as (keyof typeof NETWORK)[]) {
    const text = values[name];
    if (text === undefined) continue;
    const field = NETWORK[name];
    if (step < FIRST_MODEL[field]) throw meaningless(name, step);
    const { min, max } = LIMITS[field];
    network[field] =
      field === 'rate' ? positive(name, text, 0, max) : integer(name, text, 0, min, max);
  }
  if (step !== 0) {
    const { embd, heads } = { ...DEFAULT_NETWORKS[step], ...network };
    if (embd % heads !== 0) {
      throw new UsageError(`--heads ${heads} does not divide the width, --embd ${embd}`);
    }
  }
  return network;
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

function positive(
  name: string,
  text: string | undefined,
  standard: number,
  most = Infinity,
): number {
  if (text === undefined) return standard;
  const value = text.trim() === '' ? NaN : Number(text);
  if (!(value > 0 && value < Infinity && value <= most)) {
    const limit = most === Infinity ? '' : ` of at most ${most}`;
    throw new UsageError(`--${name} must be a positive number${limit}, not '${text}'`);
  }
  return value;
}
