import { test as plain } from '@playwright/test';
import { expect, figureOf, press, readBeat, test, typeName } from './support/site.ts';

test('a bad value in a link is said, and the default used', async ({ page }) => {
  await page.goto('step/0/?seed=-3&steps=banana&v=1');
  const figure = await figureOf(page, 'the-table');
  await expect(page.locator('.notice')).toHaveCount(2);
  await expect(page.locator('.notice').first()).toContainText('seed');
  await readBeat(page, 'the-table', 3);
  await expect(figure.locator('.run-count .run-value')).toContainText('/1,000');
});

test('a link of a newer version says so', async ({ page }) => {
  await page.goto('step/0/?v=9&seed=7');
  await figureOf(page, 'the-data-set');
  await expect(page.locator('.notice')).toContainText('newer version');
});

test('a link to a list that is not here says so and shows the default', async ({ page }) => {
  await page.goto(`step/0/?v=1&data=text:${'0'.repeat(64)}`);
  await figureOf(page, 'the-data-set');
  await expect(page.locator('.notice')).toContainText('not in this browser');
});

test('a seed in the link recreates the run, and the address follows the reader', async ({
  page,
}) => {
  await page.goto('step/0/?seed=7&v=1&name=zoe');
  const figure = await figureOf(page, 'the-table');
  await readBeat(page, 'the-table', 2);
  await expect(page.locator('.prose [data-fact="lens.name"]').first()).toHaveText('zoe');
  const text = await figure.locator('.fig-say').textContent();
  await typeName(page, 'ada');
  await expect(page).toHaveURL(/seed=7.*name=ada/);
  await typeName(page, 'zoe');
  await expect(page).toHaveURL(/seed=7.*name=zoe/);
  await page.reload();
  await figureOf(page, 'the-table');
  await readBeat(page, 'the-table', 2);
  await expect(figure.locator('.fig-say')).toHaveText(text!);
});

plain(
  'when the list cannot be fetched the figure says so and the page goes on',
  async ({ page }) => {
    await page.route('**/data/*.txt', (route) => route.abort());
    await page.goto('step/0/');
    const figure = page.locator('#the-table [data-figure]');
    await figure.scrollIntoViewIfNeeded();
    await expect(figure.getByRole('alert')).toBeVisible();
    await expect(page.locator('h2').first()).toBeVisible();
  },
);

plain(
  'a worker that dies is replaced, and the reader loses nothing',
  async ({ page, browserName }) => {
    plain.skip(browserName !== 'chromium', 'only Chromium lets a test end a worker');
    await page.goto('step/0/');
    const figure = await figureOf(page, 'the-table');
    await readBeat(page, 'the-table', 2);
    const [worker] = page.workers();
    await worker.evaluate(() =>
      setTimeout(() => {
        throw new Error('killed by the test');
      }, 0),
    );
    await expect(page.locator('.notice')).toContainText('started again');
    await press(figure.getByRole('button', { name: 'One name on' }));
    await expect(figure.locator('.run-count .run-value')).toContainText('11/1,000');
  },
);

plain('with storage forbidden all works for this visit', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('no', 'SecurityError');
      },
    });
    Object.defineProperty(window, 'indexedDB', {
      get() {
        throw new DOMException('no', 'SecurityError');
      },
    });
  });
  await page.goto('step/0/');
  const figure = await figureOf(page, 'the-table');
  await typeName(page, 'emma');
  await expect(figure.locator('.fig-say')).not.toHaveText('');
  await expect(page.locator('.prose [data-fact="lens.name"]').first()).toHaveText('emma');
});
