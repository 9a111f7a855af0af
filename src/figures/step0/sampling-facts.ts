import { fixed, type DataTableProps } from '../../charts/index.ts';
import { SAMPLE_LIMIT } from '../../engine/sample.ts';
import type { Messages } from '../../reader/messages.tsx';
import type { SampledName } from '../../worker/protocol.ts';

const three = fixed(3);

/** What the prose quotes: the run's own samples, whatever the figure shows now. */
export function samplingFacts(
  words: Messages,
  own: readonly SampledName[] | undefined,
  label: (token: number) => string,
): Record<string, string> {
  const number = (value: number) => words.text('number', { value });
  const limit = { 'sampling.limit': number(SAMPLE_LIMIT) };
  const first = own?.[0];
  if (!own || !first) return limit;
  return {
    ...limit,
    'sampling.first': first.text,
    'sampling.first.draws': number(first.draws.length),
    'sampling.first.letter': label(first.draws[0].next),
    'sampling.first.u': three(first.draws[0].u),
    'sampling.first.p': three(first.draws[0].p),
    'sampling.real': number(own.filter(({ known }) => known).length),
    'sampling.count': number(own.length),
  };
}

/** Every draw of every name so far; `told`: whether a name is on the list may be seen. */
export function samplingTable(
  words: Messages,
  label: (token: number) => string,
  told: boolean,
  names: readonly SampledName[],
): Omit<DataTableProps, 'height'> {
  return {
    caption: words.text('table'),
    columns: (['name', 'place', 'letter', 'u', 'p', 'listed'] as const).map((key) => ({
      key,
      label: words.text(`columns.${key}`),
      numeric: key === 'place' || key === 'u' || key === 'p',
    })),
    rows: names.flatMap(({ text, known, draws }) =>
      draws.map(({ next, u, p }, i) => [
        text,
        i + 1,
        label(next),
        three(u),
        three(p),
        told ? words.text(known ? 'yes' : 'no') : '',
      ]),
    ),
  };
}
