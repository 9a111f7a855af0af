import { useCallback, useEffect, useState } from 'react';
import { useIsland } from './page.ts';
import { useReader } from './reader.ts';
import { readerStore } from './state.ts';

export interface Story<View> {
  /** What the figure shows: the beat's view, or the reader's own once touched. */
  readonly view: View;
  readonly beat: number;
  /** True when the reader has taken the figure over. */
  readonly touched: boolean;
  /** Change a part of the view; from now on the figure is the reader's. */
  readonly change: (part: Partial<View>) => void;
  /** Give the figure back to the text. */
  readonly resume: () => void;
}

/**
 * A figure's place in the story. `beats[k]` is its absolute view at the section's beat k, so any
 * jump lands right; beats beyond the last keep the last. At build it shows the last beat. A state
 * requested elsewhere on the page makes the figure the reader's, as a touch does.
 */
export function useStory<View extends object>(beats: readonly View[]): Story<View> {
  const { name, section } = useIsland();
  const reached = useReader((state) =>
    section === null ? -1 : (state.beats[section] ?? (Object.keys(state.beats).length ? 0 : -1)),
  );
  const beat = reached < 0 ? beats.length - 1 : Math.min(reached, beats.length - 1);
  const [own, setOwn] = useState<View | null>(null);
  const told = beats[beat];
  const change = useCallback(
    (part: Partial<View>) => setOwn((now) => ({ ...(now ?? told), ...part })),
    [told],
  );
  const resume = useCallback(() => setOwn(null), []);
  const requested = useReader((state) =>
    state.requested?.figure === name ? state.requested : null,
  );
  useEffect(() => {
    if (!requested) return;
    setOwn({ ...beats[beats.length - 1], ...(requested.part as Partial<View>) });
    readerStore.setState({ requested: null });
  }, [requested, beats]);
  return { view: own ?? told, beat, touched: own !== null, change, resume };
}
