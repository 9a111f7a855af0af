import { expect, PAGES, test, WIDTHS } from './support/site.ts';

for (const path of PAGES) {
  test.describe(`page /${path}`, () => {
    test('has a title, a description, one main heading and working anchors', async ({ page }) => {
      await page.goto(path);
      await expect(page).toHaveTitle(/MicroGPT Visualized/);
      await expect(page.locator('h1')).toHaveCount(1);
      expect(await page.locator('meta[name=description]').getAttribute('content')).not.toBe('');
      const broken = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')]
          .map((a) => decodeURIComponent(a.hash.slice(1)))
          .filter((id) => !document.getElementById(id)),
      );
      expect(broken).toEqual([]);
    });

    for (const width of WIDTHS) {
      test(`does not scroll sideways at ${width} px`, async ({ page }) => {
        await page.setViewportSize({ width, height: 844 });
        await page.goto(path);
        const height = await page.evaluate(() => document.documentElement.scrollHeight);
        for (let top = 0; top < height; top += 3000) {
          await page.evaluate((y) => window.scrollTo({ top: y, behavior: 'instant' }), top);
          const wider = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          expect(wider).toBeLessThanOrEqual(0);
        }
      });
    }
  });
}

test('every link within the site leads somewhere', async ({ page, request, baseURL }) => {
  const links = new Set<string>();
  for (const path of PAGES) {
    await page.goto(path);
    for (const href of await page
      .locator('a[href]')
      .evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href))) {
      if (href.startsWith(baseURL!)) links.add(href);
    }
  }
  for (const link of links) {
    const response = await request.get(link);
    expect(response.status(), link).toBe(200);
    const id = new URL(link).hash.slice(1);
    if (id) expect(await response.text(), link).toContain(`id="${id}"`);
  }
});

test('sitemap and robots name every page', async ({ request }) => {
  const sitemap = await (await request.get('sitemap.xml')).text();
  for (const path of PAGES) expect(sitemap).toContain(`/microgpt/${path}</loc>`);
  expect(await (await request.get('robots.txt')).text()).toContain('Allow: /');
});

test('an address that is not there gives the page that says so', async ({ request }) => {
  const response = await request.get('no/such/page/');
  expect(response.status()).toBe(404);
  expect(await response.text()).toContain('<h1>');
});

test('the bibliography can be taken away, and says where each source is used', async ({
  page,
  request,
}) => {
  await page.goto('bibliography/');
  const entry = page.locator('li#kingma2014');
  await expect(entry).toContainText('Adam: a method for stochastic optimization');
  await expect(entry.getByRole('link', { name: 'Adam', exact: true })).toBeVisible();
  const shown = await page.locator('.bibliography > li').count();
  const csl = await request.get('bibliography.json');
  expect(await csl.json()).toHaveLength(shown);
  const bibtex = await (await request.get('bibliography.bib')).text();
  expect(bibtex.match(/^@/gm)).toHaveLength(shown);
});

test('a page tells a reference manager what it is and what it cites', async ({ page }) => {
  await page.goto('history/markov-chains/');
  const told = JSON.parse(
    (await page.locator('script[type="application/ld+json"]').textContent()) ?? '',
  );
  expect(told).toMatchObject({ name: 'Markov chains', inLanguage: 'en' });
  expect(told.citation).toContain('https://doi.org/10.1017/S0269889706001074');
  await expect(page.locator('meta[name="citation_title"]')).toHaveAttribute(
    'content',
    /^Markov chains/,
  );
});

test('the theme is chosen in the menu, kept, and never flashes', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('about/');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await page.getByText('View', { exact: true }).click();
  await page.getByRole('radio', { name: 'Dark' }).check();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.goto('glossary/');
  // Set by the script in the head, before the first paint.
  expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
});

test('text size is chosen in the menu and kept', async ({ page }) => {
  await page.goto('about/');
  const size = () => page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize));
  const normal = await size();
  await page.getByText('View', { exact: true }).click();
  await page.getByRole('radio', { name: 'Large' }).check();
  expect(await size()).toBeGreaterThan(normal * 1.1);
  await page.reload();
  expect(await size()).toBeGreaterThan(normal * 1.1);
});

test('a name of the rail opens in place, and Escape goes back', async ({ page }) => {
  await page.goto('step/0/');
  await page.evaluate(() => window.scrollTo({ top: 2500, behavior: 'instant' }));
  const before = await page.evaluate(() => scrollY);
  await page.getByRole('link', { name: /1906 \/ 1913, Markov chains/ }).click();
  const card = page.getByRole('dialog');
  await expect(card).toContainText('Markov');
  expect(await page.evaluate(() => scrollY)).toBe(before);
  await page.keyboard.press('Escape');
  await expect(card).toHaveCount(0);
  await expect(page).toHaveURL(/step\/0\//);
});

test('a citation shows its source on focus', async ({ page }) => {
  await page.goto('step/0/');
  const cite = page.locator('a.cite').first();
  await cite.focus();
  await expect(page.getByRole('note')).toBeVisible();
});
