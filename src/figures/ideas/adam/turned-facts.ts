/** What the text quotes of runs along turned axes. */
import { useMemo } from 'react';
import { fixed } from '../../../charts/index.ts';
import type { Recipe } from '../../../engine/recipe.ts';
import { useEngine } from '../../../reader/engine.ts';
import type { Messages } from '../../../reader/messages.tsx';
import type { TurnedEnd } from '../../../worker/protocol.ts';
import {
  adamAt,
  endOf,
  meanLeads,
  MOST,
  PLAIN_RATE,
  plainAt,
  RATE,
  seedEnds,
  SEEDS,
} from './turned-view.ts';

const three = fixed(3);

export function useTurnedFacts(
  words: Messages,
  reader: Recipe,
  seeds: readonly (TurnedEnd | undefined)[],
): Record<string, string> {
  const { data: own } = useEngine('turnedRun', adamAt(reader, 0));
  const { data: turned } = useEngine('turnedRun', adamAt(reader, MOST));
  const { data: plain } = useEngine('turnedRun', plainAt(reader, PLAIN_RATE));
  const { data: program } = useEngine('turnedRun', plainAt(reader));
  return useMemo(() => {
    const end = (run: TurnedEnd | undefined): string => three(endOf(run) ?? NaN);
    const leads = meanLeads(seedEnds(reader, seeds));
    const lead = (nats: number): string => three(Math.abs(nats));
    const side = (nats: number): string => words.text(nats >= 0 ? 'below' : 'above');
    return {
      // What the seeds come to is told once their runs have been.
      ...(leads && {
        'turned.lead': lead(leads.own),
        'turned.lead.side': side(leads.own),
        'turned.left': lead(leads.turned),
        'turned.left.side': side(leads.turned),
      }),
      'turned.parameters': words.text('number', { value: own?.parameters ?? 0 }),
      'turned.adam': end(own),
      'turned.turned': end(turned),
      'turned.plain': end(plain),
      'turned.program': end(program),
      'turned.rate': String(RATE),
      'turned.plain.rate': String(PLAIN_RATE),
      'turned.seeds': String(SEEDS),
    };
  }, [words, reader, own, turned, plain, program, seeds]);
}
