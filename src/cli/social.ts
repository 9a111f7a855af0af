/** `npm run social`: the picture that links to the site are shown with, taken of the home page. */
import { resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser, launchOptions } from './browsers.ts';
import { root } from './prepare.mjs';
import { ensureBuilt, serveDist } from './serve.ts';

/** The size that networks crop least. */
const SIZE = { width: 1200, height: 630 };

if (!(await ensureBuilt('/'))) process.exit(1);
const found = findBrowser('chromium');
if (!found) throw new Error('No Chromium was found; `npm test` installs one.');
const site = await serveDist('/');
const browser = await chromium.launch(launchOptions(found));
const page = await browser.newPage({
  viewport: SIZE,
  colorScheme: 'light',
  reducedMotion: 'reduce',
});
await page.goto(site.url);
await page.locator('[data-figure][data-live]').first().waitFor();
await page.screenshot({ path: resolve(root, 'public/social.png') });
await browser.close();
site.close();
