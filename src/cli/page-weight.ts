/** What a built page makes a browser load, read from its HTML and the build's manifest. */

/** The parts of Vite's manifest that matter here; keys are source paths or chunk names. */
export interface Chunk {
  file: string;
  /** Chunks that load with this one. */
  imports?: string[];
  /** Chunks that this one can load later. */
  dynamicImports?: string[];
}
export type Manifest = Record<string, Chunk>;

/** Addresses as written in the HTML. */
export interface PageParts {
  /** Module scripts and module preloads. */
  scripts: string[];
  /** The text of scripts written into the page. */
  inlineScripts: string[];
  styles: string[];
  preloadedFonts: string[];
  /** Whatever else the browser fetches without being asked: pictures, icons, frames. */
  others: string[];
  /** Where the page's links lead. */
  links: string[];
  ids: string[];
  /** Names of the figures on the page. */
  figures: string[];
}

/** Link relations that make a browser fetch. */
const LOADING = /^(stylesheet|preload|modulepreload|prefetch|icon|manifest|apple-touch-icon)$/;

type Attributes = Record<string, string>;

const TAG = /<([a-z][\w-]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>/gi;
const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))?/g;
const SCRIPT = /<script\b((?:[^<>"']|"[^"]*"|'[^']*')*)>([\s\S]*?)<\/script>/gi;

function readAttributes(text: string): Attributes {
  return Object.fromEntries(
    [...text.matchAll(ATTRIBUTE)].map(([, name, ...values]) => {
      const value = values.find((each) => each !== undefined) ?? '';
      return [name.toLowerCase(), value.replaceAll('&amp;', '&')];
    }),
  );
}

export function readPage(html: string): PageParts {
  const page: PageParts = {
    scripts: [],
    inlineScripts: [],
    styles: [],
    preloadedFonts: [],
    others: [],
    links: [],
    ids: [],
    figures: [],
  };
  for (const [, text, content] of html.matchAll(SCRIPT)) {
    const { src, type = '' } = readAttributes(text);
    if (src) page.scripts.push(src);
    else if (!type.includes('json')) page.inlineScripts.push(content);
  }
  for (const [, name, text] of html.replace(SCRIPT, '').matchAll(TAG)) {
    const attributes = readAttributes(text);
    if (attributes['id']) page.ids.push(attributes['id']);
    if (attributes['data-figure']) page.figures.push(attributes['data-figure']);
    if (name === 'a') page.links.push(...('href' in attributes ? [attributes['href']] : []));
    else if (name === 'link') addLink(page, attributes);
    else addPicture(page, attributes);
  }
  return page;
}

function addLink(page: PageParts, { rel = '', as = '', href }: Attributes): void {
  if (!href || !LOADING.test(rel)) return;
  if (rel === 'stylesheet') page.styles.push(href);
  else if (rel === 'modulepreload' || as === 'script') page.scripts.push(href);
  else if (rel === 'preload' && as === 'font') page.preloadedFonts.push(href);
  else page.others.push(href);
}

function addPicture(page: PageParts, { src, srcset }: Attributes): void {
  if (src) page.others.push(src);
  if (srcset) page.others.push(...srcset.split(',').map((part) => part.trim().split(/\s/)[0]));
}

/** True for an address on another host. */
export function isForeign(address: string): boolean {
  return /^(https?:)?\/\//i.test(address);
}

/** A chunk and all that loads with it, as manifest keys. */
export function closure(manifest: Manifest, key: string, seen = new Set<string>()): Set<string> {
  if (seen.has(key) || !manifest[key]) return seen;
  seen.add(key);
  for (const next of manifest[key].imports ?? []) closure(manifest, next, seen);
  return seen;
}

/**
 * All that has to load, from an entry on, before `target` runs: the entry, then one chunk after
 * another, by the fewest steps, each with what loads with it. Null if there is no way.
 */
export function loadedFor(manifest: Manifest, entry: string, target: string): Set<string> | null {
  let ways = [closure(manifest, entry)];
  const reached = new Set(ways[0]);
  while (ways.length > 0) {
    const there = ways.find((way) => way.has(target));
    if (there) return there;
    ways = ways.flatMap((way) => {
      const nexts = [...way].flatMap((key) => manifest[key].dynamicImports ?? []);
      return nexts
        .filter((key) => manifest[key] && !reached.has(key))
        .map((key) => {
          reached.add(key);
          return closure(manifest, key, new Set(way));
        });
    });
  }
  return null;
}

/** The manifest's key for a figure: its source file is named after it. */
export function figureKey(manifest: Manifest, name: string): string | undefined {
  return Object.keys(manifest).find(
    (key) => /(^|\/)figures\//.test(key) && new RegExp(`/${name}(/index)?\\.tsx$`).test(key),
  );
}

/** File names of the workers that a script's text names. */
export function workersIn(script: string): string[] {
  return [...script.matchAll(/["'`/]([\w.-]{0,60}worker[\w.-]{0,60}\.js)\b/g)].map(
    ([, name]) => name,
  );
}
