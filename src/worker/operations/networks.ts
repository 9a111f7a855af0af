import { compare, curve, evaluate } from './curve.ts';
import { beyond, entries, firstSteps } from './diaries.ts';
import { duel } from './duel.ts';
import { edits, exchanged } from './edits.ts';
import { explain, levels, scalarHistory } from './explain.ts';
import { felt } from './felt.ts';
import { generate } from './generate.ts';
import { handGradient, pair, slopes } from './hand-gradient.ts';
import { plane, slice } from './landscape.ts';
import { diary, network, weights } from './network.ts';
import { nudges } from './nudges.ts';
import { passage } from './passage.ts';
import { pile } from './pile.ts';
import { predict } from './predict.ts';
import { readouts } from './readouts.ts';
import { recorded } from './recorded.ts';
import { redesigned } from './redesigned.ts';
import { roll } from './roll.ts';
import { gradientSizes, rates } from './sizes.ts';
import { outline, unroll } from './unroll.ts';
import { lastDigits, twins } from './twins.ts';
import { thread } from './thread.ts';
import { work } from './work.ts';

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
  passage,
  readouts,
  redesigned,
  edits,
  exchanged,
  work,
  felt,
  gradientSizes,
  rates,
  entries,
  beyond,
  firstSteps,
  roll,
};
