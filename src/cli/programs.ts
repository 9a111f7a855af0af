/**
 * Writes the six programs, each one file that runs by itself, into a folder.
 *
 *   npm run programs            into programs/
 *   npm run programs -- FOLDER
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { programOf, PROGRAMS } from '../build/programs.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const [folder = resolve(root, 'programs')] = process.argv.slice(2);

mkdirSync(folder, { recursive: true });
for (const file of PROGRAMS) {
  const text = await programOf(root, file);
  writeFileSync(resolve(folder, file), text);
  process.stdout.write(`${file}: ${text.split('\n').length - 1} lines\n`);
}
