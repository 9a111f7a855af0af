import { expect, figureOf, readBeat, test } from './support/site.ts';

test.use({ viewport: { width: 390, height: 844 } });

test.describe('on a phone', { tag: '@chromium' }, () => {
  test.beforeEach(async ({ page }) => {
    await page.goto('step/2/');
  });

  test('the graph of the expression is seen whole, with the local gradients on its arrows', async ({
    page,
  }) => {
    const figure = await figureOf(page, 'recording');
    for (const beat of [1, 2, 3, 4]) {
      await readBeat(page, 'recording', beat);
      await expect(figure.locator('.c-node')).toHaveCount(6);
      const room = figure.locator('.expr-graph');
      await expect.poll(() => room.evaluate((box) => box.scrollHeight - box.clientHeight)).toBe(0);
      await expect.poll(() => room.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
      await expect(room.locator('.c-node-number.c-haloed').filter({ hasText: '5' })).toBeVisible();
    }
  });

  test('what is wrong with an expression takes the place of its numbers', async ({ page }) => {
    const figure = await figureOf(page, 'recording');
    await readBeat(page, 'recording', 1);
    const numbers = figure.getByRole('group', { name: 'Numbers for the letters' });
    await expect(numbers).toBeVisible();
    await figure.getByRole('textbox', { name: 'Expression' }).fill('(a + c');
    await expect(figure.getByRole('status')).toHaveText('At character 1: This ( is never closed.');
    await expect(numbers).toBeHidden();
  });

  test('the amounts of a weight stand at the foot of the whole record', async ({ page }) => {
    const figure = await figureOf(page, 'weights-as-values');
    await readBeat(page, 'weights-as-values', 3);
    const foot = figure.getByRole('img', { name: /is handed at each pair/ });
    await expect(foot).toBeVisible();
    const { top, bottom } = await figure.evaluate((box) => box.getBoundingClientRect());
    const drawn = await foot.evaluate((box) => box.getBoundingClientRect().bottom);
    expect(drawn).toBeGreaterThan(top);
    expect(drawn).toBeLessThan(bottom);
  });

  test('every question can be answered with a finger, and nothing lies over its answer', async ({
    page,
  }) => {
    const questions = await figureOf(page, 'check');
    const groups = questions.getByRole('group');
    await expect(groups).toHaveCount(3);
    for (const group of await groups.all()) {
      await group.getByRole('button').first().click();
      await expect(group.getByRole('link', { name: 'See it in the figure' })).toBeVisible();
    }
    await expect(questions.locator('.questions-score')).toContainText('of 3 answered');
    const end = await questions.evaluate((box) => box.getBoundingClientRect().bottom);
    const next = page.getByRole('heading', { name: 'What you have now' });
    expect(await next.evaluate((box) => box.getBoundingClientRect().top)).toBeGreaterThan(end);
  });
});
