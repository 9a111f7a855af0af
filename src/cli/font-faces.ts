/**
 * The `@font-face` rules of the site: the fonts it serves, and for each a stand-in made of a font
 * the reader already has, stretched to the same metrics so that nothing moves when the real one
 * arrives.
 */

/** Metrics in em: heights above and below the baseline, and the mean width of English text. */
export interface FontMetrics {
  ascent: number;
  descent: number;
  lineGap: number;
  width: number;
}

/** A font that readers have, under the names that `local()` finds it by. */
export interface LocalFont extends FontMetrics {
  names: readonly string[];
}

export interface FontFace {
  family: string;
  style: 'normal' | 'italic';
  /** Range of the weight axis, `'400 600'`. */
  weight: string;
  file: string;
  characters: readonly number[];
}

/** How often each character comes in English text; per cent, the rest left out. */
export const ENGLISH: Readonly<Record<string, number>> = {
  ' ': 18.3,
  e: 10.3,
  t: 7.5,
  a: 6.5,
  o: 6.2,
  n: 5.7,
  i: 5.7,
  s: 5.3,
  r: 5,
  h: 5,
  l: 3.3,
  d: 3.3,
  u: 2.3,
  c: 2.2,
  m: 2,
  f: 2,
  w: 1.7,
  g: 1.6,
  p: 1.5,
  y: 1.4,
  b: 1.3,
  v: 0.8,
  k: 0.6,
  x: 0.1,
  j: 0.1,
  q: 0.1,
  z: 0.1,
  ',': 1.2,
  '.': 1.1,
};

/**
 * Fonts of the common systems. Widths are means over `ENGLISH`, measured on fonts of the same
 * metrics: Gelasio for Georgia, Tinos for Times, Arimo for Arial.
 */
export const LOCAL_FONTS = {
  georgia: {
    names: ['Georgia', 'Gelasio'],
    ascent: 1878 / 2048,
    descent: 449 / 2048,
    lineGap: 0,
    width: 0.4337,
  },
  times: {
    names: ['Times New Roman', 'Liberation Serif', 'Tinos'],
    ascent: 1825 / 2048,
    descent: 443 / 2048,
    lineGap: 87 / 2048,
    width: 0.395,
  },
  timesItalic: {
    names: ['Times New Roman Italic', 'Liberation Serif Italic', 'Tinos Italic'],
    ascent: 1825 / 2048,
    descent: 443 / 2048,
    lineGap: 87 / 2048,
    width: 0.3966,
  },
  arial: {
    names: ['Arial', 'Liberation Sans', 'Arimo'],
    ascent: 1854 / 2048,
    descent: 434 / 2048,
    lineGap: 67 / 2048,
    width: 0.4359,
  },
  roboto: {
    names: ['Roboto'],
    ascent: 1900 / 2048,
    descent: 500 / 2048,
    lineGap: 0,
    width: 0.4362,
  },
  menlo: {
    names: ['Menlo', 'DejaVu Sans Mono'],
    ascent: 1901 / 2048,
    descent: 483 / 2048,
    lineGap: 0,
    width: 0.602,
  },
  courier: {
    names: ['Liberation Mono', 'Cousine', 'Courier New'],
    ascent: 1705 / 2048,
    descent: 615 / 2048,
    lineGap: 0,
    width: 0.6001,
  },
} as const satisfies Record<string, LocalFont>;

/** Mean width in em over `ENGLISH`, given each character's advance in em. */
export function meanWidth(advance: (character: string) => number): number {
  let sum = 0;
  let weight = 0;
  for (const [character, share] of Object.entries(ENGLISH)) {
    sum += share * advance(character);
    weight += share;
  }
  return sum / weight;
}

/** Code points as a `unicode-range`: ascending, runs joined. */
export function unicodeRange(codePoints: readonly number[]): string {
  const sorted = [...new Set(codePoints)].sort((a, b) => a - b);
  const runs: [number, number][] = [];
  for (const point of sorted) {
    const last = runs.at(-1);
    if (last && last[1] === point - 1) last[1] = point;
    else runs.push([point, point]);
  }
  const hex = (point: number) => point.toString(16).toUpperCase().padStart(4, '0');
  return runs.map(([a, b]) => (a === b ? `U+${hex(a)}` : `U+${hex(a)}-${hex(b)}`)).join(', ');
}

const percent = (ratio: number) => `${(100 * ratio).toFixed(2)}%`;

/** The rule that makes `local` take the room of `font`. */
export function fallbackRule(
  family: string,
  style: 'normal' | 'italic',
  font: FontMetrics,
  local: LocalFont,
): string {
  const scale = font.width / local.width;
  return [
    '@font-face {',
    `  font-family: '${family}';`,
    `  font-style: ${style};`,
    `  src: ${local.names.map((name) => `local('${name}')`).join(', ')};`,
    `  size-adjust: ${percent(scale)};`,
    `  ascent-override: ${percent(font.ascent / scale)};`,
    `  descent-override: ${percent(font.descent / scale)};`,
    `  line-gap-override: ${percent(font.lineGap / scale)};`,
    '}',
  ].join('\n');
}

/** The rule for a font the site serves. */
export function faceRule(face: FontFace): string {
  return [
    '@font-face {',
    `  font-family: '${face.family}';`,
    `  font-style: ${face.style};`,
    `  font-weight: ${face.weight};`,
    '  font-display: swap;',
    `  src: url('./${face.file}') format('woff2');`,
    `  unicode-range: ${unicodeRange(face.characters)};`,
    '}',
  ].join('\n');
}
