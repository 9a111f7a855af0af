/** What readers do on the page about RMSNorm, against what the same engine says. */
import { fixed } from '../../src/charts/format.ts';
import { programOf } from '../../src/figures/held-out.ts';
import { asker, byDefault, defaults } from '../unit/worker/asking.ts';
import { expect, figureOf, press, readBeat, test, typeInto } from './support/site.ts';

const ask = asker(defaults());
const four = fixed(4);

test('a vector goes to the plane and the sphere, or to the sphere at once', async ({ page }) => {
  await page.goto('history/rmsnorm/');
  const figure = await figureOf(page, 'one-half');
  await readBeat(page, 'one-half', 1);
  const say = figure.locator('.fig-say');
  for (const [at, text] of ['3', '0', '0'].entries())
    await typeInto(figure.getByRole('spinbutton', { name: `number ${at + 1} of three` }), text);
  await expect(say).toContainText('RMSNorm divides by it: 1.73, 0.00, 0.00');
  await press(figure.getByRole('button', { name: 'LayerNorm' }));
  await expect(say).toContainText('then divides: 1.41, −0.71, −0.71');
  const first = figure.getByRole('spinbutton', { name: 'number 1 of three' });
  await typeInto(first, '99999999999');
  await expect(figure.getByRole('status')).toContainText('A number up to 1,000,000,000');
});

test('the same network ends at the same place with either norm', async ({ page }) => {
  await page.goto('history/rmsnorm/');
  const figure = await figureOf(page, 'trained');
  await readBeat(page, 'trained', 3);
  const end = (norm: 'rms' | 'layer') =>
    four(ask('evaluate', { recipe: { ...byDefault(5), norm }, steps: [1000] }).nats[0]);
  await expect(figure.locator('.fig-say')).toContainText(
    `RMSNorm ends at ${end('rms')}, LayerNorm at ${end('layer')}`,
  );
  await press(figure.getByRole('button', { name: 'gradient descent' }));
  const plain = { ...programOf(byDefault(4), 4), norm: 'layer' as const };
  const { nats } = ask('evaluate', { recipe: plain, steps: [1000] });
  await expect(figure.locator('.fig-say')).toContainText(`LayerNorm at ${four(nats[0])}`);
});
