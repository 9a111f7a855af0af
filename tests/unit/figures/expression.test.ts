import { describe, expect, it } from 'vitest';
import type { Expression } from '../../../src/engine/expression.ts';
import { amount } from '../../../src/figures/step2/amounts.ts';
import {
  expressionGraph,
  localsOf,
  longestNumber,
  signOf,
} from '../../../src/figures/step2/expression-graph.ts';
import {
  BEATS,
  exampleFacts,
  LIMITS,
  mostUsed,
  movedBy,
  readText,
  record,
  valueIn,
} from '../../../src/figures/step2/expression-view.ts';
import { arrowsHaveRoom } from '../../../src/figures/step2/graph-room.ts';

const read = (text: string): Expression => readText(text).expression as Expression;
const problem = (text: string) => {
  const found = readText(text).problem;
  return found && [found.code, found.at];
};

describe('what may be typed', () => {
  it('is everything that has a letter and fits', () => {
    expect(problem('(a + c) * (a - c)')).toBeNull();
    expect(problem('relu(x*w + b) - exp(-a)')).toBeNull();
  });
  it('is nothing without a letter, or with too many of them', () => {
    expect(problem('3 + 4')).toEqual(['constant', null]);
    expect(problem('a+b+c+d+e')).toBeNull();
    expect(problem('a+b+c+d+e+f')).toEqual(['names', 10]);
  });
  it('is nothing too long, or of too many numbers', () => {
    expect(problem('a+'.repeat(LIMITS.characters / 2) + 'a')).toEqual(['long', LIMITS.characters]);
    const many = `${'-'.repeat(LIMITS.nodes)}a`;
    expect(problem(many)).toEqual(['nodes', null]);
    expect(problem(many.slice(1))).toBeNull();
  });
  it('says which place and which characters are meant, unless all are', () => {
    expect(readText('a + sin(c)').problem).toMatchObject({ code: 'function', at: 4, text: 'sin' });
    expect(readText('a+b+c+d+e+f*2').problem).toMatchObject({ code: 'names', at: 10, text: 'f' });
    expect(problem('  ')).toEqual(['empty', null]);
  });
  it('says where a text breaks off', () => {
    expect(problem('(a + c) * (a -')).toEqual(['value', 14]);
  });
  it('is not confused by names that every object has', () => {
    expect(valueIn({}, 'constructor')).toBe(1);
    expect(valueIn({ a: 7 }, 'a')).toBe(7);
  });
});

describe('the graph of an expression', () => {
  const graph = (text: string, walked: number | null = null) =>
    expressionGraph(record(read(text), {}), walked);

  it('shows what every box does', () => {
    const { nodes } = graph('exp(a + 2 - c) * 3 + relu(-a) ** 2');
    expect(nodes.map(({ label }) => label).toSorted()).toEqual(
      ['a', 'c', '+ 2', '× −1', '× −1', '+', 'exp', '× 3', 'relu', '** 2', '+'].toSorted(),
    );
    expect(signOf({ op: 'add', constant: -5 })).toBe('− 5');
  });
  it('names the locals of a number after its makers', () => {
    const found = graph('(a + c) * (a - c)');
    const end = found.named.get('v4');
    expect(end && localsOf(end, found)).toEqual([
      { name: 'v1', local: 1 },
      { name: 'v3', local: 5 },
    ]);
  });
  it('keeps a letter and an entry of the same name apart', () => {
    const { nodes } = graph('v1 + 1');
    expect(new Set(nodes.map(({ id }) => id)).size).toBe(2);
  });
  it('comes in the last beat to the gradients that the text says', () => {
    const { text, walked } = BEATS[4];
    const found = expressionGraph(record(read(text), {}), walked);
    const a = found.named.get('=a');
    expect(a && found.grads[found.order.indexOf(a.value)]).toBe(6);
    expect(found.nodes.every(({ state }) => state === 'done')).toBe(true);
  });
  it('has one line in each box where height is short: data, then gradient', () => {
    const lines = (walked: number | null) =>
      expressionGraph(record(read('a + c'), {}), walked, { oneLine: true }).nodes.map(
        ({ numbers }) => numbers?.map(({ text }) => text),
      );
    expect(lines(null)).toEqual([['3'], ['2'], ['5']]);
    expect(lines(0)).toEqual([['3'], ['2'], ['1']]);
    expect(lines(3)).toEqual([['1'], ['1'], ['1']]);
  });
  it('keeps room for the longest of its numbers, those of the walk to come among them', () => {
    expect(longestNumber(graph('(a + c) * (a - c)').order)).toBe(2);
    expect(longestNumber(graph('a * b * 100').order)).toBe(3);
    expect(longestNumber(graph('exp(a)').order)).toBe(5);
  });
  it('has numbers on its arrows on a phone if they are short', () => {
    const { order } = graph('(a + c) * (a - c)');
    expect(arrowsHaveRoom(order, 3, 358)).toBe(true);
    expect(arrowsHaveRoom(order, 5, 358)).toBe(false);
    expect(arrowsHaveRoom(order, 5, 468)).toBe(true);
  });
});

describe('the question', () => {
  it('is about the letter that is used most, the first of equals', () => {
    expect(mostUsed(record(read('c + a * a - c'), {}))).toEqual(['c', 'a']);
    expect(mostUsed(record(read('b + a * a'), {}))).toEqual(['a', 'b']);
  });
  it('is answered by trying, too', () => {
    expect(movedBy(read('(a + c) * (a - c)'), {}, 'a')).toBeCloseTo(0.006001, 9);
    expect(movedBy(read('2 * b'), { b: 100 }, 'b')).toBeCloseTo(0.002, 9);
  });
  it('has the numbers that the text quotes', () => {
    const facts = exampleFacts(amount);
    expect(facts['expression.result']).toBe('5');
    expect(facts['expression.grad.a']).toBe('6');
    expect(facts['expression.grad.c']).toBe('−4');
    expect(facts['expression.moved']).toBe('0.006001');
    expect(facts['expression.numbers']).toBe('6');
  });
});
