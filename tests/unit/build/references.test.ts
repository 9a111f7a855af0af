import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatReferences } from '../../../src/build/references.ts';

const items = JSON.parse(readFileSync('content/references.json', 'utf8')) as {
  id: string;
  DOI?: string;
  URL?: string;
}[];
const formatted = formatReferences(items as never);

describe('the bibliography', () => {
  it('has one entry for every id', () => {
    expect(Object.keys(formatted)).toHaveLength(items.length);
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  });

  it('gives each a short name, a text without broken markup and a stable link where it has one', () => {
    for (const { id, DOI, URL } of items) {
      const { short, html, url } = formatted[id];
      expect(short, id).not.toBe('');
      expect(html, id).not.toMatch(/undefined|<div/);
      expect(html.length, id).toBeGreaterThan(20);
      expect(url, id).toBe(DOI ? `https://doi.org/${DOI}` : (URL ?? null));
    }
  });
});
