/** Whether `dist/` is the build of the sources as they are, for the sub-path that is asked for. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** What a build is made from; the commands in src/cli are not. */
const SOURCES = [
  'content',
  'public',
  'src/build',
  'src/charts',
  'src/engine',
  'src/figures',
  'src/reader',
  'src/site',
  'src/worker',
  'index.html',
  'package-lock.json',
  'vite.config.ts',
];

interface Stamp {
  base: string;
  sources: string;
  /** Hash of what the build wrote, so that a build made otherwise is noticed. */
  output: string;
}

const stampFile = (root: string) => resolve(root, '.cache/build.json');

/** Hash over paths and contents, in a fixed order. Missing paths count as empty. */
export function hashFiles(root: string, paths: readonly string[]): string {
  const hash = createHash('sha256');
  const add = (path: string): void => {
    const full = resolve(root, path);
    if (!existsSync(full)) return;
    const names = readNames(full);
    if (names) for (const name of names) add(join(path, name));
    else hash.update(`${path}\0`).update(readFileSync(full)).update('\0');
  };
  for (const path of paths) add(path);
  return hash.digest('hex');
}

function readNames(path: string): string[] | null {
  try {
    return readdirSync(path).sort();
  } catch {
    return null;
  }
}

function currentStamp(root: string, base: string): Stamp {
  return {
    base,
    sources: hashFiles(root, SOURCES),
    output: hashFiles(root, ['dist/index.html', 'dist/.vite/manifest.json']),
  };
}

export function isFresh(root: string, base: string): boolean {
  if (!existsSync(resolve(root, 'dist/index.html')) || !existsSync(stampFile(root))) return false;
  const stamp = currentStamp(root, base);
  const last = JSON.parse(readFileSync(stampFile(root), 'utf8')) as Stamp;
  return (['base', 'sources', 'output'] as const).every((key) => stamp[key] === last[key]);
}

/** To be called right after a build. */
export function writeStamp(root: string, base: string): void {
  mkdirSync(resolve(root, '.cache'), { recursive: true });
  writeFileSync(stampFile(root), JSON.stringify(currentStamp(root, base)));
}
