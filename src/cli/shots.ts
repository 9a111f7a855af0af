/**
 * `npm run shots`: pictures of every page, for looking at. Into `shots/<page>/`.
 *
 *   --only PATH      pages whose path begins so (`/step/0/`); repeatable; `/` alone is home
 *   --width N        instead of 390, 820, 1280 and 1920; repeatable
 *   --theme NAME     light or dark, instead of both; repeatable
 *   --sections       one picture of the window per section, instead of whole pages
 *   --section ID     the same for this section only; repeatable
 *   --present        the presenter's view only (1280×720 and 1920×1080)
 *   --motion         with animations; otherwise as for readers who asked for less motion
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Browser, type Page } from 'playwright-core';
import { findBrowser, launchOptions } from './browsers.ts';
import { readPages } from './built-site.ts';
import { root, seconds } from './prepare.mjs';
import { baseFromEnvironment, ensureBuilt, serveDist } from './serve.ts';

type Theme = 'light' | 'dark';

interface Shot {
  /** Of the page, under the base. */
  path: string;
  width: number;
  height: number;
  theme: Theme;
  present: boolean;
}

const HEIGHTS: Record<number, number> = { 390: 844, 820: 1180, 1280: 800, 1920: 1080 };
const PRESENTER: [number, number][] = [
  [1280, 720],
  [1920, 1080],
];
const AT_ONCE = 2;

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', multiple: true, default: [] },
    width: { type: 'string', multiple: true, default: Object.keys(HEIGHTS) },
    theme: { type: 'string', multiple: true, default: ['light', 'dark'] },
    section: { type: 'string', multiple: true, default: [] },
    sections: { type: 'boolean', default: false },
    present: { type: 'boolean', default: false },
    motion: { type: 'boolean', default: false },
  },
});

const bySection = options.sections || options.section.length > 0;
const folderOf = (path: string) =>
  resolve(
    root,
    'shots',
    path
      .replace(/\.html$/, '')
      .replace(/\/$/, '')
      .replaceAll('/', '-') || 'home',
  );

function isWanted(path: string): boolean {
  const wanted = options.only.map((prefix) => prefix.replace(/^\//, ''));
  return wanted.length === 0 || wanted.some((each) => (each ? path.startsWith(each) : path === ''));
}

function plan(paths: string[]): Shot[] {
  const themes = options.theme as Theme[];
  return paths.filter(isWanted).flatMap((path) =>
    themes.flatMap((theme): Shot[] => {
      const windows = options.width.map((text): Shot => {
        const width = Number(text);
        return { path, width, height: HEIGHTS[width] ?? 800, theme, present: false };
      });
      const walls = PRESENTER.map(([width, height]) => ({
        path,
        width,
        height,
        theme,
        present: true,
      }));
      return [...(options.present ? [] : windows), ...(path.startsWith('step/') ? walls : [])];
    }),
  );
}

/** The names of figures in the window that have no numbers of their own yet. */
const waiting = (known: readonly string[]): string[] =>
  [...document.querySelectorAll<HTMLElement>('[data-figure]:not([data-live])')]
    .filter((figure) => {
      const { top, bottom } = figure.getBoundingClientRect();
      return bottom > 0 && top < innerHeight && figure.checkVisibility();
    })
    .map((figure) => figure.dataset['figure'] ?? '')
    .filter((name) => !known.includes(name));

/** Waits until the figures in the window are live and at rest; adds to `dead` those that never are. */
async function settle(page: Page, dead: string[]): Promise<void> {
  const script = `(${waiting.toString()})(${JSON.stringify(dead)})`;
  await page
    .waitForFunction(`${script}.length === 0`, undefined, { timeout: 8000 })
    .catch(() => undefined);
  dead.push(...(await page.evaluate<string[]>(script)));
  await page
    .waitForFunction(
      () => {
        const moving = document.getAnimations().filter(({ effect, playState, timeline }) => {
          const ends = effect?.getComputedTiming().endTime !== Infinity;
          return ends && playState === 'running' && timeline === document.timeline;
        });
        return moving.length === 0;
      },
      undefined,
      { timeout: 2000 },
    )
    .catch(() => undefined);
}

/** Scrolls through the whole page, so that every figure has been near. */
async function wake(page: Page, height: number, dead: string[]): Promise<void> {
  const end = await page.evaluate(() => document.documentElement.scrollHeight);
  for (let y = 0; y < end; y += height * 0.8) {
    await page.evaluate((top) => scrollTo({ top, behavior: 'instant' }), y);
    await settle(page, dead);
  }
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
}

async function takeSections(page: Page, shot: Shot, name: string, dead: string[]): Promise<void> {
  const all = await page
    .locator('main section[id]')
    .evaluateAll((nodes) => nodes.map(({ id }) => id));
  const ids = options.section.length > 0 ? all.filter((id) => options.section.includes(id)) : all;
  for (const id of ids) {
    await page.evaluate(
      (anchor) => document.getElementById(anchor)?.scrollIntoView({ behavior: 'instant' }),
      id,
    );
    await settle(page, dead);
    const number = String(all.indexOf(id) + 1).padStart(2, '0');
    await page.screenshot({ path: join(folderOf(shot.path), `${number}-${id}-${name}.png`) });
  }
}

/** The presenter's first beat of each section. */
async function takeSlides(page: Page, shot: Shot, name: string, dead: string[]): Promise<void> {
  const count = page.locator('.present-count');
  const seen: string[] = [];
  for (let at = '', last = ' '; at !== last;) {
    const id = (await page.locator('[data-slide]').getAttribute('id')) ?? '';
    if (!seen.includes(id)) {
      seen.push(id);
      await settle(page, dead);
      if (options.section.length === 0 || options.section.includes(id)) {
        const number = String(seen.length).padStart(2, '0');
        await page.screenshot({ path: join(folderOf(shot.path), `${number}-${id}-${name}.png`) });
      }
    }
    last = await count.innerText();
    await page.keyboard.press('ArrowRight');
    at = await count.innerText();
  }
}

async function take(browser: Browser, site: string, shot: Shot): Promise<number> {
  const { path, width, height, theme, present } = shot;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    reducedMotion: options.motion ? 'no-preference' : 'reduce',
    hasTouch: width < 800,
    isMobile: width < 800,
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(`${site}${path}${present ? '?present' : ''}`, { waitUntil: 'load' });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  mkdirSync(folderOf(path), { recursive: true });
  const name = `${present ? `presenter-${width}x${height}` : width}-${theme}`;
  const dead: string[] = [];
  if (bySection) await (present ? takeSlides : takeSections)(page, shot, name, dead);
  else {
    await (present ? settle(page, dead) : wake(page, height, dead));
    await page.screenshot({ path: join(folderOf(path), `${name}.png`), fullPage: !present });
  }
  await context.close();
  for (const figure of new Set(dead)) faults.push(`figure '${figure}' did not come alive`);
  console.log(`/${path} ${name}${faults.map((fault) => `\n    ${fault}`).join('')}`);
  return faults.length;
}

const start = Date.now();
const base = baseFromEnvironment();
const chrome = findBrowser('chromium');
if (!chrome) {
  console.error('No Chromium here; `npm test` installs one.');
  process.exit(1);
}
if (!(await ensureBuilt(base))) process.exit(1);
const { url, close } = await serveDist(base);
const browser = await chromium.launch(launchOptions(chrome));
const shots = plan(readPages(resolve(root, 'dist')).map(({ path }) => path));
let faults = 0;
const queue = shots.values();
const worker = async () => {
  for (const shot of queue) {
    const found = await take(browser, url, shot);
    faults += found;
  }
};
await Promise.all(Array.from({ length: AT_ONCE }, worker));
await browser.close();
close();
console.log(`${shots.length} views in ${seconds(start)}, ${faults} faults; see shots/`);
