import { countClasses, lettersOf, shuffledRuns, vowelTest } from '../../../engine/index.ts';
import type { Input, Result } from '../../protocol.ts';
import type { Workspace } from '../../workspace.ts';
import { letterRuns } from '../letters.ts';

/** Letters as runs: a list is one run a document, in the order it is read; a text is one run. */
function runsOf(workspace: Workspace, { recipe, text }: Input<'classes'>): string[][] {
  if (text !== null) return [lettersOf(text)];
  return letterRuns(workspace.run(recipe));
}

export function classes(workspace: Workspace, input: Input<'classes'>): Result<'classes'> {
  const written = runsOf(workspace, input);
  const runs = input.shuffle === null ? written : shuffledRuns(written, input.shuffle);
  const isVowel = vowelTest(input.vowels);
  const cells: Result<'classes'>['cells'] = [];
  for (const run of runs) {
    if (cells.length >= input.cells) break;
    run.forEach((letter, i) => cells.push({ letter, vowel: isVowel(letter), first: i === 0 }));
  }
  return { ...countClasses(runs, isVowel), cells: cells.slice(0, input.cells) };
}
