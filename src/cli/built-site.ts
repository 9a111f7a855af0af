/** The built site in `dist/`, read back: its pages, and whether all they point at is there. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isForeign, readPage, type Manifest, type PageParts } from './page-weight.ts';
import { find } from './static-server.ts';

export interface BuiltPage {
  /** Under the base, without `index.html`: `step/0/`. */
  path: string;
  file: string;
  html: string;
  parts: PageParts;
}

export interface BuiltSite {
  folder: string;
  /** Begins and ends with a slash. */
  base: string;
  manifest: Manifest;
  pages: BuiltPage[];
}

/** Files under a folder, as paths relative to it with forward slashes, sorted. */
function filesUnder(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith(ending))
    .sort();
}

export function readPages(folder: string): BuiltPage[] {
  return filesUnder(folder, '.html').map((name) => {
    const file = join(folder, name);
    const html = readFileSync(file, 'utf8');
    return { path: name.replace(/(^|\/)index\.html$/, '$1'), file, html, parts: readPage(html) };
  });
}

export function readSite(folder: string, base: string): BuiltSite {
  const manifest = JSON.parse(
    readFileSync(join(folder, '.vite/manifest.json'), 'utf8'),
  ) as Manifest;
  return { folder, base, manifest, pages: readPages(folder) };
}

/** The file that an address on a page stands for; null if there is none. */
export function fileAt({ folder, base }: BuiltSite, address: string): string | null {
  if (!address.startsWith(base)) return null;
  const found = find(folder, base, address.replace(/[?#].*/, ''));
  return found.kind === 'file' ? found.path : null;
}

/** Whatever a page loads from another host or in vain, and the links that lead nowhere. */
export function faultsOf(site: BuiltSite, page: BuiltPage): string[] {
  const { scripts, styles, preloadedFonts, others, links } = page.parts;
  const loads = [...scripts, ...styles, ...preloadedFonts, ...others];
  const faults = [
    ...loads.filter((address) => !address.startsWith('data:')).map((each) => loadFault(site, each)),
    ...links.map((each) => linkFault(site, page, each)),
  ];
  return [...new Set(faults.filter((fault) => fault !== null))];
}

function loadFault(site: BuiltSite, address: string): string | null {
  if (isForeign(address)) return `loads ${address} from another host`;
  return fileAt(site, address) ? null : `loads ${address}, which is not there`;
}

function linkFault(site: BuiltSite, page: BuiltPage, link: string): string | null {
  if (/^[a-z]+:/i.test(link) || isForeign(link)) return null;
  const { pathname, hash } = new URL(link, `http://localhost${site.base}${page.path}`);
  const file = fileAt(site, pathname);
  if (!file) return `links to ${link}, which is not there`;
  const target = site.pages.find((each) => each.file === file);
  const id = decodeURIComponent(hash.slice(1));
  // A hash with an equals sign holds a reader's choices, not a place.
  if (!target || !id || id.includes('=') || target.parts.ids.includes(id)) return null;
  return `links to ${link}, a place that is not there`;
}

/** Foreign addresses in the style sheets. */
export function foreignStyles(folder: string): string[] {
  return filesUnder(folder, '.css').flatMap((name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    const loads = text.matchAll(/(?:url\(|@import)\s*["']?([^"')\s;]+)/g);
    return [...loads]
      .map((match) => match[1])
      .filter(isForeign)
      .map((url) => `${name} loads ${url} from another host`);
  });
}
