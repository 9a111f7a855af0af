/**
 * Which line of the taught sources makes a number. A line is named by a piece of it that
 * stands in its region once; where it is in the file, whoever shows the file finds.
 */
import { isMatrix, type Address, type Part } from './address.ts';
import { normBoxOf, type Layout } from './layout.ts';

/** A piece of code: of `src/engine/<file>`, in the region of that name. */
export interface Code {
  readonly file: string;
  readonly region: string;
  readonly text: string;
}

const code = (file: string, region: string, text: string): Code => ({
  file: `src/engine/${file}.ts`,
  region,
  text,
});

/** The line that makes a number, given its one address. */
export function codeOf(layout: Layout, address: Address): Code {
  const { part, step, position, head } = address;
  if (isMatrix(part)) return code('parameters', 'matrix', 'random.gauss(0, 0.08)');
  if (layout.model === 1) return codeByHand(layout, address);
  if (head >= 0 && (part === 'score' || part === 'found')) {
    if (part === 'found') {
      return step === 'product' || layout.terms(address) === 1
        ? code('attention', 'attend', 'w.mul(values[t][j])')
        : code('attention', 'attend', 'total(weights.map(');
    }
    if (step === null) return code('attention', 'attend', 'dot(q, k).mul(shrink)');
    return step === 'product'
      ? code('attention', 'dot', 'xi.mul(y[i])')
      : code('attention', 'dot', 'total(x.map(');
  }
  const terms = layout.terms(address);
  if (terms > 0) {
    return step === 'product' || terms === 1
      ? code('layers', 'linear', 'wi.mul(x[i])')
      : code('layers', 'linear', 'total(row.map(');
  }
  if (normBoxOf(part)) return codeOfNorm(layout, part!);
  switch (part) {
    case 'loss.sum':
      return code('train', 'loss', 'total(losses)');
    case 'loss':
      return position < 0
        ? code('train', 'loss', '.mul(1 / n)')
        : code('layers', 'cross-entropy', '.neg()');
    case 'log':
      return code('layers', 'cross-entropy', 'probs[target].log()');
    case 'shifted':
      return code('layers', 'softmax', 'v.add(-largest)');
    case 'exp':
      return code('layers', 'softmax', '.exp()');
    case 'sum':
      return code('layers', 'softmax', 'total(exps)');
    case 'inverse':
      return code('autograd', 'sugar', 'other.pow(-1)');
    case 'prob':
    case 'weight':
      return code('layers', 'softmax', 'e.div(sum)');
    case 'mlp.a':
      return layout.design.activation === 'relu'
        ? code('layers', 'relu', 'xi.relu()')
        : codeOfCurve(layout);
    case 'in1':
    case 'in2':
      return code('variants', 'same', 'xi.mul(1)');
    case 'zero':
    case 'found':
      return code('variants', 'parts', 'new Value(0)');
    default:
      return code('layers', 'add', 'xi.add(y[i])');
  }
}

function codeOfNorm({ design: { norm } }: Layout, part: Part): Code {
  if (norm === 'none') return code('variants', 'same', 'xi.mul(1)');
  switch (part.slice(part.indexOf('.') + 1)) {
    case 'total':
      return code('variants', 'layernorm', 'total(x)');
    case 'mean':
      return code('variants', 'layernorm', '.mul(1 / x.length)');
    case 'less':
      return code('variants', 'layernorm', 'mean.neg()');
    case 'centred':
      return code('variants', 'layernorm', 'xi.add(less)');
    case 'square':
      return code('layers', 'rmsnorm', 'xi.mul(xi)');
    case 'sum':
      return code('layers', 'rmsnorm', 'total(squares)');
    case 'meanSquare':
      return code('layers', 'rmsnorm', '.mul(1 / x.length)');
    case 'safe':
      return code('layers', 'rmsnorm', 'meanSquare.add(1e-5)');
    case 'scale':
      return code('layers', 'rmsnorm', '.pow(-0.5)');
    default:
      return code('layers', 'rmsnorm', 'xi.mul(scale)');
  }
}

/** The curve of an activation other than ReLU. */
function codeOfCurve({ design: { activation } }: Layout): Code {
  const curves = {
    relu: 'x > 0 ? x : 0',
    sigmoid: '1 / (1 + exp(-x))',
    tanh: '2 / (1 + exp(-2 * x)) - 1',
    gelu: '0.5 * x * (1 + tanh.value(',
    none: 'value: (x) => x,',
  };
  return code('activations', activation, curves[activation]);
}

function codeByHand(layout: Layout, { part, step, position }: Address): Code {
  switch (part) {
    case 'loss.sum':
      return code('by-hand', 'analytic', 'loss += backFromPair(');
    case 'loss':
      return position < 0
        ? code('by-hand', 'analytic', '(1 / n) * loss')
        : code('by-hand', 'pair', '-log(probs[target])');
    case 'log':
      return code('by-hand', 'pair', 'log(probs[target])');
    case 'x':
      return code('by-hand', 'mlp', 'const x = wte[token];');
    case 'shifted':
      return code('by-hand', 'softmax', 'v - largest');
    case 'exp':
      return code('by-hand', 'softmax', 'exp(v - largest)');
    case 'sum':
      return code('by-hand', 'softmax', 'sum(exps)');
    case 'prob':
      return code('by-hand', 'softmax', 'e / total');
    case 'mlp.a':
      return layout.design.activation === 'relu'
        ? code('by-hand', 'relu', 'hi > 0 ? hi : 0')
        : codeOfCurve(layout);
    default:
      return step === 'product'
        ? code('by-hand', 'linear', 'wi * x[i]')
        : code('by-hand', 'linear', 'sum(row.map(');
  }
}

/** The line of the model that asks for it, where that is another; else null. */
export function askedBy(layout: Layout, address: Address): Code | null {
  const { part, layer, head } = address;
  if (isMatrix(part)) return null;
  if (layout.model === 1) {
    if (part === 'mlp.h') return code('by-hand', 'mlp', 'linear(x, mlp_fc1)');
    if (part === 'mlp.a') return code('by-hand', 'mlp', 'activate(h)');
    if (part === 'logits') return code('by-hand', 'mlp', 'linear(a, mlp_fc2)');
    return inSoftmax(part) ? code('by-hand', 'pair', 'softmax(logits)') : null;
  }
  if (head >= 0) return askedByHead(part!);
  if (layer < 0 && inSoftmax(part))
    return code('layers', 'cross-entropy', 'softmax(logits)');
  switch (part) {
    case 'log':
      return code('train', 'loss', 'crossEntropy(logits, target)');
    case 'loss':
      if (address.position < 0) return null;
      return code('train', 'loss', 'crossEntropy(logits, target)');
    case 'zero':
    case 'embed':
      return code('gpt', 'gpt', 'parts.place(wte[token], wpe[position])');
    case 'q':
    case 'k':
    case 'v':
      return code('gpt', 'attention', `linear(x, w.attn_w${part})`);
    case 'found':
      return code('gpt', 'attention', 'join(found, l)');
    case 'attn':
      return code('gpt', 'attention', 'linear(join(found, l), w.attn_wo)');
    case 'mlp.h':
      return layer < 0
        ? code('mlp', 'mlp', 'linear(wte[token], mlp_fc1)')
        : code('gpt', 'mlp', 'linear(x, w.mlp_fc1)');
    case 'mlp.a':
      return layer < 0
        ? code('mlp', 'mlp', 'activate(h)')
        : code('gpt', 'mlp', 'activate(linear(x, w.mlp_fc1))');
    case 'mlp.out':
      return code('gpt', 'mlp', 'linear(activate(linear(x, w.mlp_fc1)), w.mlp_fc2)');
    case 'logits':
      return layout.model === 2
        ? code('mlp', 'mlp', 'linear(activate(h), mlp_fc2)')
        : code('gpt', 'gpt', 'linear(x, lm_head)');
    default:
      return askedByHalf(part!);
  }
}

/** A norm, a sum with what went around: of the first half of a layer, or the second. */
function askedByHalf(part: Part): Code | null {
  if (part === 'loss.sum') return null;
  if (normBoxOf(part) === 'norm0') return code('gpt', 'gpt', 'parts.norm(');
  const first = /^(norm1\.|in1|sum1|middle)/.test(part);
  return first
    ? code('gpt', 'gpt', '(y) => attention(y, w, heads, caches[l], l, parts)')
    : code('gpt', 'gpt', 'parts.residual((y) => feedForward(y, w, parts), x)');
}

function askedByHead(part: Part): Code {
  if (part === 'score' || part === 'found')
    return code('attention', 'heads', 'attend(part(q), ks, vs, scale)');
  return code('attention', 'attend', 'softmax(scores)');
}

const inSoftmax = (part: Part | null): boolean =>
  part === 'shifted' ||
  part === 'exp' ||
  part === 'inverse' ||
  part === 'prob' ||
  part === 'sum';
