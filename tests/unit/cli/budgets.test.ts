import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { checkBudgets } from '../../../src/cli/budgets.ts';
import {
  closure,
  figureKey,
  isForeign,
  loadedFor,
  readPage,
  workersIn,
} from '../../../src/cli/page-weight.ts';

const MANIFEST = {
  'src/site/client.ts': {
    file: 'assets/client.js',
    imports: ['_base.js'],
    dynamicImports: ['src/site/islands.tsx'],
  },
  '_base.js': { file: 'assets/base.js' },
  'src/site/islands.tsx': {
    file: 'assets/islands.js',
    imports: ['_react.js', '_base.js'],
    dynamicImports: ['src/figures/step0/table.tsx', 'src/figures/step0/row.tsx'],
  },
  '_react.js': { file: 'assets/react.js' },
  'src/figures/step0/table.tsx': { file: 'assets/table.js', imports: ['_react.js', '_charts.js'] },
  'src/figures/step0/row.tsx': { file: 'assets/row.js' },
  '_charts.js': { file: 'assets/charts.js' },
};

describe('reading a page', () => {
  it('tells what loads from what is only linked to', () => {
    const page = readPage(`<html><head>
      <script type="module" src="/x/a.js"></script><script>const t = 1 < 2;</script>
      <script type="application/json">{"a":"<img src='no.png'>"}</script>
      <link rel="modulepreload" href="/x/b.js"><link rel="stylesheet" href="/x/c.css">
      <link rel="preload" as="font" href="/x/f.woff2" crossorigin><link rel="icon" href="/x/i.svg">
      <link rel="canonical" href="https://example.org/"><meta property="og:image" content="//e/p">
      </head><body><h1 id="top">A &amp; B</h1><a href='/x/d/?q=1&amp;r#top'>d</a>
      <img srcset="/x/1.png 1x, /x/2.png 2x" src=/x/1.png><div data-figure="table"></div></body>`);
    expect(page).toEqual({
      scripts: ['/x/a.js', '/x/b.js'],
      inlineScripts: ['const t = 1 < 2;'],
      styles: ['/x/c.css'],
      preloadedFonts: ['/x/f.woff2'],
      others: ['/x/i.svg', '/x/1.png', '/x/1.png', '/x/2.png'],
      links: ['/x/d/?q=1&r#top'],
      ids: ['top'],
      figures: ['table'],
    });
  });

  it('knows another host by its address', () => {
    expect(['https://a.org/x.js', '//a.org/x.js', 'HTTP://a'].every(isForeign)).toBe(true);
    expect(['/x.js', 'x.js', 'data:,', '#a'].some(isForeign)).toBe(false);
  });
});

describe('what loads', () => {
  it('with a script is its static imports, however deep', () => {
    expect([...closure(MANIFEST, 'src/site/client.ts')]).toEqual([
      'src/site/client.ts',
      '_base.js',
    ]);
  });

  it('for a figure is every script on the way to it, and no other figure', () => {
    const key = figureKey(MANIFEST, 'table');
    expect(key).toBe('src/figures/step0/table.tsx');
    expect([...(loadedFor(MANIFEST, 'src/site/client.ts', key ?? '') ?? [])].sort()).toEqual([
      '_base.js',
      '_charts.js',
      '_react.js',
      'src/figures/step0/table.tsx',
      'src/site/client.ts',
      'src/site/islands.tsx',
    ]);
  });

  it('is nothing for a figure that no script leads to', () => {
    expect(figureKey(MANIFEST, 'heat')).toBeUndefined();
    expect(loadedFor(MANIFEST, '_react.js', 'src/figures/step0/row.tsx')).toBeNull();
  });

  it('includes the workers a script starts', () => {
    const script = 'new Worker(new URL("/x/assets/worker-B1_z.js", import.meta.url))';
    expect(workersIn(script)).toEqual(['worker-B1_z.js']);
  });
});

describe('the budgets of a built site', () => {
  const folders: string[] = [];
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
    vi.restoreAllMocks();
  });

  function build(files: Record<string, string>): string {
    vi.spyOn(console, 'log').mockReturnValue();
    const folder = mkdtempSync(join(tmpdir(), 'budgets-'));
    folders.push(folder);
    const chunks = Object.values(MANIFEST).map(({ file }) => [file, `// ${file}`]);
    const all = { '.vite/manifest.json': JSON.stringify(MANIFEST), ...Object.fromEntries(chunks) };
    for (const [name, content] of Object.entries({ ...all, ...files })) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content as string);
    }
    return folder;
  }

  const page = (body: string) =>
    `<script type="module" src="/x/assets/client.js"></script><body>${body}`;
  /** Text that gzip can't make smaller than half: hexadecimal digits in no order. */
  const noise = (length: number) => {
    let text = '';
    for (let i = 0; text.length < length; i++)
      text += createHash('sha256').update(`${i}`).digest('hex');
    return text;
  };

  it('are met by small pages that lead somewhere', () => {
    const folder = build({
      'index.html': page('<a href="/x/step/0/#here">step</a><div data-figure="table"></div>'),
      'step/0/index.html': page('<h2 id="here">Here</h2><a href="../../">home</a>'),
    });
    expect(checkBudgets(folder, '/x/')).toEqual({ passed: 3, failed: 0 });
  });

  it.each([
    ['a link to nowhere', { 'index.html': page('<a href="/x/none/">n</a>') }],
    ['a link to no such place', { 'index.html': page('<a href="#none">n</a>') }],
    [
      'a script of another host',
      { 'index.html': page('<script src="https://e.org/a.js"></script>') },
    ],
    ['a figure without a script', { 'index.html': page('<div data-figure="heat"></div>') }],
    ['a heavy page', { 'index.html': page(noise(400_000)) }],
    ['a heavy first script', { 'index.html': page(''), 'assets/base.js': noise(40_000) }],
    [
      'a heavy figure',
      { 'index.html': page('<div data-figure="table"></div>'), 'assets/charts.js': noise(400_000) },
    ],
    ['a foreign style sheet', { 'index.html': '', 'a.css': '@import "https://e.org/a.css";' }],
  ])('are broken by %s', (_, files) => {
    expect(checkBudgets(build(files), '/x/')).toEqual({ passed: 1, failed: 1 });
  });
});
