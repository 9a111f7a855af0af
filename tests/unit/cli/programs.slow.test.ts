import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROGRAMS } from '../../../src/build/programs.ts';
import { inReferenceForm, readData, run } from '../../../src/cli/train-run.ts';
import { readOptions, type TrainOptions } from '../../../src/cli/train-options.ts';

const folder = mkdtempSync(join(tmpdir(), 'programs-test-'));
const programs = join(folder, 'programs');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const fileOf = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const NAMES = fileOf('public/data/names-us-2018.txt');
const OWN = join(folder, 'own.txt');

/** Runs a file in a folder that has nothing but the programs. */
function node(file: string, ...args: string[]) {
  const ran = spawnSync(process.execPath, ['--import', tsx, file, ...args], { cwd: programs });
  return { code: ran.status, out: ran.stdout.toString(), err: ran.stderr.toString() };
}

/** What the command `train` prints. */
function trained(step: number, steps: number, data: string): string {
  const options = readOptions(['--step', `${step}`, '--steps', `${steps}`]) as TrainOptions;
  return inReferenceForm(run(readData(data).documents, options));
}

const golden = (step: number) =>
  readFileSync(fileOf(`tests/golden/step${step}.stdout.txt`), 'utf8');
const ofStep = (step: number) => `step${step}.ts`;

beforeAll(() => {
  mkdirSync(programs);
  expect(node(fileOf('src/cli/programs.ts'), programs)).toMatchObject({ code: 0, err: '' });
  writeFileSync(OWN, '\ufeffzoé\r\n  anna \n\nĐặng\u00a0Thị\nnan\rbob\n');
}, 60_000);

it('the command writes the six programs and nothing else', () => {
  expect(readdirSync(programs).toSorted()).toEqual(PROGRAMS);
});

describe('a program, by itself', { timeout: 120_000 }, () => {
  it.each([0, 1, 5])('prints what the reference of step %i prints, byte for byte', (step) => {
    expect(node(ofStep(step), NAMES)).toEqual({ code: 0, out: golden(step), err: '' });
  });

  it.each([2, 3, 4])('of step %i prints what the command prints, at fewer steps', (step) => {
    const { out } = node(ofStep(step), NAMES, '203');
    expect(out).toBe(trained(step, 203, NAMES));
    expect(out.split('\n')).toHaveLength(step === 2 ? 229 : 32);
  });

  it.each([0, 1, 2, 3, 4, 5])('of step %i reads a list as the site does', (step) => {
    expect(node(ofStep(step), OWN, '7')).toEqual({
      code: 0,
      out: trained(step, 7, OWN),
      err: '',
    });
  });

  it('reads names.txt beside it if no file is named', () => {
    writeFileSync(join(programs, 'names.txt'), readFileSync(OWN));
    expect(node(ofStep(0)).out).toBe(trained(0, 1000, OWN));
    rmSync(join(programs, 'names.txt'));
  });
});

describe('what a program cannot use', { timeout: 60_000 }, () => {
  const file = (name: string, content: string | Uint8Array) => {
    writeFileSync(join(folder, name), content);
    return `../${name}`;
  };
  const cases: [string, string[], string][] = [
    ['no file', [], 'names.txt: cannot be read (is there such a file?)'],
    ['a folder', ['.'], '.: cannot be read (is there such a file?)'],
    ['an empty file', [file('empty.txt', '')], '../empty.txt: holds no names'],
    ['a blank file', [file('blank.txt', ' \r\n\t\n')], '../blank.txt: holds no names'],
    [
      'a file that is no text',
      [file('bytes.txt', Uint8Array.of(0x61, 0xff, 0xfe))],
      '../bytes.txt: is no text in UTF-8',
    ],
    ['no number of steps', [OWN, 'many'], 'many: no number of steps'],
  ];
  it.each(cases)('is told in one line, with code 2: %s', (_, args, message) => {
    expect(node(ofStep(5), ...args)).toEqual({ code: 2, out: '', err: `${message}\n` });
  });
});
