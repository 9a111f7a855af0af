import { expect, figureOf, press, readBeat, test } from './support/site.ts';

test.beforeEach(async ({ page }) => {
  await page.goto('step/1/');
});

test('a weight is turned by key: its loss follows, and the slope by nudging agrees with the rule', async ({
  page,
}) => {
  const figure = await figureOf(page, 'every-dial');
  await readBeat(page, 'every-dial', 0);
  const sentence = figure.locator('.fig-say');
  await expect(sentence).toContainText('All 3,184 dots lie on the diagonal');
  const slopes = async () =>
    [...(await sentence.textContent())!.matchAll(/(?:finds|says) ([−\d.]+\d)/g)].map((m) => m[1]);
  const [before, rule] = await slopes();
  expect(before).toBe(rule);
  const slider = figure.getByRole('slider', { name: 'Turn the weight' });
  await slider.focus();
  for (let i = 0; i < 5; i++) await slider.press('ArrowRight');
  await expect.poll(async () => (await slopes())[0]).not.toBe(before);
  await expect.poll(async () => new Set(await slopes()).size).toBe(1);
});

test('a broken rule spoils the matrices that lie before the fault, and no others', async ({
  page,
}) => {
  const figure = await figureOf(page, 'every-dial');
  await readBeat(page, 'every-dial', 0);
  const off = (matrix: string) =>
    figure.getByText(new RegExp(`^[\\d,]+ of ${matrix} dots lie off the diagonal`));
  await expect(figure.locator('.fig-say')).toContainText('All 3,184 dots');
  await press(figure.getByRole('button', { name: 'no gate' }));
  await expect(off('432')).not.toHaveText(/^0 of/);
  await expect(off('1,024')).not.toHaveText(/^0 of/);
  await expect(off('1,728')).toHaveText(/^0 of/);
  await press(figure.getByRole('button', { name: 'no 1/n' }));
  await expect(off('1,728')).not.toHaveText(/^0 of/);
  await press(figure.getByRole('button', { name: 'as derived' }));
  for (const matrix of ['432', '1,024', '1,728']) await expect(off(matrix)).toHaveText(/^0 of/);
});

test('every position of the learning rate is a complete run; one that is too large says where it broke', async ({
  page,
}) => {
  const figure = await figureOf(page, 'training');
  await readBeat(page, 'training', 0);
  const rate = figure.getByRole('slider', { name: 'Learning rate' });
  const sentence = figure.locator('.fig-say');
  await rate.focus();
  await rate.press('Home');
  await expect(sentence).toContainText('0.001');
  const slow = await sentence.textContent();
  await rate.press('End');
  await expect(sentence).not.toHaveText(slow!);
});

test('a wrong answer opens the figure that shows why', async ({ page }) => {
  const questions = await figureOf(page, 'check');
  const zero = questions.getByRole('group', { name: /The letter . is not in/ });
  await press(zero.getByRole('button', { name: 'positive' }));
  const open = zero.getByRole('link');
  await expect(open).toBeVisible();
  await press(open);
  await expect(page).toHaveURL(/#(every-dial|deriving|nudging)$/);
});

test('cold draws repeat themselves, hot ones scatter', async ({ page }) => {
  await page.goto('step/1/#temperature');
  const figure = await figureOf(page, 'temperature');
  const temperature = figure.getByRole('slider', { name: 'temperature' });
  const names = figure.getByRole('list', { name: 'Names drawn from the network' });
  const drawn = async () => new Set(await names.getByRole('button').allTextContents()).size;
  await temperature.focus();
  await temperature.press('Home');
  await expect(figure.locator('.fig-say')).toContainText('temperature 0.05');
  await expect.poll(drawn).toBeLessThanOrEqual(3);
  await temperature.press('End');
  await expect(figure.locator('.fig-say')).toContainText('temperature 3.00');
  await expect.poll(drawn).toBeGreaterThanOrEqual(15);
});
