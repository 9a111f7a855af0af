/** Writes the site's pages: `src/build/prerender.ts` calls this at build and in development. */
import { renderToStaticMarkup } from 'react-dom/server';
import type { RenderContext, RenderedPage } from '../build/prerender.ts';
import { DEFAULT_RECIPE, type Model } from '../engine/recipe.ts';
import { Workspace } from '../worker/workspace.ts';
import { DEFAULT_LOCALE, contentOf, ideaPagesOf, stepsOf, type Frontmatter } from './content.ts';
import { dataOf, pageFacts } from './facts.ts';
import { loadAllFigures } from './figures.ts';
import { MDX_COMPONENTS } from './mdx/components.ts';
import { Home } from './pages/home.tsx';
import { headOf } from './pages/head.tsx';
import { ServerPage, ServerPageProvider } from './server-page.tsx';
import { makeServerSource } from './server-source.ts';
import { Page, type Neighbour } from './shell/Page.tsx';

interface Route {
  readonly path: string;
  /** Content file under content/<locale>/. */
  readonly file: string;
  readonly kind: 'home' | 'step' | 'idea' | 'text';
  /** Before the numbers of its figures. */
  readonly prefix: string;
}

function routes(locale: string): Route[] {
  return [
    { path: '', file: 'home', kind: 'home', prefix: 'H' },
    ...stepsOf(locale).map(({ path, file, matter }) => ({
      path,
      file,
      kind: 'step' as const,
      prefix: String(matter.number),
    })),
    { path: 'history/', file: 'history', kind: 'text', prefix: 'T' },
    ...ideaPagesOf(locale).map(({ path, file, matter }) => ({
      path,
      file,
      kind: 'idea' as const,
      prefix: matter.title.charAt(0),
    })),
    { path: 'bibliography/', file: 'bibliography', kind: 'text', prefix: 'B' },
    { path: 'glossary/', file: 'glossary', kind: 'text', prefix: 'G' },
    { path: 'about/', file: 'about', kind: 'text', prefix: 'A' },
    { path: '404.html', file: 'not-found', kind: 'text', prefix: 'N' },
  ];
}

export const paths = (): string[] => routes(DEFAULT_LOCALE).map(({ path }) => path);

/** Data sets are read once for all pages. */
const workspace = new Workspace();

function matterOf(file: string): Frontmatter {
  const found = contentOf(DEFAULT_LOCALE, file);
  if (!found) throw new Error(`There is no content/${DEFAULT_LOCALE}/${file}.mdx`);
  return found.frontmatter;
}

/** Previous and next: the reading order is home, the steps, the timeline, its ideas. */
function neighbours(path: string): { previous?: Neighbour; next?: Neighbour } {
  const order = routes(DEFAULT_LOCALE).filter(
    ({ kind, file }) => kind !== 'text' || file === 'history',
  );
  const i = order.findIndex((route) => route.path === path);
  if (i < 0) return {};
  const as = (route: Route | undefined): Neighbour | undefined => {
    if (!route) return undefined;
    const { title, number } = matterOf(route.file);
    return { path: route.path, title: number === undefined ? title : `${number} · ${title}` };
  };
  return { previous: as(order[i - 1]), next: as(order[i + 1]) };
}

export async function render(path: string, context: RenderContext): Promise<RenderedPage | null> {
  const route = routes(DEFAULT_LOCALE).find((one) => one.path === path);
  if (!route) return null;
  const locale = DEFAULT_LOCALE;
  const module = contentOf(locale, route.file);
  if (!module) throw new Error(`There is no content/${locale}/${route.file}.mdx`);
  const { default: Content, frontmatter } = module;
  const source = () => makeServerSource(workspace, context.readPublic, context.answers);
  const engine = source();
  const recipe = { ...DEFAULT_RECIPE, model: (frontmatter.number ?? 0) as Model };
  const page = new ServerPage({
    locale,
    base: context.base,
    path,
    prefix: route.prefix,
    engine,
    recipe,
    figures: await loadAllFigures(),
  });
  for (const [key, value] of Object.entries(pageFacts(source(), recipe, locale)))
    page.facts.set(key, value);

  const { labels, bos } = dataOf(source());
  page.symbols = labels.filter((_, token) => token !== bos);

  const lit = () =>
    [...page.sections.values()][0]?.ideas ?? (frontmatter.id ? [frontmatter.id] : []);
  const whole = () =>
    renderToStaticMarkup(
      <ServerPageProvider value={page}>
        <Page
          kind={route.kind}
          contents={
            route.kind === 'step'
              ? page.words('site', 'page').text('step', { number: frontmatter.number ?? 0 })
              : undefined
          }
          lit={lit()}
          {...(route.kind === 'step' || route.kind === 'idea' ? neighbours(path) : {})}
        >
          {route.kind === 'home' ? (
            <Home />
          ) : (
            <article>
              <header className="opening">
                {route.kind === 'idea' && <p className="dates">{frontmatter.years}</p>}
                {route.kind === 'step' && (
                  <p className="dates">
                    {page.words('site', 'page').text('step', { number: frontmatter.number ?? 0 })}
                  </p>
                )}
                <h1>{frontmatter.title}</h1>
              </header>
              <Content components={MDX_COMPONENTS} />
            </article>
          )}
        </Page>
      </ServerPageProvider>,
    );
  // Once to learn what the figures say and which sections there are, once to write it down.
  whole();
  page.missing.clear();
  const body = whole();
  if (page.missing.size > 0 && !import.meta.env.DEV) {
    throw new Error(
      `/${path} quotes facts that nothing publishes: ${[...page.missing].join(', ')}`,
    );
  }
  const data = JSON.stringify(page.data());
  const siteTitle = page.words('site', 'page').text('title');
  return {
    file: path.endsWith('.html') ? path : `${path}index.html`,
    lang: locale,
    dir: 'ltr',
    base: context.base,
    head: headOf({
      title: frontmatter.title,
      siteTitle,
      description: frontmatter.description,
      path,
      base: context.base,
      origin: context.origin,
      assets: context.assets,
      equations: page.hasEquations,
      rooms: page.rooms,
      hidden: path === '404.html',
      cited: page.cited,
      locale,
    }),
    body,
    data,
  };
}

export async function files(context: RenderContext): Promise<{ file: string; content: string }[]> {
  const site = (context.origin ?? '') + context.base;
  const shown = paths().filter((path) => path !== '404.html');
  const urls = shown.map((path) => `  <url><loc>${site}${path}</loc></url>`).join('\n');
  return [
    {
      file: 'sitemap.xml',
      content: `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls}\n</urlset>\n`,
    },
    {
      file: 'robots.txt',
      content: `User-agent: *\nAllow: /\n${context.origin === null ? '' : `Sitemap: ${site}sitemap.xml\n`}`,
    },
  ];
}
