import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { linesOfProgram, listedOf, listingOf } from '../../../src/build/program-listing.ts';
import type { Listing } from '../../../src/programs/step5.ts?listing';
import * as see from '../../../src/figures/step5/program-view.ts';

let listing: Listing;
let lines: see.KnownLine[];
let files: see.FileOf[];
let counts: see.Counts;

beforeAll(async () => {
  const all = await linesOfProgram('.', 'step5.ts');
  listing = listingOf('.', all, await listedOf('.', all));
  lines = see.linesOf(listing);
  files = see.filesOf(listing);
  counts = see.countsOf(listing, lines);
});

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

describe('the lines of the program', () => {
  it('are all there, and each is in one file', () => {
    expect(lines).toHaveLength(listing.count);
    expect(sum(files.map(({ from, to }) => to - from))).toBe(listing.count);
    expect(see.fileAt(files, 0)).toBe(0);
    expect(files[see.fileAt(files, listing.count - 1)].name).toBe('step5.ts');
  });

  it('are counted so that parts add up to the whole', () => {
    expect(counts.code).toBe([...listing.shape].filter((sign) => sign === '#').length);
    expect(sum(counts.byIdea)).toBe(counts.ideas);
    expect(sum(counts.byStep)).toBe(counts.code);
    expect(counts.ideas + counts.none).toBe(counts.code);
    const early = listing.ideas.flatMap(({ to }, i) => (to <= see.EARLY ? [counts.byIdea[i]] : []));
    expect(counts.early).toBe(sum(early));
    expect(Math.min(...counts.byIdea)).toBeGreaterThan(0);
  });

  it('stand out by idea, year, step, or for being no idea', () => {
    const [first] = listing.ideas;
    const of = (lit: see.Lit) => lines.filter((line) => see.isLit(line, lit));
    for (const line of of({ by: 'idea', idea: 0 })) expect(line.idea).toBe(first);
    for (const line of of({ by: 'year', year: 1950 }))
      expect(line.idea!.to).toBeLessThanOrEqual(1950);
    for (const line of of({ by: 'step', step: 5 })) expect(line.step).toBe(5);
    for (const line of of({ by: 'none' })) expect(line.place.kind).not.toBeNull();
    expect(of({ by: 'all' })).toHaveLength(lines.length);
  });

  it('make stretches that hold each line of code once', () => {
    const lit: see.Lit = { by: 'year', year: see.EARLY };
    const seen = [true, false].flatMap((wanted) =>
      see.stretches(lines, lit, wanted).map(([from, to]) => to - from),
    );
    expect(sum(seen)).toBe(counts.code);
  });
});

describe('the view', () => {
  it('looks into the file of the line chosen, else the one named, else where most stands out', () => {
    const name = (view: Partial<see.View>) =>
      files[see.fileInView(files, lines, { ...see.ALL, ...view })].name;
    expect(name({})).toBe('step5.ts');
    expect(name({ file: 'adam.ts' })).toBe('adam.ts');
    expect(name({ file: 'adam.ts', line: files[3].from })).toBe(files[3].name);
    const attention = listing.ideas.findIndex(({ id }) => id === 'attention');
    expect(name({ file: null, lit: { by: 'idea', idea: attention } })).toBe('attention.ts');
  });

  it('begins with what stands out, and with the line chosen', () => {
    const file = files.find(({ name }) => name === 'adam.ts')!;
    const view: see.View = { lit: { by: 'step', step: 5 }, file: 'adam.ts', line: null };
    const top = see.topLine(file, lines, view);
    expect(lines[top].kind).toBe('code');
    expect(see.topLine(file, lines, { ...view, line: file.to - 1 })).toBe(file.to - 1);
    expect(see.topLine(file, lines, see.ALL)).toBe(file.from);
  });

  it('has a file and something lit at every beat', () => {
    for (const view of see.programBeats(listing)) {
      const file = files[see.fileInView(files, lines, view)];
      expect(see.countLit(lines.slice(file.from, file.to), view.lit)).toBeGreaterThan(0);
    }
  });

  it('moves by keys over lines that are not blank, and stays within the program', () => {
    const keys = fc.constantFrom('ArrowDown', 'ArrowUp', 'PageDown', 'PageUp');
    fc.assert(
      fc.property(
        fc.nat(listing.count - 1),
        fc.array(keys, { maxLength: 20 }),
        (start, pressed) => {
          let at = start;
          for (const key of pressed) {
            const to = see.lineFor(key, at, lines)!;
            expect(to >= 0 && to < lines.length).toBe(true);
            if (to !== at) {
              expect(lines[to].kind).not.toBe('blank');
              expect(to > at).toBe(key.endsWith('Down'));
            }
            at = to;
          }
        },
      ),
      { numRuns: 50 },
    );
    expect(see.lineFor('a', 5, lines)).toBeNull();
  });

  it('writes years short within a century', () => {
    expect(see.yearText(1906, undefined)).toBe('1906');
    expect(see.yearText(1948, 1906)).toBe('48');
    expect(see.yearText(2003, 1989)).toBe('2003');
    expect(see.yearText(2003, 2001)).toBe('03');
  });

  it('names three people, or one of many', () => {
    expect(see.peopleOf(['A', 'B', 'C'])).toEqual({ named: ['A', 'B', 'C'], others: 0 });
    expect(see.peopleOf(['A', 'B', 'C', 'D'])).toEqual({ named: ['A'], others: 3 });
  });

  it('leaves the pane room, however low the picture', () => {
    for (const height of [180, 240, 300, 440, 700])
      for (const balanced of [true, false]) {
        const { bars, strip, balance } = see.programLayout(height, 1, balanced);
        expect(height - bars - strip - balance).toBeGreaterThanOrEqual(90);
      }
  });
});
