import { createElement, type ReactNode } from 'react';
import { fixed } from '../../charts/index.ts';
import type { Messages } from '../../reader/messages.tsx';
import { powers } from './powers.tsx';
import type { Guess } from './softmax-picture.tsx';
import {
  amount,
  bareState,
  isFar,
  largestChange,
  limits,
  sized,
  type Columns,
  type Reach,
} from './softmax-view.ts';

const two = fixed(2);
const three = fixed(3);

/** A number of any size, with a raised power where it has one. */
export const shown = (value: number): ReactNode =>
  isFar(value)
    ? createElement('span', { key: 'far', className: 'softmax-power' }, powers(value))
    : sized(value);

interface Said {
  words: Messages;
  /** Labels: the token just read, the column looked at, the likeliest. */
  read: string;
  to: string;
  top: string;
  /** The column looked at. */
  at: number;
  original: readonly number[];
  columns: Columns;
  /** Nothing added, nothing moved. */
  before: Columns;
  shift: number;
  lift: number;
  reach: Reach;
  naive: boolean;
}

/** The sentence under the bars. */
export function softmaxSentence(of: Said & { asking: boolean; guess: Guess | null }): ReactNode {
  const { words, columns, before, at, shift, guess } = of;
  if (columns.z.length === 0) return null;
  const add = amount(shift);
  const values = {
    read: of.read,
    to: of.to,
    count: columns.z.length,
    add,
    least: two(Math.min(...columns.z)),
    most: two(columns.largest),
    z: two(columns.z[at]),
    e: sized(columns.exps[at]),
    sum: sized(columns.sum),
    p: three(columns.probs[at]),
    old: three(before.probs[at]),
    oldZ: two(of.original[at] + shift),
    rest: three(1 - columns.probs[at]),
    oldRest: three(1 - before.probs[at]),
    change: shown(largestChange(columns.probs, before.probs)),
    bareSum: shown(columns.bareSum),
    bare: shown(columns.bare[at]),
    share: shown(columns.bareProbs[at]),
  };
  if (of.asking) return words.say('asking', values);
  if (of.reach === 'logits') return words.say('logits', values);
  if (of.naive && bareState(columns) !== 'same')
    return words.say(`bare.${bareState(columns)}`, values);
  if (of.lift !== 0) return words.say('lifted', values);
  if (guess)
    return words.say(guess === 'same' ? 'right' : 'wrong', {
      ...values,
      guess: words.text(`answer.${guess}`),
    });
  if (shift !== 0) return words.say(of.naive ? 'bare.same' : 'shifted', values);
  return words.say('shares', values);
}

/** The numbers that prose and equations say. */
export function softmaxFacts(
  of: Pick<Said, 'words' | 'read' | 'original' | 'columns' | 'before' | 'at'> & {
    label: (token: number) => string;
    best: number;
  },
): Record<string, string> {
  const { words, original, before, best, columns, at } = of;
  if (original.length === 0) return {};
  const limit = limits(original);
  const whole = (value: number): string => words.text('number', { value: Math.ceil(value) });
  return {
    'softmax.read': of.read,
    'softmax.top': of.label(best),
    'softmax.top.z': two(original[best]),
    'softmax.top.p': three(before.probs[best]),
    'softmax.least.z': two(Math.min(...original)),
    'softmax.limit': two(limit.one),
    'softmax.limit.whole': whole(limit.one),
    'softmax.limit.sum': two(limit.sum),
    'softmax.now.to': of.label(at),
    'softmax.now.z': two(columns.z[at]),
    'softmax.now.most': two(columns.largest),
    'softmax.now.e': sized(columns.exps[at]),
    'softmax.now.sum': sized(columns.sum),
    'softmax.now.p': three(columns.probs[at]),
  };
}
