import type { ReactNode } from 'react';
import type { Messages } from '../../reader/messages.tsx';
import type { ListedIdea, Listing } from '../../programs/step5.ts?listing';
import {
  countLit,
  EARLY,
  peopleOf,
  type Counts,
  type KnownLine,
  type View,
} from './program-view.ts';

interface Saying {
  readonly listing: Listing;
  readonly lines: readonly KnownLine[];
  readonly counts: Counts;
  readonly view: View;
  readonly asking: boolean;
  /** The reader's guess, once the truth is out. */
  readonly guess: number | null;
  /** Under which the site is served. */
  readonly base: string;
}

/** The people of an idea in words. */
export function peopleText(words: Messages, { people }: ListedIdea): string {
  const { named, others } = peopleOf(people);
  const [last] = named.slice(-1);
  if (others > 0) return words.text('others', { first: named[0], others });
  if (named.length === 1) return last;
  return words.text('and', { names: named.slice(0, -1).join(', '), last });
}

/** What is chosen: a line, an idea, a step, a year, or the whole. */
export function programSentence(words: Messages, saying: Saying): ReactNode {
  const { listing, lines, counts, view, asking, guess, base } = saying;
  const { code, ideas, none, early } = counts;
  if (asking) return words.say('saidAsking', { code, ideas });
  if (view.line !== null) return lineSentence(words, saying, view.line);
  const { lit } = view;
  const late = ideas - early;
  switch (lit.by) {
    case 'all':
      return words.say('saidAll', {
        count: listing.count,
        code,
        ideas,
        none,
        many: listing.ideas.length,
      });
    case 'year':
      return guess === null
        ? words.say('saidYear', { early, late, ideas, year: EARLY })
        : words.say('saidGuess', { guess, early, ideas, year: EARLY });
    case 'step': {
      const fresh = lines.filter(
        ({ kind, step, idea }) => kind === 'code' && step === lit.step && idea !== null,
      ).length;
      return words.say('saidStep', { step: lit.step, lines: counts.byStep[lit.step], fresh });
    }
    case 'none': {
      const of = (kind: string) =>
        lines.filter((line) => line.kind === 'code' && line.place.kind === kind).length;
      const kinds = ['arithmetic', 'chance', 'text', 'frame'].map((kind) => [kind, of(kind)]);
      return words.say('saidNone', { none, code, ...(Object.fromEntries(kinds) as object) });
    }
    case 'idea': {
      const idea = listing.ideas[lit.idea];
      return words.say('saidIdea', {
        link: <a href={base + idea.href}>{idea.title}</a>,
        year: idea.label,
        lines: countLit(lines, lit),
        code,
        people: peopleText(words, idea),
      });
    }
  }
}

function lineSentence(words: Messages, { lines, base }: Saying, at: number): ReactNode {
  const { place, idea, step } = lines[at];
  const said = {
    line: at + 1,
    section: <a href={base + place.href}>{place.title}</a>,
    step: place.step,
    since: step,
  };
  if (!idea)
    return words.say('saidLineNone', { ...said, kind: words.text(`ofKinds.${place.kind}`) });
  return words.say('saidLine', {
    ...said,
    idea: <a href={base + idea.href}>{idea.title}</a>,
    year: idea.label,
    people: peopleText(words, idea),
  });
}
