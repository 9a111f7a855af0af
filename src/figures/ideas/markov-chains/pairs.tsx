import { Bars, integer } from '../../../charts/index.ts';
import { useMessages } from '../../../reader/messages.tsx';
import { usePage } from '../../../reader/page.ts';
import { expectedPairs, ONEGIN } from './onegin.ts';

const KINDS = [
  ['vowel', 'vowel', ONEGIN.vowelVowel],
  ['vowel', 'consonant', ONEGIN.vowelConsonant],
  ['consonant', 'vowel', ONEGIN.consonantVowel],
  ['consonant', 'consonant', ONEGIN.consonantConsonant],
] as const;

/** Markov's pairs as counted, and outlined what letters without memory would give. */
export function OneginPairs({ width, height }: { width: number; height: number }) {
  const words = useMessages('chains');
  const { locale } = usePage();
  const of = { vowel: ONEGIN.vowels, consonant: ONEGIN.consonants };
  return (
    <Bars
      width={width}
      height={Math.min(height, 56 * KINDS.length)}
      label={words.text('pairsLabel')}
      quantity="parameter"
      overlayQuantity="probability"
      format={integer(locale)}
      bars={KINDS.map(([first, second, count]) => {
        const expected = Math.round(expectedPairs(of[first], of[second]));
        return {
          id: `${first} ${second}`,
          label: words.text('pair', { first, second }),
          value: count,
          overlay: expected,
          text: words.text('pairValue', { count, expected }),
          emphasis: 'strong' as const,
        };
      })}
    />
  );
}
