/**
 * The reader's own texts. They never leave the browser: kept in IndexedDB under their hash, so
 * that a link or the next page can name one without carrying it.
 */
import { DEFAULT_RECIPE, type DataRef } from '../engine/recipe.ts';
import type { Engine } from '../worker/client.ts';
import type { Fault, Result } from '../worker/protocol.ts';
import { notify } from './notices.ts';
import { setRecipe } from './state.ts';

/** Fetched when a text is to be kept or recalled. */
async function shelf() {
  const { createStore, get, set } = await import('idb-keyval');
  const store = createStore('microgpt-visualized', 'texts');
  return {
    get: (key: string) => get<string>(key, store),
    set: (key: string, text: string) => set(key, text, store),
  };
}

let engine: Engine | null = null;

/** The engine that is to know the texts. */
export const provideTextsTo = (client: Engine): void => void (engine = client);

/** SHA-256 of a text's UTF-8 bytes, in hex. */
async function hashOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Ask the engine what a text, or a file's bytes, would be as a data set, without using it.
 * The answer comes once, to one of the handlers; the returned function calls the question off.
 */
export function inspectText(
  text: string | Uint8Array,
  preview: number,
  handlers: { onAnswer(found: Result<'inspect'>): void; onFault(fault: Fault): void },
): () => void {
  return engine?.ask('inspect', { text, preview }, handlers) ?? (() => {});
}

/** A short list keeps a quarter of its documents to measure the run by. */
const TRAINED = 0.75;

/** As many steps as by default, or fewer where a list is so short that none would be held out. */
const stepsFor = (documents: number): number =>
  Math.max(1, Math.min(DEFAULT_RECIPE.steps, Math.floor(documents * TRAINED)));

/** Use a text of the reader's, of so many documents, as the data set, everywhere on the site. */
export async function useOwnText(text: string, documents: number): Promise<void> {
  const data: DataRef = { kind: 'text', sha256: await hashOf(text) };
  engine?.provideText(data.sha256, text);
  try {
    await (await shelf()).set(data.sha256, text);
  } catch {
    notify({ code: 'storage', values: {} });
  }
  chooseData(data, documents);
}

/** Make a kept text known to the engine; false when this browser does not have it. */
export async function recallText(sha256: string): Promise<boolean> {
  try {
    const text = await (await shelf()).get(sha256);
    if (text === undefined) return false;
    engine?.provideText(sha256, text);
    return true;
  } catch {
    return false;
  }
}

/** Choose a data set, of so many documents, for this page and the ones after it. */
export function chooseData(data: DataRef, documents: number): void {
  setRecipe({ data, steps: stepsFor(documents) });
}
