/** What readers do on the page about layer normalization, against what the same engine says. */
import { fixed } from '../../src/charts/format.ts';
import { asker, byDefault, defaults } from '../unit/worker/asking.ts';
import { expect, figureOf, press, readBeat, test, typeName } from './support/site.ts';

const ask = asker(defaults());
const three = fixed(3);

test('a vector turned up is heard by all, by itself alone, or by nobody', async ({ page }) => {
  await page.goto('history/layer-normalization/');
  await typeName(page, 'mylia');
  const figure = await figureOf(page, 'over-what');
  await readBeat(page, 'over-what', 0);
  const say = figure.locator('.fig-say');
  await expect(say).toContainText('of 6 vectors 1 come out otherwise');
  await press(figure.getByRole('button', { name: 'batch norm' }));
  await expect(say).toContainText('of 6 vectors 6 come out otherwise');
  await press(figure.getByRole('button', { name: 'layer norm' }));
  await expect(say).toContainText('of 6 vectors 0 come out otherwise');
  await press(figure.getByRole('button', { name: 'the vector of l, position 4' }));
  await expect(say).toContainText('The vector of l, times 4');
  await press(figure.getByRole('button', { name: 'batch norm' }));
  await press(figure.getByRole('button', { name: 'this one' }));
  await expect(say).toContainText('all that comes out is 0');
});

test('the norm before ends where the engine says, and the norm after', async ({ page }) => {
  await page.goto('history/layer-normalization/');
  const figure = await figureOf(page, 'before-or-after');
  await readBeat(page, 'before-or-after', 1);
  const end = (layers: number, postNorm: boolean) =>
    three(
      ask('evaluate', {
        recipe: { ...byDefault(5), norm: 'layer', layers, postNorm },
        steps: [1000],
      }).nats[0],
    );
  await expect(figure.locator('.fig-say')).toContainText(
    `With 4 layers: before, ${end(4, false)} nats a pair; after, ${end(4, true)}`,
  );
  await press(figure.getByRole('button', { name: '2', exact: true }));
  await expect(figure.locator('.fig-say')).toContainText(`after, ${end(2, true)}`);
});
