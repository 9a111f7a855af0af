/** The stages of `npm test` and `npm run check`, and the sum of what they found. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { ensureBrowsers } from './browsers.ts';
import { checkBudgets } from './budgets.ts';
import { npm, root, run, seconds } from './prepare.mjs';
import { addCounts, playwrightCounts, vitestCounts, type Counts } from './test-counts.ts';
import { ensureBuilt } from './serve.ts';

interface Stage {
  name: string;
  /** Keeps its output back when `quiet`, and gives it in the result. */
  run: (quiet: boolean) => Promise<{ counts: Counts; output?: string }>;
}

/** The site is built and tested under a sub-path, as on GitHub Pages. */
const BASE = '/microgpt/';
const bin = (name: string) => resolve(root, 'node_modules/.bin', name);
const asOne = (ok: boolean): Counts => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1 });

/** A program whose exit code is its one result. */
function single(name: string, start: (quiet: boolean) => ReturnType<typeof run>): Stage {
  return {
    name,
    run: async (quiet) => {
      const { code, output } = await start(quiet);
      return { counts: asOne(code === 0), output };
    },
  };
}

/** A test runner that leaves a JSON report: its tests count one by one. */
function counted(
  name: string,
  command: string,
  args: string[],
  env: (report: string) => Record<string, string>,
  read: (report: unknown) => Counts,
): Stage {
  return {
    name,
    run: async (quiet) => {
      const report = resolve(root, `.cache/${command}.json`);
      rmSync(report, { force: true });
      mkdirSync(resolve(root, '.cache'), { recursive: true });
      const withReport = args.map((arg) => arg.replace('%report%', report));
      const { code, output } = await run(bin(command), withReport, { quiet, env: env(report) });
      const counts = existsSync(report)
        ? read(JSON.parse(readFileSync(report, 'utf8')))
        : { passed: 0, failed: 0 };
      // A runner can fail outside any test: a file that doesn't load, a server that doesn't start.
      const failed = code !== 0 && counts.failed === 0 ? 1 : counts.failed;
      return { counts: { ...counts, failed }, output };
    },
  };
}

const types = single('types', (quiet) => npm(['run', '--silent', 'types'], { quiet }));
const lint = single('lint', (quiet) => npm(['run', '--silent', 'lint'], { quiet }));
const format = single('format', (quiet) =>
  run(bin('prettier'), ['--check', '--log-level', 'warn', '.'], { quiet }),
);
const deadCode = single('dead code', (quiet) => run(bin('knip'), [], { quiet }));
const unitArgs = ['run', '--reporter=default', '--reporter=json', '--outputFile.json=%report%'];
const unit = counted('unit tests', 'vitest', unitArgs, () => ({}), vitestCounts);
/** Without the files that take seconds each. */
const quickArgs = [...unitArgs, '--exclude', '**/*.slow.test.*'];
const quickUnit = counted('unit tests', 'vitest', quickArgs, () => ({}), vitestCounts);
const build: Stage = {
  name: 'build',
  run: async () => ({ counts: asOne(await ensureBuilt(BASE, true)) }),
};
const budgets: Stage = {
  name: 'budgets',
  run: async () => ({ counts: checkBudgets(resolve(root, 'dist'), BASE) }),
};
const endToEnd = counted(
  'end-to-end tests',
  'playwright',
  ['test', '--reporter=list,json'],
  (report) => ({ BASE, PLAYWRIGHT_JSON_OUTPUT_NAME: report }),
  playwrightCounts,
);
const browsers: Stage = {
  name: 'browsers',
  run: async () => ({ counts: asOne(await ensureBrowsers()) }),
};

async function runStage(stage: Stage, quiet: boolean): Promise<Counts> {
  const start = Date.now();
  if (!quiet) console.log(`\n── ${stage.name} ──`);
  const { counts, output } = await stage.run(quiet);
  if (quiet && counts.failed > 0) console.log(`\n── ${stage.name} ──\n${output?.trimEnd()}`);
  const flaky = counts.flaky ? `, ${counts.flaky} only on a second try` : '';
  const took = seconds(start);
  console.log(`${stage.name}: ${counts.passed} passed, ${counts.failed} failed${flaky} (${took})`);
  return counts;
}

/** Types, lint and the quick unit tests at once; only what fails is printed in full. */
async function quick(): Promise<Counts[]> {
  return Promise.all([types, lint, quickUnit].map((stage) => runStage(stage, true)));
}

async function everything(): Promise<Counts[]> {
  const results: Counts[] = [];
  for (const stage of [browsers, types, lint, format, deadCode, unit]) {
    results.push(await runStage(stage, false));
  }
  const built = await runStage(build, false);
  results.push(built);
  if (built.failed > 0) {
    console.log('\nWithout a build, budgets and end-to-end tests are left out.');
    return results;
  }
  for (const stage of [budgets, endToEnd]) results.push(await runStage(stage, false));
  return results;
}

/** Resolves to the exit code. */
export async function main(argv: string[]): Promise<number> {
  const start = Date.now();
  const results = argv.includes('--quick') ? await quick() : await everything();
  const { passed, failed } = results.reduce(addCounts, { passed: 0, failed: 0 });
  console.log(`\nAll that in ${seconds(start)}.`);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}
