import { useId } from 'react';
import type { DataTableProps } from './props.ts';

/** A picture's numbers as a table in a scroll container that keys can reach. */
export function DataTable(props: DataTableProps) {
  const { caption, columns, rows, limit = 100, showAll, onShowAll, height = 320 } = props;
  const id = useId();
  const cut = rows.length > limit;
  const numeric = (k: number) => (columns[k]?.numeric ? 'c-number' : undefined);
  return (
    <div className={props.className ? `c-table ${props.className}` : 'c-table'}>
      <div
        className="c-scroll"
        role="region"
        aria-labelledby={id}
        tabIndex={0}
        style={{ maxHeight: height }}
      >
        <table>
          <caption id={id}>{caption}</caption>
          <thead>
            <tr>
              {columns.map((column, k) => (
                <th key={column.key} scope="col" className={numeric(k)}>
                  {column.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, limit).map((row, i) => (
              <tr key={`row${i}`} className={i === props.selected ? 'c-mine-row' : undefined}>
                {row.map((cell, k) =>
                  k === 0 ? (
                    <th key={k} scope="row" className={numeric(k)}>
                      {cell}
                    </th>
                  ) : (
                    <td key={k} className={numeric(k)}>
                      {cell}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {cut && showAll && (
        <button type="button" className="c-more" onClick={onShowAll}>
          {showAll}
        </button>
      )}
    </div>
  );
}
