/**
 * The weights of the built pages against their budgets. Sizes are of gzipped files, in kB of 1,000
 * bytes; fonts, which are compressed already, count as they are.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import {
  faultsOf,
  fileAt,
  foreignStyles,
  readSite,
  type BuiltPage,
  type BuiltSite,
} from './built-site.ts';
import { closure, figureKey, loadedFor, workersIn } from './page-weight.ts';
import { root } from './prepare.mjs';
import { baseFromEnvironment } from './serve.ts';
import type { Counts } from './test-counts.ts';

/** In kB; the style sheets have none. */
export const BUDGETS: Record<Weighed, number> = {
  html: 60,
  scripts: 5,
  figure: 110,
  fonts: 130,
  styles: Infinity,
};

/**
 * `scripts`: before any figure is near. `figure`: to the page's opening figure come alive, with
 * all scripts and the worker. `fonts`: before first paint.
 */
type Weighed = 'html' | 'scripts' | 'figure' | 'fonts' | 'styles';
const WEIGHED: Weighed[] = ['html', 'scripts', 'figure', 'fonts', 'styles'];

interface Weights extends Record<Weighed, number> {
  path: string;
  opening: string;
  faults: string[];
}

const gzipped = (content: Uint8Array | string) => gzipSync(content).length / 1000;

const sizes = new Map<string, number>();
function sizeOf(file: string): number {
  const known = sizes.get(file) ?? gzipped(readFileSync(file));
  sizes.set(file, known);
  return known;
}

function total(files: Iterable<string>, size = sizeOf): number {
  return [...new Set(files)].reduce((sum, file) => sum + size(file), 0);
}

/** Files of the manifest's chunks, and of the workers they start. */
function filesOf(site: BuiltSite, keys: Iterable<string>): string[] {
  const files = [...keys].map((key) => join(site.folder, site.manifest[key].file));
  const workers = files.flatMap((file) =>
    workersIn(readFileSync(file, 'utf8')).map((name) => join(dirname(file), name)),
  );
  return [...files, ...workers.filter((file) => existsSync(file))];
}

export function weigh(site: BuiltSite, { path, html, parts }: BuiltPage): Weights {
  const at = (addresses: string[]) =>
    addresses.map((address) => fileAt(site, address)).filter((file) => file !== null);
  const tags = at(parts.scripts);
  const entries = Object.keys(site.manifest).filter((key) =>
    tags.includes(join(site.folder, site.manifest[key].file)),
  );
  const first = entries.flatMap((key) => [...closure(site.manifest, key)]);
  const loaded = [...tags, ...first.map((key) => join(site.folder, site.manifest[key].file))];
  const inline = parts.inlineScripts.length > 0 ? gzipped(parts.inlineScripts.join('\n')) : 0;

  const faults: string[] = [];
  let opening = { name: '', weight: 0 };
  for (const name of parts.figures) {
    const key = figureKey(site.manifest, name);
    const ways = entries.map((entry) => key && loadedFor(site.manifest, entry, key));
    const way = ways.find((each) => each);
    if (!way) {
      faults.push(`figure '${name}' has no script that the page can load`);
      continue;
    }
    const weight = total([...loaded, ...filesOf(site, way)]) + inline;
    if (!opening.name) opening = { name, weight };
  }
  return {
    path,
    html: gzipped(html),
    scripts: total(loaded) + inline,
    figure: opening.weight,
    opening: opening.name,
    fonts: total(at(parts.preloadedFonts), (file) => readFileSync(file).length / 1000),
    styles: total(at(parts.styles)),
    faults,
  };
}

function row(first: string, cells: string[], last = ''): string {
  return `${first.padEnd(30)}${cells.map((cell) => cell.padStart(10)).join('')}  ${last}`.trimEnd();
}

/** Prints the table. Each page counts as one check, the style sheets together as another. */
export function checkBudgets(folder: string, base: string): Counts {
  const site = readSite(folder, base);
  console.log(row('kB, gzipped', WEIGHED));
  const limit = (budget: number) => (Number.isFinite(budget) ? `≤ ${budget}` : '');
  console.log(
    row(
      'budget',
      WEIGHED.map((each) => limit(BUDGETS[each])),
    ),
  );
  let failed = 0;
  for (const page of site.pages) {
    const weights = weigh(site, page);
    const faults = [...weights.faults, ...faultsOf(site, page)];
    const over = WEIGHED.filter((each) => weights[each] > BUDGETS[each]);
    const cells = WEIGHED.map(
      (each) => weights[each].toFixed(1) + (over.includes(each) ? ' !' : ''),
    );
    console.log(row(`/${page.path}`, cells, weights.opening));
    for (const fault of faults) console.log(`    ${fault}`);
    if (over.length > 0 || faults.length > 0) failed++;
  }
  const foreign = foreignStyles(folder);
  for (const fault of foreign) console.log(`    ${fault}`);
  if (foreign.length > 0) failed++;
  return { passed: site.pages.length + 1 - failed, failed };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { failed } = checkBudgets(resolve(root, 'dist'), baseFromEnvironment());
  process.exitCode = failed > 0 ? 1 : 0;
}
