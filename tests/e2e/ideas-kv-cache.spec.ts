/** What readers do on the page about the KV cache, against what the same engine counts. */
import { integer } from '../../src/charts/format.ts';
import { totalOf, typingRecipe } from '../../src/figures/ideas/kv-cache/typing-view.ts';
import { asker, byDefault, defaults } from '../unit/worker/asking.ts';
import { expect, figureOf, press, readBeat, test, typeInto } from './support/site.ts';

const ask = asker(defaults());
const grouped = integer();

test('what is typed is counted, cut to a block, and told of where it cannot be read', async ({
  page,
}) => {
  await page.goto('history/kv-cache/');
  const figure = await figureOf(page, 'typing');
  await readBeat(page, 'typing', 0);
  const say = figure.locator('.fig-say');
  const field = figure.getByRole('textbox', { name: 'Type:' });
  await typeInto(field, 'anna');
  const typed = ask('typed', { recipe: typingRecipe(byDefault(5), 1), text: 'anna' });
  await expect(say).toContainText(
    `5 tokens: the last one takes ${grouped(typed.again[4])} multiplications`,
  );
  await expect(say).toContainText(
    `${grouped(totalOf(typed.again))} against ${grouped(totalOf(typed.cached))}`,
  );
  await typeInto(field, 'an?na');
  await expect(figure.getByRole('status')).toHaveText('Not in the list, and left out: ?');
  await typeInto(field, 'anna'.repeat(20));
  await expect(figure.getByRole('status')).toHaveText('Only 64 tokens have room.');
  await expect(say).toContainText('64 tokens');
  await press(figure.getByRole('button', { name: 'one set for all' }));
  await expect(figure.locator('svg')).toContainText('numbers kept, one set for all heads: 512');
});

test(
  'how much twice the text costs is guessed, then told',
  { tag: '@chromium' },
  async ({ page }) => {
    await page.goto('history/kv-cache/');
    const figure = await figureOf(page, 'typing');
    await readBeat(page, 'typing', 1);
    const guess = figure.getByRole('slider', { name: 'How many times as many' });
    await guess.focus();
    await guess.press('ArrowRight');
    await press(figure.getByRole('button', { name: 'Show the answer' }));
    await expect(figure.locator('.fig-say')).toContainText('You said 2.5 times. It is 4.1 times');
  },
);
