import { useCallback, useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { useMessages } from '../reader/messages.tsx';
import { useIsland } from '../reader/page.ts';
import { useReader } from '../reader/reader.ts';

export interface Prediction<Guess> {
  /** The question stands: hide what would answer it, and only that. */
  readonly asking: boolean;
  /** The guess, while it is made and once it is settled; null without one. */
  readonly guess: Guess | null;
  /** A guess was made and the truth is out: draw both, and tie them. */
  readonly revealed: boolean;
  /** The reader wanted the truth without a guess. */
  readonly skipped: boolean;
  readonly setGuess: (guess: Guess) => void;
  readonly reveal: () => void;
  readonly skip: () => void;
}

interface Settled<Guess> {
  readonly about: string;
  readonly guess: Guess | null;
  readonly how: 'open' | 'guessed' | 'skipped';
}

const OPEN = { guess: null, how: 'open' } as const;

/**
 * When a figure asks for a guess: once the reader is on that beat, and once a visit. A visit ends
 * when the reader goes to another section, so a scroll back and forth over a beat's edge asks
 * nothing twice. At build, without scripts, and in a figure that the reader has taken over,
 * nothing is asked and the truth shows.
 */
export function usePrediction<Guess>(options: {
  /** The beat reached, and the beat that asks. */
  beat: number;
  at: number;
  /** The reader has taken the figure over (`story.touched`). */
  touched?: boolean;
  /** What the answer depends on (name, data set, seed): when it changes, the question is new. */
  about?: string;
}): Prediction<Guess> {
  const { beat, at, touched = false, about = '' } = options;
  const { section } = useIsland();
  // The words travel in the page only if they are asked for at build, when no question stands;
  // so do those of the field that a guess may be typed into.
  useMessages('site', 'predict');
  useMessages('site', 'numberField');
  const awake = useReader((state) => Object.keys(state.beats).length > 0);
  const away = useReader((state) => state.section !== null && state.section !== section);
  const [kept, setKept] = useState<Settled<Guess>>({ about, ...OPEN });
  // A question about something else, or a new visit, begins anew.
  const stale = kept.about !== about || (away && (kept.guess !== null || kept.how !== 'open'));
  if (stale) setKept({ about, ...OPEN });
  const now: Settled<Guess> = stale ? { about, ...OPEN } : kept;
  const put = useCallback(
    (change: Partial<Settled<Guess>>) => setKept((old) => ({ ...old, ...change })),
    [],
  );

  const here = awake && !touched && beat === at;
  return {
    asking: here && now.how === 'open',
    guess: here ? now.guess : null,
    revealed: here && now.how === 'guessed' && now.guess !== null,
    skipped: here && now.how === 'skipped',
    setGuess: useCallback((guess) => put({ guess }), [put]),
    reveal: useCallback(() => put({ how: 'guessed' }), [put]),
    skip: useCallback(() => put({ guess: null, how: 'skipped' }), [put]),
  };
}

/** A story's view; where the question of beat `at` is settled, the view of the beat that answers. */
export function answered<View>(
  story: { readonly beat: number; readonly touched: boolean; readonly view: View },
  { asking }: Pick<Prediction<unknown>, 'asking'>,
  beats: readonly View[],
  at: number,
): View {
  return !story.touched && story.beat === at && !asking ? beats[at + 1] : story.view;
}

export interface PredictProps {
  /** The question: “After a, what comes next most often?” */
  question: ReactNode;
  /** How to answer, or the answers themselves as buttons. */
  children?: ReactNode;
  prediction: Pick<Prediction<unknown>, 'guess' | 'reveal' | 'skip'>;
  /** There is a guess to show the truth against; as a rule, one that has been made. */
  ready?: boolean;
}

const TYPED = 'input:not([type=range]), textarea, select, [contenteditable]';

/**
 * A question before the answer. The figure draws the guess (in the reader's red) and, once
 * revealed, the truth beside it. One key skips: Escape while the section is being read, and S
 * within the figure or while presenting.
 */
export function Predict({ question, children, prediction, ...props }: PredictProps) {
  const { guess, reveal, skip } = prediction;
  const { ready = guess !== null } = props;
  const words = useMessages('site', 'predict');
  const root = useRef<HTMLFieldSetElement>(null);
  const { section } = useIsland();
  const reading = useReader((state) => state.section === section);
  const skipping = useRef(skip);
  useEffect(() => {
    skipping.current = skip;
  });

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
      const target = event.target as Element;
      const inside = root.current?.closest('[data-figure]')?.contains(target) ?? false;
      const presenting = document.documentElement.dataset['present'] !== undefined;
      const escape = event.key === 'Escape' && (inside || (reading && !presenting));
      const letter =
        event.key.toLowerCase() === 's' &&
        (inside || (reading && presenting)) &&
        !target.closest(TYPED);
      if (!escape && !letter) return;
      event.preventDefault();
      event.stopPropagation();
      skipping.current();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [reading]);

  // The question goes when it is settled; focus that was in it moves to the answer.
  useLayoutEffect(() => {
    const question = root.current;
    return () => {
      if (!question?.contains(document.activeElement)) return;
      const answer = question.closest('.fig')?.querySelector<HTMLElement>('.fig-say');
      answer?.setAttribute('tabindex', '-1');
      answer?.focus({ preventScroll: true });
    };
  }, []);

  return (
    <fieldset className="predict" aria-label={words.text('label')} ref={root}>
      <p className="predict-question">{question}</p>
      {children}
      <span className="predict-actions">
        <button type="button" className="tool strong" disabled={!ready} onClick={reveal}>
          {words.text('reveal')}
        </button>
        <button type="button" className="tool" onClick={skip}>
          {words.text('skip')} <kbd>Esc</kbd>
        </button>
      </span>
    </fieldset>
  );
}
