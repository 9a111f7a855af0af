import type { ClassChain } from '../../../worker/protocol.ts';
import { three } from './chain.tsx';
import { AS_WRITTEN, expectedPairs, ONEGIN } from './onegin.ts';

/** What the prose quotes: Markov's totals, and the list's as written and shuffled. */
export function chainFacts(
  written: ClassChain | undefined,
  shuffled: ClassChain | undefined,
  whole: (value: number) => string,
): Record<string, string> {
  const facts: Record<string, string> = {
    'onegin.letters': whole(ONEGIN.letters),
    'onegin.vowels': whole(ONEGIN.vowels),
    'onegin.consonants': whole(ONEGIN.consonants),
    'onegin.VV': whole(ONEGIN.vowelVowel),
    'onegin.CC': whole(ONEGIN.consonantConsonant),
    'onegin.p': three(AS_WRITTEN.pVowel),
    'onegin.vv': three(AS_WRITTEN.pVowelAfterVowel),
    'onegin.vc': three(AS_WRITTEN.pVowelAfterConsonant),
    'onegin.independent': whole(Math.round(expectedPairs(ONEGIN.vowels, ONEGIN.vowels))),
  };
  if (written) {
    facts['chains.letters'] = whole(written.letters);
    facts['chains.vowels'] = whole(written.vowels);
    facts['chains.p'] = three(written.pVowel);
    facts['chains.vv'] = three(written.pVowelAfterVowel);
    facts['chains.vc'] = three(written.pVowelAfterConsonant);
  }
  if (shuffled) {
    facts['chains.shuffled.vv'] = three(shuffled.pVowelAfterVowel);
    facts['chains.shuffled.vc'] = three(shuffled.pVowelAfterConsonant);
  }
  return facts;
}
