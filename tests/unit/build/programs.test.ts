import { readFileSync } from 'node:fs';
import { runInThisContext } from 'node:vm';
import { transformWithOxc } from 'vite';
import { describe, expect, it } from 'vitest';
import { assemble } from '../../../src/build/program-assembly.ts';
import { parseModule } from '../../../src/build/program-module.ts';
import { programOf, PROGRAMS } from '../../../src/build/programs.ts';

/** Assembles modules given by name, the program itself being `main.ts`. */
function assembled(files: Record<string, string>) {
  return assemble('main.ts', (path) => {
    if (!(path in files)) throw new Error(`no file ${path}`);
    return files[path];
  });
}

/** The sections' code as one, without blank lines and indents. */
function codeOf(files: Record<string, string>): string[] {
  const { imports, sections } = assembled(files);
  const text = [...imports, ...sections.map(({ code }) => code)].join('\n');
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

describe('an assembled program', () => {
  it('has each module after those that it uses, else in the order of its imports', () => {
    const { sections } = assembled({
      'main.ts': `import { b } from './b.ts';\nimport { a } from './a.ts';\nb(a());`,
      'a.ts': `import { c } from './sub/c.ts';\nexport const a = () => c;`,
      'b.ts': `export const b = (x: number) => x;`,
      'sub/c.ts': `import { d } from '../d.ts';\nexport const c = d + 1;`,
      'd.ts': `export const d = 1;`,
    });
    const paths = sections.map(({ path }) => path);
    expect(paths).toEqual(['b.ts', 'd.ts', 'sub/c.ts', 'a.ts', 'main.ts']);
  });

  it('has of a module only what is used, and does not read modules of which nothing is', () => {
    const code = codeOf({
      'main.ts': `import { used } from './a.ts';\nused();`,
      'a.ts': `import { far } from './nowhere.ts';
        import type { Shape } from './shapes.ts';
        export function used(): Shape { return helper(); }
        function helper() { return { size: 1 }; }
        export const unused = () => far;
        export type Unused = Shape[];`,
      'shapes.ts': `export interface Shape { size: number }\nexport interface Other { side: Shape }`,
    });
    expect(code).toEqual([
      'interface Shape { size: number }',
      'function used(): Shape { return helper(); }',
      'function helper() { return { size: 1 }; }',
      'used();',
    ]);
  });

  it('has of a class only the members that are mentioned, however far along', () => {
    const code = codeOf({
      'main.ts': `import { Counter } from './a.ts';\nnew Counter().next();`,
      'a.ts': `export class Counter {
          #count = 0;
          /** Goes with its method. */
          #never = null;
          // #region next
          next() { return this.#step(); }
          // #endregion next
          #step() { return (this.#count += 1); }
          /** As does this. */
          reset() { this.#count = 0; forget(); } // and this
        }
        function forget() {}`,
    });
    expect(code).toEqual([
      'class Counter {',
      '#count = 0;',
      'next() { return this.#step(); }',
      '#step() { return (this.#count += 1); }',
      '}',
      'new Counter().next();',
    ]);
  });

  it('keeps a class whole that extends another, which may call any of it', () => {
    const code = codeOf({
      'main.ts': `import { Mine } from './a.ts';\nnew Mine();`,
      'a.ts': `export class Mine extends Error { more() {} }`,
    });
    expect(code).toContain('class Mine extends Error { more() {} }');
  });

  it('takes the statements that fill a table with the table, and leaves others', () => {
    const code = codeOf({
      'main.ts': `import { table } from './a.ts';\ntable[0];`,
      'a.ts': `export const table = [1];
        for (let i = 1; i < SIZE; i++) table[i] = 2 * table[i - 1];
        const SIZE = 9;
        export const other: number[] = [];
        other[0] = 1;`,
    });
    expect(code).toHaveLength(4);
    expect(code.join()).not.toContain('other');
  });

  it('keeps the comments of what it keeps, before and beside it, and drops marks of regions', () => {
    const { sections } = assembled({
      'main.ts': `import { a } from './a.ts';\na;`,
      'a.ts': `/** Of a. */
// #region a
export const a = 1; // beside a
// #endregion a

/** Of b. */
export const b = 2; // beside b`,
    });
    expect(sections[0].code.trim()).toBe('/** Of a. */\nconst a = 1; // beside a');
  });

  it('says of a file what stands on top only if most of it is there', () => {
    const headerFor = (main: string) =>
      assembled({
        'main.ts': `import { a, b } from './a.ts';\n${main}`,
        'a.ts': `/** Of a, b and c. */\n\nexport const a = 1;\nexport const b = 2;\nconst c = 3;`,
      }).sections[0].header;
    expect(headerFor('a;')).toBeNull();
    expect(headerFor('a + b;')).toBe('/** Of a, b and c. */');
  });

  it('keeps imports from Node only, and of those what is used', () => {
    const code = codeOf({
      'main.ts': `import { readFileSync } from 'node:fs';\nimport { a } from './a.ts';\na(readFileSync);`,
      'a.ts': `import { readFileSync, writeFileSync as write } from 'node:fs';
        export const a = (f: unknown) => f === readFileSync;
        export const b = write;`,
    });
    expect(code[0]).toBe(`import { readFileSync } from 'node:fs';`);
    expect(code.filter((line) => line.includes('import'))).toHaveLength(1);
  });

  it('sees through modules that pass on what others export, and lets them speak first', () => {
    const { sections } = assembled({
      'main.ts': `import { sine } from './all.ts';\nsine();`,
      'all.ts': `/** All of it. */\nexport { sin as sine } from './trig.ts';\nexport { exp } from './exp.ts';`,
      'trig.ts': `import { half } from './bits.ts';\nfunction sin() { return half; }\nexport { sin };`,
      'bits.ts': `export const half = 0.5;`,
    });
    expect(sections.map(({ path }) => path)).toEqual(['all.ts', 'bits.ts', 'trig.ts', 'main.ts']);
    expect(sections[0]).toMatchObject({ header: '/** All of it. */', code: '' });
    expect(sections[3].code).toBe('\nsin();');
  });
});

/** Runs the program of these modules and gives its `result`. */
async function run(files: Record<string, string>): Promise<unknown> {
  const typed = `(() => {\n${codeOf(files).join('\n')}\nreturn result;\n})();`;
  const { code } = await transformWithOxc(typed, 'program.ts');
  return runInThisContext(code);
}

describe('names in an assembled program', () => {
  it('are kept apart where two modules have the same, in code, shorthands and comments', async () => {
    const files = {
      'main.ts': `import { one } from './one.ts';\nimport { two } from './two.ts';\nconst result = { ...one(), ...two() };`,
      'one.ts': `const LOW = 1;\nconst HIGH = 2;\nconst low = 3;\nexport const one = () => ({ low, LOW, HIGH });`,
      'two.ts': `/** LOW is \`low\`, a low one. */\nconst LOW = 10;\nconst low = 30;\nexport const two = () => ({ two: low + LOW });`,
    };
    expect(await run(files)).toEqual({ LOW: 1, HIGH: 2, low: 3, two: 40 });
    // Of one's constants, all bear its name.
    expect(codeOf(files).slice(0, 2)).toEqual(['const ONE_LOW = 1;', 'const ONE_HIGH = 2;']);
    expect(codeOf(files)).toContain('/** LOW is `low`, a low one. */');
  });

  it('in comments follow those in code', () => {
    const code = codeOf({
      'main.ts': `import { a } from './a.ts';\nconst LOW = 0;\nconst low = 0;\na(LOW, low);`,
      'a.ts': `/** LOW, \`low\`, but not low. */\nexport const a = (...x: number[]) => [LOW, low, x];\nconst LOW = 1;\nconst low = 2;`,
    });
    expect(code[0]).toBe('/** A_LOW, `aLow`, but not low. */');
  });

  it('replace those under which something was imported', async () => {
    const files = {
      'main.ts': `import { mlp as other } from './a.ts';\nconst result = other(2);`,
      'a.ts': `export function mlp(x: number) { return 2 * x; }`,
    };
    expect(await run(files)).toBe(4);
    expect(codeOf(files).at(-1)).toBe('const result = mlp(2);');
  });

  it('are never captured by a local variable', async () => {
    const files = {
      'main.ts': `import { scale as scaleOf } from './a.ts';
        const half = (scale: number) => scaleOf(scale) / 2;
        const result = half(10);`,
      'a.ts': `import { size } from './b.ts';\nexport const scale = (x: number) => size(x) + 1;`,
      'b.ts': `const x = 5;\nexport const size = (y: number) => x * y;`,
    };
    expect(await run(files)).toBe(25.5);
    expect(codeOf(files)).toContain('const aScale = (x: number) => size(x) + 1;');
  });

  it('are not those of the language', async () => {
    const files = {
      'main.ts': `import { Map as Chart } from './a.ts';\nconst result = [new Chart().size, new Map().size];`,
      'a.ts': `export class Map { size = 7 }`,
    };
    expect(await run(files)).toEqual([7, 0]);
  });

  it('of properties stay as they are', async () => {
    const files = {
      'main.ts': `import { get } from './a.ts';\nconst x = { y: 1 };\nconst y = 2;\nconst result = get(x) + y;`,
      'a.ts': `const y = 10;\nconst x = 20;\nexport const get = (o: { y: number }) => o.y + { x: y }.x + x;`,
    };
    expect(await run(files)).toBe(33);
  });
});

describe('what cannot be assembled', () => {
  it.each([
    [`import * as all from './a.ts';\nall;`, 'from `import * as all'],
    [`import a from './a.ts';\na;`, 'from `import a'],
    [`import './a.ts';`, 'from `import '],
    [`import { nothing } from './a.ts';\nnothing;`, 'main.ts: a.ts exports no nothing'],
    [`import { gone } from './gone.ts';\ngone;`, 'no file gone.ts'],
    [`const = 1;`, 'main.ts: '],
    [`export * from './a.ts';`, 'from `export *'],
    [`export default 1;`, 'from `export default'],
  ])('is refused by name: %s', (main, message) => {
    expect(() => assembled({ 'main.ts': main, 'a.ts': `export const a = 1;` })).toThrow(message);
  });
});

describe.each(PROGRAMS)('the program %s', (file) => {
  const text = programOf('.', file);

  it('imports node:fs, exports nothing, and is TypeScript that can be erased', async () => {
    const lines = (await text).split('\n').filter((line) => /^(import|export)\b/.test(line));
    expect(lines).toEqual([`import { readFileSync } from 'node:fs';`]);
    const { code } = await transformWithOxc(await text, file);
    expect(() => parseModule('program.js', code)).not.toThrow();
  });

  it('tells its step, how to run it, and where each file begins', async () => {
    const lines = (await text).split('\n');
    expect(lines[1]).toMatch(new RegExp(`^ \\* Step ${file[4]} · \\w+`));
    expect(await text).toContain(`node --experimental-strip-types ${file} names.txt`);
    expect(await text).toContain('MIT licence');
    const contents = lines.flatMap((line) => {
      const [, at, name] = /^ \* {3,}(\d+) {2}(\S+)$/.exec(line) ?? [];
      return at ? [[lines[Number(at) - 1].split(' ')[2], name]] : [];
    });
    expect(contents.length).toBeGreaterThan(10);
    for (const [heading, name] of contents) expect(heading).toBe(name);
    expect(contents.at(-1)).toEqual([file, file]);
  });

  it('declares nothing that it does not use', async () => {
    const source = await text;
    const { statements } = parseModule(file, source);
    const declared = statements.flatMap(({ declares }) => declares);
    expect(new Set(declared).size).toBe(declared.length);
    const mentioned = statements.flatMap(({ members, mentions }) =>
      [...mentions, ...members.flatMap((member) => member.mentions)].map(({ name }) => name),
    );
    const once = declared.filter((name) => mentioned.indexOf(name) === mentioned.lastIndexOf(name));
    expect(once).toEqual([]);
    const properties = new Set(
      statements.flatMap((one) => [one, ...one.members].flatMap((part) => [...part.properties])),
    );
    const members = statements.flatMap((one) => one.members).filter((member) => member.removable);
    expect(members.filter(({ name }) => !properties.has(name))).toEqual([]);
  });

  it('keeps the words of the engine', async () => {
    const source = readFileSync('src/engine/random.ts', 'utf8');
    const [comment] = /\/\*\*[^/]*Python's `random[\s\S]*?\*\//.exec(source)!;
    expect(await text).toContain(comment);
    expect(await text).not.toContain('#region');
  });
});
