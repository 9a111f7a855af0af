/**
 * What the page and the worker say to each other. One file, both sides typed.
 *
 * A question is answered once. A stream answers one frame per credit: the page grants a credit
 * when it has drawn the last frame, so the worker can never run ahead of the screen.
 */
import type { DataIssue } from '../engine/documents.ts';
import type { Progress } from '../engine/progress.ts';
import type { Recipe } from '../engine/recipe.ts';
import type { RecipeFault } from '../engine/settings.ts';
import type { AutogradOperations } from './autograd-protocol.ts';
import type { ByHandOperations } from './by-hand-protocol.ts';
import type { ExplainOperations } from './explain-protocol.ts';
import type { IdeaOperations } from './ideas-protocol.ts';
import type { NetworkOperations, NetworkStreams } from './network-protocol.ts';
import type { OptimizerOperations } from './optimizer-protocol.ts';
import type { TransformerOperations } from './transformer-protocol.ts';
import type { UnrollOperations } from './unroll-protocol.ts';

export type * from './autograd-protocol.ts';
export type * from './by-hand-protocol.ts';
export type * from './explain-protocol.ts';
export type * from './ideas-protocol.ts';
export type * from './network-protocol.ts';
export type * from './optimizer-protocol.ts';
export type * from './transformer-protocol.ts';
export type * from './unroll-protocol.ts';
export type { Progress, RecipeFault };

export interface DataSummary {
  /** Documents in the data set. */
  documents: number;
  distinct: number;
  /** Steps from one token to the next, over all documents. */
  transitions: number;
  /** Symbols, not counting the boundary token. */
  letters: number;
  /** Longest document and mean length, in symbols. */
  longest: number;
  meanLength: number;
  /** Labels by token id; the last is the boundary. */
  labels: string[];
  bos: number;
  /** Documents of each length; the index is the length. */
  lengths: number[];
  /** Occurrences by token id, the boundary counted once a document. */
  tokenCounts: number[];
  issues: DataIssue[];
  /** The first documents after the shuffle; the first is the default name under the lens. */
  head: string[];
}

/** The table after `step` documents: counts are `[size, size]`, row-major. */
export interface TableState {
  step: number;
  size: number;
  counts: Uint32Array;
  rowTotals: number[];
  columnTotals: number[];
  labels: string[];
  bos: number;
  /** The document counted last, and what it cost just before: mean nats per transition. */
  document: string | null;
  loss: number | null;
  /** Transitions counted so far. */
  seen: number;
}

export interface Surprise {
  tokens: number[];
  labels: string[];
  /** Per transition: its count, its row's total, probability, and −ln p (Infinity when p is 0). */
  counts: number[];
  totals: number[];
  p: number[];
  nats: number[];
  /** Probability of the text up to and with each transition: the product of `p` so far. */
  products: number[];
  /** Nats of the whole text, and mean nats per transition. */
  total: number;
  mean: number;
  /** Symbols of the text that the data set does not have. */
  unknown: string[];
}

export interface Draw {
  prev: number;
  next: number;
  /** The random number in [0, 1) that chose. */
  u: number;
  p: number;
}

export interface SampledName {
  text: string;
  draws: Draw[];
  /** False when the length limit cut it off. */
  ended: boolean;
  /** True when the data set has this document. */
  known: boolean;
  /** Nats of each draw under the whole data set's table, add-one. */
  nats: number[];
}

/** Samples after some documents, short enough to travel in a page. */
export interface SamplesAfter {
  /** Documents counted. */
  step: number;
  /** How many of all the samples the data set has. */
  known: number;
  names: SampleParts[];
}

export interface SampleParts {
  known: boolean;
  /** The text cut where likely and unlikely letters meet; the parts at odd places are unlikely. */
  parts: string[];
}

/** One symbol of a text. */
export interface SymbolFacts {
  symbol: string;
  /** As it is drawn: a space, a control character, a lone mark made visible. */
  label: string;
  /** Null when the data set does not have it. */
  token: number | null;
  codePoints: number[];
  /** Occurrences in the whole data set. */
  count: number;
}

/** Every question the engine answers: what goes in, what comes out. */
export interface Operations
  extends
    NetworkOperations,
    ByHandOperations,
    AutogradOperations,
    UnrollOperations,
    OptimizerOperations,
    TransformerOperations,
    ExplainOperations,
    IdeaOperations {
  data: { input: { recipe: Recipe }; result: DataSummary };
  documents: {
    input: { recipe: Recipe; order: 'file' | 'shuffled'; from: number; count: number };
    result: { items: { index: number; text: string }[]; total: number };
  };
  overview: {
    input: { recipe: Recipe; order: 'file' | 'shuffled'; find: string | null };
    result: {
      /** By document in this order: its length (at most 255) and its last symbol's token. */
      lengths: Uint8Array;
      last: Uint16Array;
      /** The document at each place of this order, as its place in the file. */
      order: Uint32Array;
      /** Index of `find` in this order, or −1. */
      found: number;
    };
  };
  /** Where a name stands in an order of the list, and how the list begins in that order. */
  survey: {
    input: {
      recipe: Recipe;
      order: 'file' | 'shuffled';
      /** The document looked for: as it is written or, if none is, in lower case. */
      find: string;
      /** How many of the first documents are looked at for `endings`. */
      head: number;
    };
    result: {
      /** The document as the list spells it; as asked for when the list does not have it. */
      text: string;
      /** Its places in this order, from 0, at most 40 of them; `copies` counts them all. */
      places: number[];
      copies: number;
      /** Symbols of `text` that the data set does not have, each once. */
      unknown: string[];
      first: string;
      last: string;
      /** Documents looked at: `head`, or all when there are fewer. */
      head: number;
      /**
       * The last token that the order of the file divides most (its documents lie most unevenly
       * between the two halves), and how many of the first `head` documents end in it.
       */
      ending: number;
      endings: number;
    };
  };
  /** A text cut into symbols, with all that the data set knows of each. */
  tokenize: {
    input: { recipe: Recipe; text: string };
    result: { symbols: SymbolFacts[] };
  };
  /** What a text would be as a data set, before it is used as one. */
  inspect: {
    input: {
      text: string | Uint8Array;
      /** How many of the first documents to show. */
      preview: number;
    };
    result: {
      documents: number;
      /** Different symbols, the boundary not counted. */
      symbols: number;
      issues: DataIssue[];
      preview: string[];
      /** The text that bytes were read as; null when text was given. */
      text: string | null;
    };
  };
  /** A held-out document that the unsmoothed table finds impossible. */
  unseen: {
    input: { recipe: Recipe; step: number };
    result: {
      /** The first such document, with its first unseen pair; null when there is none. */
      first: { text: string; prev: number; next: number } | null;
      /** How many held-out documents have an unseen pair, of how many. */
      documents: number;
      heldOut: number;
    };
  };
  /** Document lengths: those of the data set, and those the table would sample, exactly. */
  lengths: {
    input: { recipe: Recipe; step: number; alpha: number };
    result: {
      /** Share of documents of each length, by length. */
      data: number[];
      /** Probability that a sampled document has each length; what lies beyond is cut. */
      model: number[];
    };
  };
  losses: {
    input: { recipe: Recipe };
    result: {
      /** Mean nats per transition of each document, measured before it was counted. */
      losses: Float64Array;
      /** Held-out nats per transition at some steps. */
      heldOut: { steps: number[]; nats: number[] };
      heldOutDocuments: number;
    };
  };
  /** Mean nats per transition of the held-out documents after each of `steps`, in order. */
  heldOut: {
    input: { recipe: Recipe; steps: number[]; alpha: number };
    result: {
      /** One for each of `steps`; empty when no document is held out. Infinity is possible. */
      nats: number[];
      documents: number;
    };
  };
  state: { input: { recipe: Recipe; step: number }; result: TableState };
  contributors: {
    input: { recipe: Recipe; step: number; prev: number; next: number; limit: number };
    result: { total: number; items: { text: string; index: number; times: number }[] };
  };
  surprise: {
    input: { recipe: Recipe; step: number; text: string; alpha: number };
    result: Surprise;
  };
  row: {
    input: { recipe: Recipe; step: number; prev: number; alpha: number };
    result: { p: number[]; counts: number[]; total: number };
  };
  floors: {
    input: { recipe: Recipe };
    result: { uniform: number; unigram: number; bigram: number; trigram: number };
  };
  sample: {
    input: {
      recipe: Recipe;
      step: number;
      alpha: number;
      count: number;
      /** Null: go on with the run's own generator, as the reference programs do. */
      seed: number | null;
    };
    result: { names: SampledName[] };
  };
  /** The same generator's samples after each of several steps, as the front page shows them. */
  samplesAfter: {
    input: {
      recipe: Recipe;
      /** Documents counted; null for the whole list. */
      steps: (number | null)[];
      /** Samples drawn, and how many of them are given. */
      count: number;
      shown: number;
      /** A letter is unlikely if the whole list's table gives it less than this. */
      rare: number;
    };
    result: { columns: SamplesAfter[] };
  };
}

export type OperationName = keyof Operations;
export type Input<K extends OperationName> = Operations[K]['input'];
export type Result<K extends OperationName> = Operations[K]['result'];

/**
 * A run that is followed as it trains, from step `from` to step `to` (held to what there is to
 * count: the run, or the whole list if that is longer).
 */
export interface Streams extends NetworkStreams {
  train: { input: { recipe: Recipe; from: number; to: number }; frame: TableState };
}
export type StreamName = keyof Streams;

/** What went wrong, in a form the page can word: the code picks the sentence. */
export interface Fault {
  code:
    'data-missing' | 'data-unusable' | 'recipe-unusable' | 'symbols-unknown' | 'crashed' | 'failed';
  detail: string;
  /** What is odd about the data. */
  issues?: DataIssue[];
  /** Why the recipe cannot train. */
  faults?: RecipeFault[];
}

export type ToWorker =
  | { kind: 'ask'; id: number; op: OperationName; input: unknown }
  | { kind: 'open'; id: number; stream: StreamName; input: unknown }
  /** One frame more, up to step `until`; `focus`: which run of a sweep is wanted first from now on. */
  | { kind: 'credit'; id: number; until: number; focus?: number }
  | { kind: 'cancel'; id: number }
  | { kind: 'text'; sha256: string; text: string };

export type FromWorker =
  | { kind: 'answer'; id: number; result: unknown }
  | { kind: 'frame'; id: number; frame: unknown; last: boolean }
  | { kind: 'progress'; id: number; progress: Progress }
  | { kind: 'fault'; id: number; fault: Fault };
