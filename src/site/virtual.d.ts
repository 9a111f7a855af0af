declare module 'virtual:references' {
  import type { Reference } from '../build/references.ts';
  export const references: Readonly<Record<string, Reference>>;
  /** Ids that each text cites, by its path: `/content/en/steps/5-adam.mdx`. */
  export const citations: Readonly<Record<string, readonly string[]>>;
}
declare module '@citation-js/core' {
  export const plugins: { config: { get(name: string): { format: Record<string, unknown> } } };
  export class Cite {
    constructor(items: unknown);
    format(kind: string, options?: object): unknown;
  }
}
declare module '@citation-js/plugin-bibtex' {}
declare module '@citation-js/plugin-csl' {}
