import { useEngine } from '../../reader/engine.ts';
import type { Recipe } from '../../engine/recipe.ts';
import type { Fault, Result } from '../../worker/protocol.ts';
import { filled } from '../cache-work.ts';
import { type TextName } from './cache-view.ts';

export interface CacheData {
  /** What the text in view costs; null before the first answer. */
  readonly work: Result<'work'> | null;
  /** What a full block costs. */
  readonly block: Result<'work'> | null;
  readonly live: boolean;
  readonly busy: boolean;
  readonly fault: Fault | null;
}

/** The engine's own multiplications over the reader's name, and over a full block. */
export function useCacheWork(recipe: Recipe, name: string, text: TextName): CacheData {
  const net = useEngine('network', { recipe });
  const own = useEngine('work', { recipe, text: name });
  const letters = own.data?.labels.slice(1, -1) ?? [];
  const whole = filled(letters, net.data?.settings.block ?? 0);
  const block = useEngine('work', whole === '' ? null : { recipe, text: whole });
  const shown = text === 'block' && whole !== '' ? block : own;
  return {
    work: shown.data ?? null,
    block: block.data ?? own.data ?? null,
    live: own.live,
    busy: shown.busy || net.busy,
    fault: shown.fault ?? net.fault,
  };
}
