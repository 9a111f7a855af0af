import type { Messages } from '../../reader/messages.tsx';
import type { Surprise } from '../../worker/protocol.ts';
import type { Size } from '../frame.tsx';
import { powerOfTen, raised, WRITTEN_OUT, type Unit } from './surprise-view.ts';

/** What each of the three pictures of the figure is given. */
export interface SurprisePart {
  readonly size: Size;
  readonly words: Messages;
  readonly priced: Surprise;
  readonly unit: Unit;
  /** The chosen pair; null while its choice would give an answer away. */
  readonly selected: number | null;
  readonly onSelect: (pair: number) => void;
  /** “6,394,233” or “1.2 × 10²⁰”: how many times likelier certainty is. */
  readonly odds: (probability: number) => string;
}

/** Writes a probability as the number of chances that one is taken from. */
export function oddsIn(words: Messages): (probability: number) => string {
  return (probability) => {
    const value = 1 / probability;
    if (value < 10) return words.text('number', { value });
    if (value < WRITTEN_OUT) return words.text('number', { value: Math.round(value) });
    if (!Number.isFinite(value)) return '∞';
    const { mantissa, exponent } = powerOfTen(value);
    return words.text('power', { mantissa, exponent: raised(exponent) });
  };
}
