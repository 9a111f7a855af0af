import { data, documents, overview, survey } from './data.ts';
import { floors, heldOut, heldOutUnseen, lengths, losses } from './measure.ts';
import { sample } from './sample.ts';
import { samplesAfter } from './samples-after.ts';
import { contributors, row, state, surprise } from './table.ts';
import { inspect, tokenize } from './texts.ts';

/** Questions about data and counts: what every page may ask. */
export const counting = {
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
};
