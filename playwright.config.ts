import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { defineConfig, type PlaywrightTestConfig } from '@playwright/test';
import { findBrowser, launchOptions, type BrowserName } from './src/cli/browsers.ts';

/** Set once here, read again by the workers, which load this file too. */
const port = (process.env['E2E_PORT'] ??= String(20_000 + (process.pid % 10_000)));
/** The built site is tested under a sub-path: what works there works at the root. */
const base = (process.env['BASE'] ??= '/microgpt/');
const site = `http://127.0.0.1:${port}${base}`;

/** Pages that are still drafts are not in the built site: their tests wait with them. */
const draftsOf = (folder: string, specs: (page: string) => string): string[] =>
  readdirSync(`content/en/${folder}`)
    .filter((file) => /^draft: true$/m.test(readFileSync(`content/en/${folder}/${file}`, 'utf8')))
    .map((file) => `**/${specs(file)}.spec.ts`);
const drafts = [
  ...draftsOf('steps', (file) => `step${file.charAt(0)}*`),
  // `ideas-residual.spec.ts` is of `residual-connections.mdx`.
  ...draftsOf('ideas', (file) => `ideas-${/^[a-z]+/.exec(file)?.[0] ?? file}*`),
];

type Project = NonNullable<PlaywrightTestConfig['projects']>[number];

function project(browserName: BrowserName): Project[] {
  const browser = findBrowser(browserName);
  if (!browser) return [];
  const { channel, ...options } = launchOptions(browser);
  const use = { browserName, channel, launchOptions: options };
  // What only one browser can tell, or both tell alike, is tagged and not asked of the slower one.
  return [
    { name: browserName, grepInvert: browserName === 'firefox' ? /@chromium/ : undefined, use },
  ];
}

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  testIgnore: drafts,
  outputDir: 'test-results',
  fullyParallel: true,
  workers: Math.max(1, Math.min(4, availableParallelism())),
  forbidOnly: Boolean(process.env['CI']),
  // A retry is reported as flaky: it keeps a busy machine from failing a build, and shows the bug.
  retries: process.env['CI'] ? 1 : 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: { baseURL: site, trace: 'retain-on-failure', viewport: { width: 1280, height: 800 } },
  projects: [...project('chromium'), ...project('firefox')],
  webServer: {
    command: `node --import tsx src/cli/serve.ts --port ${port}`,
    url: site,
    timeout: 180_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 2_000 },
  },
});
