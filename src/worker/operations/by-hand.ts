import {
  ACTIVATIONS,
  BROKEN,
  byHand,
  settingsOf,
  type FastNetwork,
  type Mistake,
  type Recipe,
} from '../../engine/index.ts';
import { EngineFault } from '../faults.ts';
import type { PairPass, Reading } from '../protocol.ts';

/** @throws EngineFault `recipe-unusable` for a model that is not differentiated by hand */
export function checkByHand({ model }: Recipe): void {
  if (model === 1 || model === 2) return;
  throw new EngineFault('recipe-unusable', `model ${model} is not differentiated by hand`);
}

/** The parts of a recipe's network with the way back through them, right or with one mistake. */
export function piecesOf(recipe: Recipe, mistake: Mistake | null): byHand.Pieces {
  const pieces = mistake === null ? byHand.PIECES : BROKEN[mistake];
  const name = settingsOf(recipe)?.activation ?? 'relu';
  if (name === 'relu') return pieces;
  const { value, slope } = ACTIVATIONS[name];
  return {
    ...pieces,
    activate: (h) => h.map(value),
    activateBack:
      mistake === 'ungated' ? pieces.activateBack : (h, da) => da.map((d, j) => d * slope(h[j])),
  };
}

export const dialsOf = ({ sizes, p }: FastNetwork): byHand.Dials =>
  byHand.shapedDials(p, sizes.vocab, sizes.embd);

/** One pair of a text, there and back; what the weights are owed is left aside. */
export function passOf(
  dials: byHand.Dials,
  tokens: Reading['tokens'],
  pair: number,
  pieces: byHand.Pieces,
): Omit<PairPass, keyof Reading | 'step'> {
  const n = tokens.length - 1;
  const [token, target] = [tokens[pair], tokens[pair + 1]];
  const { x, h, a, logits } = byHand.mlp(dials, token, pieces);
  const probs = byHand.softmax(logits);
  const dlogits = pieces.logitsBack(probs, target, n);
  const owed = (w: number[][]) => w.map((row) => row.map(() => 0));
  const da = pieces.linearBack(a, dials.mlp_fc2, dlogits, owed(dials.mlp_fc2));
  const dh = pieces.activateBack(h, da);
  const dx = pieces.linearBack(x, dials.mlp_fc1, dh, owed(dials.mlp_fc1));
  const all = (row: number[]) => Float64Array.from(row);
  return {
    pair,
    token,
    target,
    n,
    x: all(x),
    h: all(h),
    a: all(a),
    logits: all(logits),
    probs: all(probs),
    dx: all(dx),
    dh: all(dh),
    da: all(da),
    dlogits: all(dlogits),
    nats: byHand.lossOf(dials, [token, target], pieces),
  };
}
