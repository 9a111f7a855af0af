/**
 * The value of any number: read where the fast engine keeps it, computed with the graph's
 * own arithmetic where it does not.
 */
import { ACTIVATIONS } from '../activations.ts';
import { exp, log } from '../math.ts';
import { power } from '../power.ts';
import { beside, cell, isMatrix, NONE, print, type Address } from './address.ts';
import { matrixOf, operation, readFrom, type Op, type Operation } from './operands.ts';
import { isRunning, vectorOf } from './resolve.ts';
import { stored } from './stored.ts';
import type { Trace } from './trace.ts';

/** Where a parameter is among all. */
export function placeOf({ layout }: Trace, { part, layer, row, col }: Address): number {
  if (!isMatrix(part)) throw new RangeError(`${part} is no matrix`);
  const { start, shape } = layout.matrix(part, layer)!;
  return start + row * shape.cols + col;
}

/** A number's value, given its one address. */
export function valueOf(trace: Trace, address: Address): number {
  const { layout } = trace;
  const { part, step, term, row } = address;
  if (isMatrix(part)) return trace.p[placeOf(trace, address)];
  if (step === 'product') return evaluated(trace, address);
  if (step === 'sum') return sums(trace, { ...address, step: null, term: NONE })[term];
  if (isRunning(part)) return runningSums(trace, vectorOf(address))[row];
  const kept = stored(trace, address);
  if (kept !== undefined) return kept;
  const terms = part === 'score' ? 0 : layout.terms(address);
  return terms > 0 ? sumOf(trace, address) : evaluated(trace, address);
}

/** By hand, sums begin with 0; in the graph, with their first number. */
const beginning = (trace: Trace) => (trace.layout.model === 1 ? 0 : -0);

/** The sum of the products of a number after each of them. */
function sums(trace: Trace, whole: Address): Float64Array {
  const count = trace.layout.terms(whole);
  return trace.keep(`sums ${print(whole)}`, () => {
    const [x, y] = factors(trace, whole);
    const after = new Float64Array(count);
    let sum = beginning(trace);
    for (let i = 0; i < count; i++) after[i] = sum += x[i] * y[i];
    return after;
  });
}

/** The sum of all products of a number. */
function sumOf(trace: Trace, whole: Address): number {
  const [x, y] = factors(trace, whole);
  let sum = beginning(trace);
  for (let i = 0; i < x.length; i++) sum += x[i] * y[i];
  return sum;
}

/** What the products of a number are of, two rows. */
function factors(trace: Trace, whole: Address): [ArrayLike<number>, ArrayLike<number>] {
  const { layout, activations } = trace;
  const { embd } = layout.sizes;
  const { part, position, layer, head, row } = whole;
  const count = layout.terms(whole);
  if (part === 'score' || part === 'found') {
    const { qkv } = activations.layers[layer];
    const from = head * layout.headSize;
    const of = (t: number, which: number, j: number) =>
      qkv[(3 * t + which) * embd + from + j];
    const each = Array.from({ length: count }, (_, i) => i);
    return part === 'score'
      ? [each.map((j) => of(position, 0, j)), each.map((j) => of(row, 1, j))]
      : [
          each.map((s) => valueOf(trace, beside(whole, 'weight', s))),
          each.map((s) => of(s, 2, row)),
        ];
  }
  const { matrix, named } = matrixOf(layout, whole);
  const start = layout.matrix(matrix, named)!.start + row * count;
  return [trace.p.subarray(start, start + count), input(trace, whole, count)];
}

/** What a matrix reads to make a vector: [count]. */
function input(trace: Trace, made: Address, count: number): Float64Array {
  const { part, position, layer } = made;
  return trace.keep(`input ${print(vectorOf(made))}`, () => {
    // Query, key and value read the same; findings are whole in one row.
    if (part === 'attn') {
      const t = trace.at(position);
      return trace.activations.layers[layer].found.slice(t * count, (t + 1) * count);
    }
    return Float64Array.from({ length: count }, (_, i) =>
      valueOf(trace, readFrom(trace.layout, made, i)),
    );
  });
}

/** A running sum after each of its numbers. */
function runningSums(trace: Trace, sums_: Address): Float64Array {
  const { layout } = trace;
  return trace.keep(`running ${print(sums_)}`, () => {
    let sum = beginning(trace);
    return Float64Array.from(
      { length: layout.extent(sums_) },
      (_, i) => (sum += valueOf(trace, layout.summand(sums_, i))),
    );
  });
}

/** A number made anew from what goes into it. */
function evaluated(trace: Trace, address: Address): number {
  const made = operation(trace.layout, address);
  const inputs = made.inputs.map((input_) => valueOf(trace, input_));
  return result(made.op, inputs, constantOf(trace, address, made));
}

/** The plain number in an operation, if there is one. */
export function constantOf(
  trace: Trace,
  address: Address,
  { constant }: Operation,
): number | null {
  return constant === 'largest' ? -largest(trace, address) : constant;
}

function largest(trace: Trace, shifted: Address): number {
  const scores = beside(shifted, shifted.head < 0 ? 'logits' : 'score');
  return trace.keep(`largest ${print(scores)}`, () => {
    let most = -Infinity;
    for (let i = 0; i < trace.layout.extent(scores); i++)
      most = Math.max(most, valueOf(trace, cell(scores, i)));
    return most;
  });
}

function result(op: Op, [x, y]: number[], constant: number | null): number {
  switch (op) {
    case 'add':
      return x + (constant ?? y);
    case 'mul':
      return x * (constant ?? y);
    case 'div':
      return x / y;
    case 'pow':
      return power(x, constant!);
    case 'log':
      return log(x);
    case 'exp':
      return exp(x);
    case 'copy':
      return x;
    case 'leaf':
    case 'constant':
      return constant!;
    default:
      return ACTIVATIONS[op].value(x);
  }
}

/** Local gradients: how fast a number moves when each of what goes into it moves. */
export function slopesOf(trace: Trace, address: Address, made: Operation): number[] {
  const constant = constantOf(trace, address, made);
  const input_ = (i: number) => valueOf(trace, made.inputs[i]);
  switch (made.op) {
    case 'leaf':
    case 'constant':
      return [];
    case 'copy':
      return [1];
    case 'add':
      return made.inputs.map(() => 1);
    case 'mul':
      return constant === null ? [input_(1), input_(0)] : [constant];
    case 'div': {
      const [x, y] = [input_(0), input_(1)];
      return [1 / y, -x / (y * y)];
    }
    case 'pow':
      return [constant! * power(input_(0), constant! - 1)];
    case 'log':
      return [1 / input_(0)];
    case 'exp':
      return [valueOf(trace, address)];
    default:
      return [ACTIVATIONS[made.op].slope(input_(0))];
  }
}
