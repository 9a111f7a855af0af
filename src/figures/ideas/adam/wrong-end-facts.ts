/** What the text quotes of walks that Adam takes to the wrong end. */
import { fixed } from '../../../charts/index.ts';
import { useEngine } from '../../../reader/engine.ts';
import type { Messages } from '../../../reader/messages.tsx';
import type { SlopeWalks } from '../../../worker/protocol.ts';
import { BEATS, questionOf, roundOf } from './wrong-end-view.ts';

const two = fixed(2);
const DASH = '–';

export function useWrongEndFacts(words: Messages): Record<string, string> {
  const { data: proof } = useEngine('slopeWalks', questionOf(BEATS[3]));
  const { data: own } = useEngine('slopeWalks', questionOf(BEATS[4]));
  const { data: long } = useEngine('slopeWalks', questionOf(BEATS[5]));
  const end = (data: SlopeWalks | undefined, walker: 'sgd' | 'adam' | 'amsgrad') =>
    two(data?.places[walker].at(-1) ?? NaN);
  const back = (data: SlopeWalks | undefined, walker: 'adam' | 'amsgrad') => {
    const round = data && roundOf(data, walker);
    return round ? two(Math.abs(round.others)) : DASH;
  };
  const steps = proof?.steps.at(-1);
  return {
    'wrong-end.steps': steps === undefined ? DASH : words.text('number', { value: steps }),
    'wrong-end.large': String(BEATS[0].large),
    'wrong-end.period': String(BEATS[5].period),
    'wrong-end.long.large': String(BEATS[5].large),
    'wrong-end.sgd': end(proof, 'sgd'),
    'wrong-end.adam': end(proof, 'adam'),
    'wrong-end.amsgrad': end(proof, 'amsgrad'),
    'wrong-end.back.adam': back(proof, 'adam'),
    'wrong-end.back.amsgrad': back(proof, 'amsgrad'),
    'wrong-end.own.adam': end(own, 'adam'),
    'wrong-end.long.adam': end(long, 'adam'),
    'wrong-end.long.amsgrad': end(long, 'amsgrad'),
  };
}
