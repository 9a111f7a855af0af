/**
 * The bibliography: one CSL-JSON file, formatted at build. `virtual:references` is the result; the
 * file itself and the same as BibTeX stand beside the pages.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import type { Plugin } from 'vite';
import { madeFilesPlugin } from './made-files.ts';

export interface Reference {
  readonly id: string;
  /** The entry as HTML, without its number or link. */
  readonly html: string;
  /** Author and year, short: “Markov 1913”. */
  readonly short: string;
  readonly title: string;
  /** Year it was published; absent where nothing says. */
  readonly year?: number;
  /** Language of the original, if it is not English: `fr`. */
  readonly language?: string;
  readonly url: string | null;
}

interface CslItem {
  id: string;
  title?: string;
  URL?: string;
  DOI?: string;
  author?: { family?: string; literal?: string }[];
  issued?: { 'date-parts': (number | string)[][] };
  language?: string;
}

const ID = 'virtual:references';

function shortName({ author = [], issued, title = '' }: CslItem): string {
  const names = author.map((a) => a.family ?? a.literal ?? '');
  const who = names.length > 2 ? `${names[0]} et al.` : names.join(' & ') || title;
  const year = yearOf(issued);
  return year === undefined ? who : `${who} ${year}`;
}

function yearOf(issued: CslItem['issued']): number | undefined {
  const year = issued?.['date-parts'][0]?.[0];
  return year === undefined ? undefined : Number(year);
}

// Names and titles keep their own letters, and an entry the name it is cited by.
Object.assign(plugins.config.get('@bibtex').format, { asciiOnly: false, useIdAsLabel: true });

/** The entries as BibTeX, in UTF-8. */
export const bibtexOf = (items: CslItem[]): string =>
  `${(new Cite(items).format('bibtex') as string).trim()}\n`;

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
        {
          id: item.id,
          html: inner,
          short: shortName(item),
          title: item.title ?? '',
          year: yearOf(item.issued),
          language: item.language,
          url: link,
        },
      ];
    }),
  );
}

/** Ids that a text of the site cites, each once. */
export const citedBy = (text: string): string[] => [
  ...new Set([...text.matchAll(/<Cite ids="([^"]*)"/g)].flatMap(([, ids]) => ids.split(/[\s,]+/))),
];

export function referencesPlugins(root: string): Plugin[] {
  const file = resolve(root, 'content/references.json');
  const read = () => readFileSync(file, 'utf8');
  const items = () => JSON.parse(read()) as CslItem[];
  return [
    {
      name: 'references',
      resolveId: (id) => (id === ID ? `\0${ID}` : null),
      load(id) {
        if (id !== `\0${ID}`) return null;
        const content = resolve(root, 'content');
        const texts = readdirSync(content, { recursive: true, encoding: 'utf8' })
          .filter((name) => name.endsWith('.mdx'))
          .map((name) => name.replaceAll('\\', '/'));
        for (const name of texts) this.addWatchFile(resolve(content, name));
        this.addWatchFile(file);
        const citations = Object.fromEntries(
          texts.map((name) => [
            `/content/${name}`,
            citedBy(readFileSync(resolve(content, name), 'utf8')),
          ]),
        );
        return [
          `export const references = ${JSON.stringify(formatReferences(items()))};`,
          `export const citations = ${JSON.stringify(citations)};`,
        ].join('\n');
      },
    },
    madeFilesPlugin('bibliography', {
      'bibliography.bib': async () => bibtexOf(items()),
      'bibliography.json': async () => read(),
    }),
  ];
}
