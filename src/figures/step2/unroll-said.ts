import type { ReactNode } from 'react';
import { integer } from '../../charts/index.ts';
import type { Unrolled } from '../../engine/explain/unroll.ts';
import type { Result } from '../../worker/protocol.ts';
import { amount } from './amounts.ts';
import { nodeName, pairOf, type Naming } from './unroll-names.ts';
import type { Plan } from './unroll-plan.ts';
import { weightOf } from './unroll-view.ts';
import { usesOf } from './unroll-wave.ts';

const whole = integer();

export interface Said {
  naming: Naming;
  name: string;
  record: Unrolled;
  plan: Plan;
  node: number;
  walked: number;
  depth: number;
  grads: ArrayLike<number>;
}

/** The sentence under the picture. */
export function unrollSentence(of: Said): ReactNode {
  const { naming, name, record, plan, node, walked, depth, grads } = of;
  const { words } = naming;
  const size = record.kind.length;
  const passed = node >= size - walked;
  const weight = weightOf(record, plan, node);
  const uses = usesOf(record, node);
  const { op } = record.kinds[record.kind[node]];
  const given = op === 'leaf';
  const product = op === 'mul' && weight !== null && record.a[node] === weight;
  const values = {
    name,
    all: whole(size),
    walked: whole(walked),
    weights: whole(plan.groups[0].nodes),
    each: whole(plan.groups[1]?.nodes ?? 0),
    pairs: plan.groups.length - 2,
    nats: amount(record.data[size - 1]),
    what: nodeName(naming, record, plan, node),
    data: amount(record.data[node]),
    grad: amount(grads[node]),
    given: String(given),
    weight: weight === null ? '' : nodeName(naming, record, plan, weight),
    amount: amount(record.da[node] * grads[node]),
    holds: amount(weight === null ? 0 : grads[weight]),
    uses: uses.length,
    handed: uses.filter(({ by }) => by >= size - walked).length,
    makers: Number(record.a[node] >= 0) + Number(record.b[node] >= 0),
  };
  if (depth < 3) {
    if (walked === 0) return words.say('said.whole', values);
    if (depth > 0 && record.position[node] >= 0)
      return words.say('said.pair', { ...values, ...gatesAt(of, record.position[node]) });
    return words.say(walked >= size ? 'said.through' : 'said.crossed', values);
  }
  if (walked >= size) {
    return words.say(product ? 'said.sum' : 'said.done', {
      ...values,
      uses: product ? usesOf(record, weight).length : uses.length,
    });
  }
  if (passed)
    return words.say(product ? 'said.multiply' : given ? 'said.leaf' : 'said.hands', values);
  return words.say(values.handed > 0 ? 'said.partly' : 'said.waits', values);
}

/** Of a pair: how many hidden units there are, and how many hand nothing back. */
function gatesAt({ naming, record, plan }: Said, position: number) {
  const { first, count } = plan.groups[position + 1];
  const gates = plan.parts
    .slice(first, first + count)
    .filter(({ layer }) => layer === 'hidden')
    .map(({ tail }) => tail[0]);
  const [from, to] = pairOf(naming, position);
  return { from, to, units: gates.length, shut: gates.filter((i) => record.da[i] === 0).length };
}

/** The numbers that prose and equations say. */
export function unrollFacts(outline: Result<'outline'> | undefined): Record<string, string> {
  if (!outline) return {};
  const { nodes, weights, each, pairs, labels, example } = outline;
  const facts: Record<string, string> = {
    'unroll.nodes': whole(nodes),
    'unroll.weights': whole(weights),
    'unroll.each': whole(each),
    'unroll.pairs': String(pairs),
    'unroll.neuron': String(2 * outline.width),
    'unroll.logit': String(8 * outline.width),
  };
  if (!example) return facts;
  const { row, term, position, x, y, gradient, amounts } = example;
  return {
    ...facts,
    'unroll.weight': `fc1[${row}][${term}]`,
    'unroll.unit': String(row),
    'unroll.term': String(term),
    'unroll.from': labels[position],
    'unroll.to': labels[position + 1],
    'unroll.local': amount(x),
    'unroll.value': amount(y),
    'unroll.grad': amount(gradient.y),
    'unroll.amount': amount(amounts[position]),
    'unroll.holds': amount(gradient.w),
    'unroll.zeros': String(amounts.filter((one) => one === 0).length),
  };
}
