/** What the figure of each weight’s own rate shows at each beat. No DOM. */

export interface View {
  /** Names read. */
  readonly step: number | 'end';
}

/** The beat that asks how far apart the rates are in the end. */
export const ASKS = 1;

export const BEATS: readonly View[] = [{ step: 1 }, { step: 1 }, { step: 'end' }, { step: 'end' }];

/** Rates that the axis has room for, over the full rate: √v̂ from 1 down to 10⁻⁵. */
export const domainOf = (rate: number): readonly [low: number, high: number] => {
  const low = 10 ** Math.round(Math.log10(rate));
  return [low, low * 1e5];
};

/** Guesses go from once to ten thousand times. */
export const GUESS = { top: 80, decades: 4, start: 59 };

export const stepOf = ({ step }: View, steps: number): number =>
  step === 'end' ? steps : Math.min(step, steps);
