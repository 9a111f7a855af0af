/** What readers do on the page on Adam, against what the same engine says in Node. */
import type { Locator } from '@playwright/test';
import { fixed } from '../../src/charts/format.ts';
import { DEFAULT_RECIPE } from '../../src/engine/recipe.ts';
import { adamAt, MOST } from '../../src/figures/ideas/adam/turned-view.ts';
import { asker, defaults } from '../unit/worker/asking.ts';
import { expect, figureOf, press, readBeat, test, typeInto } from './support/site.ts';

const ask = asker(defaults());
const three = fixed(3);
const START: [number, number] = [-2, 0.7];
const PROGRAM = { beta1: 0.85, beta2: 0.99 };

const say = (figure: Locator): Locator => figure.locator('.fig-say');

test.beforeEach(async ({ page }) => {
  await page.goto('history/adam/');
});

test('the ravine takes Adam as many steps as the engine counts, along its axes and turned', async ({
  page,
}) => {
  const figure = await figureOf(page, 'ravine');
  await readBeat(page, 'ravine', 1);
  const along = ask('race', { stretch: 100, angle: 0, start: START, ...PROGRAM, drawn: 0 });
  await expect(say(figure)).toContainText(`plain descent ${along.ways.sgd.steps} steps`);
  await expect(say(figure)).toContainText(`Adam ${along.ways.adam.steps}`);
  const angle = figure.getByRole('slider', { name: 'angle', exact: true });
  await angle.focus();
  for (let k = 0; k < 9; k++) await angle.press('ArrowRight');
  const turned = ask('race', { stretch: 100, angle: 45, start: START, ...PROGRAM, drawn: 0 });
  await expect(say(figure)).toContainText(`At 45° Adam needs ${turned.ways.adam.steps} steps`);
  await press(figure.getByRole('button', { name: 'β of the paper' }));
  await expect(say(figure)).not.toContainText(`Adam needs ${turned.ways.adam.steps} steps`);
});

test('a guess at the turned ravine is set beside the truth', async ({ page }) => {
  const figure = await figureOf(page, 'ravine');
  await readBeat(page, 'ravine', 3);
  await expect(figure.locator('.predict')).toBeVisible();
  const turned = ask('race', { stretch: 100, angle: 45, start: START, ...PROGRAM, drawn: 0 });
  await expect(figure).not.toContainText(String(turned.ways.adam.steps));
  const ring = figure.getByRole('slider', { name: 'Adam?' });
  await ring.focus();
  for (let k = 0; k < 5; k++) await ring.press('ArrowUp');
  await press(figure.getByRole('button', { name: 'Show the answer' }));
  await expect(say(figure)).toContainText(`You said 35. Turned by 45°`);
  await expect(say(figure)).toContainText(`takes Adam ${turned.ways.adam.steps} steps`);
});

test('the start is moved by keys, and stays within the square', async ({ page }) => {
  const figure = await figureOf(page, 'ravine');
  await readBeat(page, 'ravine', 1);
  const start = figure.getByRole('slider', { name: 'Start; arrow keys move it' });
  await start.focus();
  const before = await say(figure).textContent();
  for (let k = 0; k < 8; k++) await start.press('Shift+ArrowUp');
  const [x, y] = ((await start.getAttribute('aria-valuetext')) ?? '').split(', ').map(Number);
  expect(y).toBeGreaterThan(2);
  expect(Math.hypot(x, y)).toBeLessThan(2.5);
  await expect(say(figure)).not.toHaveText(before ?? '');
  await press(figure.getByRole('button', { name: 'resume the story' }));
  await expect(say(figure)).toHaveText(before ?? '');
});

test('along turned axes the program ends where the engine says', async ({ page }) => {
  const figure = await figureOf(page, 'turned');
  await readBeat(page, 'turned', 2);
  const own = ask('turnedRun', adamAt(DEFAULT_RECIPE, 0));
  const turned = ask('turnedRun', adamAt(DEFAULT_RECIPE, MOST));
  await expect(say(figure)).toContainText(`Adam ends at ${three(turned.nats)}`, {
    timeout: 30_000,
  });
  await expect(say(figure)).toContainText(`along its own axes at ${three(own.nats)}`);
  await press(figure.getByRole('button', { name: 'as a table' }));
  await expect(figure.getByRole('row', { name: /^45/ })).toContainText(three(turned.nats));
});

test('Adam walks to the wrong end, and to the right one with the means of the program', async ({
  page,
}) => {
  const figure = await figureOf(page, 'wrong-end');
  await readBeat(page, 'wrong-end', 3);
  await expect(say(figure)).toContainText('Adam at 1.00 and AMSGrad at −1.00');
  await press(figure.getByRole('button', { name: 'of the program' }));
  await expect(say(figure)).toContainText('Adam at −1.00 and AMSGrad at −1.00');
  await press(figure.getByRole('button', { name: '101 long' }));
  await expect(say(figure)).toContainText('Adam at 1.00');
});

test('a slope that leaves nothing to choose is said to, and one that is none changes nothing', async ({
  page,
}) => {
  const figure = await figureOf(page, 'wrong-end');
  await readBeat(page, 'wrong-end', 3);
  const slope = figure.getByRole('spinbutton', { name: 'large slope' });
  await typeInto(slope, '2');
  await expect(say(figure)).toContainText('no place is better than another');
  await typeInto(slope, '1');
  await expect(say(figure)).toContainText('the best place is +1');
  await slope.press('ControlOrMeta+a');
  await slope.press('Delete');
  await expect(say(figure)).toContainText('the best place is +1');
});

test('nothing scrolls sideways on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const section of ['ravine', 'turned', 'wrong-end']) {
    await figureOf(page, section);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
  }
});
