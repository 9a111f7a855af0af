import { fixed, integer } from '../../charts/index.ts';
import { useLink } from '../../reader/links.ts';
import type { Messages } from '../../reader/messages.tsx';
import { usePage } from '../../reader/page.ts';
import type { Size } from '../frame.tsx';
import { SampledName } from '../sampled-name.tsx';
import type { Six } from './six-programs-data.ts';
import {
  KEYS,
  sorted,
  tableLayout,
  valueOf,
  type Key,
  type Program,
  type View,
} from './six-programs-view.ts';

interface Props {
  size: Size;
  words: Messages;
  scale: number;
  six: Six;
  view: View;
  onSort: (key: Key) => void;
}

const three = fixed(3);
/** Below this width the headings are short, px. */
const ROOMY = 560;
const two = fixed(2);

/** What stands in a cell. */
export function cellText(program: Program, key: Key, locale: string): string {
  const value = valueOf(program, key);
  if (value === null) return '–';
  if (key === 'nats') return three(value);
  if (key === 'bits') return two(value);
  return integer(locale)(value);
}

/** The six programs in rows, by any column; under each what it says. */
export function SixTable({ size, words, scale, six, view, onSort }: Props) {
  const { locale } = usePage();
  const short = size.width < ROOMY * scale ? 'Short' : '';
  const at = tableLayout(size, scale);
  const rows = sorted(six.programs, view);
  const heights = { '--head': `${at.head}px`, '--row': `${at.row}px` } as Record<string, string>;
  return (
    <table className="six-table" data-roomy={short === '' || undefined} style={heights}>
      <caption className="visually-hidden">{words.text('table')}</caption>
      <thead>
        <tr>
          {KEYS.map((key) => (
            <th
              key={key}
              scope="col"
              aria-sort={view.sort === key ? (view.falling ? 'descending' : 'ascending') : 'none'}
            >
              <button type="button" onClick={() => onSort(key)}>
                {words.text(`columns${short}.${key}`)}
                <span className="six-arrow" aria-hidden="true">
                  {view.sort === key ? (view.falling ? '↓' : '↑') : ''}
                </span>
              </button>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((program) => (
          <Row
            key={program.model}
            program={program}
            words={words}
            locale={locale}
            short={short}
            named={at.named}
          />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  program: Program;
  words: Messages;
  locale: string;
  short: string;
  named: boolean;
}

function Row({ program, words, locale, short, named }: RowProps) {
  const { model, names } = program;
  const link = useLink(`program${model}`);
  const said = { empty: words.text('empty'), listed: words.text('listed') };
  return (
    <tr data-lit={link.lit || undefined} {...link.bind}>
      <th scope="row">
        <span className="six-name">
          <span className="six-mark">{model}</span> {words.text(`name${short}.${model}`)}
        </span>
        {named && (
          <span className="six-names">
            {names.map((name, i) => (
              <SampledName key={i} parts={[name.text]} known={name.known} words={said} />
            ))}
          </span>
        )}
      </th>
      {KEYS.slice(1).map((key) => (
        <td key={key} className={`six-${key}`}>
          {cellText(program, key, locale)}
        </td>
      ))}
    </tr>
  );
}
