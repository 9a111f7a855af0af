import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import golden from '../../golden/step0.json' with { type: 'json' };

const folder = mkdtempSync(join(tmpdir(), 'train-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const program = fileURLToPath(new URL('../../../src/cli/train.ts', import.meta.url));
const printed = (step: number) =>
  readFileSync(new URL(`../../golden/step${step}.stdout.txt`, import.meta.url), 'utf8');
const reference = printed(0);

/** Runs the command in a folder that is not the project's. */
function train(...args: string[]) {
  const run = spawnSync(process.execPath, ['--import', tsx, program, ...args], { cwd: folder });
  return { code: run.status, out: run.stdout.toString(), err: run.stderr.toString() };
}

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

// Each starts a process of its own, which takes a second or more on a busy machine.
describe('the command', { timeout: 60_000 }, () => {
  it('prints what the reference program prints, byte for byte', () => {
    expect(train('--step', '0')).toEqual({ code: 0, out: reference, err: '' });
  });
  it.each([1, 2, 3, 4, 5])('prints it for step %i, too', (step) => {
    expect(train('--step', `${step}`)).toEqual({ code: 0, out: printed(step), err: '' });
  });
  it('prints the same with the readable engine', () => {
    expect(train('--engine', 'readable').out).toBe(reference);
  });
  it('gives the run at full precision as one JSON object', () => {
    const { code, out, err } = train('--json');
    expect([code, err, out.endsWith('}\n')]).toEqual([0, '', true]);
    const { losses, ...rest } = JSON.parse(out);
    expect(rest).toEqual({
      step: 0,
      seed: 42,
      num_docs: golden.num_docs,
      vocab_size: golden.vocab_size,
      num_params: null,
      samples: golden.samples,
      params_final_abs_sum: null,
    });
    const apart = golden.losses.map((loss, i) => Math.abs(loss - losses[i]));
    expect(Math.max(...apart)).toBeLessThanOrEqual(1e-15);
  });
  it('trains on a list of the caller’s, here relative to where it is called', () => {
    file('own.txt', 'ab\r\n\r\nba\r\n');
    const { code, out } = train('--data', 'own.txt', '--steps', '3', '--samples=1', '--seed', '-7');
    expect(code).toBe(0);
    expect(out.split('\n').slice(0, 3)).toEqual([
      'num docs: 2',
      'vocab size: 3',
      'step    1 /    3 | loss 1.0986',
    ]);
    expect(out.split('\n').at(-2)).toMatch(/^sample {2}1: [ab]*$/);
  });
  it('warns of what is odd in the data and goes on', () => {
    const { code, out, err } = train('--data', file('odd.txt', 'aaa\0\n'), '--steps', '1');
    expect([code, out.split('\n')[0]]).toEqual([0, 'num docs: 1']);
    expect(err.trim().split('\n')).toHaveLength(3);
  });
  it('explains itself', () => {
    const { code, out } = train('--help');
    expect([code, out.includes('--temperature X')]).toEqual([0, true]);
  });
  it('says nothing and succeeds if its reader leaves early', () => {
    const command = `"${process.execPath}" --import ${tsx} "${program}" --steps 100000 | head -n 1`;
    const run = spawnSync('sh', ['-c', command]);
    expect([run.stdout.toString(), run.stderr.toString()]).toEqual(['num docs: 32178\n', '']);
  });
  it.each([
    [['--frobnicate'], "Unknown option '--frobnicate'"],
    [['--data', '/nowhere/at/all.txt'], '--data /nowhere/at/all.txt: no such file'],
  ])('given %j ends with one line and code 2', (args, message) => {
    expect(train(...args)).toEqual({ code: 2, out: '', err: `train: ${message}\n` });
  });
});
