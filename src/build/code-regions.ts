/**
 * Code on the page is the code that runs: a fence such as ```ts file=src/engine/bigram.ts#loss
 * is filled from that region of that file. A missing file or region fails the build.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

export interface CodeRegion {
  readonly file: string;
  readonly region: string | null;
  readonly code: string;
  /** First line of the code in the file, from 1. */
  readonly line: number;
}

const MARK = /^\s*\/\/ #(?:end)?region\b/;

/** The lines between `// #region name` and `// #endregion name`, inner marks left out. */
export function extractRegion(
  source: string,
  region: string,
): { code: string; line: number } | null {
  const lines = source.split('\n');
  const open = lines.findIndex((line) => line.trim() === `// #region ${region}`);
  if (open < 0) return null;
  const close = lines.findIndex((line, i) => i > open && line.trim() === `// #endregion ${region}`);
  if (close < 0) return null;
  const body = lines.slice(open + 1, close).filter((line) => !MARK.test(line));
  const indents = body
    .filter((line) => line.trim())
    .map((line) => line.length - line.trimStart().length);
  const indent = Math.min(...indents);
  return {
    code: body
      .map((line) => line.slice(indent))
      .join('\n')
      .trim(),
    line: open + 2,
  };
}

/** Read `src/engine/bigram.ts#loss`. Throws, naming what is missing and where it is asked for. */
export function readRegion(root: string, reference: string, askedIn: string): CodeRegion {
  const [file, region = null] = reference.split('#') as [string, string?];
  let source: string;
  try {
    source = readFileSync(resolve(root, file), 'utf8');
  } catch {
    throw new Error(`${askedIn} quotes ${file}, which does not exist.`);
  }
  if (region === null) return { file, region, code: source.trim(), line: 1 };
  const found = extractRegion(source, region);
  if (!found)
    throw new Error(`${askedIn} quotes ${reference}, but ${file} has no region “${region}”.`);
  return { file, region, ...found };
}
