/**
 * What a number goes into: `operation`, read backwards. In the order in which the graph
 * of `autograd.ts` comes back to it, so that its gradient is the same sum, bit for bit;
 * in model 1, in the order of `by-hand.ts`.
 */
import { ascending, descending } from '../fast/orders.ts';
import {
  beside,
  cell,
  isMatrix,
  NONE,
  vector,
  type Address,
  type Part,
} from './address.ts';
import { normBoxOf, type Layout } from './layout.ts';
import { inNorm, insideNorm } from './norm-uses.ts';
import { isRunning, product, sumAfter } from './resolve.ts';
import { into, inSum, ofRunning, ofSummand, type Use } from './sum-uses.ts';

/** Every use of a number, given its one address. */
export function usesOf(layout: Layout, address: Address): Use[] {
  const { part, position, layer, head, row, step, term } = address;
  if (isMatrix(part)) return ofParameter(layout, address);
  if (step !== null) {
    const whole = { ...address, step: null, term: NONE };
    if (part === 'score' && step !== null && term === layout.headSize - 1) {
      const isDot = step === 'sum' || term === 0;
      if (isDot) return [into(whole)];
    }
    return [
      inSum(step === 'sum' ? 'so far' : 'next', term, (j) =>
        sumAfter(layout, whole, j),
      ),
    ];
  }
  if (isRunning(part)) return ofRunning(layout, address);
  const box = normBoxOf(part);
  if (box && !isEnd(part)) return insideNorm(layout, address, box);
  switch (part) {
    case 'loss':
      return position < 0
        ? []
        : ofSummand(layout, vector('loss.sum'), position, layout.n);
    case 'log':
      return [into(beside(address, 'loss'))];
    case 'prob':
      return row === layout.targets[position] ? [into(beside(address, 'log'))] : [];
    case 'inverse':
      return [into(beside(address, head < 0 ? 'prob' : 'weight', row), 1)];
    case 'exp': {
      const share = beside(address, head < 0 ? 'prob' : 'weight', row);
      const sums = beside(address, 'sum');
      return [into(share), ...ofSummand(layout, sums, row, layout.extent(address))];
    }
    case 'shifted':
      return [into(beside(address, 'exp', row))];
    case 'logits':
    case 'score':
      return [into(beside(address, 'shifted', row))];
    case 'weight':
      return [...descending(layout.headSize)].map((j) =>
        into(product(layout, beside(address, 'found', j), row)),
      );
    case 'found':
      return ofFound(layout, address);
    case 'q':
    case 'k':
    case 'v':
      return inAttention(layout, address);
    case 'mlp.h':
      return [into(beside(address, 'mlp.a', row))];
    case 'mlp.a':
      if (layer < 0) return inLogits(layout, position, row);
      return inRows(layout, beside(address, 'mlp.out'), row, layout.sizes.embd);
    case 'x':
      return inRows(layout, vector('mlp.h', position), row, 4 * layout.sizes.embd);
    case 'zero':
      return [into(beside(address, 'embed', row), 1)];
    case 'in1':
      return inQueries(layout, address);
    case 'in2':
      return inRows(layout, beside(address, 'mlp.h'), row, 4 * layout.sizes.embd);
    case 'embed':
      return inNorm(layout, address, vector(null, position), 'norm0');
    default:
      return ofStream(layout, address);
  }
}

const isEnd = (part: Part | null) => part === 'x0' || part!.endsWith('.out');

/** Column `i` of the matrix that makes `made`, row after row. */
function inRows(layout: Layout, made: Address, i: number, rows: number): Use[] {
  const order = layout.model === 1 ? ascending : descending;
  return [...order(rows)].map((o) => into(product(layout, cell(made, o), i), 1));
}

/** The graph comes to the target's logit last. */
function inLogits(layout: Layout, position: number, i: number): Use[] {
  const uses = inRows(layout, vector('logits', position), i, layout.sizes.vocab);
  if (layout.model === 1) return uses;
  const target = layout.targets[position];
  const last = uses.find(({ by }) => by.row === target)!;
  return [...uses.filter((other) => other !== last), last];
}

/** What attention reads becomes query, key and value. */
function inQueries(layout: Layout, { position, layer, row }: Address): Use[] {
  const { embd } = layout.sizes;
  const parts = ['q', 'k', 'v'] as const;
  return [...layout.headRows(layer)].map((o) => {
    const made = vector(parts[Math.floor(o / embd)], position, layer);
    return into(product(layout, cell(made, o % embd), row), 1);
  });
}

function inAttention(layout: Layout, { part, position, layer, row }: Address): Use[] {
  const head = Math.floor(row / layout.headSize);
  const j = row % layout.headSize;
  if (part === 'q') {
    const scores = vector('score', position, layer, head);
    return [...descending(position + 1)].map((s) =>
      into(product(layout, cell(scores, s), j)),
    );
  }
  const later = [...descending(layout.n)].slice(0, layout.n - position);
  return later.map((t) =>
    part === 'k'
      ? into(product(layout, cell(vector('score', t, layer, head), position), j), 1)
      : into(product(layout, cell(vector('found', t, layer, head), j), position), 1),
  );
}

function ofFound(layout: Layout, { position, layer, head, row }: Address): Use[] {
  let i = row;
  if (head >= 0) {
    const place = layout.placeOf(layer, head);
    if (place < 0) return [];
    i += place * layout.headSize;
  }
  return inRows(layout, vector('attn', position, layer), i, layout.sizes.embd);
}

/** A number on the way from layer to layer, or of what a half of one has read or made. */
function ofStream(layout: Layout, address: Address): Use[] {
  const { part, position, layer, row } = address;
  const { postNorm, residual } = layout.design;
  const is = (other: Address) => other.part === part && other.layer === layer;
  for (const half of layer < 0 ? [] : ([1, 2] as const)) {
    if (!postNorm && is(layout.readBy(position, layer, half)))
      return half === 1
        ? inQueries(layout, address)
        : inRows(layout, vector('mlp.h', position, layer), row, 4 * layout.sizes.embd);
    const made = part === (half === 1 ? 'attn' : 'mlp.out');
    const sum = cell(layout.sumOf(position, layer, half), row);
    if (made && residual) return [into(sum)];
    if (postNorm && is(sum))
      return inNorm(layout, address, vector(null, position, layer), `norm${half}`);
  }
  if (layer >= 0 && is(layout.endOf(position, layer, 1)))
    return intoHalf(layout, address, layer, 2);
  const next = layer + 1;
  if (next === layout.layers) return inLogits(layout, position, row);
  return intoHalf(layout, address, next, 1);
}

/** What half a layer starts from goes around it, and into its norm. */
function intoHalf(layout: Layout, x: Address, layer: number, half: 1 | 2): Use[] {
  const { position, row } = x;
  const { postNorm, residual } = layout.design;
  const around = residual
    ? [into(cell(layout.sumOf(position, layer, half), row), 1)]
    : [];
  const read = cell(layout.readBy(position, layer, half), row);
  if (postNorm) return [...around, into(read)];
  return [
    ...around,
    ...inNorm(layout, x, vector(null, position, layer), `norm${half}`),
  ];
}

function ofParameter(layout: Layout, { part, layer, row, col }: Address): Use[] {
  const forward = [...ascending(layout.n)];
  const positions = layout.model === 1 ? forward : forward.reverse();
  const at = layout.model === 3 && layer < 0 ? 0 : layer;
  const inEach = (made: Part, where = at) =>
    positions.map((t) => into(product(layout, cell(vector(made, t, where), row), col)));
  switch (part) {
    case 'wte': {
      const read = positions.filter((t) => layout.tokens[t] === row);
      if (layout.model === 1) return read.map((t) => into(cell(vector('x', t), col)));
      if (layout.model > 2) return read.map((t) => into(cell(vector('embed', t), col)));
      const rows = 4 * layout.sizes.embd;
      return read.flatMap((t) => inRows(layout, vector('mlp.h', t), col, rows));
    }
    case 'wpe':
      if (row >= layout.n || !layout.design.position) return [];
      return [into(cell(vector('embed', row), col), 1)];
    case 'attn_wq':
      return inEach('q');
    case 'attn_wk':
      return inEach('k');
    case 'attn_wv':
      return inEach('v');
    case 'attn_wo':
      return inEach('attn');
    case 'mlp_fc1':
      return inEach('mlp.h', layout.model <= 2 ? NONE : at);
    case 'mlp_fc2':
      return layout.model <= 2 ? inEach('logits', NONE) : inEach('mlp.out');
    default:
      return inEach('logits', NONE);
  }
}
