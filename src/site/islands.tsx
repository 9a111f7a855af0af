/** Wakes figures: one React root each, one module graph, one engine for the page. */
import { Component, type ReactNode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { dataKey, DEFAULT_DATA, type Recipe } from '../engine/recipe.ts';
import { makeClientSource } from '../reader/client-source.ts';
import { unpack } from '../reader/codec.ts';
import { questionKey } from '../reader/engine-source.ts';
import { notify } from '../reader/notices.ts';
import { makeMessages } from '../reader/messages.tsx';
import { pageFacts, pageQuestions } from '../reader/page-facts.ts';
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
import { ROOMS, type Figures, type Room } from './figures.ts';
import { EnginePool, poolSize } from '../worker/pool.ts';
import EngineWorker from '../worker/worker.ts?worker';

/** What the build wrote down for a page's figures. */
export interface PageData {
  readonly locale: string;
  readonly base: string;
  readonly recipe: Recipe;
  readonly notices: MessageTree;
  readonly messages: Readonly<Record<string, MessageTree>>;
  readonly seed: Readonly<Record<string, string>>;
}

/** What the page says already: looking a fact up in a long page takes time. */
const published = new Map<string, string>();

function publish(facts: Readonly<Record<string, string>>): void {
  for (const [key, value] of Object.entries(facts)) {
    if (published.get(key) === value) continue;
    published.set(key, value);
    for (const element of document.querySelectorAll<HTMLElement>(
      `[data-fact="${CSS.escape(key)}"]`,
    )) {
      if (element.textContent !== value) element.textContent = value;
    }
  }
}

/** A figure that fails says so in its place; the rest of the page goes on. */
class Guard extends Component<
  { page: PageContextValue; children: ReactNode },
  { failure: string | null }
> {
  override state = { failure: null };
  static getDerivedStateFromError(error: unknown): { failure: string } {
    return { failure: error instanceof Error ? error.message : String(error) };
  }
  override render(): ReactNode {
    const { failure } = this.state;
    if (failure === null) return this.props.children;
    const { page } = this.props;
    const words = makeMessages(page.messages('site', 'figure'), page.locale);
    return (
      <p className="fig-say fig-fault" role="alert">
        {words.text('fault.failed', { detail: failure })}
      </p>
    );
  }
}

/** Brings a page's figures to life; the returned function wakes one of them. */
export function startPage(data: PageData): (element: HTMLElement) => Promise<void> {
  const site = new URL(data.base, location.href).href;
  const engine = makeClientSource(
    Object.fromEntries(Object.entries(data.seed).map(([key, text]) => [key, unpack(text)])),
    (onRestart) =>
      new EnginePool(
        () => new EngineWorker({ name: site }),
        onRestart,
        poolSize(navigator.hardwareConcurrency),
      ),
  );

  startNotices(data.notices, data.locale);

  const page: PageContextValue = {
    locale: data.locale,
    base: data.base,
    engine,
    recipe: data.recipe,
    messages(group, name) {
      const tree = data.messages[`${group} ${name}`];
      if (!tree) throw new Error(`The page has no messages “${group} ${name}”.`);
      return tree;
    },
    publish,
  };

  let factsFrom: readonly unknown[] = [];

  // Page-wide numbers follow the reader's data set, seed and name. The engine answers many times a
  // second while a run is watched; only what the page's own numbers come from matters here.
  function refreshFacts(): void {
    const { recipe, lens } = readerStore.getState();
    const from = [
      recipe,
      lens,
      ...pageQuestions(recipe).map(([op, input]) => engine.read(questionKey(op, input))),
    ];
    if (from.every((part, i) => part !== undefined && part === factsFrom[i])) return;
    factsFrom = from;
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
    const other = dataKey(recipe.data) !== dataKey(DEFAULT_DATA);
    document.documentElement.dataset['list'] = other ? 'other' : 'default';
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
  const ready = startRecipe(site, data.recipe).then(() => {
    refreshFacts();
    engine.subscribe(refreshFacts);
    engine.onRestart(() => notify({ code: 'worker', values: {} }));
    readerStore.subscribe(refreshFacts);
  });

  return async function wake(element) {
    const { figure: name = '', room, section = null, number = '' } = element.dataset;
    const { figures }: { figures: Figures } = await ROOMS[room as Room]();
    const [{ default: Figure }] = await Promise.all([figures[name](), ready]);
    hydrateRoot(
      element,
      <PageContext value={page}>
        <IslandContext value={{ name, section, number }}>
          <Guard page={page}>
            <Figure />
          </Guard>
        </IslandContext>
      </PageContext>,
      { identifierPrefix: name },
    );
  };
}
