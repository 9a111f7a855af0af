/**
 * `npm run fonts`: derives the site's fonts from the packages they come in, writes their
 * `@font-face` rules and their provenance. The results are committed; run this when a font's
 * version, characters or axes change.
 */
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Blob, Face, Font, Variation } from 'harfbuzzjs';
import subsetFont from 'subset-font';
import {
  faceRule,
  fallbackRule,
  LOCAL_FONTS,
  meanWidth,
  type FontFace,
  type FontMetrics,
  type LocalFont,
} from './font-faces.ts';

type Axes = Record<string, { min: number; max: number }>;

interface Source {
  family: string;
  package: string;
  style: 'normal' | 'italic';
  weight: string;
  /** Limits of the variation axes; absent: the file is served as it comes. */
  axes?: Axes;
  /**
   * File in the package → file of the site, and the characters to keep of it (all if absent).
   * A family's first file bears its name; the others, fetched when needed, begin with the script.
   */
  files: { from: string; to: string; keep?: 'common' | 'rest'; preload?: boolean }[];
}

/**
 * What nearly every English page needs: ASCII, typographic punctuation, common symbols, and the
 * accents of the names that the history mentions. The rest of Latin is in a second file, fetched
 * only by a page that uses it.
 */
const COMMON = new Set(
  [
    ...Array.from({ length: 95 }, (_, i) => String.fromCodePoint(0x20 + i)),
    ...Array.from('\u00a0–—‘’“”„•…′″§°±²³·×÷−éèêëàáâäçñóôöúüïíîßøå'),
  ].map((character) => character.codePointAt(0)),
);

/** Newsreader from its text size up, in the weights of text and headings. */
const NEWSREADER: Axes = { opsz: { min: 18, max: 72 }, wght: { min: 400, max: 600 } };
const MONO: Axes = { wght: { min: 400, max: 700 } };

const SOURCES: Source[] = [
  ...(['normal', 'italic'] as const).map((style): Source => {
    const name = style === 'normal' ? 'newsreader-roman' : 'newsreader-italic';
    const from = (subset: string) => `newsreader-${subset}-opsz-${style}.woff2`;
    return {
      family: 'Newsreader',
      package: 'newsreader',
      style,
      weight: '400 600',
      axes: NEWSREADER,
      files: [
        { from: from('latin'), to: `${name}.woff2`, keep: 'common', preload: style === 'normal' },
        { from: from('latin'), to: `latin-${name}.woff2`, keep: 'rest' },
        { from: from('latin-ext'), to: `latin-ext-${name}.woff2` },
      ],
    };
  }),
  {
    family: 'Source Sans 3',
    package: 'source-sans-3',
    style: 'normal',
    weight: '200 900',
    files: ['latin', 'latin-ext', 'greek', 'cyrillic'].map((subset) => ({
      from: `source-sans-3-${subset}-wght-normal.woff2`,
      to: subset === 'latin' ? 'source-sans.woff2' : `${subset}-source-sans.woff2`,
      preload: subset === 'latin',
    })),
  },
  {
    family: 'Geist Mono',
    package: 'geist-mono',
    style: 'normal',
    weight: '400 700',
    axes: MONO,
    files: ['latin', 'latin-ext', 'cyrillic'].map((subset) => ({
      from: `geist-mono-${subset}-wght-normal.woff2`,
      to: subset === 'latin' ? 'geist-mono.woff2' : `${subset}-geist-mono.woff2`,
    })),
  },
];

/** A family's stand-ins, best first, and the instance of the font they are measured against. */
interface StandIns {
  family: string;
  style: 'normal' | 'italic';
  file: string;
  instance: Record<string, number>;
  fonts: LocalFont[];
}

const STAND_INS: StandIns[] = [
  {
    family: 'Newsreader',
    style: 'normal',
    file: 'newsreader-roman.woff2',
    instance: { opsz: 20, wght: 410 },
    fonts: [LOCAL_FONTS.georgia, LOCAL_FONTS.times],
  },
  {
    family: 'Newsreader',
    style: 'italic',
    file: 'newsreader-italic.woff2',
    instance: { opsz: 20, wght: 410 },
    fonts: [LOCAL_FONTS.timesItalic],
  },
  {
    family: 'Source Sans 3',
    style: 'normal',
    file: 'source-sans.woff2',
    instance: { wght: 400 },
    fonts: [LOCAL_FONTS.arial, LOCAL_FONTS.roboto],
  },
  {
    family: 'Geist Mono',
    style: 'normal',
    file: 'geist-mono.woff2',
    instance: { wght: 400 },
    fonts: [LOCAL_FONTS.menlo, LOCAL_FONTS.courier],
  },
];

/** Generic ends of the three stacks. */
const STACKS: [property: string, family: string, generic: string][] = [
  ['--font-serif', 'Newsreader', "'Iowan Old Style', Georgia, serif"],
  ['--font-sans', 'Source Sans 3', "'Segoe UI', Helvetica, Arial, sans-serif"],
  ['--font-mono', 'Geist Mono', "ui-monospace, 'SF Mono', Menlo, Consolas, monospace"],
];

const packages = new URL('../../node_modules/@fontsource-variable/', import.meta.url);
const out = new URL('../site/fonts/', import.meta.url);
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Opens a font file (woff2) for measuring. */
async function open(bytes: Buffer): Promise<Font> {
  const everything = { targetFormat: 'sfnt', keepAllGlyphs: true } as const;
  return new Font(new Face(new Blob(await subsetFont(bytes, '', everything))));
}

async function characters(bytes: Buffer): Promise<number[]> {
  return [...(await open(bytes)).face.collectUnicodes()];
}

async function measure(bytes: Buffer, instance: Record<string, number>): Promise<FontMetrics> {
  const font = await open(bytes);
  font.setVariations(Object.entries(instance).map(([tag, value]) => new Variation(tag, value)));
  const { upem } = font.face;
  const extents = font.hExtents();
  const advance = (character: string) =>
    font.glyphHAdvance(font.glyph(character.codePointAt(0) ?? 0) ?? 0) / upem;
  return {
    ascent: extents.ascender / upem,
    descent: -extents.descender / upem,
    lineGap: extents.lineGap / upem,
    width: meanWidth(advance),
  };
}

async function derive(bytes: Buffer, source: Source, keep: 'common' | 'rest' | undefined) {
  if (!source.axes) return bytes;
  const kept = (await characters(bytes)).filter((point) =>
    keep === 'common' ? COMMON.has(point) : keep === 'rest' ? !COMMON.has(point) : true,
  );
  return subsetFont(bytes, String.fromCodePoint(...kept), {
    targetFormat: 'woff2',
    variationAxes: source.axes,
  });
}

function stackOf(family: string): string[] {
  return STAND_INS.filter((each) => each.family === family && each.style === 'normal').flatMap(
    (each) => each.fonts.map((_, i) => fallbackName(family, i)),
  );
}

/** CSS can't try two local fonts with two sets of metrics under one name: each has its own. */
function fallbackName(family: string, index: number): string {
  return index === 0 ? `${family} Fallback` : `${family} Fallback ${index + 1}`;
}

async function main(): Promise<void> {
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  const faces: FontFace[] = [];
  const provenance: object[] = [];
  for (const source of SOURCES) {
    const covered = new Set<number>();
    const home = new URL(`${source.package}/`, packages);
    const { version } = JSON.parse(await readFile(new URL('package.json', home), 'utf8'));
    await copyFile(new URL('LICENSE', home), new URL(`${source.package}.LICENSE.txt`, out));
    for (const { from, to, keep, preload } of source.files) {
      const original = await readFile(new URL(`files/${from}`, home));
      const bytes = await derive(original, source, keep);
      await writeFile(new URL(to, out), bytes);
      const added = (await characters(bytes)).filter((point) => !covered.has(point));
      for (const point of added) covered.add(point);
      faces.push({ ...source, file: to, characters: added });
      provenance.push({
        file: to,
        bytes: bytes.length,
        sha256: sha256(bytes),
        preload: preload ?? false,
        from: `@fontsource-variable/${source.package}@${version}/files/${from}`,
        fromSha256: sha256(original),
        axes: source.axes ?? 'unchanged',
        license: 'OFL-1.1',
      });
      console.log(`${to}  ${(bytes.length / 1000).toFixed(1)} kB${preload ? '  preload' : ''}`);
    }
  }
  await writeFile(new URL('fonts.json', out), `${JSON.stringify(provenance, null, 2)}\n`);
  await writeFile(new URL('fonts.css', out), await stylesheet(faces));
}

async function stylesheet(faces: FontFace[]): Promise<string> {
  const rules: string[] = ['/* Written by `npm run fonts`; provenance in fonts.json. */'];
  rules.push(...faces.map(faceRule));
  for (const { family, style, file, instance, fonts } of STAND_INS) {
    const metrics = await measure(await readFile(new URL(file, out)), instance);
    for (const [i, local] of fonts.entries()) {
      rules.push(fallbackRule(fallbackName(family, i), style, metrics, local));
    }
  }
  const stacks = STACKS.map(([property, family, generic]) => {
    const names = [family, ...stackOf(family)].map((name) => `'${name}'`).join(', ');
    return `  ${property}: ${names}, ${generic};`;
  });
  rules.push([':root {', ...stacks, '}'].join('\n'));
  return `${rules.join('\n\n')}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
