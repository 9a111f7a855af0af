import { countClasses, vowelTest } from '../../../engine/index.ts';
import { sum } from '../../../engine/vector.ts';
import type { ClassCell, Input, Result } from '../../protocol.ts';
import type { Workspace } from '../../workspace.ts';
import { letterRuns } from '../letters.ts';

type Blocks = Result<'blocks'>;

export function blocks(workspace: Workspace, input: Input<'blocks'>): Blocks {
  const { size, inView } = input;
  const runs = letterRuns(workspace.run(input.recipe));
  const isVowel = vowelTest(input.vowels);
  const total = sum(runs.map((run) => run.length));
  const counted = Math.max(0, Math.min(input.counted ?? total, total));
  const counts = countClasses(firstLetters(runs, counted), isVowel);
  const inBlock = Math.max(0, Math.ceil(counted / size) - inView) * size;
  const cells: ClassCell[] = [];
  const perBlock = new Uint8Array(Math.floor(counted / size));
  let at = 0;
  for (const run of runs) {
    run.forEach((letter, i) => {
      const vowel = isVowel(letter);
      const block = Math.floor(at / size);
      if (vowel && block < perBlock.length) perBlock[block] += 1;
      if (at >= inBlock && cells.length < inView * size) {
        cells.push({ letter, vowel, first: i === 0 });
      }
      at += 1;
    });
  }
  return {
    total,
    counted,
    vowels: counts.vowels,
    vowelVowel: counts.vowelVowel,
    vowelConsonant: counts.vowelConsonant,
    consonantVowel: counts.consonantVowel,
    consonantConsonant: counts.consonantConsonant,
    perBlock,
    ...spread(perBlock, size),
    from: inBlock,
    cells,
  };
}

/** Runs cut off after so many letters. */
function firstLetters(runs: readonly string[][], count: number): string[][] {
  const taken: string[][] = [];
  for (let left = count, i = 0; left > 0 && i < runs.length; i++) {
    taken.push(runs[i].slice(0, left));
    left -= runs[i].length;
  }
  return taken;
}

/** How far blocks lie from their mean, and how far they would if every letter were a fresh draw. */
function spread(perBlock: Uint8Array, size: number): { deviation: number; independent: number } {
  const n = Math.max(1, perBlock.length);
  const values = [...perBlock];
  const mean = sum(values) / n;
  const share = mean / size;
  return {
    deviation: Math.sqrt(sum(values.map((x) => (x - mean) * (x - mean))) / n),
    independent: Math.sqrt(size * share * (1 - share)),
  };
}
