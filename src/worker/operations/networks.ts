import { compare, curve, evaluate } from './curve.ts';
import { duel } from './duel.ts';
import { explain, levels, scalarHistory } from './explain.ts';
import { generate } from './generate.ts';
import { handGradient, pair, slopes } from './hand-gradient.ts';
import { plane, slice } from './landscape.ts';
import { diary, network, weights } from './network.ts';
import { nudges } from './nudges.ts';
import { pile } from './pile.ts';
import { predict } from './predict.ts';
import { recorded } from './recorded.ts';
import { outline, unroll } from './unroll.ts';
import { lastDigits, twins } from './twins.ts';
import { thread } from './thread.ts';

/** Questions about networks, and about all six models alike. */
export const networks = {
  network,
  weights,
  curve,
  evaluate,
  predict,
  generate,
  slice,
  plane,
  nudges,
  diary,
  compare,
  handGradient,
  slopes,
  thread,
  pair,
  pile,
  lastDigits,
  twins,
  duel,
  recorded,
  explain,
  levels,
  scalarHistory,
  outline,
  unroll,
};
