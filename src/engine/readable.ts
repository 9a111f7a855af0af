/** The readable engine as a `Network`: plain numbers at Step 1, `Value`s from Step 2 on. */
import { ACTIVATIONS } from './activations.ts';
import { Value } from './autograd.ts';
import {
  analyticGradient,
  descend,
  flatDials,
  lossOf,
  mlp,
  PIECES,
  softmax,
  type Dials,
  type Pieces,
} from './by-hand.ts';
import { REFERENCE_DESIGN, type Design } from './design.ts';
import {
  emptyCaches,
  gpt,
  REFERENCE,
  type GptWeights,
  type LayerWeights,
} from './gpt.ts';
import { softmax as softmaxOfValues, type Matrix } from './layers.ts';
import { mlp as mlpOfValues } from './mlp.ts';
import { checkPosition, contextOf, type Network, type Training } from './network.ts';
import { initialWeights, shapesOf, type Sizes } from './parameters.ts';
import type { Random } from './random.ts';
import { decay } from './schedule.ts';
import {
  lossOf as lossOfValues,
  startOptimizer,
  trainStep,
  zeroGradients,
  type Trainable,
} from './train.ts';
import { activationOf, partsOf } from './variants.ts';

/** A network with its first parameters drawn from `random`. */
export function readableNetwork(
  sizes: Sizes,
  training: Training,
  random: Random,
): Network {
  return sizes.model === 1
    ? networkByHand(sizes, training, random)
    : networkOfValues(sizes, training, random);
}

/** The dials of Step 1, freshly drawn. */
export function drawDials(sizes: Sizes, random: Random): Dials {
  const weights = initialWeights(shapesOf(sizes), random);
  const [wte, mlp_fc1, mlp_fc2] = [...weights.values()];
  return { wte, mlp_fc1, mlp_fc2 };
}

/** @throws RangeError for any optimizer but SGD, which is all that Step 1 knows */
function networkByHand(sizes: Sizes, training: Training, random: Random): Network {
  if (training.optimizer.kind !== 'sgd') throw new RangeError('Step 1 has only SGD');
  const dials = drawDials(sizes, random);
  const pieces = piecesOf(sizes.design ?? REFERENCE_DESIGN);
  return {
    sizes,
    shapes: shapesOf(sizes),
    learn(tokens, step) {
      const { loss, grad } = analyticGradient(dials, Array.from(tokens), pieces);
      const rate = training.rate * decay(training.schedule, step, training.steps);
      descend(dials, grad, rate);
      return loss;
    },
    measure: (tokens) => lossOf(dials, Array.from(tokens), pieces),
    predictor:
      (temperature = 1) =>
      (token) =>
        softmax(mlp(dials, token, pieces).logits.map((v) => v / temperature)),
    parameters: () => Float64Array.from(flatDials(dials)),
  };
}

/** The pieces of Step 1 with another activation. */
function piecesOf({ activation }: Design): Pieces {
  if (activation === 'relu') return PIECES;
  const { value, slope } = ACTIVATIONS[activation];
  return {
    ...PIECES,
    activate: (h) => h.map(value),
    activateBack: (h, da) => da.map((d, j) => d * slope(h[j])),
  };
}

function networkOfValues(sizes: Sizes, training: Training, random: Random): Network {
  const net = sizes.model === 2 ? drawMlp(sizes, random) : drawGpt(sizes, random);
  const update = startOptimizer(training.optimizer, net.params.length);
  const finish = training.zeroing === false ? () => {} : zeroGradients;
  return {
    sizes,
    shapes: shapesOf(sizes),
    learn(tokens, step) {
      const n = contextOf(sizes, tokens);
      const rate = training.rate * decay(training.schedule, step, training.steps);
      return trainStep(
        net,
        Array.from(tokens),
        n,
        (params) => update(params, rate, step + 1),
        finish,
      );
    },
    measure: (tokens) =>
      lossOfValues(net, Array.from(tokens), contextOf(sizes, tokens)).data,
    predictor(temperature = 1) {
      const forward = net.start();
      return (token, position) => {
        checkPosition(sizes, position);
        const logits = forward(token, position).map((v) => v.mul(1 / temperature));
        return softmaxOfValues(logits).map((p) => p.data);
      };
    },
    parameters: () => Float64Array.from(net.params, (p) => p.data),
  };
}

/** Step 2: parameters as `Value`s. */
export function drawMlp(sizes: Sizes, random: Random): Trainable {
  const { wte, mlp_fc1, mlp_fc2 } = drawDials(sizes, random);
  const weights = {
    wte: asValues(wte),
    mlp_fc1: asValues(mlp_fc1),
    mlp_fc2: asValues(mlp_fc2),
  };
  const activate = activationOf((sizes.design ?? REFERENCE_DESIGN).activation);
  return {
    params: Object.values(weights).flat(2),
    start: () => (token) => mlpOfValues(weights, token, activate),
  };
}

/** Steps 3 to 5. */
export function drawGpt(sizes: Sizes, random: Random): Trainable {
  const drawn = initialWeights(shapesOf(sizes), random);
  const all = new Map([...drawn].map(([name, rows]) => [name, asValues(rows)]));
  const weights = gptWeights(sizes, all);
  const parts = sizes.design ? partsOf(sizes.design, sizes.heads) : REFERENCE;
  return {
    params: [...all.values()].flat(2),
    start() {
      const caches = emptyCaches(weights);
      return (token, position) => gpt(weights, token, position, caches, parts);
    },
  };
}

/** The matrices of a GPT, each in its place. */
export function gptWeights(sizes: Sizes, all: ReadonlyMap<string, Matrix>): GptWeights {
  const get = (name: string) => all.get(name)!;
  const layer = (prefix: string): LayerWeights => ({
    attn_wq: get(`${prefix}attn_wq`),
    attn_wk: get(`${prefix}attn_wk`),
    attn_wv: get(`${prefix}attn_wv`),
    attn_wo: get(`${prefix}attn_wo`),
    mlp_fc1: get(`${prefix}mlp_fc1`),
    mlp_fc2: get(`${prefix}mlp_fc2`),
  });
  return {
    heads: sizes.heads,
    wte: get('wte'),
    wpe: get('wpe'),
    layers: Array.from({ length: sizes.layers }, (_, i) =>
      layer(sizes.model === 3 ? '' : `layer${i}.`),
    ),
    lm_head: get('lm_head'),
  };
}

const asValues = (w: number[][]): Matrix =>
  w.map((row) => row.map((x) => new Value(x)));
