import type { DataTableProps } from '../../../charts/index.ts';
import type { Messages } from '../../../reader/messages.tsx';
import type { ClassChain } from '../../../worker/protocol.ts';
import { three } from './chain.tsx';
import { AS_WRITTEN, expectedPairs, ONEGIN, SHUFFLED } from './onegin.ts';

const NUMBERS = ['Letters', 'Vowels', 'VV', 'VC', 'CV', 'CC', 'P', 'PVV', 'PCV'] as const;

type Counted = Omit<ClassChain, 'cells'>;

/** Onegin as it is shown: his counts, or what shuffling would leave of them. */
function onegin(shuffled: boolean): Counted {
  if (!shuffled) return { ...ONEGIN, ...AS_WRITTEN };
  const { vowels, consonants } = ONEGIN;
  const pairs = (a: number, b: number): number => Math.round(expectedPairs(a, b));
  return {
    ...ONEGIN,
    ...SHUFFLED,
    vowelVowel: pairs(vowels, vowels),
    vowelConsonant: pairs(vowels, consonants),
    consonantVowel: pairs(consonants, vowels),
    consonantConsonant: pairs(consonants, consonants),
  };
}

/** The chains on screen, one a row. */
export function chainsTable(
  words: Messages,
  shuffled: boolean,
  chain: ClassChain | null,
  second: 'names' | 'own',
  asking: boolean,
): Omit<DataTableProps, 'height'> {
  const whole = (value: number): string => words.text('number', { value });
  // While the guess is open, the answer is not in the table either.
  const secret = (name: string, value: string): string =>
    asking && name !== 'onegin' ? '?' : value;
  const row = (name: 'onegin' | 'names' | 'own', c: Counted): string[] => [
    shuffled ? words.text('shuffledTitle', { title: words.text(name) }) : words.text(name),
    whole(c.letters),
    whole(c.vowels),
    secret(name, whole(c.vowelVowel)),
    secret(name, whole(c.vowelConsonant)),
    whole(c.consonantVowel),
    whole(c.consonantConsonant),
    three(c.pVowel),
    secret(name, three(c.pVowelAfterVowel)),
    three(c.pVowelAfterConsonant),
  ];
  return {
    caption: words.text('tableCaption'),
    columns: [
      { key: 'text', label: words.text('tableText') },
      ...NUMBERS.map((key) => ({ key, label: words.text(`table${key}`), numeric: true })),
    ],
    rows: [row('onegin', onegin(shuffled)), ...(chain ? [row(second, chain)] : [])],
  };
}
