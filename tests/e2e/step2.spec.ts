import { expect, figureOf, press, readBeat, test, typeInto } from './support/site.ts';

test.beforeEach(async ({ page }) => {
  await page.goto('step/2/');
});

test('an expression is typed, recorded and walked back', async ({ page }) => {
  const figure = await figureOf(page, 'recording');
  await readBeat(page, 'recording', 0);
  const field = figure.getByRole('textbox', { name: 'Expression' });
  await typeInto(field, 'a * a');
  await expect(figure.locator('.fig-say')).toContainText('a * a is 9');
  await press(figure.getByRole('button', { name: 'Walk back' }));
  await expect(figure.locator('.fig-say')).toContainText('6');
});

test('an expression that cannot be read says where and why, and keeps what was typed', async ({
  page,
}) => {
  const figure = await figureOf(page, 'recording');
  await readBeat(page, 'recording', 0);
  const field = figure.getByRole('textbox', { name: 'Expression' });
  await typeInto(field, 'a * (c +');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(figure.getByRole('status')).toHaveText(
    'At character 9: A letter, a number or ( should stand here.',
  );
  await expect(field).toHaveValue('a * (c +');
  await typeInto(field, 'a * (c + 1)');
  await expect(field).not.toHaveAttribute('aria-invalid', 'true');
  await expect(figure.locator('.fig-say')).toContainText('is 9');
});

test('the walk goes node by node, there and back, and `=` loses what `+=` adds', async ({
  page,
}) => {
  const figure = await figureOf(page, 'walking-back');
  await readBeat(page, 'walking-back', 0);
  const on = figure.getByRole('button', { name: 'One node on' });
  const back = figure.getByRole('button', { name: 'One node back' });
  const grad = (name: string) => figure.getByRole('row', { name }).getByRole('cell').nth(1);
  for (let i = 0; i < 6; i++) await press(on);
  await expect(on).toBeDisabled();
  await expect(grad('a = ')).toHaveText('6');
  await press(back);
  await expect(on).toBeEnabled();
  await press(on);
  await press(figure.getByRole('button', { name: '=', exact: true }));
  await expect(grad('a = ')).not.toHaveText('6');
});

test('the whole record opens from the name down to one number', async ({ page }) => {
  const figure = await figureOf(page, 'weights-as-values');
  await readBeat(page, 'weights-as-values', 0);
  const way = figure.getByRole('navigation', { name: 'From the name to a number' });
  await expect(way.getByRole('button')).toHaveCount(1);
  const whole = figure.getByRole('listbox', { name: 'The record of the loss, to scale' });
  await whole.focus();
  await whole.press('ArrowRight');
  await whole.press('Enter');
  await expect(way.getByRole('button')).toHaveCount(2);
});

test('without zeroing, gradients pile up', async ({ page }) => {
  const figure = await figureOf(page, 'new-loop');
  await press(figure.getByRole('button', { name: 'Without zeroing' }));
  const sentence = figure.locator('.fig-say');
  await press(figure.getByRole('button', { name: 'One name on' }));
  const one = await sentence.textContent();
  await press(figure.getByRole('button', { name: 'One name on' }));
  await expect(sentence).not.toHaveText(one!);
});

test('the two engines are timed when seen and when asked, and agree on every loss', async ({
  page,
}) => {
  const figure = await figureOf(page, 'efficiency');
  const rounds = figure.locator('.duel-go .num');
  await expect(rounds).toHaveText('8/8 rounds', { timeout: 40_000 });
  await expect(figure.locator('.fig-say')).toContainText(/160 losses 160 are the same/);
  await press(figure.getByRole('button', { name: 'Once more' }));
  await expect(rounds).toHaveText(/^[0-7]\/8 rounds$/);
  await expect(rounds).toHaveText('8/8 rounds', { timeout: 40_000 });
});

test('a question about the name is answered by the engine', async ({ page }) => {
  const questions = await figureOf(page, 'check');
  const grad = questions.getByRole('group', { name: /After L.backward/ });
  await press(grad.getByRole('button', { name: '6', exact: true }));
  await expect(grad.getByRole('paragraph')).toContainText('13');
});
