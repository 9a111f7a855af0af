/**
 * Where each line of a program is taught, and which idea of the timeline it comes from.
 *
 * `content/program-places.json` says so of regions of the code (`src/engine/layers.ts#linear`),
 * else of declarations (`src/engine/random.ts:gauss`), else of modules; within each, of the lines
 * that hold a certain text. So a line that moves keeps its place.
 */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** What a program does that is no idea of the timeline. */
export const KINDS = ['text', 'chance', 'arithmetic', 'frame'] as const;
export type Kind = (typeof KINDS)[number];

export interface Place {
  /** Step and section: `2/walking-back`. */
  readonly at: string;
  /** An idea of the timeline; a place has an idea or a kind. */
  readonly idea?: string;
  readonly kind?: Kind;
}

/** A place, and those of lines in it that hold a text. */
export interface AnchoredPlace extends Place {
  readonly lines?: Readonly<Record<string, Place>>;
}

export type Places = Readonly<Record<string, AnchoredPlace>>;

export const PLACES_FILE = 'content/program-places.json';

export const readPlaces = (root: string): Places =>
  JSON.parse(readFileSync(resolve(root, PLACES_FILE), 'utf8')) as Places;

/** What is known of a stretch of a program: its module, and what it is there. */
export interface Anchor {
  readonly path: string;
  readonly region: string | null;
  readonly name: string;
}

/** The key of the nearest place of a stretch; undefined if not even its module has one. */
export function keyOf(places: Places, { path, region, name }: Anchor): string | undefined {
  return [`${path}#${region}`, `${path}:${name}`, path].find((key) => Object.hasOwn(places, key));
}

/**
 * The place of one line of a stretch.
 * @throws Error if neither its region, its declaration nor its module has one
 */
export function placeOf(places: Places, anchor: Anchor, line: string): Place {
  const key = keyOf(places, anchor);
  if (key === undefined) {
    throw new Error(`${PLACES_FILE} has no place for ${anchor.path}, nor for a part of it`);
  }
  const { lines = {}, ...whole } = places[key];
  const held = Object.keys(lines).find((text) => line.includes(text));
  return held === undefined ? whole : lines[held];
}

export interface SectionTitle {
  readonly title: string;
  readonly step: number;
}

const SECTION = /<Section id="([^"]+)" title="([^"]+)"/g;

/** The sections of all steps by place, `2/walking-back`, as a locale's pages name them. */
export function sectionsOf(root: string, files: readonly string[]): Map<string, SectionTitle> {
  const found = new Map<string, SectionTitle>();
  for (const file of files) {
    const text = readFileSync(resolve(root, file), 'utf8');
    const step = Number(/^number: (\d)$/m.exec(text)?.[1]);
    for (const [, id, title] of text.matchAll(SECTION)) found.set(`${step}/${id}`, { title, step });
  }
  return found;
}

/** An idea of the timeline, as far as a program's lines tell of it. */
export interface IdeaOf {
  readonly id: string;
  readonly title: string;
  readonly short: string;
  /** First and last year, and how they are written. */
  readonly from: number;
  readonly to: number;
  readonly label: string;
  readonly people: readonly string[];
  /** Under the site's base. */
  readonly href: string;
}

interface IdeaFacts {
  readonly id: string;
  readonly years: { readonly from: number; readonly to?: number; readonly label: string };
  readonly people: readonly string[];
}

/** The ideas of the timeline in its order. */
export function ideasOf(root: string, locale: string): IdeaOf[] {
  const read = (path: string): unknown =>
    JSON.parse(readFileSync(resolve(root, 'content', path), 'utf8'));
  const { ideas } = read('ideas.json') as { ideas: IdeaFacts[] };
  const told = read(`${locale}/ideas.json`) as {
    ideas: Record<string, { title: string; short: string }>;
  };
  return ideas.map(({ id, years, people }) => {
    const page = resolve(root, `content/${locale}/ideas/${id}.mdx`);
    const own = existsSync(page) && !/^draft: true$/m.test(readFileSync(page, 'utf8'));
    const { title, short } = told.ideas[id];
    const { from, to = from, label } = years;
    const href = own ? `history/${id}/` : `history/#${id}`;
    return { id, title, short, from, to, label, people, href };
  });
}
