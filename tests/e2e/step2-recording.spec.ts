import { expect, figureOf, press, readBeat, test, typeName } from './support/site.ts';
import type { Locator, Page } from '@playwright/test';

/** A section's figure with one beat of its text being read. */
async function figureAt(page: Page, section: string, beat: number): Promise<Locator> {
  const figure = await figureOf(page, section);
  await readBeat(page, section, beat);
  return figure;
}

const sentenceOf = (figure: Locator): Locator => figure.locator('.fig-say');

test.beforeEach(async ({ page }) => {
  await page.goto('step/2/');
});

test.describe('two ways back', { tag: '@chromium' }, () => {
  test('ask how many digits agree, and then show them', async ({ page }) => {
    const figure = await figureAt(page, 'what-changes', 2);
    const rows = figure.getByRole('row');
    await expect(rows.nth(1)).toContainText('?');
    await figure.getByRole('spinbutton', { name: 'Digits that agree' }).fill('12');
    await press(figure.getByRole('button', { name: 'Show the answer' }));
    await expect(sentenceOf(figure)).toContainText(/You said 12; the first 15 digits/);
    await expect(rows.nth(1)).not.toContainText('?');
    // The fourth row is the largest gradient that is the same to the last bit.
    const [byHand, recorded] = await rows.nth(4).getByRole('cell').allTextContents();
    expect(recorded).toBe(byHand);
  });

  test('compare another name, at another state of the run', async ({ page }) => {
    const figure = await figureAt(page, 'what-changes', 3);
    await expect(sentenceOf(figure)).toContainText('3,184 gradients for myliah, 1,422 are');
    await press(figure.getByRole('button', { name: 'after 1,000 names' }));
    await expect(sentenceOf(figure)).toContainText('1,439 are');
    await typeName(page, 'zz');
    await expect(sentenceOf(figure)).toContainText('3,184 gradients for zz');
  });
});

test.describe('one record', { tag: '@chromium' }, () => {
  test('can only be tried while it is a plain number, and then foretells the trial', async ({
    page,
  }) => {
    const figure = await figureAt(page, 'wrapping', 0);
    const trial = figure.getByRole('table').getByRole('row', { name: /^a/ });
    await expect(trial.getByRole('cell')).toHaveText(['', '−0.002']);
    await press(figure.getByRole('button', { name: 'Record', exact: true }));
    await expect(trial.getByRole('cell')).toHaveText(['−2 × 0.001 = −0.002', '−0.002']);
  });

  test('keeps what another operation makes of other numbers', async ({ page }) => {
    const figure = await figureAt(page, 'wrapping', 1);
    await press(figure.getByRole('button', { name: 'a²' }));
    await figure.getByRole('spinbutton', { name: 'data of a' }).fill('5');
    const card = figure.getByRole('group', { name: 'The record of c, made by a.pow(2)' });
    await expect(card).toContainText('data25');
    await expect(card).toContainText('da10');
    await press(figure.getByRole('button', { name: 'After the walk back' }));
    await expect(sentenceOf(figure)).toContainText('It hands a 10 × 1 = 10');
  });
});

test.describe('an expression', { tag: '@chromium' }, () => {
  test('is guessed at, and the guess is set against the walk', async ({ page }) => {
    const figure = await figureAt(page, 'recording', 3);
    await figure.getByRole('spinbutton', { name: /Your guess/ }).fill('5');
    await press(figure.getByRole('button', { name: 'Show the answer' }));
    await expect(sentenceOf(figure)).toContainText(
      'You said 5. Walking back gives a 6. Tried with 0.001 more, the result moves by 0.006001.',
    );
  });

  test('that cannot be read keeps its text, and the picture keeps the last that could', async ({
    page,
  }) => {
    const figure = await figureAt(page, 'recording', 1);
    const field = figure.getByRole('textbox', { name: 'Expression' });
    const wrong: [string, string][] = [
      ['a $ c', 'At character 3: “$” has no meaning here.'],
      ['sin(a)', 'At character 1: sin is not known; exp, log and relu are.'],
      ['(a + c', 'At character 1: This ( is never closed.'],
      ['a ** c', 'At character 6: An exponent has to be a plain number.'],
      [`${'a + '.repeat(11)}a`, 'At character 41: Only 40 characters have room.'],
      ['', 'Type an expression.'],
    ];
    for (const [text, reason] of wrong) {
      await field.fill(text);
      await expect(figure.getByRole('status')).toHaveText(reason);
      await expect(field).toHaveValue(text);
      await expect(sentenceOf(figure)).toContainText('(a + c) * (a - c) is 5');
    }
    await field.fill('exp(a - 3)');
    await expect(figure.getByRole('status')).toHaveText('');
    await expect(sentenceOf(figure)).toContainText('exp(a - 3) is 1');
  });

  test('is chosen box by box with the keyboard, as a graph and as a list', async ({ page }) => {
    const figure = await figureAt(page, 'recording', 1);
    const detail = figure.locator('.expr-detail');
    await expect(detail).toContainText('v4 = v1.mul(v3)');
    const graph = figure.getByRole('listbox', { name: 'Graph of (a + c) * (a - c)' });
    await graph.focus();
    await graph.press('ArrowLeft');
    await graph.press('Enter');
    await expect(detail).toContainText(/v[13] = a.add\((c|v2)\)/);
    await press(figure.getByRole('button', { name: 'list', exact: true }));
    const tree = figure.getByRole('tree');
    await tree.focus();
    await tree.press('Home');
    await tree.press('Enter');
    await expect(detail).toContainText('v4 = v1.mul(v3)');
  });
});

test.describe('an operation', { tag: '@chromium' }, () => {
  test('is moved along its curve, up to where arithmetic ends', async ({ page }) => {
    const figure = await figureAt(page, 'other-operations', 0);
    const point = figure.getByRole('slider', { name: 'a', exact: true });
    await expect(sentenceOf(figure)).toContainText('a.pow(2) is 2.25');
    await point.focus();
    await point.press('Home');
    await expect(sentenceOf(figure)).toContainText('a.pow(2) is 9. When a moves a little');
    await expect(sentenceOf(figure)).toContainText('−6 times');
    await press(figure.getByRole('button', { name: 'log', exact: true }));
    await press(figure.getByRole('button', { name: 'a = 0', exact: true }));
    await expect(sentenceOf(figure)).toContainText('The logarithm of 0 is −∞ with slope ∞');
    await press(figure.getByRole('button', { name: 'exp', exact: true }));
    await press(figure.getByRole('button', { name: 'a = 710', exact: true }));
    await expect(sentenceOf(figure)).toContainText('becomes ∞');
  });

  test('asks for the slope at the corner of relu', async ({ page }) => {
    const figure = await figureAt(page, 'other-operations', 3);
    await press(figure.getByRole('button', { name: '½', exact: true }));
    await press(figure.getByRole('button', { name: 'Show the answer' }));
    await expect(sentenceOf(figure)).toContainText('You said ½. The program records 0');
  });
});

test.describe('the walk back', { tag: '@chromium' }, () => {
  test('is gone by button and by key, forward and back, and no box moves', async ({ page }) => {
    const figure = await figureAt(page, 'walking-back', 0);
    const boxes = figure.locator('.wave-graph .c-node-box');
    const places = () =>
      boxes.evaluateAll((all) =>
        all.map((box) => JSON.stringify((box as SVGGraphicsElement).getCTM()) + box.outerHTML),
      );
    const before = await places();
    const track = figure.getByRole('slider');
    await press(figure.getByRole('button', { name: 'One node on' }));
    await expect(sentenceOf(figure)).toContainText('× holds 1. It hands a + c 1 × 1 = 1');
    expect(await places()).toEqual(before);
    await track.focus();
    await track.press('ArrowLeft');
    await expect(sentenceOf(figure)).toContainText('a − c holds 5. It hands a 1 × 5 = 5');
    await track.press('ArrowRight');
    await expect(sentenceOf(figure)).toContainText('× holds 1');
    await track.press('End');
    await expect(sentenceOf(figure)).toContainText('c was handed 2 amounts: −5 + 1 = −4');
    expect(await places()).toEqual(before);
  });

  test('asks for the gradient of a number that is used twice', async ({ page }) => {
    const figure = await figureAt(page, 'walking-back', 2);
    await figure.getByRole('spinbutton', { name: 'Your guess for the gradient of c' }).fill('-5');
    await press(figure.getByRole('button', { name: 'Show the answer' }));
    await expect(sentenceOf(figure)).toContainText(
      'You said −5. c was handed −5 + 1 = −4; nudging says −4.',
    );
  });

  test('with = goes wrong on a number used three times, and not where each is used once', async ({
    page,
  }) => {
    const figure = await figureAt(page, 'walking-back', 1);
    const track = figure.getByRole('slider');
    const example = async (name: string) => {
      await press(figure.getByRole('button', { name, exact: true }));
      await track.focus();
      await track.press('End');
    };
    await press(figure.getByRole('button', { name: '=', exact: true }));
    await example('x · x · x');
    await expect(sentenceOf(figure)).toContainText('x keeps 4, and nudging says 12');
    await expect(figure.getByRole('row', { name: 'x =' })).toContainText('differs');
    await example('relu(w·x + b)');
    await expect(sentenceOf(figure)).toContainText('Here = does no harm: w is used once');
    await figure.getByRole('spinbutton', { name: 'w =' }).fill('3');
    await expect(figure.getByRole('row', { name: 'x =' }).getByRole('cell').nth(1)).toHaveText('3');
  });

  test('is a list as well, and stands where one chooses', async ({ page }) => {
    const figure = await figureAt(page, 'walking-back', 1);
    await press(figure.getByRole('button', { name: 'list', exact: true }));
    const tree = figure.getByRole('tree', { name: 'The graph of (a + c) · (a − c)' });
    await tree.focus();
    await tree.press('Home');
    await tree.press('ArrowDown');
    await tree.press('Enter');
    await expect(sentenceOf(figure)).toContainText('a + c holds 1. It hands a 1 × 1 = 1');
  });
});
