/** Embedding, MLP and answer, each laid out from where the stream enters, and what all share. No DOM. */
import { flow, put, sheetOf, side, type Sheet, type Sizes } from './whole-sheet.ts';
import type { Box, Tensor } from './whole-tensor.ts';

/** Rows of the stream are this high all together, if the text is short, units. */
const STREAM = 11;
/** Between things that belong together, and between stages, units. */
const NEAR = 1.5;
export const APART = 7;
/** Room for a name. */
export const NAMED = 6;
/** The vocabulary is squeezed beyond so many tokens, units. */
const VOCABULARY = 60;

/** Height of a position’s row. */
export const rowHeight = (positions: number): number =>
  Math.max(1, Math.min(2, STREAM / positions));

export const streamHeight = (positions: number): number => positions * rowHeight(positions);

/** Room grows with the vectors. */
export const spaceOf = ({ embd }: Sizes): number => Math.max(1, embd / 16);

/** A strip of vectors of width C. */
export function strip(
  sheet: Sheet,
  sizes: Sizes,
  given: Pick<Tensor, 'part' | 'x' | 'y'> &
    Partial<Pick<Tensor, 'tone' | 'cols' | 'width' | 'layer' | 'head' | 'label'>>,
): Tensor {
  const { positions, embd } = sizes;
  return put(sheet, {
    tone: 'activation',
    rows: positions,
    cols: embd,
    width: given.cols ?? embd,
    height: streamHeight(positions),
    label: 'under',
    ...given,
  });
}

/** A matrix that stands over what it makes, or under it: a column for each number made. */
export function turned(
  sheet: Sheet,
  part: Tensor['part'],
  made: Box,
  inputs: number,
  outputs: number,
  at: 'over' | 'under',
): Tensor {
  return put(sheet, {
    part,
    tone: 'parameter',
    parameters: true,
    turned: true,
    rows: inputs,
    cols: outputs,
    x: made.x,
    y: at === 'over' ? made.y - NEAR - inputs : made.y + made.height + NEAR,
    width: made.width,
    height: inputs,
    label: at,
  });
}

/** Half a layer begins with what it reads: the stream, normed, under it. */
export function readStream(sheet: Sheet, sizes: Sizes, part: Tensor['part']) {
  const { positions, embd } = sizes;
  const high = streamHeight(positions);
  const reads = high + APART + NAMED + embd + NEAR;
  const norm = strip(sheet, sizes, { part, x: 0, y: reads });
  flow(
    sheet,
    { from: [0, high], to: [embd, high], way: 'down' },
    side(norm, 'down', 'top'),
    'activation',
  );
  return { norm, reads, left: embd + 8 * spaceOf(sizes) };
}

export function embeddingSheet(sizes: Sizes, group: number): Sheet {
  const { vocab, embd, block, positions, tokens, usesPlaces } = sizes;
  const sheet = sheetOf('embedding', -1, group);
  const tall = Math.min(vocab, VOCABULARY);
  const gap = spaceOf(sizes);
  const high = streamHeight(positions);
  const wte = put(sheet, {
    part: 'wte',
    tone: 'parameter',
    parameters: true,
    rows: vocab,
    cols: embd,
    x: 11,
    y: 0,
    width: embd,
    height: tall,
  });
  const x = wte.x + embd + 11 * gap;
  const embed = strip(sheet, sizes, { part: 'embed', x, y: 0, label: 'over' });
  const wpe = put(sheet, {
    part: 'wpe',
    tone: 'parameter',
    parameters: true,
    rows: block,
    cols: embd,
    x,
    y: high + APART,
    width: embd,
    height: Math.min(block, VOCABULARY),
    label: 'under',
  });
  if (usesPlaces) flow(sheet, side(wpe, 'up', 'top'), side(embed, 'up', 'bottom'), 'position');
  const letters = Math.max(tall, positions);
  for (const [t, token] of tokens.entries()) {
    const y = ((t + 0.5) * letters) / positions;
    const at = (share: number) => (share * tall) / vocab;
    sheet.signs.push({
      x: 3.4,
      y,
      align: 'center',
      kind: 'token',
      of: t,
      room: letters / positions,
    });
    flow(
      sheet,
      { from: [5.6, y - 0.35], to: [5.6, y + 0.35], way: 'right' },
      { from: [wte.x, at(token)], to: [wte.x, at(token + 1)], way: 'right' },
      'token',
      t,
    );
    flow(
      sheet,
      { from: [wte.x + embd, at(token)], to: [wte.x + embd, at(token + 1)], way: 'right' },
      side(embed, 'right', 'left', t / positions, (t + 1) / positions),
      'token',
      t,
    );
  }
  sheet.width = x + embd;
  sheet.stream = { from: x + embd, to: x + embd };
  return sheet;
}

export function mlpSheet(sizes: Sizes, layer: number, group: number): Sheet {
  const { positions, embd, postNorm } = sizes;
  const sheet = sheetOf('mlp', layer, group);
  const gap = spaceOf(sizes);
  const high = streamHeight(positions);
  const { norm, reads, left } = readStream(sheet, sizes, postNorm ? 'in2' : 'norm2.out');
  const wide = 4 * embd;
  const h = strip(sheet, sizes, { part: 'mlp.h', cols: wide, x: left, y: reads, label: 'after' });
  turned(sheet, 'mlp_fc1', h, embd, wide, 'over');
  flow(sheet, side(norm, 'right', 'right'), side(h, 'right', 'left'), 'activation');
  const a = strip(sheet, sizes, {
    part: 'mlp.a',
    cols: wide,
    x: left,
    y: reads + high + APART,
    label: 'after',
  });
  flow(sheet, side(h, 'down', 'bottom'), side(a, 'down', 'top'), 'activation');
  const fc2 = put(sheet, {
    part: 'mlp_fc2',
    tone: 'parameter',
    parameters: true,
    rows: embd,
    cols: wide,
    x: left,
    y: a.y + high + NEAR,
    width: wide,
    height: embd,
    label: 'under',
  });
  const right = left + wide + 9 * gap;
  const made = strip(sheet, sizes, { part: 'mlp.out', x: right, y: high + APART, label: 'under' });
  flow(sheet, side(fc2, 'right', 'right'), side(made, 'up', 'bottom'), 'activation');
  const out = strip(sheet, sizes, { part: 'out', x: right, y: 0, label: 'over' });
  flow(sheet, side(made, 'up', 'top'), side(out, 'up', 'bottom'), 'activation');
  sheet.stream = { from: 0, to: sheet.width };
  return sheet;
}

export function answerSheet(sizes: Sizes, group: number): Sheet {
  const { positions, embd, vocab } = sizes;
  const sheet = sheetOf('answer', -1, group);
  const gap = spaceOf(sizes);
  const wide = Math.min(vocab, VOCABULARY);
  const one = { cols: vocab, width: wide, y: 0, label: 'over' } as const;
  const logits = strip(sheet, sizes, { part: 'logits', x: 2 * gap, ...one });
  turned(sheet, 'lm_head', logits, embd, vocab, 'under');
  const prob = strip(sheet, sizes, {
    part: 'prob',
    tone: 'probability',
    x: logits.x + wide + 9 * gap,
    ...one,
  });
  flow(sheet, side(logits, 'right', 'right'), side(prob, 'right', 'left'), 'probability');
  const loss = strip(sheet, sizes, {
    part: 'loss',
    tone: 'loss',
    cols: 1,
    width: 3,
    x: prob.x + wide + 5 * gap,
    y: 0,
    label: 'over',
  });
  flow(sheet, side(prob, 'right', 'right'), side(loss, 'right', 'left'), 'loss');
  const row = loss.height / positions;
  for (let t = 0; t < positions; t++)
    sheet.signs.push({
      x: loss.x + loss.width + 3.2,
      y: (t + 0.5) * row,
      align: 'center',
      kind: 'next',
      of: t,
      room: row,
    });
  sheet.width += 6;
  sheet.stream = { from: 0, to: logits.x };
  return sheet;
}
