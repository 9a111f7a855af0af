import { fixed } from '../../charts/index.ts';
import type { Result } from '../../worker/protocol.ts';
import { ranking } from './model-view.ts';

type Row = Result<'row'> | undefined;

const three = fixed(3);

/**
 * The numbers that prose and equations say. `common` and `rare` stay with the default view (one
 * added); `prev` is the row that the reader has chosen, with its column `to`.
 */
export function modelFacts(of: {
  label: (token: number) => string;
  number: (value: number) => string;
  prev: { token: number; to: number; row: Row };
  common: { token: number; row: Row };
  rare: { token: number; row: Row; bare: Row };
}): Record<string, string> {
  const { label, number, prev, common, rare } = of;
  const [top = 0, second = 0] = ranking(common.row?.counts ?? []);
  const [rareTop = 0] = ranking(rare.row?.counts ?? []);
  const count = (row: Row, j: number): string => number(row?.counts[j] ?? 0);
  return {
    'model.from': label(common.token),
    'model.total': number(common.row?.total ?? 0),
    'model.top': label(top),
    'model.top.count': count(common.row, top),
    'model.top.p': three(common.row?.p[top] ?? NaN),
    'model.second': label(second),
    'model.second.count': count(common.row, second),
    'model.rare': label(rare.token),
    'model.rare.total': number(rare.row?.total ?? 0),
    'model.rare.top': label(rareTop),
    'model.rare.count': count(rare.row, rareTop),
    'model.rare.p': three(rare.row?.p[rareTop] ?? NaN),
    'model.rare.raw': three(rare.bare?.p[rareTop] ?? NaN),
    'model.now.from': label(prev.token),
    'model.now.to': label(prev.to),
    'model.now.count': count(prev.row, prev.to),
    'model.now.total': number(prev.row?.total ?? 0),
    'model.now.p': three(prev.row?.p[prev.to] ?? NaN),
  };
}
