/**
 * Serves `dist/` as a static host does: folders by their index.html, a missing page by 404.html,
 * text compressed. Used by `npm start`, the end-to-end tests, the screenshots and Lighthouse.
 */
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { gzipSync } from 'node:zlib';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

export type Found =
  { kind: 'file'; path: string } | { kind: 'redirect'; to: string } | { kind: 'missing' };

/** What a URL path under `base` stands for in `folder`. */
export function find(folder: string, base: string, urlPath: string): Found {
  if (!urlPath.startsWith(base)) {
    return urlPath === '/' || `${urlPath}/` === base
      ? { kind: 'redirect', to: base }
      : { kind: 'missing' };
  }
  const path = normalize(join(folder, decode(urlPath.slice(base.length))));
  if (path !== folder && !path.startsWith(folder + sep)) return { kind: 'missing' };
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat?.isFile()) return { kind: 'file', path };
  const index = join(path, 'index.html');
  if (!stat?.isDirectory() || !existsSync(index)) return { kind: 'missing' };
  return urlPath.endsWith('/')
    ? { kind: 'file', path: index }
    : { kind: 'redirect', to: `${urlPath}/` };
}

/** A path with broken percent signs is looked for as it stands, and not found. */
function decode(path: string): string {
  try {
    return decodeURIComponent(path).replaceAll('\0', '');
  } catch {
    return path;
  }
}

function send(request: IncomingMessage, response: ServerResponse, path: string, code: number) {
  const type = TYPES[extname(path)] ?? 'application/octet-stream';
  const headers: Record<string, string> = {
    'Content-Type': type,
    'Cache-Control': /[/\\]assets[/\\]/.test(path) ? 'max-age=31536000, immutable' : 'no-cache',
  };
  const zip =
    /text|json|xml|svg/.test(type) && /\bgzip\b/.test(`${request.headers['accept-encoding']}`);
  if (zip) {
    const body = gzipSync(readFileSync(path));
    headers['Content-Encoding'] = 'gzip';
    headers['Vary'] = 'Accept-Encoding';
    response.writeHead(code, { ...headers, 'Content-Length': body.length });
    response.end(request.method === 'HEAD' ? undefined : body);
    return;
  }
  response.writeHead(code, { ...headers, 'Content-Length': statSync(path).size });
  if (request.method === 'HEAD') response.end();
  else createReadStream(path).pipe(response);
}

function answer(folder: string, base: string): Parameters<typeof createServer>[1] {
  return (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
      return;
    }
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
    const found = find(folder, base, pathname);
    const notFound = join(folder, '404.html');
    if (found.kind === 'file') send(request, response, found.path, 200);
    else if (found.kind === 'redirect') {
      response.writeHead(301, { Location: found.to + search }).end();
    } else if (existsSync(notFound)) send(request, response, notFound, 404);
    else response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found\n');
  };
}

export interface ServeOptions {
  folder: string;
  /** Begins and ends with a slash. */
  base: string;
  host: string;
  port: number;
  /** Fail when the port is taken, rather than take the next free one. */
  strict: boolean;
}

/** Resolves once it listens; `port` 0 takes any free one. */
export function serveFolder(options: ServeOptions): Promise<{ server: Server; url: string }> {
  const { folder, base, host, port, strict } = options;
  const server = createServer(answer(folder, base));
  return new Promise((done, fail) => {
    let next = port;
    server.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE' || strict || next >= port + 100) fail(error);
      else server.listen(++next, host);
    });
    server.on('listening', () => {
      const address = server.address();
      const taken = typeof address === 'object' && address ? address.port : next;
      const name = host.includes(':') ? `[${host}]` : host;
      done({ server, url: `http://${name}:${taken}${base}` });
    });
    server.listen(next, host);
  });
}
