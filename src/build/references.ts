/** The bibliography: one CSL-JSON file, formatted at build. `virtual:references` is the result. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-csl';
import type { Plugin } from 'vite';

export interface Reference {
  readonly id: string;
  /** The entry as HTML, without its number or link. */
  readonly html: string;
  /** Author and year, short: “Markov 1913”. */
  readonly short: string;
  readonly title: string;
  readonly url: string | null;
}

interface CslItem {
  id: string;
  title?: string;
  URL?: string;
  DOI?: string;
  author?: { family?: string; literal?: string }[];
  issued?: { 'date-parts': (number | string)[][] };
}

const ID = 'virtual:references';

function shortName({ author = [], issued, title = '' }: CslItem): string {
  const names = author.map((a) => a.family ?? a.literal ?? '');
  const who = names.length > 2 ? `${names[0]} et al.` : names.join(' & ') || title;
  const year = issued?.['date-parts'][0]?.[0];
  return year === undefined ? who : `${who} ${year}`;
}

export function formatReferences(items: CslItem[]): Record<string, Reference> {
  return Object.fromEntries(
    items.map((item) => {
      // The link stands beside the entry, so the entry itself carries none.
      const { URL: url, DOI: doi, ...rest } = item;
      const html = new Cite(rest).format('bibliography', {
        format: 'html',
        template: 'apa',
        lang: 'en-US',
      }) as string;
      const inner = html
        .replace(/^[\s\S]*?class="csl-entry"[^>]*>/, '')
        .replace(/<\/div>\s*<\/div>\s*$/, '')
        .trim();
      const link = doi ? `https://doi.org/${doi}` : (url ?? null);
      return [
        item.id,
        { id: item.id, html: inner, short: shortName(item), title: item.title ?? '', url: link },
      ];
    }),
  );
}

export function referencesPlugin(root: string): Plugin {
  const file = resolve(root, 'content/references.json');
  return {
    name: 'references',
    resolveId: (id) => (id === ID ? `\0${ID}` : null),
    load(id) {
      if (id !== `\0${ID}`) return null;
      this.addWatchFile(file);
      const items = JSON.parse(readFileSync(file, 'utf8')) as CslItem[];
      return `export const references = ${JSON.stringify(formatReferences(items))};`;
    },
  };
}
