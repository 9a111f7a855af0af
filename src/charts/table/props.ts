import type { ReactNode } from 'react';

export interface TableColumn {
  key: string;
  label: string;
  /** Numbers: mono, tabular, right-aligned. */
  numeric?: boolean;
}

/** The same data as a picture, as a table. */
export interface DataTableProps {
  caption: string;
  columns: readonly TableColumn[];
  /** One row per entry, cells in the order of the columns; the first cell heads the row. */
  rows: readonly (readonly ReactNode[])[];
  /** Rows drawn at most; default 100. */
  limit?: number;
  /** Button under a cut table: "Show all 729 rows". Without it the table is only cut. */
  showAll?: string;
  onShowAll?: () => void;
  /** Height of the scroll container, px; default 320. */
  height?: number;
  /** Index of the row that is the reader's. */
  selected?: number | null;
  className?: string;
}
