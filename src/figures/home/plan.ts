/** What the front page shows: programs as columns, and which ideas lead to which column. */
import facts from '../../../content/ideas.json';

/** One program at one point of its training; add a line for each program there is. */
export interface Column {
  /** Which of the six programs. */
  readonly model: number;
  /** Documents it has counted; null is the whole list. */
  readonly after: number | null;
}

const COLUMNS: readonly Column[] = [0, 1, 10, 100, 1000, null].map((after) => ({
  model: 0,
  after,
}));

/** Keys by which columns and ideas are pointed at, followed by an index or an id. */
export const COLUMN_KEY = 'column:';
export const IDEA_KEY = 'idea:';

/** The columns for a list of this length: short lists are used up sooner. */
export const columnsFor = (documents: number): Column[] =>
  COLUMNS.filter(({ after }) => after === null || after < documents);

/** Which columns stay when there is room for three: the first, a middle one, the last. */
export const threeOf = (count: number): number[] =>
  count <= 3 ? [...Array(count).keys()] : [0, Math.ceil(count / 2), count - 1];

/** An idea's place in time. */
export interface Idea {
  readonly id: string;
  readonly years: { readonly from: number; readonly to?: number };
  readonly firstStep: number;
}

export const IDEAS = facts.ideas as readonly Idea[];

/** Ideas that a program on the page is the first to use. */
export const inUse = ({ firstStep }: Idea): boolean =>
  COLUMNS.some(({ model }) => model === firstStep);

const ends = IDEAS.flatMap(({ years }) => [years.from, years.to ?? years.from]);
export const FIRST_YEAR = Math.min(...ends);
export const LAST_YEAR = Math.max(...ends);

/** A year's place on the line, 0 to 1. */
export const shareOf = (year: number): number => (year - FIRST_YEAR) / (LAST_YEAR - FIRST_YEAR);

export interface Thread {
  readonly idea: string;
  /** Index of the column. */
  readonly column: number;
  /** From the year on the line to a place under the column, both as shares of the width. */
  readonly year: number;
  readonly foot: number;
}

/** Distance between the threads of one column, as a share of the width. */
const STRAND = 0.0074;
/** The first thread hangs just inside its column's left edge. */
const INSET = 0.0025;

/**
 * From the year of each idea to every column whose program is the first to use it. `starts` are
 * the columns' left edges as shares of the width; a column left out gets no thread.
 */
export function threads(
  columns: readonly Column[],
  starts: ReadonlyMap<number, number>,
  strand = STRAND,
): Thread[] {
  return columns.flatMap(({ model }, column) => {
    const start = starts.get(column);
    if (start === undefined) return [];
    return IDEAS.filter(({ firstStep }) => firstStep === model).map(({ id, years }, i) => ({
      idea: id,
      column,
      year: shareOf(spread(years, [...starts.keys()].indexOf(column), starts.size)),
      foot: start + INSET + i * strand,
    }));
  });
}

/** Threads of an idea that took several years start side by side along them. */
function spread({ from, to = from }: Idea['years'], place: number, count: number): number {
  return count > 1 ? from + ((to - from) * place) / (count - 1) : from;
}

/** A thread as an SVG path in a box 1,000 wide and 100 high: the line below, the columns above. */
export function threadPath({ year, foot }: Thread): string {
  const [x0, x1] = [year * 1000, foot * 1000].map((x) => Number(x.toFixed(2)));
  return `M${x0} 100C${x0} 46 ${x1} 60 ${x1} 2`;
}
