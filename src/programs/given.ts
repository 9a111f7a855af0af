/** What a program is given: a list of names, and how long to train. */
import { readFileSync } from 'node:fs';
import { strip } from '../engine/documents.ts';

/** A file with one name a line, and a number of steps: `names.txt 1000` if left out. */
export function readArguments(): { names: string[]; steps: number } {
  const [file = 'names.txt', count = '1000'] = process.argv.slice(2);
  const names = textOf(file)
    .split(/\r\n|\r|\n/)
    .map(strip)
    .filter((line) => line !== '');
  if (names.length === 0) refuse(`${file}: holds no names`);
  if (!/^[1-9]\d{0,6}$/.test(count)) refuse(`${count}: no number of steps`);
  return { names, steps: Number(count) };
}

function textOf(file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    if (error instanceof TypeError) return refuse(`${file}: is no text in UTF-8`);
    return refuse(`${file}: cannot be read (is there such a file?)`);
  }
}

function refuse(message: string): never {
  console.error(message);
  process.exit(2);
}
