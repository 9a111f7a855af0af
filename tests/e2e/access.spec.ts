import AxeBuilder from '@axe-core/playwright';
import { expect, figureOf, PAGES, test } from './support/site.ts';

for (const path of PAGES) {
  for (const theme of ['light', 'dark'] as const) {
    // The rules are the same in every browser; one is enough to hold the pages to them.
    test(
      `/${path} has no accessibility violations, ${theme}`,
      { tag: '@chromium' },
      async ({ page }) => {
        await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
        await page.goto(path);
        for (const section of await page
          .locator('section:has([data-figure])')
          .evaluateAll((all) => all.map((one) => one.id))) {
          await figureOf(page, section);
        }
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(
          violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`),
        ).toEqual([]);
      },
    );
  }
}

test('the whole of a figure is reached by keyboard, with no trap', async ({ page }) => {
  await page.goto('step/0/');
  const figure = await figureOf(page, 'the-table');
  await figure.getByRole('button', { name: 'as a table' }).focus();
  const stops: string[] = [];
  for (let i = 0; i < 12; i++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const { activeElement: a } = document;
      const inside = a?.closest('[data-figure]') !== null;
      return inside ? (a?.getAttribute('aria-label') ?? a?.textContent ?? '') : 'outside';
    });
    stops.push(stop);
    if (stop === 'outside') break;
  }
  expect(stops).toContain('outside');
  expect(stops.some((stop) => stop.includes('Counts of letter pairs'))).toBe(true);
  expect(stops.some((stop) => stop.includes('Train'))).toBe(true);
});

test('without scripts the page reads as an article with its figures in their end state', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL! });
  const page = await context.newPage();
  await page.goto('step/0/');
  await expect(page.locator('h2')).not.toHaveCount(0);
  const figures = page.locator('[data-figure]');
  for (let i = 0; i < (await figures.count()); i++) {
    await expect(figures.nth(i).locator('.fig-say')).not.toHaveText('');
    await expect(figures.nth(i).locator('.fig-picture')).not.toBeEmpty();
  }
  expect(await page.locator('body').textContent()).not.toContain('…of');
  await context.close();
});
