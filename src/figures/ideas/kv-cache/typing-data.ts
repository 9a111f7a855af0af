import { useMemo } from 'react';
import type { Recipe } from '../../../engine/recipe.ts';
import { useEngine } from '../../../reader/engine.ts';
import type { Fault, Result } from '../../../worker/protocol.ts';
import { filled } from '../../cache-work.ts';
import { LENGTHS, typingRecipe, type View } from './typing-view.ts';

export type Typed = Result<'typed'>;

export interface TypingData {
  readonly typed: Typed | null;
  /** The reader's name at the lengths that the story compares. */
  readonly story: readonly (Typed | null)[];
  readonly live: boolean;
  readonly busy: boolean;
  readonly fault: Fault | null;
}

/** Asks what the text in view costs, and what the story's texts cost. */
export function useTyping(recipe: Recipe, name: string, view: View): TypingData {
  const run = useMemo(() => typingRecipe(recipe, view.layers), [recipe, view.layers]);
  const plain = useMemo(() => typingRecipe(recipe, 1), [recipe]);
  const letters = useEngine('typed', { recipe: plain, text: name });
  const own = letters.data?.labels.slice(1) ?? [];
  const at = (tokens: number) => {
    const text = filled(own, tokens);
    return text === '' ? null : { recipe: plain, text };
  };
  const [a, b, c] = LENGTHS;
  const story = [useEngine('typed', at(a)), useEngine('typed', at(b)), useEngine('typed', at(c))];
  const text = view.text ?? filled(own, view.tokens);
  const shown = useEngine('typed', { recipe: run, text });
  return {
    typed: shown.data ?? null,
    story: story.map(({ data }) => data ?? null),
    live: shown.live,
    busy: shown.busy || letters.busy,
    fault: shown.fault ?? letters.fault,
  };
}
