/**
 * `npm run lighthouse`: Lighthouse's scores, as on a phone, for one page of each kind, against the
 * site's budgets. `--runs N` takes the median of so many (3); `--only PATH` one page only.
 * Lighthouse itself is fetched by npx when it runs.
 */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { findBrowser } from './browsers.ts';
import { readPages } from './built-site.ts';
import { root, run, status } from './prepare.mjs';
import { baseFromEnvironment, ensureBuilt, serveDist } from './serve.ts';

const VERSION = '12.8.2';
const FLAGS = '--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run';

/** Scores are of 100; `lcp` in seconds. `least`: must reach; otherwise must not pass. */
const LIMITS = [
  { name: 'performance', limit: 98, least: true },
  { name: 'accessibility', limit: 100, least: true },
  { name: 'best-practices', limit: 100, least: true },
  { name: 'seo', limit: 100, least: true },
  { name: 'lcp', limit: 1.5, least: false },
  { name: 'cls', limit: 0, least: false },
] as const;

type Result = Record<(typeof LIMITS)[number]['name'], number>;

interface Report {
  categories: Record<string, { score: number; auditRefs: { id: string; weight: number }[] }>;
  audits: Record<string, { score: number | null; title: string; numericValue?: number }>;
}

/** The first page of each kind: home, a step, the history, an idea. */
function onePerKind(paths: string[]): string[] {
  const kinds = [/^$/, /^step\/\d+\/$/, /^history\/$/, /^history\/.+\/$/];
  return kinds.flatMap((kind) => paths.find((path) => kind.test(path)) ?? []);
}

function readResult({ categories, audits }: Report): Result {
  const score = (name: string) => Math.round(100 * categories[name].score);
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    'best-practices': score('best-practices'),
    seo: score('seo'),
    lcp: (audits['largest-contentful-paint'].numericValue ?? NaN) / 1000,
    cls: Math.round(1000 * (audits['cumulative-layout-shift'].numericValue ?? NaN)) / 1000,
  };
}

/** Titles of the audits that cost points outside performance. */
function complaints({ categories, audits }: Report): string[] {
  return ['accessibility', 'best-practices', 'seo'].flatMap((name) =>
    categories[name].auditRefs
      .filter(({ id, weight }) => weight > 0 && (audits[id].score ?? 1) < 1)
      .map(({ id }) => `${name}: ${audits[id].title}`),
  );
}

const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[(numbers.length - 1) >> 1];

async function measure(url: string, report: string, chrome: string): Promise<Report | null> {
  const args = ['--yes', `lighthouse@${VERSION}`, url, '--quiet', '--output=json'];
  const { output } = await run(
    'npx',
    [...args, `--output-path=${report}`, `--chrome-flags=${FLAGS}`],
    { quiet: true, env: { CHROME_PATH: chrome } },
  );
  if (existsSync(report)) return JSON.parse(readFileSync(report, 'utf8')) as Report;
  console.error(output);
  return null;
}

const { values: options } = parseArgs({
  options: { runs: { type: 'string', default: '3' }, only: { type: 'string' } },
});
const chrome = findBrowser('chromium');
const base = baseFromEnvironment();
if (!chrome || !(await ensureBuilt(base))) {
  console.error(chrome ? 'Nothing to measure.' : 'No Chromium here; `npm test` installs one.');
  process.exit(1);
}
const { url, close } = await serveDist(base);
const all = readPages(resolve(root, 'dist')).map(({ path }) => path);
const paths = options.only === undefined ? onePerKind(all) : [options.only.replace(/^\//, '')];
const folder = resolve(root, '.cache/lighthouse');
mkdirSync(folder, { recursive: true });
const cells = (texts: string[]) => texts.map((text) => text.padStart(16)).join('');
console.log(`${''.padEnd(28)}${cells(LIMITS.map(({ name }) => name))}`);
console.log(
  `${'budget'.padEnd(28)}${cells(LIMITS.map(({ limit, least }) => `${least ? '≥' : '≤'} ${limit}`))}`,
);
let failed = 0;
for (const path of paths) {
  const end = status(`Measuring /${path}`);
  const reports: Report[] = [];
  for (let i = 0; i < Number(options.runs); i++) {
    const file = resolve(folder, `${path.replaceAll('/', '-') || 'home'}${i}.json`);
    const report = await measure(`${url}${path}`, file, chrome.path);
    if (report) reports.push(report);
  }
  const results = reports.map(readResult);
  const values = LIMITS.map(({ name }) => median(results.map((each) => each[name])));
  const missed = LIMITS.map(
    ({ limit, least }, i) => !(least ? values[i] >= limit : values[i] <= limit),
  );
  const texts = values.map((value, i) => `${missed[i] ? '! ' : ''}${Number(value?.toFixed(3))}`);
  end(`/${path.padEnd(27)}${cells(texts)}`);
  for (const complaint of new Set(reports.flatMap(complaints))) console.log(`    ${complaint}`);
  if (missed.includes(true)) failed++;
}
close();
process.exitCode = failed > 0 ? 1 : 0;
