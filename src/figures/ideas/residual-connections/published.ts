/** The four errors of the first comparison, from the paper's table. */
import table from '../../../../content/data/resnet.json';

export interface Published {
  readonly layers: readonly number[];
  /** Top-1 error, %, at each number of layers. */
  readonly plain: readonly number[];
  readonly residual: readonly number[];
}

export const PUBLISHED: Published = table;
export const YEAR = table.year;
