/**
 * A program as its page shows it: every line with the place where it is taught, the idea it comes
 * from, and the step that added it. `import listing from './step5.ts?listing'` gives all but the
 * code, `?listed` gives the code as HTML, a string for each line.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { ElementContent } from 'hast';
import type { Plugin } from 'vite';
import type { Listing, ListedPlace } from '../programs/step5.ts?listing';
import { highlight, type Lexicon } from './highlight.ts';
import { assemble, type Taken } from './program-assembly.ts';
import {
  ideasOf,
  placeOf,
  PLACES_FILE,
  readPlaces,
  sectionsOf,
  type Anchor,
  type Place,
} from './program-places.ts';
import { HEADING, MARK, nameOf, programOf, PROGRAMS } from './programs.ts';

const LOCALE = 'en';

/** One line of a program. */
export interface Line {
  readonly text: string;
  /** Name of the file that it is from, as the program has it. */
  readonly file: string;
  readonly anchor: Anchor;
  readonly place: Place;
  /** The first of the six programs that has it. */
  readonly step: number;
}

const keyOfTaken = ({ path, start }: Taken): string => `${path}@${start}`;

/** The first of the six programs that takes something of a module. */
function firstSteps(root: string): (taken: Taken) => number {
  const read = (path: string) => readFileSync(resolve(root, path), 'utf8');
  const first = new Map<string, number>();
  PROGRAMS.forEach((file, step) => {
    assemble(`src/programs/${file}`, read, (taken) => {
      const key = keyOfTaken(taken);
      if (!first.has(key)) first.set(key, step);
      return '';
    });
  });
  return (taken) => first.get(keyOfTaken(taken)) ?? 0;
}

/** The first step whose own module has a line; a line of brackets is as old as the one before. */
function firstMains(root: string): (line: string, before: number, last: number) => number {
  const mains = PROGRAMS.map(
    (file) =>
      new Set(
        readFileSync(resolve(root, 'src/programs', file), 'utf8')
          .split('\n')
          .map((line) => line.trim()),
      ),
  );
  return (line, before, last) => {
    if (!/\w/.test(line)) return before;
    const found = mains.findIndex((lines) => lines.has(line.trim()));
    return found < 0 ? last : found;
  };
}

/** All lines of a program, blank ones too, each with its place. */
export async function linesOfProgram(root: string, file: string): Promise<Line[]> {
  const places = readPlaces(root);
  const taken: Taken[] = [];
  const marked = await programOf(root, file, (one) => `//@${taken.push(one) - 1}`);
  const stepOf = firstSteps(root);
  const mainStep = firstMains(root);
  const main = `src/programs/${file}`;
  const own = PROGRAMS.indexOf(file);
  const paths = new Map(taken.map(({ path }) => [nameOf(path), path]));
  const lines: Line[] = [];
  let anchor: Anchor = { path: main, region: null, name: '' };
  let step = own;
  for (const text of marked.replace(/\n$/, '').split('\n')) {
    if (MARK.test(text)) {
      const one = taken[Number(text.trim().slice(3))];
      anchor = one;
      step = stepOf(one);
      continue;
    }
    const heading = HEADING.exec(text)?.[1];
    if (heading !== undefined) {
      const path = paths.get(heading) ?? `src/engine/${heading}`;
      anchor = { path, region: null, name: '' };
      step = taken.filter((one) => one.path === path).map(stepOf)[0] ?? step;
    }
    const inMain = anchor.path === main;
    if (inMain && lines.length > 0) step = mainStep(text, lines[lines.length - 1].step, own);
    const place = placeOf(places, anchor, text);
    lines.push({ text, file: nameOf(anchor.path), anchor, place, step });
  }
  return lines;
}

const COMMENT = /^\s*(?:\/\/|\/?\*)/;

/** Everything about a program but its code; what repeats is named once. */
export function listingOf(root: string, lines: readonly Line[], code: readonly string[]): Listing {
  const sections = sectionsOf(root, stepFiles(root));
  const timeline = ideasOf(root, LOCALE);
  const used = new Set(lines.map(({ place }) => place.idea));
  const ideas = timeline.filter(({ id }) => used.has(id));
  const places: ListedPlace[] = [];
  const placeIndex = new Map<string, number>();
  const indexOf = ({ at, idea, kind = 'frame' }: Place): number => {
    const key = `${at} ${idea ?? kind}`;
    const known = placeIndex.get(key);
    if (known !== undefined) return known;
    const section = sections.get(at);
    if (!section) throw new Error(`${PLACES_FILE} names the section ${at}, which no step has`);
    const of = ideas.findIndex(({ id }) => id === idea);
    if (idea !== undefined && of < 0) {
      throw new Error(`${PLACES_FILE} names the idea ${idea}, which is not on the timeline`);
    }
    const [step, id] = at.split('/');
    places.push({
      href: `step/${step}/#${id}`,
      title: section.title,
      step: section.step,
      idea: of,
      kind: idea === undefined ? kind : null,
    });
    placeIndex.set(key, places.length - 1);
    return places.length - 1;
  };
  const runs: [number, number, number][] = [];
  const files: { name: string; from: number }[] = [];
  let shape = '';
  let block: Anchor | null = null;
  const blocks: number[] = [];
  lines.forEach((line, i) => {
    const place = indexOf(line.place);
    const last = runs.at(-1);
    if (!last || last[1] !== place || last[2] !== line.step) runs.push([i, place, line.step]);
    if (i === 0) files.push({ name: '', from: 0 });
    else if (HEADING.test(line.text)) files.push({ name: line.file, from: i });
    if (line.anchor !== block) blocks.push(i);
    block = line.anchor;
    shape += line.text.trim() === '' ? ' ' : COMMENT.test(line.text) ? '/' : '#';
  });
  const opening = code.slice(files[files.length - 1].from);
  return { count: lines.length, shape, runs, blocks, files, places, ideas, opening };
}

const STEPS = `content/${LOCALE}/steps`;
const stepFiles = (root: string): string[] =>
  readdirSync(resolve(root, STEPS)).map((name) => `${STEPS}/${name}`);

const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Highlighted code as HTML: `highlight` makes nothing but text, `b` and `span` with a class. */
function htmlOf(nodes: readonly ElementContent[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.value.replace(/[&<>]/g, (sign) => ESCAPED[sign]);
      if (node.type !== 'element') return '';
      const { tagName, properties, children } = node;
      const [name] = (properties['className'] as string[] | undefined) ?? [];
      return `<${tagName}${name ? ` class=${name}` : ''}>${htmlOf(children)}</${tagName}>`;
    })
    .join('');
}

/** The code of each line as HTML: names in the colours of what they stand for. */
export async function listedOf(root: string, lines: readonly Line[]): Promise<string[]> {
  const lexicon = JSON.parse(
    readFileSync(resolve(root, 'content/lexicon.json'), 'utf8'),
  ) as Lexicon;
  const code = lines.map(({ text }) => text).join('\n');
  const nodes = await highlight(code, 'ts', lexicon, {});
  return nodes.flatMap((node) => (node.type === 'element' ? [htmlOf(node.children)] : []));
}

const QUERY = /\?(listing|listed)$/;

/** One for both environments and both queries: highlighting takes a while. */
const known = new Map<string, Promise<Line[]>>();

export function programListingPlugin(root: string): Plugin {
  const linesOf = (file: string): Promise<Line[]> => {
    const lines = known.get(file) ?? linesOfProgram(root, file);
    known.set(file, lines);
    return lines;
  };
  return {
    name: 'program-listing',
    enforce: 'pre',
    async load(id) {
      const query = QUERY.exec(id)?.[1];
      if (query === undefined) return null;
      const lines = await linesOf(basename(id.replace(QUERY, '')));
      const paths = new Set(lines.map(({ anchor }) => anchor.path));
      for (const file of [...paths, ...stepFiles(root), PLACES_FILE, 'content/lexicon.json']) {
        this.addWatchFile(resolve(root, file));
      }
      const code = await listedOf(root, lines);
      const made = query === 'listing' ? listingOf(root, lines, code) : code;
      return `export default ${JSON.stringify(made)};`;
    },
    watchChange: () => known.clear(),
    hotUpdate: () => known.clear(),
  };
}
