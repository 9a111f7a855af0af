declare module 'virtual:references' {
  import type { Reference } from '../build/references.ts';
  export const references: Readonly<Record<string, Reference>>;
}
declare module '@citation-js/core' {
  export class Cite {
    constructor(items: unknown);
    format(kind: string, options: object): unknown;
  }
}
declare module '@citation-js/plugin-csl' {}
