/** What the text says of the width cut into heads. No DOM. */
import { fixed } from '../../charts/index.ts';
import type { Split, SplitData } from './split-data.ts';

const three = fixed(3);
const two = fixed(2);
const NONE = '–';

/** A number without the zeros that say nothing: 4, 2.83. */
export const plain = (value: number): string => String(Number(value.toFixed(2)));

/** @param told the text before training, cut into as many heads as the story has */
export function splitFacts(
  { several, work, moved }: SplitData,
  told: Split | null,
  number: (value: number) => string,
): Record<string, string> {
  const size = told ? told.width / several : 1;
  const given = told?.heads.map(({ weights }) => weights[told.s]) ?? [];
  return {
    'split.heads': number(several),
    'split.size': number(size),
    'split.width': told ? number(told.width) : NONE,
    'split.root': plain(Math.sqrt(size)),
    'split.root.one': told ? plain(Math.sqrt(told.width)) : NONE,
    'split.asks': told?.letters[told.t] ?? NONE,
    'split.seen': told?.letters[told.s] ?? NONE,
    'split.dot': told ? three(told.one.dots[told.s]) : NONE,
    'split.score': told ? three(told.one.scores[told.s]) : NONE,
    'split.parts': told ? told.heads.map(({ dots }) => three(dots[told.s])).join(', ') : NONE,
    'split.weight': told ? three(told.one.weights[told.s]) : NONE,
    'split.least': told ? three(Math.min(...given)) : NONE,
    'split.most': told ? three(Math.max(...given)) : NONE,
    'split.moved': moved === null ? NONE : `${two(moved * 100)} %`,
    'split.work': work.one === null ? NONE : number(work.one),
    'split.work.several': work.several === null ? NONE : number(work.several),
  };
}
