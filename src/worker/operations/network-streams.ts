import { learn } from './learn.ts';
import { sweep } from './sweep.ts';

/** The streams of networks. */
export const streams = { learn, sweep };
