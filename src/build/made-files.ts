/** Files of the site that the build makes: in `dist/`, and served in development as well. */
import type { Plugin } from 'vite';

/**
 * Puts files beside the pages.
 * @param files path under the site's root → what makes its text
 */
export function madeFilesPlugin(
  name: string,
  files: Readonly<Record<string, () => Promise<string>>>,
): Plugin {
  return {
    name,
    applyToEnvironment: (environment) => environment.name === 'client',
    async generateBundle() {
      for (const [fileName, make] of Object.entries(files)) {
        this.emitFile({ type: 'asset', fileName, source: await make() });
      }
    },
    configureServer({ config, middlewares }) {
      middlewares.use((request, response, next) => {
        const { pathname } = new URL(request.url ?? '/', 'http://localhost');
        const make = pathname.startsWith(config.base) && files[pathname.slice(config.base.length)];
        if (!make) return next();
        make().then((text) => {
          response.setHeader('Content-Type', 'text/plain; charset=utf-8');
          response.end(text);
        }, next);
      });
    },
  };
}
