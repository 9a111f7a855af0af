import { decode } from '../../engine/decode.ts';
import { graphemes, parseDocuments, symbolsOf, Tokenizer } from '../../engine/index.ts';
import type { Input, Result } from '../protocol.ts';
import type { Workspace } from '../workspace.ts';
import { data } from './data.ts';

export function tokenize(workspace: Workspace, input: Input<'tokenize'>): Result<'tokenize'> {
  const { tokenizer } = workspace.dataSet(input.recipe.data);
  const { tokenCounts } = data(workspace, input);
  const symbols = graphemes(input.text).map((symbol) => {
    const token = tokenizer.token(symbol);
    return {
      symbol,
      label: token < 0 ? new Tokenizer([symbol]).label(0) : tokenizer.label(token),
      token: token < 0 ? null : token,
      codePoints: Array.from(symbol, (character) => character.codePointAt(0)!),
      count: token < 0 ? 0 : tokenCounts[token],
    };
  });
  return { symbols };
}

/** Needs no data set: what is looked at is the text that comes with the question. */
export function inspect(_workspace: Workspace, input: Input<'inspect'>): Result<'inspect'> {
  const given = input.text;
  const { documents, issues } = parseDocuments(given);
  const tooMany = issues.find(({ code }) => code === 'too-many-symbols');
  return {
    documents: documents.length,
    symbols: tooMany?.count ?? symbolsOf(documents).length,
    issues,
    preview: documents.slice(0, input.preview),
    text: typeof given === 'string' ? null : decode(given).text,
  };
}
