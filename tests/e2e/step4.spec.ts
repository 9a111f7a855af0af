/** What readers do with heads and layers, against what the same engine says in Node. */
import type { Locator } from '@playwright/test';
import { fixed, integer } from '../../src/charts/format.ts';
import { alone, exchanged, muted, ownWiring } from '../../src/figures/step4/heads-view.ts';
import { runOf, type Change } from '../../src/figures/step4/runs.ts';
import { asker, byDefault, defaults } from '../unit/worker/asking.ts';
import { expect, figureOf, press, readBeat, test, typeName } from './support/site.ts';

const ask = asker(defaults());
const recipe = byDefault(4);
const { steps } = recipe;
const HEADS = 4;
const three = fixed(3);
const four = fixed(4);
const grouped = integer();

/** Held-out nats at the end of a run. */
const endOf = (change: Change): number =>
  ask('evaluate', { recipe: runOf(recipe, change), steps: [steps] }).nats[0];

/** Held-out nats of the trained network with its heads rewired. */
const wired = (wiring: readonly number[]): number =>
  ask('redesigned', { recipe, step: steps, designs: [{ wiring: [...wiring] }] }).nats[0];

/** The sentence under a figure: it says in numbers what the figure shows. */
const say = (figure: Locator): Locator => figure.locator('.fig-say');

test.beforeEach(async ({ page }) => {
  await page.goto('step/4/');
});

test('heads share the numbers that one had, and layers bring their own', async ({ page }) => {
  const figure = await figureOf(page, 'what-changes');
  await readBeat(page, 'what-changes', 0);
  await expect(say(figure)).toContainText('the same matrices: 4,192 numbers');
  const heads = figure.getByRole('slider', { name: 'heads' });
  await heads.focus();
  await heads.press('End');
  await expect(say(figure)).toContainText('16 heads share the 4,192 numbers');
  const layers = figure.getByRole('slider', { name: 'layers' });
  await layers.focus();
  await layers.press('ArrowRight');
  await expect(say(figure)).toContainText('2 layers: 7,264 numbers, 3,072 for every layer more');
});

test('a head is muted, left alone or exchanged, and its held-out price is what the engine says', async ({
  page,
}) => {
  const figure = await figureOf(page, 'several-heads');
  await readBeat(page, 'several-heads', 1);
  const head = (n: number) => figure.getByRole('button', { name: new RegExp(`head ${n}\\b`) });
  await press(head(2));
  await expect(say(figure)).toContainText(
    `1 of 4 heads muted: ${three(wired(muted(HEADS, 1, 1)))} nats a pair`,
  );
  await press(head(2));
  await expect(say(figure)).not.toContainText('muted');
  await press(figure.getByRole('button', { name: 'solo' }));
  await press(head(3));
  await expect(say(figure)).toContainText(
    `3 of 4 heads muted: ${three(wired(alone(HEADS, 1, 2)))} nats a pair`,
  );
  await press(head(3));
  await press(figure.getByRole('button', { name: 'swap' }));
  await press(head(1));
  await press(head(2));
  await expect(say(figure)).toContainText(
    `Heads exchanged: ${three(wired(exchanged(ownWiring(HEADS, 1), HEADS, 0, 1)))} nats a pair`,
  );
});

test(
  'the head that is missed most is guessed, then told',
  { tag: '@chromium' },
  async ({ page }) => {
    const figure = await figureOf(page, 'several-heads');
    await readBeat(page, 'several-heads', 2);
    await expect(say(figure)).toContainText('4 heads, 4 prices');
    await press(figure.getByRole('button', { name: /head 1\b/ }));
    await press(figure.getByRole('button', { name: 'Show the answer' }));
    const whole = endOf({});
    const prices = ownWiring(HEADS, 1).map((place) => wired(muted(HEADS, 1, place)) - whole);
    await expect(say(figure)).toContainText(`costs ${four(Math.max(...prices))} nats more`);
  },
);

test('the cut moves, and heads that are narrower multiply as much', async ({ page }) => {
  const figure = await figureOf(page, 'splitting');
  await readBeat(page, 'splitting', 4);
  const text = await page.getByRole('textbox', { name: 'Name', exact: true }).inputValue();
  const { cached } = ask('work', { recipe, text });
  const all = cached.reduce((sum, { multiplications }) => sum + multiplications, 0);
  const said = `takes ${grouped(all)} multiplications`;
  await expect(say(figure)).toContainText(`With 4 heads, reading ${text} ${said}`);
  const heads = figure.getByRole('slider', { name: 'heads' });
  await heads.focus();
  await heads.press('End');
  await expect(say(figure)).toContainText(`With 16 heads, reading ${text} ${said}`);
  await heads.press('Home');
  await expect(say(figure)).toContainText(`With one head, reading ${text} ${said}`);
});

test('floors are added, and each says where it ends on held-out names', async ({ page }) => {
  const figure = await figureOf(page, 'layers');
  await readBeat(page, 'layers', 0);
  await expect(say(figure)).toContainText('in 2 half-steps');
  const floors = figure.getByRole('group', { name: 'press to build so high' });
  const ends = [1, 2, 3, 4].map((layers) => three(endOf({ layers })));
  for (const [i, nats] of ends.entries())
    await expect(floors.getByRole('button', { name: new RegExp(`^${i + 1} layer`) })).toContainText(
      nats,
      { timeout: 30_000 },
    );
  await press(floors.getByRole('button', { name: /^3 layers/ }));
  await expect(say(figure)).toContainText('in 6 half-steps');
  await press(figure.getByRole('button', { name: 'Adam' }));
  await expect(floors.getByRole('button', { name: /^3 layers/ })).toContainText(
    three(endOf({ layers: 3, adam: true })),
    { timeout: 30_000 },
  );
});

test('any number of the model is told of, down to the numbers it was made from', async ({
  page,
}) => {
  const figure = await figureOf(page, 'whole-model');
  await readBeat(page, 'whole-model', 0);
  await expect(say(figure)).toContainText('4,192 parameters');
  await figure.getByRole('combobox', { name: 'show' }).selectOption('layer0.q');
  const map = figure.locator('[aria-roledescription="map"]');
  await expect(say(figure)).toContainText(/q\[0\]/);
  await map.focus();
  await map.press('ArrowRight');
  await expect(say(figure)).toContainText(/q\[1\]/);
  const told = await say(figure).textContent();
  await press(figure.getByRole('button', { name: 'full screen' }));
  const dialog = page.getByRole('dialog');
  await expect(dialog.locator('.fig-say')).toHaveText(told!);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(say(figure)).toHaveText(told!);
});

test('a row is trained where the reader presses, and other seeds follow', async ({ page }) => {
  const figure = await figureOf(page, 'training');
  await readBeat(page, 'training', 2);
  await expect(say(figure)).toContainText(`4 heads ${four(endOf({}))}`);
  const rows = figure.getByRole('group', { name: /^Heads/ });
  await press(rows.getByRole('button', { name: /^8 heads/ }));
  await expect(say(figure)).toContainText(`8 heads: ${four(endOf({ heads: 8 }))} nats a pair`, {
    timeout: 30_000,
  });
  await press(figure.getByRole('button', { name: 'layers' }));
  const layers = figure.getByRole('group', { name: /^Layers/ });
  await press(layers.getByRole('button', { name: /^2 layers/ }));
  const gain = endOf({}) - endOf({ layers: 2 });
  await expect(say(figure)).toContainText(`${four(gain)} better`, { timeout: 30_000 });
  await press(figure.getByRole('button', { name: '6 seeds' }));
  await expect(say(figure)).toContainText('2 layers against 1 layer, over 6 seeds', {
    timeout: 50_000,
  });
  await expect(say(figure)).toContainText('lower with 6 of them');
});

test(
  'before the guess the rows say nothing, and a sweep can be stopped',
  { tag: '@chromium' },
  async ({ page }) => {
    const figure = await figureOf(page, 'training');
    await readBeat(page, 'training', 1);
    await expect(say(figure)).toContainText('5 networks, from one head to 16');
    const rows = figure.getByRole('group', { name: /^Heads:/ });
    await expect(rows.getByRole('button', { name: '8 heads: ? nats a pair' })).toBeVisible();
    await press(
      figure.getByRole('group', { name: 'Heads', exact: true }).getByText('2', { exact: true }),
    );
    await press(figure.getByRole('button', { name: 'Show the answer' }));
    const ends = [1, 2, 4, 8, 16].map((heads) => endOf({ heads }));
    await expect(say(figure)).toContainText(`${three(Math.min(...ends))} nats a pair`);
    await press(figure.getByRole('button', { name: 'layers' }));
    await press(figure.getByRole('button', { name: '6 seeds' }));
    const stop = figure.getByRole('button', { name: 'stop' });
    await press(stop);
    const goOn = figure.getByRole('button', { name: 'go on' });
    await expect(goOn).toBeVisible();
    await press(goOn);
    await expect(goOn).toBeHidden();
  },
);

test('three questions follow the name, and a wrong answer says why', async ({ page }) => {
  const questions = await figureOf(page, 'check');
  await expect(questions.getByRole('group')).toHaveCount(3);
  const numbers = questions.getByRole('group', { name: /^One layer makes 4,192/ });
  await press(numbers.getByRole('button', { name: '8,384' }));
  await expect(numbers.getByRole('paragraph')).toContainText('7,264');
  await typeName(page, 'anna');
  await expect(questions.getByRole('group', { name: /the last letter of anna/ })).toBeVisible();
});

test('a letter exchanged leaves one row in the first layer, and what comes before it in all', async ({
  page,
}) => {
  await typeName(page, 'mylia');
  const figure = await figureOf(page, 'caches');
  await readBeat(page, 'caches', 2);
  await expect(say(figure)).toContainText('With a for y, 11 of 24 rows are the same');
  await press(figure.getByRole('button', { name: /^exchange a, position 5/ }));
  // Only the last letter itself: no row comes after it.
  await expect(say(figure)).toContainText('20 of 24 rows are the same');
  await press(figure.getByRole('button', { name: /^1 layer:/ }));
  await expect(say(figure)).toContainText('5 of 6 rows are the same');
  await press(figure.getByRole('button', { name: 'what is kept' }));
  await press(figure.getByRole('button', { name: 'One token back' }));
  await expect(say(figure)).toContainText('5 tokens read: 5 rows in one cache, 160 numbers');
});

test('how many rows hold is guessed, then told', { tag: '@chromium' }, async ({ page }) => {
  await typeName(page, 'mylia');
  const figure = await figureOf(page, 'caches');
  await readBeat(page, 'caches', 1);
  await expect(say(figure)).toContainText('The caches hold 24 rows');
  await figure.getByRole('spinbutton', { name: 'Rows that hold' }).fill('20');
  await press(figure.getByRole('button', { name: 'Show the answer' }));
  await expect(say(figure)).toContainText('You said 20. With a for y, 11 of 24 rows');
});
