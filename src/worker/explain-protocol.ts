/** The questions about single numbers of a network: a part of `protocol.ts`. */
import type { Explanation } from '../engine/explain/explain.ts';
import type { ScalarHistory } from '../engine/explain/history.ts';
import type { Level } from '../engine/explain/levels.ts';
import type { Recipe } from '../engine/recipe.ts';

/** A number or a box of a document's way through a network after a step. */
interface Asked {
  recipe: Recipe;
  step: number;
  /** Null: the document that the step reads. */
  text: string | null;
  id: string;
}

interface Read {
  /** The step asked for, held to the run. */
  step: number;
  text: string;
  tokens: number[];
}

/** A symbol that the data set does not have is a fault, `symbols-unknown`. */
export interface ExplainOperations {
  /** What a number is, whence it comes, and what for. */
  explain: {
    /** At most `limit` consumers are told of. */
    input: Asked & { limit?: number };
    result: Read & { explanation: Explanation };
  };
  /** What is in a box, and which of it feeds which. */
  levels: { input: Asked; result: Read & { level: Level } };
  /** Some numbers of one text at some steps of a run, which come back in ascending order. */
  scalarHistory: {
    input: { recipe: Recipe; text: string; ids: string[]; steps: number[] };
    result: { text: string; tokens: number[]; steps: number[]; histories: ScalarHistory[] };
  };
}
