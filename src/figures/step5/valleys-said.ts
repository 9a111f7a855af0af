import type { ReactNode } from 'react';
import { fixed } from '../../charts/index.ts';
import type { Messages } from '../../reader/messages.tsx';
import { rateText } from '../step1/descent-view.ts';
import type { Valleys } from './valleys-data.ts';
import {
  broke,
  floorOf,
  NEAR,
  type Method,
  type Rates,
  type Valley,
  type View,
} from './valleys-view.ts';

const three = fixed(3);

export interface Saying {
  readonly known: Valleys;
  readonly view: View;
  readonly steps: number;
  readonly page: Rates;
  readonly rates: readonly number[];
  readonly valleys: Readonly<Record<Method, Valley>>;
  /** All rates are known. */
  readonly swept: boolean;
  readonly asking: boolean;
  /** The reader's guess, once the truth is out. */
  readonly guess: number | null;
}

/** What both runs came to, then how wide their valleys are. */
export function valleysSentence(words: Messages, saying: Saying): ReactNode {
  const { known, view, steps, asking, guess, page } = saying;
  if (known.documents === 0) return words.say('saidAlone');
  const { sgd, adam } = known.curves;
  if (!sgd || (!adam && !asking)) return words.say('saidComputing');
  const last = sgd.steps.findLastIndex((step) => step <= view.step);
  const at = (method: Method) => {
    const points = known.curves[method];
    const run = saying.valleys[method][saying.rates.indexOf(view[method])];
    const nats = points?.nats[Math.min(last, points.nats.length - 1)];
    const lost = view.step === steps && run && broke(run);
    return nats === undefined || !Number.isFinite(nats) || lost
      ? words.text('infinite')
      : three(nats);
  };
  const said = {
    steps: sgd.steps[last],
    sgd: at('sgd'),
    adam: asking ? '' : at('adam'),
    sgdRate: rateText(view.sgd),
    adamRate: rateText(view.adam),
  };
  if (asking) return words.say('saidAsking', said);
  if (guess !== null) return words.say('saidGuess', { ...said, guess: guess.toFixed(2) });
  if (view.step < steps) return words.say('saidOnTheWay', said);
  const own = view.sgd === page.sgd && view.adam === page.adam;
  if (view.sweep && saying.swept && own) {
    const floor = (method: Method) => floorOf(saying.rates, saying.valleys[method]);
    const [plain, taught] = [floor('sgd'), floor('adam')];
    if (plain && taught)
      return words.say('saidValleys', {
        near: NEAR,
        sgdFrom: rateText(plain.from),
        sgdTo: rateText(plain.to),
        adamFrom: rateText(taught.from),
        adamTo: rateText(taught.to),
      });
  }
  return words.say('saidEnd', said);
}
