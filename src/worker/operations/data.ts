import { documentTokens, type Corpus } from '../../engine/index.ts';
import type { DataSummary, Input, Result } from '../protocol.ts';
import type { Workspace } from '../workspace.ts';

/** Names shown before anything is chosen: the first is the default under the lens. */
const HEAD = 12;

export function data(workspace: Workspace, { recipe }: Input<'data'>): DataSummary {
  const run = workspace.run(recipe);
  const { documents, known, issues, tokenizer, corpus } = run.data;
  const lengths: number[] = [];
  let letters = 0;
  for (let d = 0; d < documents.length; d++) {
    const length = corpus.starts[d + 1] - corpus.starts[d] - 2;
    while (lengths.length <= length) lengths.push(0);
    lengths[length] += 1;
    letters += length;
  }
  const tokenCounts = new Array<number>(tokenizer.size).fill(0);
  for (const token of corpus.tokens) tokenCounts[token] += 1;
  // The boundary stands at both ends of a document but is counted once.
  tokenCounts[tokenizer.bos] = documents.length;
  return {
    documents: documents.length,
    distinct: known.size,
    transitions: corpus.transitions,
    letters: tokenizer.vocabulary.length,
    longest: lengths.length - 1,
    meanLength: letters / documents.length,
    labels: Array.from({ length: tokenizer.size }, (_, token) => tokenizer.label(token)),
    bos: tokenizer.bos,
    lengths,
    tokenCounts,
    issues: [...issues],
    head: Array.from(run.order.subarray(0, HEAD), (d) => documents[d]),
  };
}

/** The documents in an order, as indices in the file's. */
function ordered(
  workspace: Workspace,
  { recipe, order }: Pick<Input<'documents'>, 'recipe' | 'order'>,
) {
  const run = workspace.run(recipe);
  const at = (place: number): number => (order === 'file' ? place : run.order[place]);
  return { at, ...run.data };
}

export function documents(workspace: Workspace, input: Input<'documents'>): Result<'documents'> {
  const { at, documents: all } = ordered(workspace, input);
  const to = Math.min(all.length, input.from + input.count);
  const items = [];
  for (let place = Math.max(0, input.from); place < to; place++)
    items.push({ index: place, text: all[at(place)] });
  return { items, total: all.length };
}

export function overview(workspace: Workspace, input: Input<'overview'>): Result<'overview'> {
  const { at, documents: all, corpus } = ordered(workspace, input);
  const lengths = new Uint8Array(all.length);
  const last = new Uint16Array(all.length);
  const documentAt = new Uint32Array(all.length);
  let found = -1;
  for (let place = 0; place < all.length; place++) {
    const tokens = documentTokens(corpus, at(place));
    lengths[place] = Math.min(255, tokens.length - 2);
    last[place] = tokens[tokens.length - 2];
    documentAt[place] = at(place);
    if (found < 0 && all[at(place)] === input.find) found = place;
  }
  return { lengths, last, order: documentAt, found };
}

/** Places told of one document; the copies beyond are only counted. */
const PLACES = 40;

export function survey(workspace: Workspace, input: Input<'survey'>): Result<'survey'> {
  const { at, documents: all, known, tokenizer, corpus } = ordered(workspace, input);
  const lower = input.find.toLowerCase();
  const text = !known.has(input.find) && known.has(lower) ? lower : input.find;
  const ending = mostUnevenLast(corpus);
  const head = Math.min(all.length, input.head);
  const places: number[] = [];
  let copies = 0;
  let endings = 0;
  for (let place = 0; place < all.length; place++) {
    if (place < head && lastToken(corpus, at(place)) === ending) endings += 1;
    if (all[at(place)] !== text) continue;
    copies += 1;
    if (places.length < PLACES) places.push(place);
  }
  return {
    text,
    places,
    copies,
    unknown: tokenizer.tokensOf(text).unknown,
    first: all[at(0)],
    last: all[at(all.length - 1)],
    head,
    ending,
    endings,
  };
}

/** The last token of document `d`, before its boundary. */
const lastToken = ({ tokens, starts }: Corpus, d: number): number => tokens[starts[d + 1] - 2];

/**
 * The last token that the order of the list divides most: the one whose documents lie most
 * unevenly between the first half of the file and the second. Of several, the first.
 */
function mostUnevenLast(corpus: Corpus): number {
  const lead = new Int32Array(corpus.size);
  const half = Math.floor(corpus.documents / 2);
  for (let d = 0; d < 2 * half; d++) lead[lastToken(corpus, d)] += d < half ? 1 : -1;
  return lead.reduce((best, n, token) => (Math.abs(n) > Math.abs(lead[best]) ? token : best), 0);
}
