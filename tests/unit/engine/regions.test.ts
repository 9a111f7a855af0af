import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** The code that the pages quote: it must fit their column and one glance. */
const QUOTED = [
  ['bigram', 'table', 'probability', 'loss', 'count', 'train'],
  ['documents', 'split'],
  ['tokenizer', 'encode'],
  ['sample', 'sample'],
  ['floors', 'bigram'],
  ['by-hand', 'linear', 'softmax', 'mlp', 'loss', 'slope', 'numerical', 'analytic', 'pair'],
  ['by-hand', 'logits-back', 'relu-back', 'linear-back', 'descend', 'relu', 'pieces'],
  ['broken', 'ungated', 'unaveraged', 'transposed'],
  ['autograd', 'add', 'multiply', 'pow', 'log-exp', 'relu', 'sugar', 'backward', 'topological'],
  ['autograd', 'sum'],
  ['layers', 'linear', 'softmax', 'rmsnorm', 'relu', 'add', 'cross-entropy'],
  ['parameters', 'matrix'],
  ['mlp', 'mlp'],
  ['attention', 'attend', 'scale', 'dot', 'heads'],
  ['gpt', 'cache', 'parts', 'gpt', 'attention', 'mlp'],
  ['train', 'loss', 'step', 'zero'],
  ['fast/kernels', 'order'],
  ['variants', 'layernorm'],
  ['mistakes', 'assign'],
  ['sgd', 'sgd', 'momentum'],
  ['adam', 'adam', 'rmsprop'],
  ['schedule', 'schedule'],
  ['ideas/amsgrad', 'amsgrad'],
].flatMap(([file, ...regions]) => regions.map((region) => [file, region]));

it.each(QUOTED)('%s.ts#%s fits on the page', (file, region) => {
  const url = new URL(`../../../src/engine/${file}.ts`, import.meta.url);
  const source = readFileSync(url, 'utf8');
  const inside = source.split(`// #region ${region}\n`)[1].split(`// #endregion ${region}\n`)[0];
  const lines = inside.trimEnd().split('\n');
  const indent = lines[0].length - lines[0].trimStart().length;
  expect(lines.length).toBeLessThanOrEqual(18);
  for (const line of lines) expect(line.trimEnd().length - indent).toBeLessThanOrEqual(66);
});
