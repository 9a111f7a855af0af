import type { ReactNode } from 'react';
import { useLink } from '../../reader/links.ts';

/** How a field stands: filled, still to be filled, or drawn back. */
export type FieldState = 'known' | 'waiting' | 'off';

export interface CardField {
  /** As the code calls it: `data`, `da`. */
  name: string;
  value: ReactNode;
  /** Its colour by meaning. */
  tone: 'activation' | 'gradient' | 'ink';
  state?: FieldState;
  /** What it stands for, in small after its name. */
  note?: ReactNode;
  /** The key it shares with equation and code. */
  link: 'node' | 'local' | 'gradient';
  strong?: boolean;
}

interface CardProps {
  title: ReactNode;
  fields: readonly CardField[];
  /** Height of a row, px. */
  row: number;
  /** Said in place of the title. */
  label: string;
}

function Row({ name, value, tone, state = 'known', note, link, strong }: CardField) {
  const { bind, lit } = useLink(link);
  return (
    <div
      className="rec-row"
      data-state={state}
      data-strong={strong || undefined}
      data-lit={lit || undefined}
      {...bind}
    >
      <dt>
        {name}
        {note && <small>{note}</small>}
      </dt>
      <dd className={tone === 'ink' ? 'num' : `num q-${tone}`}>{value}</dd>
    </div>
  );
}

/** What one `Value` keeps, field by field. */
export function RecordCard({ title, fields, row, label }: CardProps) {
  return (
    <div
      className="rec-card"
      role="group"
      aria-label={label}
      style={{ '--rec-row': `${row}px` } as object}
    >
      <p className="rec-title">{title}</p>
      <dl>
        {fields.map((field) => (
          <Row key={field.name} {...field} />
        ))}
      </dl>
    </div>
  );
}
