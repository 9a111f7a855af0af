import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { request, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashFiles } from '../../../src/cli/build-stamp.ts';
import { find, serveFolder } from '../../../src/cli/static-server.ts';
import { playwrightCounts, vitestCounts } from '../../../src/cli/test-counts.ts';

const folder = mkdtempSync(join(tmpdir(), 'serving-'));
const FILES = {
  'index.html': '<h1>home</h1>',
  'step/0/index.html': '<h1>step</h1>',
  '404.html': '<h1>lost</h1>',
  'assets/a b.js': 'x',
  'assets/f.woff2': 'font',
};

function write(files: Record<string, string>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}

beforeAll(() => write(FILES));
afterAll(() => rmSync(folder, { recursive: true }));

describe('an address', () => {
  it.each([
    ['/x/', { kind: 'file', path: join(folder, 'index.html') }],
    ['/x/step/0/', { kind: 'file', path: join(folder, 'step/0/index.html') }],
    ['/x/assets/a%20b.js', { kind: 'file', path: join(folder, 'assets/a b.js') }],
    ['/x/step/0', { kind: 'redirect', to: '/x/step/0/' }],
    ['/x', { kind: 'redirect', to: '/x/' }],
    ['/', { kind: 'redirect', to: '/x/' }],
    ['/x/step/', { kind: 'missing' }],
    ['/x/none', { kind: 'missing' }],
    ['/other/', { kind: 'missing' }],
    ['/x/..%2f..%2f..%2fetc%2fpasswd', { kind: 'missing' }],
    ['/x/%', { kind: 'missing' }],
    ['/x/index.html%00', { kind: 'file', path: join(folder, 'index.html') }],
  ])('%s leads to %o', (path, found) => {
    expect(find(folder, '/x/', path)).toEqual(found);
  });
});

describe('the server', () => {
  const get = (url: string, headers = {}) =>
    new Promise<{ response: IncomingMessage; body: Buffer }>((done, fail) => {
      request(url, { headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => done({ response, body: Buffer.concat(chunks) }));
      })
        .on('error', fail)
        .end();
    });

  it('compresses text, keeps fonts as they are, and answers 404 with the page for it', async () => {
    const options = { folder, base: '/x/', host: '127.0.0.1', port: 0, strict: true };
    const { server, url } = await serveFolder(options);
    const page = await get(url, { 'accept-encoding': 'gzip' });
    expect(page.response.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(page.body).toString()).toBe('<h1>home</h1>');
    expect((await get(url)).body.toString()).toBe('<h1>home</h1>');
    const font = await get(`${url}assets/f.woff2`, { 'accept-encoding': 'gzip' });
    expect(font.response.headers).toMatchObject({ 'content-type': 'font/woff2' });
    expect(font.body.toString()).toBe('font');
    const lost = await get(`${url}none`);
    expect(lost.response.statusCode).toBe(404);
    expect(lost.body.toString()).toBe('<h1>lost</h1>');
    server.close();
  });

  it('takes the next port when its own is taken, unless it must not', async () => {
    const options = { folder, base: '/', host: '127.0.0.1', strict: false };
    const first = await serveFolder({ ...options, port: 0 });
    const port = Number(new URL(first.url).port);
    const second = await serveFolder({ ...options, port });
    expect(Number(new URL(second.url).port)).toBeGreaterThan(port);
    await expect(serveFolder({ ...options, port, strict: true })).rejects.toThrow('EADDRINUSE');
    first.server.close();
    second.server.close();
  });
});

describe('the stamp of a build', () => {
  it('changes with content and with names, and with nothing else', () => {
    const before = hashFiles(folder, ['step', 'index.html', 'absent']);
    expect(hashFiles(folder, ['step', 'index.html', 'absent'])).toBe(before);
    write({ 'step/0/index.html': '<h1>Step</h1>' });
    const changed = hashFiles(folder, ['step', 'index.html', 'absent']);
    expect(changed).not.toBe(before);
    write({ 'step/0/index.html': '<h1>step</h1>', 'step/new': '' });
    expect(hashFiles(folder, ['step', 'index.html', 'absent'])).not.toBe(before);
  });
});

describe('counting tests', () => {
  it('counts a file that does not load as one failure', () => {
    const testResults = [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{ status: 'failed' }] },
      { status: 'passed', assertionResults: [{ status: 'passed' }] },
    ];
    const report = { numPassedTests: 1, numFailedTests: 1, testResults };
    expect(vitestCounts(report)).toEqual({ passed: 1, failed: 2 });
  });

  it('counts what passed at the second try, and says so', () => {
    const stats = { expected: 5, unexpected: 1, flaky: 2, skipped: 3 };
    expect(playwrightCounts({ stats, errors: [{}] })).toEqual({ passed: 7, failed: 2, flaky: 2 });
  });
});
