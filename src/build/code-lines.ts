/**
 * The shape of quoted code, for a figure to draw and count: `import lines from './x.ts?lines'` gives
 * the lines of each region of that file, so that no count is ever written by hand.
 */
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { extractRegion } from './code-regions.ts';

/** A line of code: how far it is set in, and how long it is, in characters. */
export type CodeLine = readonly [indent: number, length: number];

const REGION = /^\s*\/\/ #region (\S+)$/gm;
const COMMENT = /^\s*(?:\/\/|\/?\*)/;

/** For each region of a source its lines; blank ones and comments are none. */
export function linesOf(source: string): Record<string, CodeLine[]> {
  const names = [...source.matchAll(REGION)].map(([, name]) => name);
  return Object.fromEntries(
    names.map((name) => {
      const lines = extractRegion(source, name)?.code.split('\n') ?? [];
      const code = lines.filter((line) => line.trim() !== '' && !COMMENT.test(line));
      return [
        name,
        code.map((line): CodeLine => {
          const { length } = line.trim();
          return [line.trimEnd().length - length, length];
        }),
      ];
    }),
  );
}

const QUERY = '?lines';

export function codeLinesPlugin(): Plugin {
  return {
    name: 'code-lines',
    enforce: 'pre',
    load(id) {
      if (!id.endsWith(QUERY)) return null;
      const file = id.slice(0, -QUERY.length);
      this.addWatchFile(file);
      return `export default ${JSON.stringify(linesOf(readFileSync(file, 'utf8')))};`;
    },
  };
}
