/** Everything the engine offers. It imports nothing from outside this folder. */
export * from './bigram.ts';
export * from './classes.ts';
export * from './corpus.ts';
export * from './counts.ts';
export * from './documents.ts';
export * from './evaluate.ts';
export * from './floors.ts';
export * from './graphemes.ts';
export * from './history.ts';
export * from './math.ts';
export * from './random.ts';
export * from './recipe.ts';
export * from './sample.ts';
export * from './tokenizer.ts';
