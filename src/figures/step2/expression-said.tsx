import type { ReactNode } from 'react';
import type { Messages } from '../../reader/messages.tsx';
import { amount } from './amounts.ts';
import type { ExpressionGraph } from './expression-graph.ts';
import { NUDGE, usesOf } from './expression-view.ts';

interface About {
  words: Messages;
  graph: ExpressionGraph;
  formula: string;
  walked: number | null;
  /** The number that is asked about. */
  asked: string;
  asking: boolean;
  /** What the reader said, once the truth is out. */
  guess: number | null;
  /** How far the result moved when that number was nudged. */
  moved: number;
}

/** What the figure says, in one or two sentences. */
export function expressionSentence(about: About): ReactNode {
  const { words, graph, formula, walked, asked, guess } = about;
  const { order, grads, named } = graph;
  const end = order[order.length - 1];
  const value = named.get(`=${asked}`)?.value;
  const grad = (value && grads[order.indexOf(value)]) ?? NaN;
  const uses = value ? usesOf(order, value) : 0;
  const given = [...named.values()].filter(({ entry }) => !entry);
  const values = {
    formula,
    result: amount(end.data),
    given: given.length,
    made: order.length - given.length,
    asked,
    uses,
    grad: amount(grad),
    guess: guess === null ? '' : amount(guess),
    moved: amount(Number(about.moved.toPrecision(6))),
    nudge: NUDGE,
    walked: walked ?? 0,
    numbers: order.length,
  };
  if (about.asking) return words.say('said.asking', values);
  if (guess !== null) {
    const right = Math.abs(guess - grad) <= 0.005 * Math.max(1, Math.abs(grad));
    return words.say(right ? 'said.right' : 'said.guessed', values);
  }
  if (walked === null) return words.say('said.forward', values);
  if (walked < order.length) {
    const last = walked > 0 ? order[order.length - walked] : null;
    const name = last ? (named.get(graph.idOf(last))?.name ?? '') : '';
    return words.say(walked === 0 ? 'said.start' : last?.a ? 'said.handing' : 'said.leaf', {
      ...values,
      name,
      own: last ? amount(grads[order.indexOf(last)] ?? NaN) : '',
    });
  }
  return words.say(Number.isFinite(grad) ? 'said.walked' : 'said.nowhere', values);
}
