/**
 * The six programs that a reader can take away: each one file, made of the engine's modules, so
 * that it always matches the code on the pages. They are in `dist/programs/`, and served in
 * development as well.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import type { Plugin } from 'vite';
import { madeFilesPlugin } from './made-files.ts';
import { assemble, type Section, type Taken } from './program-assembly.ts';

export const PROGRAMS = [0, 1, 2, 3, 4, 5].map((step) => `step${step}.ts`);

const SITE = 'MicroGPT Visualized';
/** A line that `programOf` was asked to put in. */
export const MARK = /^\s*\/\/@/;
/** The line that a module begins with. */
export const HEADING = /^\/\/ --- (\S+) -+$/;

/**
 * The text of a program, such as `step3.ts`.
 * @param mark gives a comment line before each statement and member, of the form `//@…`
 */
export async function programOf(
  root: string,
  file: string,
  mark?: (taken: Taken) => string,
): Promise<string> {
  const read = (path: string) => readFileSync(resolve(root, path), 'utf8');
  const { imports, sections } = assemble(`src/programs/${file}`, read, mark);
  const last = sections.length - 1;
  const about = proseOf(sections[last].header ?? '');
  const parts = sections.map((section, i) =>
    partOf(i < last ? section : { ...section, header: null }),
  );
  const files = sections.map(({ path }) => nameOf(path));
  // Twice: how long the list of contents is says where everything begins.
  const whole = (lines: readonly string[]) =>
    [...headerOf(file, about, lines), '', ...imports, ...parts].join('\n');
  const style = await resolveConfig(resolve(root, 'src/engine/programs.ts'));
  const code = await format(whole(files), { ...style, parser: 'typescript' });
  const lines = code.split('\n').filter((line) => !MARK.test(line));
  const contents = files.map((name) => {
    const line = lines.findIndex((text) => HEADING.exec(text)?.[1] === name) + 1;
    return `${String(line).padStart(4)}  ${name}`;
  });
  return format(whole(contents), { ...style, parser: 'typescript' });
}

/** `math/exp.ts` for `src/engine/math/exp.ts`. */
export const nameOf = (path: string): string => path.replace(/^src\/(engine|programs)\//, '');

function partOf({ path, header, code }: Section): string {
  const heading = `// --- ${nameOf(path)} `.padEnd(80, '-');
  return ['', heading, header ?? '', code].join('\n\n');
}

/** The text of a block comment, line by line. */
const proseOf = (comment: string): string[] =>
  comment
    .replace(/^\/\*\*?|\*\/$/g, '')
    .trim()
    .split('\n')
    .map((line) => line.replace(/^\s*\* ?/, ''));

function headerOf(file: string, about: readonly string[], contents: readonly string[]): string[] {
  const text = [
    ...about,
    '',
    'Run it with Node 22 or newer and a file of names, one a line:',
    '',
    `  node --experimental-strip-types ${file} names.txt`,
    '',
    `With Node 20: \`npx tsx ${file} names.txt\`. A second argument is the number of`,
    'steps, 1000 if left out.',
    '',
    `Assembled from the engine of ${SITE}: under the name of each file, what`,
    'this program uses of it; a file comes after those that it needs. The program itself',
    'is at the end.',
    '',
    ...contents.map((line) => `  ${line}`),
    '',
    `MIT licence. Copyright (c) 2026 The ${SITE} authors. After microgpt by`,
    'Andrej Karpathy, https://karpathy.github.io/2026/02/12/microgpt/',
  ];
  return ['/**', ...text.map((line) => ` * ${line}`.trimEnd()), ' */'];
}

/** Puts the programs beside the pages. */
export const programsPlugin = (root: string): Plugin =>
  madeFilesPlugin(
    'programs',
    Object.fromEntries(PROGRAMS.map((file) => [`programs/${file}`, () => programOf(root, file)])),
  );
