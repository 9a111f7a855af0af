/** One page while it is being written: what its figures, prose and layout tell each other. */
import { createContext, useContext, type ComponentType } from 'react';
import { renderToString } from 'react-dom/server';
import type { Recipe } from '../engine/recipe.ts';
import {
  IslandContext,
  PageContext,
  type MessageTree,
  type PageContextValue,
} from '../reader/page.ts';
import { makeMessages, type Messages } from '../reader/messages.tsx';
import { brokenFigure, type LoadedFigures, type Room } from './figures.ts';
import { stringsOf } from './content.ts';
import type { ServerSource } from './server-source.ts';

export interface SectionEntry {
  readonly id: string;
  readonly title: string;
  readonly ideas: readonly string[];
}

/**
 * Coordinates to a tenth of a pixel, small numbers to a hundredth, and nothing that goes without
 * saying; React leaves attributes as it finds them.
 */
const trimCoordinates = (html: string): string =>
  html.replace(/<[^>]+>/g, (tag) =>
    tag
      .replace(' text-anchor="start"', '')
      .replace(/(\d\d\.\d)\d+/g, '$1')
      .replace(/(\d\.\d\d)\d{2,}/g, '$1')
      .replace(DRAWN, (attribute) =>
        attribute
          .replace(/(\.\d)\d+/g, '$1')
          .replace(/\.0(?!\d)/g, '')
          .replace(/(?<![\d.])0(?=\.\d)/g, '')
          .replace(POLYLINE, (_, start: string, rest: string) => start + rest.replaceAll('L', ' ')),
      ),
  );

/** Attributes that say where a shape stands, and nothing to a reader. */
const DRAWN = / (?:d|[xy][12]?|c[xy]|r|width|height|points)="[^"]*"/g;

/** In a path, points joined by straight lines; what follows a first point need not say so. */
const POLYLINE = /(M[-\d.,\s]+)((?:L[-\d.,\s]+)+)/g;

interface Island {
  readonly room: Room;
  readonly number: string;
  readonly html: string;
}

export class ServerPage {
  readonly locale: string;
  readonly base: string;
  readonly path: string;
  /** Before the figures' numbers: “0” gives Fig. 0.1. */
  readonly prefix: string;
  readonly engine: ServerSource;
  readonly recipe: Recipe;
  readonly facts = new Map<string, string>();
  /** Facts that the text asked for and nothing published, in the last rendering. */
  readonly missing = new Set<string>();
  readonly sections = new Map<string, SectionEntry>();
  readonly cited: string[] = [];
  readonly terms = new Set<string>();
  hasEquations = false;
  /** Beats to present, one a screen. */
  hasBeats = false;
  /** Symbols of the default data set, for the name control. */
  symbols: readonly string[] = [];
  readonly #islands = new Map<string, Island>();
  readonly #messages = new Map<string, MessageTree>();
  readonly #figures: LoadedFigures;

  constructor(options: {
    locale: string;
    base: string;
    path: string;
    prefix: string;
    engine: ServerSource;
    recipe: Recipe;
    figures: LoadedFigures;
  }) {
    this.locale = options.locale;
    this.base = options.base;
    this.path = options.path;
    this.prefix = options.prefix;
    this.engine = options.engine;
    this.recipe = options.recipe;
    this.#figures = options.figures;
  }

  /** Interface strings for the layout itself: these do not travel to the browser. */
  words(group: string, name: string): Messages {
    return makeMessages(this.#tree(group, name), this.locale);
  }

  #tree(group: string, name: string): MessageTree {
    if (group === 'figures') return stringsOf(this.locale, `figures/${name}`);
    const found = (stringsOf(this.locale, 'ui')[group] as MessageTree | undefined)?.[name];
    if (typeof found !== 'object')
      throw new Error(`content/${this.locale}/ui.json has no ${group}.${name}`);
    return found;
  }

  /** A live number as the text quotes it. */
  fact(key: string): string {
    const value = this.facts.get(key);
    if (value === undefined) this.missing.add(key);
    return value ?? '…';
  }

  href(path: string): string {
    return this.base + path;
  }

  /** The number of a citation on this page: first cited, first numbered. */
  cite(id: string): number {
    if (!this.cited.includes(id)) this.cited.push(id);
    return this.cited.indexOf(id) + 1;
  }

  /** A figure's end state as HTML, made once however often the page is rendered. */
  island(name: string, section: string | null, numbered: boolean): Island {
    const made = this.#islands.get(name);
    if (made) return made;
    const found = this.#figures[name];
    if (!found)
      throw new Error(
        `${this.path} shows a figure “${name}”, which src/site/figures/ does not name.`,
      );
    const { room, Figure } = found;
    const count = [...this.#islands.values()].filter((island) => island.number).length;
    const number = numbered ? `${this.prefix}.${count + 1}` : '';
    const draw = (Drawn: ComponentType): string =>
      renderToString(
        <PageContext value={this.context()}>
          <IslandContext value={{ name, section, number }}>
            <Drawn />
          </IslandContext>
        </PageContext>,
        { identifierPrefix: name },
      );
    let html: string;
    try {
      html = draw(Figure);
    } catch (error) {
      if (!import.meta.env.DEV) throw error;
      html = draw(brokenFigure(error).default);
    }
    const island = { room, number, html: import.meta.env.DEV ? html : trimCoordinates(html) };
    this.#islands.set(name, island);
    return island;
  }

  /** The rooms that its figures are from. */
  get rooms(): Room[] {
    return [...new Set([...this.#islands.values()].map(({ room }) => room))];
  }

  context(): PageContextValue {
    return {
      locale: this.locale,
      base: this.base,
      engine: this.engine,
      recipe: this.recipe,
      messages: (group, name) => {
        const tree = this.#tree(group, name);
        this.#messages.set(`${group} ${name}`, tree);
        return tree;
      },
      publish: (facts) => {
        for (const [key, value] of Object.entries(facts)) this.facts.set(key, value);
      },
    };
  }

  /** What the page's figures need in the browser. */
  data(): object {
    return {
      locale: this.locale,
      base: this.base,
      recipe: this.recipe,
      notices: this.#tree('site', 'notice'),
      messages: Object.fromEntries(this.#messages),
      seed: this.#islands.size ? this.engine.seed() : {},
    };
  }
}

const ServerPageContext = createContext<ServerPage | null>(null);
export const ServerPageProvider = ServerPageContext;

export function useServerPage(): ServerPage {
  const page = useContext(ServerPageContext);
  if (!page) throw new Error('Prose was rendered outside a page.');
  return page;
}
