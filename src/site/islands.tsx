/** Wakes figures: one React root each, one module graph, one engine client for the page. */
import { hydrateRoot } from 'react-dom/client';
import type { Recipe } from '../engine/recipe.ts';
import { makeClientSource } from '../reader/client-source.ts';
import { unpack } from '../reader/codec.ts';
import { questionKey } from '../reader/engine-source.ts';
import { notify } from '../reader/notices.ts';
import { pageFacts } from '../reader/page-facts.ts';
import {
  IslandContext,
  PageContext,
  type MessageTree,
  type PageContextValue,
} from '../reader/page.ts';
import { readerStore } from '../reader/state.ts';
import { startRecipe } from '../reader/start.ts';
import { provideTextsTo } from '../reader/texts.ts';
import { startNotices } from './browser/notices.ts';
import { FIGURES } from './figures.ts';
import EngineWorker from '../worker/worker.ts?worker';

interface PageData {
  readonly locale: string;
  readonly base: string;
  readonly recipe: Recipe;
  readonly notices: MessageTree;
  readonly messages: Readonly<Record<string, MessageTree>>;
  readonly seed: Readonly<Record<string, string>>;
}

const data = JSON.parse(document.getElementById('page-data')?.textContent ?? '{}') as PageData;
const site = new URL(data.base, location.href).href;
const engine = makeClientSource(
  Object.fromEntries(Object.entries(data.seed).map(([key, text]) => [key, unpack(text)])),
  () => new EngineWorker({ name: site }),
);

startNotices(data.notices, data.locale);

function publish(facts: Readonly<Record<string, string>>): void {
  for (const [key, value] of Object.entries(facts)) {
    for (const element of document.querySelectorAll<HTMLElement>(
      `[data-fact="${CSS.escape(key)}"]`,
    )) {
      if (element.textContent !== value) element.textContent = value;
    }
  }
}

const page: PageContextValue = {
  locale: data.locale,
  base: data.base,
  engine,
  messages(group, name) {
    const tree = data.messages[`${group} ${name}`];
    if (!tree) throw new Error(`The page has no messages “${group} ${name}”.`);
    return tree;
  },
  publish,
};

// Page-wide numbers follow the reader's data set, seed and name.
function refreshFacts(): void {
  const { recipe, lens } = readerStore.getState();
  const facts = pageFacts(
    (op, input) => {
      engine.request(op, input, `page ${op}`);
      return engine.read(questionKey(op, input))?.data as never;
    },
    recipe,
    lens,
    data.locale,
  );
  publish(facts);
  const known = engine.read(questionKey('data', { recipe }))?.data as
    { labels: string[]; bos: number } | undefined;
  const form = document.querySelector<HTMLFormElement>('[data-lens-form]');
  if (known && form) {
    form.dataset['symbols'] = JSON.stringify(known.labels.filter((_, i) => i !== known.bos));
    form.dataset['first'] = facts['data.first'] ?? '';
    const input = form.querySelector('input');
    if (lens === null && input && document.activeElement !== input)
      input.value = facts['lens.name'] ?? '';
  }
}

provideTextsTo(engine.client);
const ready = startRecipe().then(() => {
  refreshFacts();
  engine.subscribe(refreshFacts);
  engine.onRestart(() => notify({ code: 'worker', values: {} }));
  readerStore.subscribe(refreshFacts);
});

export async function wake(element: HTMLElement): Promise<void> {
  const { figure: name = '', section = null, number = '' } = element.dataset;
  const [{ default: Figure }] = await Promise.all([FIGURES[name](), ready]);
  hydrateRoot(
    element,
    <PageContext value={page}>
      <IslandContext value={{ name, section, number }}>
        <Figure />
      </IslandContext>
    </PageContext>,
    { identifierPrefix: name },
  );
}
