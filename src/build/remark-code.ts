import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { Code, Root } from 'mdast';
import type { Node } from 'unist';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { readRegion } from './code-regions.ts';
import { highlight, type Lexicon } from './highlight.ts';

interface Meta {
  file?: string;
  links: Record<string, string>;
  /** Quantities of names that stand for something else here than in the lexicon. */
  quantities: Record<string, string>;
}

/**
 * `file=src/engine/bigram.ts#loss links="counts:count p:probability"`; a third part,
 * `da:local:activation`, is the quantity that the name stands for in this excerpt.
 */
export function parseMeta(meta: string): Meta {
  const fields = Object.fromEntries(
    [...meta.matchAll(/(\w+)=(?:"([^"]*)"|(\S+))/g)].map(([, key, quoted, bare]) => [
      key,
      quoted ?? bare,
    ]),
  );
  const links = (fields['links'] ?? '')
    .split(/\s+/)
    .filter(Boolean)
    .map((link) => link.split(':'));
  return {
    file: fields['file'],
    links: Object.fromEntries(links.map(([name, link]) => [name, link])),
    quantities: Object.fromEntries(
      links.flatMap(([name, , quantity]) => (quantity ? [[name, quantity]] : [])),
    ),
  };
}

/** A remark plugin that turns code fences into `<CodeExcerpt>` with highlighted children. */
export function remarkCode(options: {
  root: string;
  /** Told each file that a page is made from. */
  onRead: (page: string, file: string) => void;
}) {
  return async (tree: Root, file: VFile): Promise<void> => {
    const lexiconFile = resolve(options.root, 'content/lexicon.json');
    options.onRead(file.path, lexiconFile);
    const lexicon = JSON.parse(readFileSync(lexiconFile, 'utf8')) as Lexicon;
    const fences: Code[] = [];
    visit(tree, 'code', (node: Code) => void fences.push(node));
    for (const fence of fences) {
      const meta = parseMeta(fence.meta ?? '');
      let code = fence.value;
      let line = 1;
      if (meta.file) {
        const path = file.path ? relative(options.root, file.path) : 'A page';
        options.onRead(file.path, resolve(options.root, meta.file.split('#')[0]));
        ({ code, line } = readRegion(options.root, meta.file, path));
      }
      const said = { ...lexicon, ...meta.quantities };
      const children = await highlight(code, fence.lang ?? 'ts', said, meta.links);
      const excerpt: Node & { data: object } = {
        type: 'codeExcerpt',
        data: {
          hName: 'pre',
          hProperties: { dataFile: meta.file ?? null, dataLine: String(line) },
          hChildren: [{ type: 'element', tagName: 'code', properties: {}, children }],
        },
      };
      Object.assign(fence, excerpt);
    }
  };
}
