import type { Locator } from '@playwright/test';
import { expect, figureOf, press, readBeat, test, typeName } from './support/site.ts';

/** How far the figure's run has come: “2/1,000”, however its bar breaks it. */
const countOf = (figure: Locator): Locator => figure.locator('.run-count .run-value');

for (const step of ['step/0/', 'step/1/', 'step/2/', 'step/3/', 'step/4/', 'step/5/']) {
  test(`every figure of ${step} comes alive as it is reached`, async ({ page }) => {
    test.slow();
    await page.goto(step);
    const sections = await page
      .locator('section.spread:has([data-figure])')
      .evaluateAll((all) => all.map((s) => s.id));
    expect(sections.length).toBeGreaterThanOrEqual(8);
    for (const section of sections) await figureOf(page, section);
  });
}

test.describe('Step 0 as a story', () => {
  test('a beat is an absolute state: a jump to the end and back shows the same', async ({
    page,
  }) => {
    await page.goto('step/0/');
    const figure = await figureOf(page, 'the-table');
    const sentence = figure.locator('.fig-say');
    await readBeat(page, 'the-table', 0);
    await expect(sentence).toContainText('729 boxes are zero');
    await page.keyboard.press('End');
    const below = () => document.documentElement.scrollHeight - innerHeight - scrollY;
    await expect.poll(() => page.evaluate(below)).toBeLessThan(2);
    await readBeat(page, 'the-table', 2);
    const ten = await sentence.textContent();
    await readBeat(page, 'the-table', 0);
    await expect(sentence).toContainText('729 boxes are zero');
    await readBeat(page, 'the-table', 2);
    await expect(sentence).toHaveText(ten!);
  });

  test('a figure the reader has touched stays theirs until the story is resumed', async ({
    page,
  }) => {
    await page.goto('step/0/');
    const figure = await figureOf(page, 'the-table');
    await readBeat(page, 'the-table', 1);
    await press(figure.getByRole('button', { name: 'One name on' }));
    await expect(countOf(figure)).toContainText('2/1,000');
    await readBeat(page, 'the-table', 2);
    await expect(countOf(figure)).toContainText('2/1,000');
    await press(figure.getByRole('button', { name: 'resume the story' }));
    await expect(countOf(figure)).toContainText('10/1,000');
  });

  test('the run bar trains, pauses, steps back and scrubs', async ({ page }) => {
    await page.goto('step/0/');
    const figure = await figureOf(page, 'the-table');
    await readBeat(page, 'the-table', 0);
    const count = countOf(figure);
    await press(figure.getByRole('button', { name: 'Train' }));
    await expect(count).not.toContainText(/^\s*0\//);
    await press(figure.getByRole('button', { name: 'Pause' }));
    const at = parseInt((await count.textContent())!.replace(',', ''), 10);
    await press(figure.getByRole('button', { name: 'One name back' }));
    await expect(count).toContainText(`${at - 1}/`.replace(/^(\d)(\d{3})/, '$1,$2'));
    const scrubber = figure.getByRole('slider', { name: 'Names read' });
    await scrubber.focus();
    await page.keyboard.press('End');
    await expect(count).toContainText('1,000/1,000');
    await page.keyboard.press('Home');
    await expect(count).toContainText('0/1,000');
  });

  test('the name under the lens changes every figure, sentence and equation', async ({ page }) => {
    await page.goto('step/0/');
    const figure = await figureOf(page, 'the-table');
    await readBeat(page, 'the-table', 1);
    await typeName(page, 'Emma');
    await expect(page.locator('.prose [data-fact="lens.name"]').first()).toHaveText('emma');
    await expect(figure.locator('.fig-say')).toContainText('e');
    await page.goto('history/markov-chains/');
    await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue(/emma/i);
  });

  test('a symbol the list does not have is named, and nothing is lost', async ({ page }) => {
    await page.goto('step/0/');
    await figureOf(page, 'the-table');
    await typeName(page, 'emma');
    await expect(page.locator('.prose [data-fact="lens.name"]').first()).toHaveText('emma');
    await typeName(page, 'em%ma7');
    await expect(page.locator('#lens-note')).toContainText('% 7');
    await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('em%ma7');
    await expect(page.locator('.prose [data-fact="lens.name"]').first()).toHaveText('emma');
  });

  test('a figure is also a table', async ({ page }) => {
    await page.goto('step/0/');
    const figure = await figureOf(page, 'the-table');
    await readBeat(page, 'the-table', 4);
    await press(figure.getByRole('button', { name: 'as a table' }));
    await expect(figure.getByRole('table')).toBeVisible();
    await expect(figure.getByRole('row').nth(1)).toContainText('220');
    await press(figure.getByRole('button', { name: 'as a picture' }));
    await expect(figure.getByRole('table')).toHaveCount(0);
  });
});

test.describe('one selection', () => {
  test('pointing at a word lights its symbol, its code and its mark', async ({ page }) => {
    await page.goto('step/0/');
    await figureOf(page, 'the-model');
    const word = page.locator('#the-model button.q[data-link]').first();
    const key = await word.getAttribute('data-link');
    await word.hover();
    const lit = page.locator(`#the-model .prose [data-link="${key}"].lit`);
    expect(await lit.count()).toBeGreaterThanOrEqual(2);
  });

  test('an equation is one stop of the keyboard, and its parts are announced', async ({ page }) => {
    await page.goto('step/0/');
    const equation = page.locator('.katex-display:has([data-link])').first();
    await equation.focus();
    await page.keyboard.press('ArrowRight');
    await expect(equation.locator('.cursor')).toHaveCount(1);
    await expect(page.locator('[data-announce]')).not.toHaveText('');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await expect(page.locator('html')).toHaveAttribute('data-linking', '');
    await page.keyboard.press('Escape');
    await expect(page.locator('html')).not.toHaveAttribute('data-linking', '');
  });
});

test.describe('presenting', () => {
  test('P shows one beat a screen; Escape goes back to the same place', async ({ page }) => {
    await page.goto('step/0/');
    await readBeat(page, 'the-table', 1);
    await page.keyboard.press('p');
    await expect(page.locator('[data-slide]')).toHaveAttribute('id', 'the-table');
    await page.keyboard.press('ArrowRight');
    await expect(page.locator('#the-table .beat.now')).toHaveAttribute('data-beat', '2');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Escape');
    await expect(page.locator('html')).not.toHaveAttribute('data-present', '');
    await expect(page.locator('#the-table .beat.now')).toHaveAttribute('data-beat', '1');
  });
});
