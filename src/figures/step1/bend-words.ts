import type { ReactNode } from 'react';
import { fixed } from '../../charts/index.ts';
import type { Messages } from '../../reader/messages.tsx';
import type { RunsOf } from './bend-view.ts';

const three = fixed(3);

export interface Found {
  /** Held-out nats by activation. */
  rows: readonly RunsOf[];
  units: number;
  /** Numbers of both matrices, and of their product. */
  two: number;
  one: number;
}

const natsOf = (rows: readonly RunsOf[], name: RunsOf['name']): number =>
  rows.find((row) => row.name === name)?.nats ?? NaN;

/** The sentence under the runs. */
export function runsSentence(of: {
  words: Messages;
  found: Found;
  asking: boolean;
  guess: number | null;
}): ReactNode {
  const { words, found, guess } = of;
  const none = natsOf(found.rows, 'none');
  const relu = natsOf(found.rows, 'relu');
  if (of.asking) return words.say('sentence.asking', { none: three(none) });
  if (Number.isNaN(none) || Number.isNaN(relu)) return words.say('sentence.unmeasured');
  const values = {
    none: three(none),
    relu: three(relu),
    gain: three(Math.abs(none - relu)),
    better: String(relu < none),
    guess: guess === null ? '' : three(guess),
    off: guess === null ? '' : three(Math.abs(guess - relu)),
  };
  if (guess !== null) return words.say('sentence.guessed', values);
  const pairs = pairsOf(found.rows);
  if (pairs.count > 1) return words.say('sentence.seeds', { ...values, ...pairs });
  return words.say('sentence.runs', values);
}

/** Of the seeds known for both: how many, and in how many the run with ReLU ends lower. */
export function pairsOf(rows: readonly RunsOf[]): { count: number; lower: number } {
  const all = (name: RunsOf['name']): readonly (number | null)[] => {
    const row = rows.find((one) => one.name === name);
    return row ? [row.nats, ...row.others] : [];
  };
  const none = all('none');
  const both = all('relu').flatMap((nats, i) =>
    nats === null || (none[i] ?? null) === null ? [] : [nats < none[i]!],
  );
  return { count: both.length, lower: both.filter(Boolean).length };
}

/** The numbers that prose says. */
export function bendFacts(words: Messages, found: Found): Record<string, string> {
  const number = (value: number): string => words.text('number', { value });
  const none = natsOf(found.rows, 'none');
  const relu = natsOf(found.rows, 'relu');
  return {
    'bend.none': three(none),
    'bend.relu': three(relu),
    'bend.gain': three(Math.abs(none - relu)),
    'bend.units': number(found.units),
    'bend.two': number(found.two),
    'bend.one': number(found.one),
  };
}
