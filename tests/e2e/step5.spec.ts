/** What readers do with Adam, against what the same engine says in Node. */
import type { Locator } from '@playwright/test';
import { fixed } from '../../src/charts/format.ts';
import type { Recipe } from '../../src/engine/recipe.ts';
import { asker, byDefault, defaults } from '../unit/worker/asking.ts';
import { expect, figureOf, press, readBeat, test, typeInto, typeName } from './support/site.ts';

const ask = asker(defaults());
const three = fixed(3);

/** Held-out nats at the end of a run. */
const endOf = (recipe: Recipe): string =>
  three(ask('evaluate', { recipe, steps: [recipe.steps] }).nats[0]);

/** The sentence under a figure: it says in numbers what the figure shows. */
const say = (figure: Locator): Locator => figure.locator('.fig-say');

test.beforeEach(async ({ page }) => {
  await page.goto('step/5/');
});

test('gradients of each matrix are weighed over any part of the run', async ({ page }) => {
  const figure = await figureOf(page, 'one-rate');
  await readBeat(page, 'one-rate', 2);
  await expect(say(figure)).toContainText('From attn_wk to lm_head the typical gradient grows');
  await expect(say(figure)).toContainText('32 weights have never felt anything');
  const whole = await say(figure).textContent();
  await press(figure.getByRole('button', { name: 'first 100 names' }));
  await expect(say(figure)).not.toHaveText(whole ?? '');
  await press(figure.getByRole('button', { name: 'as a table' }));
  await expect(figure.getByRole('row', { name: /^mlp_fc1/ })).toContainText('1024');
});

test('more of the past makes the mean smoother, and leaves less of it', async ({ page }) => {
  const figure = await figureOf(page, 'momentum');
  await readBeat(page, 'momentum', 1);
  const left = async (): Promise<number> =>
    Number(/the mean is (\d+)%/.exec((await say(figure).textContent()) ?? '')?.[1]);
  await expect(say(figure)).toContainText('Over the run the mean is');
  const before = await left();
  const beta = figure.getByRole('slider', { name: /^β/ });
  await beta.focus();
  await beta.press('End');
  await expect.poll(left).toBeLessThan(before);
  await press(figure.getByRole('button', { name: 'lm_head[h][7]' }));
  await expect(say(figure)).toContainText('Over the run the mean is');
});

test('with the correction the first step of every weight is the rate', async ({ page }) => {
  const figure = await figureOf(page, 'bias-correction');
  await readBeat(page, 'bias-correction', 0);
  const { parameters } = ask('network', { recipe: byDefault(5) });
  const said = /At name 1, ([\d,]+) weights move, by 0\.9\d+ to 1\.00 rates\. ([\d,]+) have felt/;
  await expect(say(figure)).toHaveText(said);
  const [, moved, still] = said.exec((await say(figure).textContent()) ?? '') ?? [];
  const number = (text: string): number => Number(text.replaceAll(',', ''));
  expect(number(moved) + number(still)).toBe(parameters);
  await press(figure.getByRole('button', { name: 'with and without' }));
  await expect(say(figure)).toContainText('1.00 rates with the correction and 1.50 without');
});

test(
  'the longest first step without the correction is guessed, then told',
  {
    tag: '@chromium',
  },
  async ({ page }) => {
    const figure = await figureOf(page, 'bias-correction');
    await readBeat(page, 'bias-correction', 1);
    await press(figure.getByRole('button', { name: 'shorter' }));
    await press(figure.getByRole('button', { name: 'Show the answer' }));
    await expect(say(figure)).toContainText('You said shorter. No');
  },
);

test('the diary of any weight can be opened, and a wrong name says so', async ({ page }) => {
  const figure = await figureOf(page, 'diary');
  await readBeat(page, 'diary', 4);
  await press(figure.getByRole('button', { name: /any weight/ }));
  const field = figure.getByRole('textbox', { name: 'weight' });
  await typeInto(field, 'lm_head[99][0]');
  await field.press('Enter');
  await expect(figure.getByText(/There is no such weight/)).toBeVisible();
  await typeInto(field, 'mlp_fc1[3][5]');
  await field.press('Enter');
  await expect(say(figure)).toContainText('mlp_fc1[3][5] feels');
  const day = figure.getByRole('slider', { name: 'Day of the diary' });
  await day.focus();
  await day.press('Home');
  await expect(say(figure)).toContainText('At name 1,');
});

test('both optimizers roll from wherever the start is put', async ({ page }) => {
  const figure = await figureOf(page, 'rolling');
  await readBeat(page, 'rolling', 3);
  await expect(say(figure)).toContainText('After 300 steps plain descent has gone');
  const before = await say(figure).textContent();
  const start = figure.getByRole('slider', { name: /^Start;/ });
  await start.focus();
  await start.press('ArrowLeft');
  await expect(say(figure)).not.toHaveText(before ?? '');
  await press(figure.getByRole('button', { name: 'all four' }));
  await expect(say(figure)).toContainText('RMSProp');
  await press(figure.getByRole('button', { name: 'Roll' }));
  await expect(figure.getByRole('slider', { name: 'Step', exact: true })).toBeVisible();
});

test('every line of the program has an idea or a kind, and leads to its section', async ({
  page,
}) => {
  const figure = await figureOf(page, 'code');
  await readBeat(page, 'code', 0);
  await expect(say(figure)).toContainText(/[\d,]+ of them code: \d+ come from 16 ideas/);
  const ideas = figure.getByRole('listbox', { name: /^Lines of code by the idea/ });
  await ideas.focus();
  await ideas.press('Home');
  await ideas.press('Enter');
  await expect(say(figure)).toContainText('Markov chains');
  await press(figure.getByRole('button', { name: '5', exact: true }));
  await expect(say(figure)).toContainText('Step 5 added');
  const link = figure.getByRole('link', { name: 'Step 5 · Momentum' }).first();
  await press(link);
  await expect(page).toHaveURL(/\/step\/5\/#momentum$/);
});

test('a rate of any size is trained at once, for both optimizers', async ({ page }) => {
  const figure = await figureOf(page, 'training');
  await readBeat(page, 'training', 3);
  const adam = byDefault(5);
  const plain: Recipe = { ...adam, optimizer: 'sgd', rate: 0.1 };
  await expect(say(figure)).toContainText(
    `plain descent at rate 0.1, ${endOf(plain)}; Adam at rate 0.01, ${endOf(adam)}.`,
  );
  await press(figure.getByRole('button', { name: 'constant', exact: true }));
  await expect(say(figure)).toContainText(
    `Adam at rate 0.01, ${endOf({ ...adam, schedule: 'constant' })}`,
  );
});

test('the six programs stand in one table, in the order of any column', async ({ page }) => {
  const figure = await figureOf(page, 'six-programs');
  await readBeat(page, 'six-programs', 3);
  const rows = figure.getByRole('table').getByRole('row');
  await expect(rows.nth(1)).toContainText(`5 Adam`);
  await expect(rows.nth(1)).toContainText(endOf(byDefault(5)));
  await expect(rows.last()).toContainText(endOf(byDefault(2)));
  await press(figure.getByRole('button', { name: /^numbers/ }));
  await expect(say(figure)).not.toContainText('By held-out loss');
  const drawn = await rows.nth(1).textContent();
  await press(figure.getByRole('button', { name: 'draw again' }));
  // All six are trained and drawn anew, which a busy machine takes its time for.
  await expect(rows.nth(1)).not.toHaveText(drawn ?? '', { timeout: 30_000 });
});

test('the questions at the end follow the name', async ({ page }) => {
  const questions = await figureOf(page, 'check');
  await typeName(page, 'anna');
  await expect(questions.getByRole('group').first()).toBeVisible();
  for (const link of await questions.getByRole('link').all())
    await expect(link).toHaveAttribute('href', /#[\w-]+$/);
});
