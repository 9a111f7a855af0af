/** The site's content, found by its place: content/<locale>/… */
import type { ComponentType } from 'react';
import type { MessageTree } from '../reader/page.ts';
import ideaFacts from '../../content/ideas.json';

export interface Frontmatter {
  readonly title: string;
  readonly description: string;
  /** Steps: their number and the experiment they are built around. */
  readonly number?: number;
  readonly experiment?: string;
  /** A page that is being written: only the contributor's server shows it. */
  readonly draft?: boolean;
  /** Ideas: their id on the timeline, and the dates as they are to be read. */
  readonly id?: string;
  readonly years?: string;
}

export interface ContentModule {
  readonly default: ComponentType<{ components: Record<string, unknown> }>;
  readonly frontmatter: Frontmatter;
}

const modules = import.meta.glob<ContentModule>('/content/*/**/*.mdx', { eager: true });
const strings = import.meta.glob<MessageTree>('/content/*/**/*.json', {
  eager: true,
  import: 'default',
});

export const DEFAULT_LOCALE = 'en';

export const contentOf = (locale: string, file: string): ContentModule | undefined =>
  modules[`/content/${locale}/${file}.mdx`];

/** A JSON file of a locale: `ui`, `ideas`, `glossary`, `figures/table`. */
export function stringsOf<T = MessageTree>(locale: string, file: string): T {
  const found = strings[`/content/${locale}/${file}.json`];
  if (found === undefined) throw new Error(`There is no content/${locale}/${file}.json`);
  return found as T;
}

export interface StepEntry {
  readonly path: string;
  readonly file: string;
  readonly matter: Frontmatter;
}

const filesUnder = (locale: string, folder: string): string[] =>
  Object.keys(modules)
    .filter((path) => path.startsWith(`/content/${locale}/${folder}/`))
    .map((path) => path.slice(`/content/${locale}/`.length, -'.mdx'.length))
    .toSorted();

/** The pages of a folder, in the order of their files; drafts only while developing. */
const pagesUnder = (
  locale: string,
  folder: string,
  pathOf: (matter: Frontmatter) => string,
): StepEntry[] =>
  filesUnder(locale, folder)
    .map((file) => {
      const { frontmatter } = modules[`/content/${locale}/${file}.mdx`];
      return { path: pathOf(frontmatter), file, matter: frontmatter };
    })
    .filter(({ matter }) => import.meta.env.DEV || !matter.draft);

/** The steps there are. */
export const stepsOf = (locale: string): StepEntry[] =>
  pagesUnder(locale, 'steps', ({ number }) => `step/${number}/`);

/** The idea pages there are. */
export const ideaPagesOf = (locale: string): StepEntry[] =>
  pagesUnder(locale, 'ideas', ({ id }) => `history/${id}/`);

/** Where an idea is told: its own page if it has one, else its entry on the timeline. */
export function ideaPath(locale: string, id: string): string {
  const own = `history/${id}/`;
  return ideaPagesOf(locale).some(({ path }) => path === own) ? own : `history/#${id}`;
}

/** One idea of the timeline: what is the same in every language. */
export interface IdeaFacts {
  readonly id: string;
  readonly years: { readonly from: number; readonly to?: number; readonly label: string };
  readonly firstStep: number;
  readonly steps: readonly number[];
  readonly people: readonly string[];
  readonly references: readonly string[];
}

export interface IdeaEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: 'documented' | 'used' | 'conceptual';
  readonly uncertain?: boolean;
}

export const ideas = (ideaFacts as unknown as { ideas: readonly IdeaFacts[] }).ideas;
export const ideaEdges = (ideaFacts as unknown as { edges: readonly IdeaEdge[] }).edges;

/** What a locale says of an idea. */
export interface IdeaWords {
  readonly title: string;
  /** Short name for the timeline rail. */
  readonly short?: string;
  readonly summary: string;
  /** What is often said of it, and wrong. */
  readonly wrong?: string;
}
