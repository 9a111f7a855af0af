/**
 * What may stand between the two matrices of an MLP: each a curve and its slope. ReLU is
 * the reference's; the others are what came before it (sigmoid, tanh) and after (GELU:
 * D. Hendrycks and K. Gimpel, 2016, in the form with tanh that GPT-2 uses).
 */
import { exp } from './math.ts';

export type ActivationName = 'relu' | 'sigmoid' | 'tanh' | 'gelu' | 'none';

export interface Activation {
  /** What becomes of a number. */
  readonly value: (x: number) => number;
  /** How fast that moves when the number moves. */
  readonly slope: (x: number) => number;
}

const relu: Activation = {
  value: (x) => (x > 0 ? x : 0),
  slope: (x) => (x > 0 ? 1 : 0),
};

// #region sigmoid
const sigmoid: Activation = {
  value: (x) => 1 / (1 + exp(-x)),
  slope(x) {
    const y = sigmoid.value(x);
    return y * (1 - y);
  },
};
// #endregion sigmoid

// #region tanh
const tanh: Activation = {
  value: (x) => 2 / (1 + exp(-2 * x)) - 1,
  slope(x) {
    const y = tanh.value(x);
    return 1 - y * y;
  },
};
// #endregion tanh

/** √(2/π) */
const BEND = 0.7978845608028654;

// #region gelu
const gelu: Activation = {
  value: (x) => 0.5 * x * (1 + tanh.value(BEND * (x + 0.044715 * x * x * x))),
  slope(x) {
    const y = tanh.value(BEND * (x + 0.044715 * x * x * x));
    const inner = BEND * (1 + 3 * 0.044715 * x * x);
    return 0.5 * (1 + y) + 0.5 * x * (1 - y * y) * inner;
  },
};
// #endregion gelu

// #region none
const none: Activation = { value: (x) => x, slope: () => 1 };
// #endregion none

export const ACTIVATIONS: Readonly<Record<ActivationName, Activation>> = {
  relu,
  sigmoid,
  tanh,
  gelu,
  none,
};
