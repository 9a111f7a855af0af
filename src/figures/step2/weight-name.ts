import type { ParameterAt } from '../../worker/protocol.ts';

/** Tensors whose rows are tokens. */
const BY_TOKEN = ['wte', 'lm_head'];
/** In the MLP the last matrix has a row for each token too. */
const short = (tensor: string): string => tensor.replace(/^.*mlp_/, '');

/** As the code would write it, with the token for a row that is one: `wte[l][6]`, `fc1[20][6]`. */
export function weightName(
  { tensor, row, col }: ParameterAt,
  labels: readonly string[] | undefined,
): string {
  const token = BY_TOKEN.includes(tensor) || tensor === 'mlp_fc2';
  return `${short(tensor)}[${token ? (labels?.[row] ?? row) : row}][${col}]`;
}
