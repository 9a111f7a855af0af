import { fixed, HeatMap } from '../../charts/index.ts';
import { largest } from '../../charts/ramp.ts';
import { useLink } from '../../reader/links.ts';
import type { Messages } from '../../reader/messages.tsx';
import type { Positions } from './positions-data.ts';
import { insetOf, LINE, summed, type PositionsLayout } from './positions-view.ts';

interface Props {
  width: number;
  at: PositionsLayout;
  scale: number;
  words: Messages;
  positions: Positions;
  /** Whose sum is drawn. */
  own: number;
  onPosition: (position: number) => void;
}

const three = fixed(3);

/** A token's row and a position's row, their sum, and the whole table of positions. */
export function PositionsSum({ width, at, scale, words, positions, own, onPosition }: Props) {
  const { table, tokens, read } = positions;
  const { block, size } = table;
  const position = useLink('wpe');
  const token = useLink('wte');
  const place = Array.from(table.values.slice(own * size, (own + 1) * size));
  const letter = Array.from(tokens[own] ?? []);
  const rows = [letter, place, summed(letter, place)];
  const names = [
    words.text('token', { letter: read[own] ?? '' }),
    words.text('place', { position: own }),
    words.text('sum'),
  ];
  // Signs stand before the rows that they join.
  const sumMap = {
    matrix: { values: rows.flat(), rows: 3, columns: size },
    rowLabels: names,
    textScale: scale,
    width,
    height: at.sum,
  };
  const tableMap = {
    matrix: { values: table.values, rows: block, columns: size },
    rowLabels: Array.from({ length: block }, (_, i) => String(i)),
    textScale: scale,
    width,
    height: at.table - LINE * scale,
  };
  const [first, second] = [sumMap, tableMap].map((map) => insetOf(at.left, map));
  const top = Math.max(largest(rows.flat()), largest(table.values)) || 1;
  const common = { ramp: 'diverging', square: false, maxCell: Infinity, max: top } as const;
  return (
    <>
      <div
        style={{ marginInlineStart: first, width: width - first, height: at.sum }}
        {...token.bind}
        data-lit={token.lit || undefined}
      >
        <HeatMap
          {...sumMap}
          {...common}
          width={width - first}
          label={words.text('sumLabel', { letter: read[own] ?? '', position: own })}
          announce={(row, i) =>
            words.text('number', { name: names[row], i, value: three(rows[row][i]) })
          }
        />
      </div>
      {at.table > 0 && (
        <div
          className="positions-table"
          style={{ height: at.table }}
          {...position.bind}
          data-lit={position.lit || undefined}
        >
          <p className="positions-head" style={{ paddingInlineStart: at.left }}>
            {words.say('table')}
          </p>
          <div style={{ marginInlineStart: second, width: width - second }}>
            <HeatMap
              {...tableMap}
              {...common}
              width={width - second}
              label={words.text('tableLabel')}
              emphasis={{ rows: [own] }}
              announce={(row, i) =>
                words.text('number', {
                  name: words.text('place', { position: row }),
                  i,
                  value: three(table.values[row * size + i]),
                })
              }
              onSelect={(row) => {
                if (row < read.length) onPosition(row);
              }}
            />
          </div>
        </div>
      )}
    </>
  );
}
