import { useId } from 'react';
import { useMessages } from '../../reader/messages.tsx';

export interface FindNameProps {
  value: string;
  /** The list does not have it. */
  missing: boolean;
  onFind: (text: string) => void;
  /** Make what was found the name under the lens. */
  onUse: () => void;
}

/** A field that looks for a name; Enter makes it the reader's. */
export function FindName({ value, missing, onFind, onUse }: FindNameProps) {
  const words = useMessages('data-set');
  const id = useId();
  return (
    <form
      className="ds-find"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        onUse();
      }}
    >
      <label className="visually-hidden" htmlFor={id}>
        {words.text('find')}
      </label>
      <input
        id={id}
        type="search"
        dir="auto"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={60}
        placeholder={words.text('find')}
        value={value}
        onChange={(event) => onFind(event.target.value.trimStart())}
      />
      <span className="ds-missing">{missing ? words.text('missing') : ''}</span>
    </form>
  );
}

/** Turns the table's page. */
export function Pager(props: {
  from: number;
  rows: number;
  total: number;
  onPage: (from: number) => void;
}) {
  const words = useMessages('data-set');
  const { from, rows, total, onPage } = props;
  return (
    <span className="ds-pager">
      <button
        type="button"
        className="tool"
        disabled={from <= 0}
        onClick={() => onPage(Math.max(0, from - rows))}
      >
        {words.text('earlier', { count: rows })}
      </button>
      <button
        type="button"
        className="tool"
        disabled={from + rows >= total}
        onClick={() => onPage(from + rows)}
      >
        {words.text('later', { count: rows })}
      </button>
    </span>
  );
}
