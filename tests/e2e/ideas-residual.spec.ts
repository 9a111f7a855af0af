/** What readers do on the page on residual connections, against what the same engine says in Node. */
import type { Locator } from '@playwright/test';
import { fixed } from '../../src/charts/format.ts';
import type { Joint } from '../../src/engine/ideas/tower.ts';
import { DEFAULT_RECIPE } from '../../src/engine/recipe.ts';
import { RATE, RUN, towerQuestion } from '../../src/figures/ideas/residual-connections/towers.ts';
import {
  EACH,
  missable,
  pricesOf,
  unplugQuestion,
  UPPER,
} from '../../src/figures/ideas/residual-connections/unplug-view.ts';
import { asker, defaults } from '../unit/worker/asking.ts';
import { expect, figureOf, press, readBeat, test } from './support/site.ts';

const ask = asker(defaults());
const three = fixed(3);

const towerEnd = (joint: Joint, blocks: number): string =>
  three(
    ask(
      'tower',
      towerQuestion(DEFAULT_RECIPE, { joint, blocks, rate: RATE, steps: RUN }),
    ).losses.at(-1)!,
  );
const say = (figure: Locator): Locator => figure.locator('.fig-say');

test.beforeEach(async ({ page }) => {
  await page.goto('history/residual-connections/');
});

test('a deep plain tower ends above a shallow one, and one with skips does not', async ({
  page,
}) => {
  const figure = await figureOf(page, 'depth');
  await readBeat(page, 'depth', 2);
  await expect(say(figure)).toContainText(`the plain tower ends at ${towerEnd('plain', 16)}`, {
    timeout: 30_000,
  });
  await expect(say(figure)).toContainText(`the one with skips at ${towerEnd('after', 16)}`);
  await press(figure.getByRole('button', { name: 'as a table' }));
  await expect(figure.getByRole('row', { name: /^66/ })).toContainText(towerEnd('plain', 32), {
    timeout: 30_000,
  });
});

test('the depth is chosen by keys, and other rates train other towers', async ({ page }) => {
  const figure = await figureOf(page, 'depth');
  await readBeat(page, 'depth', 2);
  await expect(say(figure)).toContainText('With 34 layers', { timeout: 30_000 });
  const depth = figure.getByRole('slider', { name: 'Layers' });
  await depth.focus();
  await depth.press('Home');
  await expect(say(figure)).toContainText(`the plain tower ends at ${towerEnd('plain', 1)}`);
  const rate = figure.getByRole('slider', { name: 'rate', exact: true });
  await rate.focus();
  await rate.press('ArrowLeft');
  await expect(say(figure)).not.toContainText(towerEnd('plain', 1));
});

test('the error of the deep network is guessed, then told beside our own four', async ({
  page,
}) => {
  const figure = await figureOf(page, 'four-errors');
  await readBeat(page, 'four-errors', 0);
  await expect(figure.locator('.predict')).toBeVisible();
  await expect(figure).not.toContainText('28.54');
  const ring = figure.getByRole('slider', { name: '34 layers?' });
  await ring.focus();
  for (let k = 0; k < 3; k++) await ring.press('ArrowDown');
  await press(figure.getByRole('button', { name: 'Show the answer' }));
  await expect(say(figure)).toContainText('You said 27.6 %. With 34 layers it is wrong on 28.54 %');
  await readBeat(page, 'four-errors', 2);
  for (const error of ['27.94', '28.54', '27.88', '25.03'])
    await expect(say(figure)).toContainText(error);
  await readBeat(page, 'four-errors', 3);
  await expect(say(figure)).toContainText(
    `our plain tower goes from ${towerEnd('plain', 8)} to ${towerEnd('plain', 16)}, ` +
      `the one with skips from ${towerEnd('after', 8)} to ${towerEnd('after', 16)}`,
  );
});

test('whether gradients vanish is asked, and measured', async ({ page }) => {
  const figure = await figureOf(page, 'depth');
  await readBeat(page, 'depth', 3);
  const settings = { joint: 'plain', blocks: 16, rate: RATE, steps: RUN } as const;
  const { slopes } = ask('tower', towerQuestion(DEFAULT_RECIPE, settings));
  await press(figure.getByRole('button', { name: '0.001×' }));
  await press(figure.getByRole('button', { name: 'Show the answer' }));
  await expect(say(figure)).toContainText(
    `You said 0.001×: the gradient has length ${slopes[0].toPrecision(2)} at the first block`,
    { timeout: 30_000 },
  );
});

test('a branch that is unplugged costs what the engine says', async ({ page }) => {
  const figure = await figureOf(page, 'unplug');
  await readBeat(page, 'unplug', 2);
  const { nats } = ask('unplug', unplugQuestion(DEFAULT_RECIPE, 'gpt', EACH));
  await expect(say(figure)).toContainText(`the network is at ${three(nats[0])}`);
  await press(figure.getByRole('button', { name: 'Take out the MLP of layer 1' }));
  await expect(say(figure)).toContainText(
    `Without the MLP of layer 1 it is at ${three(nats[2])} in place of ${three(nats[0])}`,
  );
  for (const layer of [2, 3, 4]) {
    await press(figure.getByRole('button', { name: `Take out the attention of layer ${layer}` }));
    await press(figure.getByRole('button', { name: `Take out the MLP of layer ${layer}` }));
  }
  await press(figure.getByRole('button', { name: 'Take out the MLP of layer 1' }));
  const [upper] = ask('unplug', unplugQuestion(DEFAULT_RECIPE, 'gpt', [UPPER])).nats;
  await expect(say(figure)).toContainText(`Without 6 of 8 branches it is at ${three(upper)}`);
  await press(figure.getByRole('button', { name: 'All back in' }));
  await expect(say(figure)).toContainText(`the network is at ${three(nats[0])}`);
});

test('how many branches can be missed is asked, then told', async ({ page }) => {
  const figure = await figureOf(page, 'unplug');
  await readBeat(page, 'unplug', 1);
  const prices = pricesOf(ask('unplug', unplugQuestion(DEFAULT_RECIPE, 'gpt', EACH)).nats)!;
  const guess = figure.getByRole('slider', { name: 'Branches that can be missed' });
  await guess.focus();
  await guess.press('ArrowRight');
  await press(figure.getByRole('button', { name: 'Show the answer' }));
  await expect(say(figure)).toContainText(
    `You said 5: ${missable(prices)} of the 8 branches cost less than`,
  );
});

test('a plain tower is hurt by the loss of any block', async ({ page }) => {
  const figure = await figureOf(page, 'unplug');
  await readBeat(page, 'unplug', 4);
  const prices = pricesOf(ask('unplug', unplugQuestion(DEFAULT_RECIPE, 'plain', EACH)).nats)!;
  expect(Math.min(...prices)).toBeGreaterThan(0.1);
  await expect(say(figure)).toContainText(`Without block 4 it is at`);
  await press(figure.getByRole('button', { name: 'as a table' }));
  await expect(figure.getByRole('row', { name: /^block 1 / })).toContainText(three(prices[0]));
});

test('nothing scrolls sideways on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const section of ['four-errors', 'depth', 'unplug']) {
    await figureOf(page, section);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
  }
});
