import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bibtexOf, citedBy, formatReferences } from '../../../src/build/references.ts';

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

  it('says the year and, where it is not English, the language', () => {
    expect(formatted['laplace1814']).toMatchObject({ year: 1814, language: 'fr' });
    expect(formatted['kingma2014'].language).toBeUndefined();
  });

  it('is BibTeX too: every entry under its own name, in its own letters, braces in pairs', () => {
    const bibtex = bibtexOf(items as never);
    const keys = [...bibtex.matchAll(/^@\w+\{([^,]+),$/gm)].map(([, key]) => key);
    expect(keys).toEqual(items.map(({ id }) => id));
    expect(bibtex).toContain('Распространение закона больших чисел');
    expect(bibtex.split('{')).toHaveLength(bibtex.split('}').length);
  });

  it('knows what a text cites, each source once', () => {
    const text = 'So<Cite ids="kingma2014" /> and<Cite ids="adam2018, kingma2014" />.';
    expect(citedBy(text)).toEqual(['kingma2014', 'adam2018']);
  });
});
