import type { Input, OperationName, Progress, Result } from '../protocol.ts';
import type { Workspace } from '../workspace.ts';
import { blocks } from './blocks.ts';
import { classes } from './classes.ts';
import { compare, curve, evaluate } from './curve.ts';
import { data, documents, overview, survey } from './data.ts';
import { generate } from './generate.ts';
import { plane, slice } from './landscape.ts';
import { floors, heldOut, heldOutUnseen, lengths, losses } from './measure.ts';
import { diary, network, weights } from './network.ts';
import { nudges } from './nudges.ts';
import { predict } from './predict.ts';
import { sample } from './sample.ts';
import { samplesAfter } from './samples-after.ts';
import { contributors, row, state, surprise } from './table.ts';
import { inspect, tokenize } from './texts.ts';

type Operation<K extends OperationName> = (
  workspace: Workspace,
  input: Input<K>,
) => Result<K> | Generator<Progress, Result<K>>;

/** Every question's answer. Pure: the same in the worker, at build and in tests. */
export const operations: { readonly [K in OperationName]: Operation<K> } = {
  data,
  documents,
  overview,
  survey,
  tokenize,
  inspect,
  losses,
  heldOut,
  state,
  contributors,
  surprise,
  row,
  floors,
  unseen: heldOutUnseen,
  lengths,
  sample,
  samplesAfter,
  classes,
  blocks,
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
};
