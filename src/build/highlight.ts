/**
 * Code without syntax colours: keywords are grey, comments pale, and a name carries the colour of
 * the quantity it stands for (content/lexicon.json), the same as in prose, equation and picture.
 */
import type { Element, ElementContent } from 'hast';
import { createHighlighter, type HighlighterGeneric } from 'shiki';

type Shiki = HighlighterGeneric<string, string>;
let shiki: Promise<Shiki> | undefined;

/** One highlighter, with the languages named: the default set would load hundreds. */
const highlighter = (): Promise<Shiki> =>
  (shiki ??= createHighlighter({
    themes: ['min-light'],
    langs: ['ts', 'python', 'bash'],
  }) as Promise<Shiki>);

export type Lexicon = Readonly<Record<string, string>>;

const span = (className: string, text: string): Element => ({
  type: 'element',
  tagName: 'span',
  properties: { className: [className] },
  children: [{ type: 'text', value: text }],
});

/** Code as hast: names coloured by quantity and, where `links` says so, joined to a link key. */
export async function highlight(
  code: string,
  lang: string,
  lexicon: Lexicon,
  links: Readonly<Record<string, string>>,
): Promise<ElementContent[]> {
  const lines = (await highlighter()).codeToTokensBase(code, {
    lang,
    theme: 'min-light',
    includeExplanation: 'scopeName',
    // A busy machine must not cut a line short.
    tokenizeTimeLimit: 0,
  });
  return lines.flatMap((tokens, i): ElementContent[] => {
    const parts = tokens.flatMap((token) =>
      (token.explanation ?? []).flatMap(({ content, scopes }): ElementContent[] => {
        const scope = scopes.map(({ scopeName }) => scopeName).join(' ');
        return scope.includes('comment')
          ? [span('cm', content)]
          : content
              .split(/([A-Za-z_$][\w$]*)/)
              .flatMap((word, k) => (word ? [k % 2 ? name(word) : text(word)] : []));
      }),
    );
    const line: Element = {
      type: 'element',
      tagName: 'span',
      properties: { className: ['line'] },
      children: parts,
    };
    return i + 1 < lines.length ? [line, text('\n')] : [line];
  });

  function text(value: string): ElementContent {
    return { type: 'text', value };
  }
  function name(word: string): ElementContent {
    const quantity = Object.hasOwn(lexicon, word) ? lexicon[word] : undefined;
    const link = Object.hasOwn(links, word) ? links[word] : undefined;
    if (!quantity && !link) return text(word);
    return {
      type: 'element',
      tagName: 'b',
      properties: {
        ...(quantity ? { className: [`q-${quantity}`] } : {}),
        ...(link ? { dataLink: link } : {}),
      },
      children: [text(word) as never],
    };
  }
}
