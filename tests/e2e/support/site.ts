/** What every end-to-end test of the built site starts from. */
import { test as base, expect, type Locator, type Page } from '@playwright/test';

/** Every page, as its path under the base. */
export const PAGES = [
  '',
  'step/0/',
  'step/1/',
  'step/2/',
  'step/3/',
  'step/4/',
  'step/5/',
  'history/',
  'history/markov-chains/',
  'history/softmax/',
  'history/kv-cache/',
  'history/rmsnorm/',
  'history/layer-normalization/',
  'history/adam/',
  'history/residual-connections/',
  'bibliography/',
  'glossary/',
  'about/',
];

/** Widths of windows the site is made for, px. */
export const WIDTHS = [390, 820, 1280, 1920];

/** What Firefox says of a script that was still loading when the page was left. */
const LEFT_BEHIND = /^error loading dynamically imported module/;

/**
 * Playwright's test, and in it a page that fails the test when a script throws, when anything is
 * reported as an error or missing, or when anything is asked of another host.
 */
export const test = base.extend({
  page: async ({ page, baseURL }, provide) => {
    const faults: string[] = [];
    const { origin } = new URL(baseURL ?? '');
    page.on('pageerror', ({ message }) => {
      if (!LEFT_BEHIND.test(message)) faults.push(`thrown: ${message}`);
    });
    page.on('response', (response) => {
      if (response.status() >= 400) faults.push(`${response.status()} for ${response.url()}`);
    });
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(`console: ${message.text()}`);
    });
    page.on('request', (request) => {
      const url = new URL(request.url());
      const own = url.origin === origin || /^(data|blob|about):$/.test(url.protocol);
      if (!own) faults.push(`request to ${url.href}`);
    });
    await provide(page);
    expect(faults).toEqual([]);
  },
});

/** Goes to a section's figure and waits until its numbers come from the engine. */
export async function figureOf(page: Page, section: string): Promise<Locator> {
  const figure = page.locator(`#${section} [data-figure]`).first();
  await figure.scrollIntoViewIfNeeded();
  // A page's figures wake one after another; on a busy machine the last ones wait long.
  await expect(figure).toHaveAttribute('data-live', '', { timeout: 30_000 });
  return figure;
}

/** Scrolls until a section's beat (from 0) has just crossed the reading line. */
export async function readBeat(page: Page, section: string, beat: number): Promise<void> {
  const paragraph = page.locator(`#${section} .beat[data-beat="${beat}"]`);
  await paragraph.evaluate((element) => {
    const share = matchMedia('(max-width: 1099px)').matches ? 0.68 : 0.42;
    const top = element.getBoundingClientRect().top + scrollY - share * innerHeight + 12;
    scrollTo({ top, behavior: 'instant' });
  });
  await expect(paragraph).toHaveClass(/\bnow\b/);
}

/** Types a name under the lens. */
export async function typeName(page: Page, name: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
}

export { expect };

/** Press a control by keyboard: a driver's click may scroll the page first, and the story with it. */
export async function press(control: Locator): Promise<void> {
  await control.focus();
  await control.press('Enter');
}

/**
 * Types into a field as a reader does, key by key: where Firefox is driven from outside, a value
 * that is only set does not reach the page's script.
 */
export async function typeInto(field: Locator, text: string): Promise<void> {
  await field.focus();
  await field.press('ControlOrMeta+a');
  await field.pressSequentially(text);
}
