/** Which letters count as vowels until the reader says otherwise. */

const LATIN = 'aeiou';
/** Vowel letters of Latin, Cyrillic and Greek. */
const KNOWN = Array.from(`${LATIN}аеёиоуыэюяαεηιουω`);

/** Those of the known vowels that a text uses, accents aside; Latin's if it uses none. */
export function vowelsOf(text: string): string {
  const used = new Set(text.toLowerCase() + text.toLowerCase().normalize('NFD'));
  const found = KNOWN.filter((vowel) => used.has(vowel));
  return found.length > 0 ? found.join('') : LATIN;
}

/** Letters in a text, counted as the engine does. */
export const letterCount = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0;
