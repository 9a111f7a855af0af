import type { ReactNode } from 'react';
import { fixed } from '../../charts/index.ts';
import type { Messages } from '../../reader/messages.tsx';
import type { PairPass, Result } from '../../worker/protocol.ts';
import { openGates, type Origin, type Part, type Spot } from './forward-terms.ts';

const two = fixed(2);
const three = fixed(3);

export interface View {
  readonly pair: number;
  /** Names trained on; `end` is the whole run. */
  readonly step: number | 'end';
  /** The number that is taken apart; null is the most telling one of its row. */
  readonly part: Part;
  readonly i: number | null;
  /** The last row that is drawn. */
  readonly reach: Part;
}

export const START: View = { pair: 1, step: 'end', part: 'x', i: null, reach: 'x' };

export const BEATS: readonly View[] = [
  START,
  { ...START, part: 'h', reach: 'h' },
  { ...START, part: 'a', reach: 'a' },
  { ...START, part: 'logits', reach: 'logits' },
  { ...START, part: 'nats', reach: 'nats' },
  { ...START, part: 'nats', reach: 'nats', step: 0 },
];

interface Said {
  words: Messages;
  label: (token: number) => string;
  lens: string;
  step: number;
  steps: number;
  /** The pair chosen, and the whole name. */
  pass: PairPass | undefined;
  all: Result<'predict'> | undefined;
  spot: Spot;
  origin: Origin | undefined;
}

/** The sentence under the picture: the number that was chosen, in words. */
export function forwardSentence(of: Said & { unknown: readonly string[] }): ReactNode {
  const { words, label, pass, all, spot, origin } = of;
  if (!pass || !all) return null;
  if (of.unknown.length > 0) return words.say('unknown', { list: of.unknown.join(' ') });
  const { part, i } = spot;
  const open = openGates(pass);
  return words.say(`sentence.${part}`, {
    from: label(pass.token),
    to: label(pass.target),
    index: i,
    which: part === 'logits' || part === 'probs' ? label(i) : '',
    width: pass.x.length,
    units: pass.h.length,
    open,
    shut: pass.h.length - open,
    zero: String(part === 'a' && pass.a[i] === 0),
    value: part === 'nats' ? two(all.nats[i]) : three(pass[part][i]),
    before: part === 'a' ? three(pass.h[i]) : '',
    terms: origin?.values.length ?? 0,
    p: three(pass.probs[pass.target]),
    nats: two(pass.nats),
    mean: two(all.mean),
    pairs: all.nats.length,
    name: of.lens,
    step: of.step,
  });
}

/** The numbers that prose and equations say; those of the story are of the second pair. */
export function forwardFacts(
  of: Said & {
    first: PairPass | undefined;
    last: PairPass | undefined;
    before: Result<'predict'> | undefined;
    parameters: number;
  },
): Record<string, string> {
  const { words, label, first, last, before, all } = of;
  const number = (value: number): string => words.text('number', { value });
  const facts: Record<string, string> = { 'forward.parameters': number(of.parameters) };
  if (last)
    Object.assign(facts, {
      'forward.from': label(last.token),
      'forward.to': label(last.target),
      'forward.width': number(last.x.length),
      'forward.units': number(last.h.length),
      'forward.open': number(openGates(last)),
      'forward.logit': two(last.logits[last.target]),
      'forward.p': three(last.probs[last.target]),
      'forward.nats': two(last.nats),
    });
  if (first)
    Object.assign(facts, {
      'forward.start.nats': two(first.nats),
      'forward.start.most': three(Math.max(...Array.from(first.logits, Math.abs))),
    });
  if (before) facts['forward.start.loss'] = two(before.mean);
  if (all) facts['forward.now.loss'] = two(all.mean);
  return facts;
}
