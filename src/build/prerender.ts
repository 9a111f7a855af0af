/**
 * Pages are written at build: first the browser's code, then the server's, then every page as
 * static HTML with its figures in their end state. In development the same HTML is made on request.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Manifest, Plugin, RunnableDevEnvironment, ViteDevServer } from 'vite';

/** What the page renderer needs from the build. */
export interface RenderContext {
  readonly base: string;
  /** Origin for absolute links (sitemap, social image), or null when not known. */
  readonly origin: string | null;
  /** The text of a file under public/. */
  readonly readPublic: (path: string) => Uint8Array;
  /** Tags for the browser's code and styles. */
  readonly assets: PageAssets;
  /** What the engine has answered so far, by question: pages ask much the same. */
  readonly answers: Map<string, string>;
}

export interface PageAssets {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
  /** Of equations, for the pages that have some. */
  readonly mathStyles: readonly string[];
  /** Of the figures of a room, by its place under src/figures/, for the pages that show some. */
  readonly roomStyles: Readonly<Record<string, readonly string[]>>;
  /** Fonts to fetch before first paint. */
  readonly fonts: readonly string[];
}

export interface RenderedPage {
  /** Path under the base, such as `step/0/index.html`. */
  readonly file: string;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** Path the site is served under, for the page's script. */
  readonly base: string;
  readonly head: string;
  readonly body: string;
  /** What its figures need in the browser, as JSON. */
  readonly data: string;
}

/** The module `src/site/entry-server.tsx`, as the build calls it. */
export interface ServerEntry {
  /** Every page of the site, as URL paths under the base: ``, `step/0/` … */
  paths(): string[];
  render(path: string, context: RenderContext): Promise<RenderedPage | null>;
  /** Other files: sitemap, robots, manifest. */
  files(context: RenderContext): Promise<{ file: string; content: string | Uint8Array }[]>;
}

const SERVER_ENTRY = 'src/site/entry-server.tsx';
const CLIENT_ENTRY = 'src/site/client.ts';
const MATH_ENTRY = 'src/site/math.ts';
const FIGURES = 'src/figures';
const SERVER_OUT = '.cache/server';
/** Fonts that the first paint needs, by the start of their file names; the rest has stand-ins. */
const FIRST_FONTS = ['newsreader-roman'];

/** What nearly every figure needs: its frame, the story it stands in, the basics of charts. */
const KIT = new RegExp(
  '/src/(figures/(frame|live|text-scale|switch|predict)' +
    '|reader/(story|links|facts|engine|reader|near|messages|icu|page|engine-source)' +
    '|charts/(color|text|format|Frame|ListCursor|table/DataTable|hooks/(roving|useTheme|useMedia|useSize)))' +
    '[.]tsx?$',
);

/** Under all that is drawn: in a chunk of its own, so that no two chunks need each other. */
const REACT = /\/node_modules\/react\//;

/** Elementary functions, which come together. */
const MATH = /\/src\/engine\/(math\/(exp|log|bits)|vector)[.]ts$/;

/** `dataHref`: where the page's data lies; without one they are written into the page. */
export function fillTemplate(template: string, page: RenderedPage, dataHref?: string): string {
  const { lang, dir, base, head, data } = page;
  const holder =
    dataHref === undefined ? `>${data.replaceAll('<', '\\u003c')}` : ` data-href="${dataHref}">`;
  const body = `${page.body}<script type="application/json" id="page-data"${holder}</script>`;
  const parts: Record<string, string> = { lang, dir, base, head, body };
  return template.replace(/%(lang|dir|base|head|body)%/g, (_, name: string) => parts[name]);
}

/** Where the rooms of figures have their styles, by room: `src/figures/step0/step0.css`. */
function roomSheets(root: string): Record<string, string> {
  const found = readdirSync(resolve(root, FIGURES), { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => basename(dirname(name)) === basename(name, '.css'));
  return Object.fromEntries(found.map((name) => [basename(name, '.css'), `${FIGURES}/${name}`]));
}

function assetsFrom(manifest: Manifest, base: string, rooms: Record<string, string>): PageAssets {
  const client = manifest[CLIENT_ENTRY];
  const fonts = Object.values(manifest).flatMap(({ file, assets = [] }) => [file, ...assets]);
  return {
    scripts: [base + client.file],
    styles: (client.css ?? []).map((file) => base + file),
    mathStyles: (manifest[MATH_ENTRY].css ?? []).map((file) => base + file),
    roomStyles: Object.fromEntries(
      Object.entries(rooms).map(([room, sheet]) => [room, [base + manifest[sheet].file]]),
    ),
    fonts: [...new Set(fonts)]
      .filter(
        (file) => file.endsWith('.woff2') && FIRST_FONTS.some((name) => file.includes(`/${name}`)),
      )
      .map((file) => base + file),
  };
}

export function prerenderPlugin(root: string, origin: string | null): Plugin {
  let base = '/';
  /** In development: something of the pages has changed since the last was rendered. */
  let stale = false;
  let rendering: Promise<unknown> = Promise.resolve();
  const answers = new Map<string, string>();
  const template = () => readFileSync(resolve(root, 'index.html'), 'utf8');
  const readPublic = (path: string) => readFileSync(resolve(root, 'public', path));

  return {
    name: 'prerender',
    config: () => ({
      builder: {},
      environments: {
        client: {
          build: {
            outDir: 'dist',
            manifest: true,
            modulePreload: {
              // A room lists its figures only: what each imports follows from the figure itself, and
              // naming all of it again would weigh more on a page than the round trip it saves.
              resolveDependencies: (file: string, needed: string[]) =>
                /\/(client|islands)-/.test(file) ? needed : [],
            },
            rollupOptions: {
              input: [CLIENT_ENTRY, MATH_ENTRY, ...Object.values(roomSheets(root))].map((file) =>
                resolve(root, file),
              ),
              // Small things that nearly every figure needs weigh less as one file.
              output: {
                advancedChunks: {
                  includeDependenciesRecursively: false,
                  groups: [
                    { name: 'react', test: REACT },
                    { name: 'kit', test: KIT },
                    { name: 'math', test: MATH },
                  ],
                },
              },
            },
          },
        },
        ssr: {
          build: {
            outDir: SERVER_OUT,
            emptyOutDir: true,
            copyPublicDir: false,
            rollupOptions: { input: resolve(root, SERVER_ENTRY) },
          },
        },
      },
    }),
    configResolved(config) {
      base = config.base;
    },
    async buildApp(builder) {
      await builder.build(builder.environments['client']);
      await builder.build(builder.environments['ssr']);
      const entry = resolve(root, SERVER_OUT, 'entry-server.js');
      const server = (await import(pathToFileURL(entry).href)) as ServerEntry;
      const manifest = JSON.parse(
        readFileSync(resolve(root, 'dist/.vite/manifest.json'), 'utf8'),
      ) as Manifest;
      const assets = assetsFrom(manifest, base, roomSheets(root));
      const context = { base, origin, readPublic, assets, answers };
      const write = (file: string, content: string | Uint8Array): void => {
        const path = resolve(root, 'dist', file);
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, content);
      };
      for (const path of server.paths()) {
        const page = await server.render(path, context);
        if (!page) continue;
        // Named by its content: a page and its data are always of the same build.
        const hash = createHash('sha256').update(page.data).digest('hex').slice(0, 8);
        const data = `assets/page-${hash}.json`;
        write(data, page.data);
        write(page.file, fillTemplate(template(), page, base + data));
      }
      for (const { file, content } of await server.files(context)) write(file, content);
      builder.config.logger.info(`wrote ${server.paths().length} pages`);
    },
    configureServer(server) {
      return () => {
        server.middlewares.use((request, response, next) => {
          const path = new URL(request.originalUrl ?? '/', 'http://localhost').pathname;
          if (request.method !== 'GET' || !/(\/|\.html)$/.test(path)) return next();
          // One at a time: two renderings must not load the same modules side by side.
          rendering = rendering
            .then(() => developmentPage(server, path))
            .then(({ html, status }) => {
              response.statusCode = status;
              response.setHeader('Content-Type', 'text/html');
              response.end(html);
            }, next);
        });
      };
    },
    hotUpdate: {
      order: 'post',
      handler({ file }) {
        // A page is rendered anew, from all its modules, once anything of it has changed.
        if (this.environment.name === 'ssr') {
          stale = true;
          // Prose and pictures change no answer of the engine.
          if (/\/(public|src\/(engine|worker|reader|site))\//.test(file)) answers.clear();
          return [];
        }
        const inPage = /\/(content|src\/(engine|worker|site|build))\//.test(file);
        if (!inPage || file.endsWith('.css')) return undefined;
        this.environment.hot.send({ type: 'full-reload' });
        return [];
      },
    },
  };

  async function developmentPage(
    server: ViteDevServer,
    path: string,
  ): Promise<{ html: string; status: number }> {
    const { runner, moduleGraph } = server.environments.ssr as RunnableDevEnvironment;
    if (stale) {
      stale = false;
      moduleGraph.invalidateAll();
      runner.clearCache();
    }
    const entry = (await runner.import(`/${SERVER_ENTRY}`)) as ServerEntry;
    const context: RenderContext = {
      base,
      origin,
      readPublic,
      assets: {
        scripts: [`${base}${CLIENT_ENTRY}`],
        styles: [`${base}src/site/styles/index.css?direct`],
        mathStyles: [`${base}node_modules/katex/dist/katex.css?direct`],
        roomStyles: Object.fromEntries(
          Object.entries(roomSheets(root)).map(([room, sheet]) => [
            room,
            [`${base}${sheet}?direct`],
          ]),
        ),
        fonts: [],
      },
      answers,
    };
    const inside = path.startsWith(base) ? path.slice(base.length) : path.slice(1);
    const page = await entry.render(inside.replace(/index\.html$/, ''), context);
    const shown = page ?? (await entry.render('404.html', context));
    if (!shown) return { html: '', status: 404 };
    return {
      html: await server.transformIndexHtml(path, fillTemplate(template(), shown)),
      status: page ? 200 : 404,
    };
  }
}
