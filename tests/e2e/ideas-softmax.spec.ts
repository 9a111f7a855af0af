/** What readers do on the page about softmax, against what the same engine says. */
import type { Locator } from '@playwright/test';
import { fixed } from '../../src/charts/format.ts';
import { asker, byDefault, defaults } from '../unit/worker/asking.ts';
import { expect, figureOf, press, readBeat, test } from './support/site.ts';

const ask = asker(defaults());
const three = fixed(3);
const say = (figure: Locator): Locator => figure.locator('.fig-say');

test.beforeEach(async ({ page }) => {
  await page.goto('history/softmax/');
});

test('shares sharpen in the cold, even out in the heat, and hear no constant', async ({ page }) => {
  const figure = await figureOf(page, 'one-curve');
  await readBeat(page, 'one-curve', 0);
  const own = /share (0\.\d{3})/.exec((await say(figure).textContent()) ?? '')?.[1] ?? '';
  const shift = figure.getByRole('slider', { name: 'add to all' });
  await shift.focus();
  await shift.press('End');
  await expect(say(figure)).toContainText('With 1000 added to every logit');
  await expect(say(figure)).toContainText(`its share is ${own} as before`);
  await shift.press('Home');
  await expect(say(figure)).toContainText(`its share is ${own} as before`);
  const temperature = figure.getByRole('slider', { name: 'temperature' });
  await temperature.focus();
  await temperature.press('Home');
  await expect(say(figure)).toContainText('its share is 1.000 as before');
});

test('the run by squared error ends where the engine says, at any rate', async ({ page }) => {
  const figure = await figureOf(page, 'two-scores');
  await readBeat(page, 'two-scores', 3);
  const log = ask('evaluate', { recipe: byDefault(1), steps: [1000] }).nats[0];
  await expect(say(figure)).toContainText(`the run ends at ${three(log)} nats a pair`);
  const before = await say(figure).textContent();
  const rate = figure.getByRole('slider', { name: 'rate of the squared run' });
  await rate.focus();
  await rate.press('End');
  await expect(say(figure)).not.toHaveText(before ?? '');
  await press(figure.getByRole('button', { name: 'How hard each pulls' }));
  await expect(say(figure)).toContainText('the logarithm pulls its logit up with');
});
