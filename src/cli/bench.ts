/**
 * Times training: `npm run bench` prints one JSON object. Each row is a process of its own, each
 * repeat a new instance of the engine; the first run of a process is the cold one.
 *
 *   --sizes     the fast engine at several widths and depths, with nanoseconds per multiply-add
 *   --browser   the fast engine inside a worker of Chromium
 *   --engine E  only the readable or only the fast engine
 *   --step N    only one step
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { parseDocuments } from '../engine/documents.ts';
import type { Model, Recipe } from '../engine/recipe.ts';
import { benchRecipe, type BenchRequest, type BenchTimes } from './bench-core.ts';
import { findBrowser, launchOptions } from './browsers.ts';
import type { EngineName } from './learner.ts';
import { root } from './prepare.mjs';

const DATA = resolve(root, 'public/data/names-us-2018.txt');
const FOLDER = resolve(root, '.cache/bench');

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const { values } = parseArgs({
  options: { sizes: flag, browser: flag, engine: text, step: text },
});

/** The one file that runs: TypeScript is translated before anything is timed. */
async function bundle(entry: string, format: 'es' | 'iife'): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'silent',
    root,
    publicDir: false,
    build: {
      outDir: FOLDER,
      emptyOutDir: false,
      minify: false,
      target: 'es2022',
      lib: {
        entry: resolve(root, `src/cli/${entry}.ts`),
        formats: [format],
        name: 'bench',
        fileName: () => `${entry}.mjs`,
      },
      rollupOptions: { external: [/^node:/] },
    },
  });
  return resolve(FOLDER, `${entry}.mjs`);
}

type Measured = BenchTimes & { rss: number | null };

function inNode(program: string, request: BenchRequest): Measured {
  const out = execFileSync(process.execPath, [program, JSON.stringify(request), DATA]);
  return JSON.parse(out.toString()) as Measured;
}

async function inChromium(program: string, request: BenchRequest): Promise<Measured> {
  const found = findBrowser('chromium');
  if (!found) throw new Error('Chromium was not found');
  const browser = await chromium.launch(launchOptions(found));
  try {
    const page = await browser.newPage();
    await page.route('**/*', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }),
    );
    await page.goto('http://bench.invalid/');
    const { documents } = parseDocuments(readFileSync(DATA));
    const code = readFileSync(program, 'utf8');
    const times = await page.evaluate(
      ([source, message]) =>
        new Promise<BenchTimes>((done, fail) => {
          const url = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
          const worker = new Worker(url);
          worker.addEventListener('message', ({ data }) => done(data as BenchTimes));
          worker.addEventListener('error', (event) => fail(new Error(event.message)));
          worker.postMessage(message);
        }),
      [code, [documents, request]] as const,
    );
    return { ...times, rss: null };
  } finally {
    await browser.close();
  }
}

const round = (x: number, digits = 2) => Number(x.toFixed(digits));

function row(request: BenchRequest, { ms, macs, rss }: Measured) {
  const { engine, recipe } = request;
  const [cold, ...warm] = ms;
  const sorted = warm.length > 0 ? warm.toSorted((a, b) => a - b) : [cold];
  const best = sorted[0];
  const { model: step, steps, embd, heads, layers } = recipe;
  return {
    engine,
    step,
    ...(embd === undefined ? {} : { embd, heads, layers, steps }),
    ms_best: round(best),
    ms_median: round(sorted[Math.floor(sorted.length / 2)]),
    ms_cold: round(cold),
    steps_per_s: Math.round((1000 * steps) / best),
    ...(embd === undefined ? {} : { ns_per_mac: round((1e6 * best) / macs, 4) }),
    peak_rss_mb: rss === null ? null : round(rss, 1),
  };
}

/** Width, heads, layers, and how many steps are enough to time them. */
const SIZES = [
  [16, 4, 1, 1000],
  [32, 4, 1, 400],
  [32, 4, 4, 100],
  [64, 4, 2, 60],
  [128, 4, 1, 40],
  [128, 4, 4, 20],
] as const;

function requests(): BenchRequest[] {
  if (values.sizes) {
    return SIZES.map(([embd, heads, layers, steps]) => ({
      engine: 'fast',
      recipe: benchRecipe({ model: 5, embd, heads, layers, steps }),
      repeats: 11,
    }));
  }
  const engines: EngineName[] = values.browser ? ['fast'] : ['fast', 'readable'];
  const models: Model[] = [0, 1, 2, 3, 4, 5];
  return engines
    .filter((engine) => values.engine === undefined || values.engine === engine)
    .flatMap((engine) =>
      models
        .filter((model) => values.step === undefined || values.step === String(model))
        .map((model) => ({
          engine,
          recipe: benchRecipe({ model } satisfies Partial<Recipe>),
          repeats: engine === 'fast' || model === 0 ? 11 : 2,
        })),
    );
}

const program = values.browser
  ? await bundle('bench-worker', 'iife')
  : await bundle('bench-node', 'es');
const runs = [];
for (const request of requests()) {
  const { model, steps } = request.recipe;
  if (process.stderr.isTTY) process.stderr.write(`${request.engine} ${model}, ${steps} steps\n`);
  const measured = values.browser ? await inChromium(program, request) : inNode(program, request);
  runs.push(row(request, measured));
}
// What a process takes that does nothing, to be taken off `peak_rss_mb`.
const bare = values.browser
  ? null
  : Number(execFileSync(process.execPath, [program, 'bare']).toString());
const report = {
  node: process.version,
  where: values.browser ? 'chromium' : 'node',
  bare_rss_mb: bare === null ? null : round(bare, 1),
  runs,
};
process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
