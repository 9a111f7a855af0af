/** Builds the site when its sources have changed, and serves it. */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isFresh, writeStamp } from './build-stamp.ts';
import { npm, root, seconds, status } from './prepare.mjs';
import { serveFolder } from './static-server.ts';

/** The sub-path of the site: `BASE` of the environment, with a slash at either end. */
export function baseFromEnvironment(fallback = '/'): string {
  return `/${process.env['BASE'] ?? fallback}/`.replace(/\/+/g, '/');
}

/** Builds if needed. False, with the build's own words printed, when it fails. */
export async function ensureBuilt(base: string, force = false): Promise<boolean> {
  if (!force && isFresh(root, base)) return true;
  const start = Date.now();
  const end = status(`Building the site for ${base}`);
  const { code, output } = await npm(['run', '--silent', 'build'], {
    quiet: true,
    env: { BASE: base },
  });
  if (code !== 0) {
    end('The build failed:');
    console.error(output);
    return false;
  }
  writeStamp(root, base);
  end(`Built the site in ${seconds(start)}.`);
  return true;
}

/** Serves `dist/` on this machine only, on a free port. */
export async function serveDist(base: string): Promise<{ url: string; close: () => void }> {
  const { server, url } = await serveFolder({
    folder: resolve(root, 'dist'),
    base,
    host: '127.0.0.1',
    port: 0,
    strict: false,
  });
  return { url, close: () => server.close() };
}

const USAGE = 'Usage: npm start -- [--port N] [--host ADDRESS]';

function readOptions(argv: string[]) {
  try {
    const { values } = parseArgs({
      args: argv,
      options: { port: { type: 'string' }, host: { type: 'string', default: '127.0.0.1' } },
    });
    const port = Number(values.port ?? 4173);
    if (!Number.isInteger(port) || port < 0 || port > 65535) {
      throw new Error(`--port takes a number from 0 to 65535, not '${values.port}'`);
    }
    return { port, host: values.host, strict: values.port !== undefined };
  } catch (error) {
    console.error(`${(error as Error).message}\n${USAGE}`);
    process.exit(2);
  }
}

export async function main(argv: string[]): Promise<void> {
  const options = readOptions(argv);
  const base = baseFromEnvironment();
  if (!(await ensureBuilt(base))) process.exit(1);
  const served = await serveFolder({ folder: resolve(root, 'dist'), base, ...options }).catch(
    (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      console.error(taken ? `Port ${options.port} is taken; try another.` : error.message);
      process.exit(1);
    },
  );
  console.log(`MicroGPT Visualized is at ${served.url}  (Ctrl-C ends it)`);
  const end = () => {
    served.server.closeAllConnections();
    served.server.close(() => process.exit(0));
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.slice(2));
