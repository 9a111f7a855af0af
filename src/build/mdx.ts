import mdx from '@mdx-js/rollup';
import rehypeKatex from 'rehype-katex';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkSmartypants from 'remark-smartypants';
import remarkMdxFrontmatter from 'remark-mdx-frontmatter';
import type { Plugin } from 'vite';
import { KATEX_OPTIONS, rehypeBareMath } from './equations.ts';
import { remarkCode } from './remark-code.ts';

/** MDX with equations and code set at build; a page is compiled anew when code it quotes changes. */
export function contentPlugins(root: string): Plugin[] {
  /** By page: the files it quotes. */
  const quotes = new Map<string, Set<string>>();
  const onRead = (page: string, file: string): void => {
    quotes.set(page, (quotes.get(page) ?? new Set()).add(file));
  };
  return [
    {
      ...(mdx({
        remarkPlugins: [
          remarkFrontmatter,
          remarkMdxFrontmatter,
          remarkGfm,
          [remarkSmartypants, { dashes: false, ellipses: false }],
          remarkMath,
          [remarkCode, { root, onRead }],
        ],
        rehypePlugins: [[rehypeKatex, KATEX_OPTIONS], rehypeBareMath],
      }) as Plugin),
      enforce: 'pre',
    },
    {
      name: 'content-quotes',
      transform(_code, id) {
        for (const file of quotes.get(id) ?? []) this.addWatchFile(file);
        return null;
      },
    },
  ];
}
