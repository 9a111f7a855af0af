import type { Root } from 'hast';
import type { KatexOptions } from 'katex';
import { visit } from 'unist-util-visit';

/**
 * Equations are set at build. Two macros join them to the rest of the page:
 * `\q{parameter}{count}{N_{ij}}` colours by quantity and links to the key `count`;
 * `\live{probability}{table.p}` is a number that a figure keeps up to date.
 */
export const KATEX_OPTIONS: KatexOptions = {
  trust: true,
  strict: false,
  throwOnError: true,
  macros: {
    '\\q': '\\htmlClass{q-#1}{\\htmlData{link=#2}{#3}}',
    // An atom of its own, so that the space beside it is not inside what is kept up to date.
    '\\live': '\\mathord{\\htmlClass{q-#1}{\\htmlData{fact=#2}{0}}}',
  },
};

/**
 * A rehype plugin: the TeX source that KaTeX puts beside its MathML is of no use to a reader, nor
 * are a name space in HTML and lengths in ten-thousandths of an em.
 */
export const rehypeBareMath =
  () =>
  (tree: Root): void =>
    visit(tree, 'element', (node, index, parent) => {
      if (node.tagName === 'annotation' && parent && index !== undefined) {
        parent.children.splice(index, 1);
      }
      if (node.tagName === 'math') delete node.properties['xmlns'];
      const { style } = node.properties;
      if (typeof style === 'string')
        node.properties['style'] = style.replace(/(\.\d\d)\d+em/g, '$1em');
    });
