/** What readers do from nudging to temperature, against what the same engine says in Node. */
import type { Locator, Page } from '@playwright/test';
import { fixed } from '../../src/charts/format.ts';
import { descentBeats, runOf } from '../../src/figures/step1/descent-view.ts';
import { squaresOf, toleranceOf } from '../../src/figures/step1/dials-view.ts';
import { EPS } from '../../src/figures/step1/nudging-view.ts';
import type { ParameterAt } from '../../src/worker/protocol.ts';
import { asker, byDefault, defaults } from '../unit/worker/asking.ts';
import { expect, figureOf, press, readBeat, test } from './support/site.ts';

const ask = asker(defaults());
const recipe = byDefault(1);
const { steps } = recipe;
const three = fixed(3);
const five = fixed(5);
const six = fixed(6);

const say = (figure: Locator): Locator => figure.locator('.fig-say');

/** The name under the lens, as the page has it. */
async function place(page: Page) {
  const text = await page.getByRole('textbox', { name: 'Name', exact: true }).inputValue();
  return { recipe, step: steps, text };
}

/** The weight that a sentence names. */
async function dialOf(sentence: Locator): Promise<ParameterAt> {
  const said = /(wte|mlp_fc1|mlp_fc2)\[(\d+)\]\[(\d+)\]/.exec((await sentence.textContent())!)!;
  return { tensor: said[1], row: Number(said[2]), col: Number(said[3]) };
}

/** Presses the pointer at a share of an element's width and drags it to another. */
async function drag(page: Page, element: Locator, from: number, to: number): Promise<void> {
  const before = (await element.boundingBox())!;
  // Waits until the element has come to rest and nothing lies over it.
  await element.hover({ position: { x: from * before.width, y: before.height / 2 } });
  const { x, y, width, height } = (await element.boundingBox())!;
  await page.mouse.down();
  await page.mouse.move(x + to * width, y + height / 2, { steps: 4 });
  await page.mouse.up();
}

test.beforeEach(async ({ page }) => {
  await page.goto('step/1/');
});

test('a weight dragged along its curve has the loss that a pass through the network has', async ({
  page,
}) => {
  const figure = await figureOf(page, 'nudging');
  await readBeat(page, 'nudging', 0);
  await expect(say(figure)).toContainText('where training left it');
  const along = await dialOf(say(figure));
  const slider = figure.getByRole('slider', { name: 'Turn the weight' });
  await drag(page, slider, 0.5, 0.8);
  await expect(say(figure)).toContainText('turned to');
  const offset = Number(await slider.inputValue());
  expect(offset).toBeGreaterThan(0.9);
  const there = { ...(await place(page)), along, offset, eps: [1e-5], mistake: null };
  const { loss, value } = ask('slopes', there);
  await expect(say(figure)).toContainText(`turned to ${three(value + offset)}`);
  await expect(say(figure)).toContainText(three(loss));
});

test(
  'each amount to nudge by has its slope, and the figure goes on to the errors',
  { tag: '@chromium' },
  async ({ page }) => {
    const figure = await figureOf(page, 'nudging');
    await readBeat(page, 'nudging', 1);
    await expect(say(figure)).toContainText('Nudged by');
    const along = await dialOf(say(figure));
    const { numerical, hand } = ask('slopes', {
      ...(await place(page)),
      along,
      offset: 0,
      eps: [...EPS],
      mistake: null,
    });
    const amount = figure.getByRole('slider', { name: 'Amount to nudge by' });
    await amount.focus();
    await page.keyboard.press('Home');
    await expect(say(figure)).toContainText(six(numerical.at(-1)!));
    await expect(say(figure)).toContainText(`by hand it is ${six(hand)}`);
    await expect(figure.getByText('round-off, 1/ε')).toBeVisible();
  },
);

test(
  'the way back of any pair begins with what was predicted, less what came',
  { tag: '@chromium' },
  async ({ page }) => {
    const figure = await figureOf(page, 'deriving');
    await readBeat(page, 'deriving', 0);
    await figure.getByRole('combobox', { name: 'pair' }).selectOption('0');
    const { probs, dlogits, target, n, da, h } = ask('pair', { ...(await place(page)), pair: 0 });
    await expect(say(figure)).toContainText(`(${three(probs[target])} − 1) / ${n}`);
    await expect(say(figure)).toContainText(five(dlogits[target]));
    await press(figure.getByRole('button', { name: 'gates' }));
    await expect(say(figure)).toContainText('is shut');
    const unit = Number(/Unit (\d+)/.exec((await say(figure).textContent())!)![1]);
    expect(h[unit]).toBeLessThanOrEqual(0);
    await expect(say(figure)).toContainText(five(da[unit]));
  },
);

test('any weight can be grabbed in its matrix; its slopes are the engine’s', async ({ page }) => {
  const figure = await figureOf(page, 'every-dial');
  await readBeat(page, 'every-dial', 0);
  const matrix = figure.getByRole('grid', { name: /^fc2, 27 by 64/ });
  const before = await say(figure).textContent();
  const { width, height } = (await matrix.boundingBox())!;
  await matrix.click({ position: { x: width * 0.3, y: height * 0.02 } });
  await expect(say(figure)).not.toHaveText(before!);
  await expect(say(figure)).toContainText('mlp_fc2[0]');
  const along = await dialOf(say(figure));
  const { numerical } = ask('slopes', {
    ...(await place(page)),
    along,
    offset: 0,
    eps: [1e-5],
    mistake: null,
  });
  await expect(say(figure)).toContainText(`finds ${six(numerical[0])}`);
});

test(
  'matrices read the other way spoil as many slopes as the engine counts',
  { tag: '@chromium' },
  async ({ page }) => {
    const figure = await figureOf(page, 'every-dial');
    await readBeat(page, 'every-dial', 0);
    const there = await place(page);
    const { numerical } = ask('nudges', { ...there, eps: 1e-5, from: 0, count: Infinity });
    const right = ask('handGradient', { ...there, mistake: null }).gradient;
    const wrong = ask('handGradient', { ...there, mistake: 'transposed' }).gradient;
    const tolerance = toleranceOf(Math.max(...right.map(Math.abs)));
    const size = { vocab: 27, width: 16, hidden: 64 };
    await expect(say(figure)).toContainText('All 3,184 dots lie on the diagonal');
    await press(figure.getByRole('button', { name: 'transposed' }));
    await expect(say(figure)).toContainText('All of fc2 holds');
    const whole = new Intl.NumberFormat('en');
    for (const { off, xs } of squaresOf(size, numerical, wrong, tolerance))
      await expect(
        figure.getByText(`${whole.format(off)} of ${whole.format(xs.length)} dots lie off`),
      ).toHaveCount(1);
  },
);

test('a rate that is too large says at which step it broke, and keeps what was good', async ({
  page,
}) => {
  const figure = await figureOf(page, 'training');
  await readBeat(page, 'training', 3);
  const rate = figure.getByRole('slider', { name: 'Learning rate' });
  await rate.focus();
  await rate.press('End');
  const settings = { ...descentBeats(30, 'linear', steps)[2] };
  const { ended } = ask('curve', { recipe: runOf(recipe, settings), points: 2 });
  await expect(say(figure)).toContainText(`at step ${ended!.step} the loss is no longer finite`);
  await expect(rate).toHaveAttribute(
    'aria-valuetext',
    `rate 30: breaks down at step ${ended!.step}`,
  );
  const kept = `${ended!.lastGood}/${ended!.lastGood}`;
  await expect(figure.locator('.run-count .run-value')).toHaveText(kept);
  await press(figure.getByRole('button', { name: 'One name back' }));
  await expect(say(figure)).toContainText(/After \d+ names? the rate is down to/);
});

test(
  'the sweep of all rates fills in, can be stopped and goes on',
  { tag: '@chromium' },
  async ({ page }) => {
    const figure = await figureOf(page, 'training');
    await readBeat(page, 'training', 3);
    await press(figure.getByRole('button', { name: 'stop' }));
    await press(figure.getByRole('button', { name: 'go on' }));
    await expect(figure.locator('.sweep-progress')).toHaveCount(0, { timeout: 45_000 });
    await press(figure.getByRole('button', { name: 'as a table' }));
    const row = figure.getByRole('row', { name: /^rate 0\.1 / });
    const slow = runOf(recipe, { rate: 0.1, schedule: 'linear', times: 1 });
    const end = ask('evaluate', { recipe: slow, steps: [steps] }).nats[0];
    await expect(row).toContainText(fixed(2)(end));
  },
);

test(
  'cold names are those that the engine draws, each with its own draws',
  { tag: '@chromium' },
  async ({ page }) => {
    const figure = await figureOf(page, 'temperature');
    await readBeat(page, 'temperature', 0);
    const temperature = figure.getByRole('slider', { name: 'temperature' });
    await temperature.focus();
    await temperature.press('Home');
    await expect(say(figure)).toContainText('temperature 0.05');
    const { names } = ask('generate', {
      recipe,
      step: steps,
      count: 20,
      temperature: 0.05,
      topK: null,
      seed: null,
      prompt: '',
      distributions: false,
    });
    const drawn = figure.getByRole('list', { name: 'Names drawn from the network' });
    await expect(drawn.locator('.sampled')).toHaveText(
      names.map(({ text, known }) => (known ? `${text} (on the list)` : text)),
    );
  },
);

test('a wrong answer opens the figure in the state that shows why', async ({ page }) => {
  const questions = await figureOf(page, 'check');
  const rates = questions.getByRole('group', { name: /Which learning rate/ });
  await press(rates.getByRole('button', { name: '5', exact: true }));
  await expect(rates).toContainText('It is 1.5');
  await press(rates.getByRole('link'));
  await expect(page).toHaveURL(/#training$/);
  const figure = await figureOf(page, 'training');
  const fast = runOf(recipe, { rate: 5, schedule: 'linear', times: 1 });
  const { ended } = ask('curve', { recipe: fast, points: 2 });
  await expect(say(figure)).toContainText(`At rate 5 the steps overshoot`);
  await expect(say(figure)).toContainText(`at step ${ended!.step}`);
  await press(figure.getByRole('button', { name: 'resume the story' }));
  await expect(say(figure)).not.toContainText('At rate 5');
});
