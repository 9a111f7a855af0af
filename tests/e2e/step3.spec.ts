import type { Locator } from '@playwright/test';
import { expect, figureOf, press, readBeat, test, typeName } from './support/site.ts';

test.beforeEach(async ({ page }) => {
  await page.goto('step/3/');
});

/** The sentence under a figure: it says in numbers what the figure shows. */
const sentenceOf = (figure: Locator): Locator => figure.locator('.fig-say');

/** Moves on in a list of choices, by key. */
async function choose(list: Locator, ...keys: string[]): Promise<void> {
  await list.focus();
  for (const key of keys) await list.page().keyboard.press(key);
}

test('an earlier letter moves the answer of this program, and not that of the one before', async ({
  page,
}) => {
  const figure = await figureOf(page, 'what-changes');
  await readBeat(page, 'what-changes', 3);
  const sentence = sentenceOf(figure);
  await expect(sentence).toContainText(/m became n: .* moved by 0\.0 %, Step 3’s by [\d.]+ %/);
  const letters = figure.getByRole('listbox', { name: /^Earlier letters/ });
  await choose(letters, 'ArrowRight', 'Enter');
  await expect(sentence).toContainText(/y became z: .* by 0\.0 %, Step 3’s by [\d.]+ %/);
  await expect(sentence).not.toContainText('Step 3’s by 0.0 %');
});

test('a letter and its place are added; without places, orders of the same letters are one', async ({
  page,
}) => {
  const figure = await figureOf(page, 'positions');
  await readBeat(page, 'positions', 0);
  const sentence = sentenceOf(figure);
  await expect(sentence).toContainText('Added to the row of m is the row of position 1');
  const tokens = figure.getByRole('listbox', { name: /^Tokens of the name/ });
  await choose(tokens, 'ArrowRight', 'Enter');
  await expect(sentence).toContainText('Added to the row of y is the row of position 2');
  await press(figure.getByRole('button', { name: 'resume the story' }));
  await readBeat(page, 'positions', 4);
  await expect(sentence).toContainText(/After mylia and ilyma .* 0\.0 % without them/);
  await press(figure.getByRole('button', { name: 'another order of the letters' }));
  await expect(sentence).toContainText(/After mylia and lymia .* 0\.0 % without them/);
  await expect(sentence).not.toContainText('are 0.0 % apart with');
});

test('the norm gives the same length to any multiple of a vector, down to ε', async ({ page }) => {
  const figure = await figureOf(page, 'rmsnorm');
  await readBeat(page, 'rmsnorm', 0);
  const sentence = sentenceOf(figure);
  const times = figure.getByRole('slider', { name: 'times' });
  await expect(sentence).toContainText(/times 1, of length [\d.]+; out comes one of length 4\.00/);
  await times.focus();
  for (let i = 0; i < 10; i++) await times.press('ArrowRight');
  await expect(sentence).toContainText(/times 10\b.*out comes one of length 4\.00/);
  await times.press('Home');
  await expect(sentence).not.toContainText('length 4.00');
});

test('another key is chosen, and the dot product is that of the same query with it', async ({
  page,
}) => {
  const figure = await figureOf(page, 'query-key-value');
  await readBeat(page, 'query-key-value', 4);
  const sentence = sentenceOf(figure);
  await expect(sentence).toContainText('With its own key h comes to −0.153; most is 0.957');
  const keys = figure.getByRole('listbox', { name: 'Keys that h can meet' });
  await choose(keys, 'Home', 'Enter');
  await expect(sentence).toContainText('0.957');
  await expect(sentence).not.toContainText('−0.153');
});

test('the weights sharpen as the division is undone', async ({ page }) => {
  const figure = await figureOf(page, 'scores');
  await readBeat(page, 'scores', 2);
  const sentence = sentenceOf(figure);
  const weight = async () => Number(/gives • ([\d.]+)/.exec((await sentence.textContent())!)?.[1]);
  await expect.poll(weight).toBeCloseTo(0.166, 3);
  const slider = figure.getByRole('slider');
  await slider.focus();
  await slider.press('End');
  await expect.poll(weight).toBeGreaterThan(0.5);
});

test('a weight that is raised changes the answer; the network’s own come back', async ({
  page,
}) => {
  const figure = await figureOf(page, 'mixing');
  await readBeat(page, 'mixing', 1);
  const sentence = sentenceOf(figure);
  await expect(sentence).toContainText('What attention adds is 0.33 long');
  const told = await sentence.textContent();
  const handle = figure.getByRole('slider', { name: /^Weight of/ });
  await handle.focus();
  await handle.press('End');
  await expect(sentence).not.toHaveText(told!);
  await press(figure.getByRole('button', { name: 'The network’s weights' }));
  await expect(sentence).toHaveText(told!);
});

test('a letter typed over an earlier one moves this program alone', async ({ page }) => {
  const figure = await figureOf(page, 'change-the-past');
  await readBeat(page, 'change-the-past', 2);
  const sentence = sentenceOf(figure);
  await expect(sentence).toContainText('m became o: Step 3 moved 3.4 % of its belief');
  const letters = figure.getByRole('listbox', { name: /^Earlier letters/ });
  await choose(letters, 'ArrowRight', 'o');
  await expect(sentence).toContainText(/y became o: Step 3 moved [\d.]+ %.*0 to 2 moved 0\.0 %/);
});

test('token by token the cache grows by a row, and a program without one starts over', async ({
  page,
}) => {
  const figure = await figureOf(page, 'cache');
  await readBeat(page, 'cache', 0);
  const sentence = sentenceOf(figure);
  await expect(sentence).toContainText('4 tokens read: 10 rows');
  await press(figure.getByRole('button', { name: 'One token on' }));
  await expect(sentence).toContainText('5 tokens read: 15 rows');
  await press(figure.getByRole('button', { name: 'a full block' }));
  await expect(sentence).toContainText(/136 rows .*, 16 with one; 450,816 .* against 60,416/);
  await expect(figure.getByRole('row', { name: /^numbers kept/ })).toContainText('4,096 bytes');
  const read = figure.getByRole('slider', { name: 'Tokens read' });
  await read.focus();
  await read.press('Home');
  await expect(sentence).toContainText('1 token read: 1 row');
  await press(figure.getByRole('button', { name: 'Read', exact: true }));
  await expect(sentence).toContainText('16 tokens read', { timeout: 20_000 });
});

test('a part is taken out, and what is left is trained from the start', async ({ page }) => {
  const figure = await figureOf(page, 'training');
  await readBeat(page, 'training', 0);
  const sentence = sentenceOf(figure);
  await expect(sentence).toContainText('one head 2.386');
  const parts = figure.getByRole('group', { name: /^Parts of the network/ });
  await press(parts.getByRole('button', { name: 'Without the position' }));
  await expect(sentence).toContainText(/position.* 2\.4\d\d/, { timeout: 20_000 });
});

test('six questions are answered by the engine, and a wrong answer opens what shows why', async ({
  page,
}) => {
  const questions = await figureOf(page, 'check');
  await expect(questions.getByRole('group')).toHaveCount(6);
  const norm = questions.getByRole('group', { name: /^The embedding of m/ });
  await press(norm.getByRole('button', { name: '8.00' }));
  await expect(norm.getByRole('paragraph')).toContainText('64');
  const kept = questions.getByRole('group', { name: /^The cache holds/ });
  await press(kept.getByRole('button', { name: '3', exact: true }));
  await expect(kept.getByRole('paragraph')).toContainText('6 of 7');
  await press(kept.getByRole('link'));
  await expect(page).toHaveURL(/#cache$/);
});

test(
  'the questions follow the name, down to one letter',
  { tag: '@chromium' },
  async ({ page }) => {
    const questions = await figureOf(page, 'check');
    await typeName(page, 'anna');
    await expect(questions.getByRole('group', { name: /of anna has 5 positions/ })).toBeVisible();
    await typeName(page, 'b');
    const sight = questions.getByRole('group', { name: /of b has 2 positions/ });
    await press(sight.getByRole('button', { name: '2', exact: true }));
    await expect(sight.getByRole('paragraph')).toContainText('Yes');
  },
);
