/** What the questions of Step 1 are about: chosen from the name and the run. No DOM, no engine. */

/** Rates that the last question compares. */
export const RATES = [0.1, 1.5, 5] as const;

/** A pair of the name, by the place of its first token. */
export interface PricedPair {
  readonly place: number;
  readonly text: string;
  readonly nats: number;
}

/** Pairs offered at most. */
const OFFERED = 4;

/**
 * The pairs offered, in the order of the name: the dearest, and those nearest to it in price, which
 * make the question worth asking. A pair that occurs twice is offered once.
 */
export function pairsOffered(labels: readonly string[], nats: readonly number[]): PricedPair[] {
  const pairs = new Map<string, PricedPair>();
  nats.forEach((price, place) => {
    const text = `${labels[place]}${labels[place + 1]}`;
    if (!pairs.has(text)) pairs.set(text, { place, text, nats: price });
  });
  return [...pairs.values()]
    .toSorted((a, b) => b.nats - a.nats)
    .slice(0, OFFERED)
    .toSorted((a, b) => a.place - b.place);
}

export const dearest = (pairs: readonly PricedPair[]): PricedPair | undefined =>
  pairs.toSorted((a, b) => b.nats - a.nats)[0];

/** The first token of the vocabulary that the name does not have; null when it has them all. */
export function absentFrom(tokens: readonly number[], size: number, bos: number): number | null {
  for (let token = 0; token < size; token++)
    if (token !== bos && !tokens.includes(token)) return token;
  return null;
}

/** What a row of slopes is: nothing anywhere, or of the sign that outweighs the other. */
export function signOf(slopes: ArrayLike<number>): 'zero' | 'positive' | 'negative' {
  const all = Array.from(slopes);
  if (all.every((slope) => slope === 0)) return 'zero';
  return all.reduce((a, b) => a + b, 0) > 0 ? 'positive' : 'negative';
}

/** Which place has the lowest loss; null while one is not known. */
export function lowest(losses: readonly (number | undefined)[]): number | null {
  if (losses.some((nats) => nats === undefined)) return null;
  const known = losses.map((nats) => (Number.isNaN(nats) ? Infinity : nats!));
  return known.indexOf(Math.min(...known));
}
