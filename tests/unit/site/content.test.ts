/** The content's parts know each other: ids, sources, places. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const read = <T>(path: string): T => JSON.parse(readFileSync(`content/${path}`, 'utf8')) as T;

interface Facts {
  ideas: { id: string; years: { from: number; to?: number }; references: string[] }[];
  edges: { from: string; to: string; kind: string }[];
  others?: (string | { id: string })[];
}
const facts = read<Facts>('ideas.json');
const told = read<{
  ideas: Record<string, { title: string; summary: string }>;
  edges: Record<string, string>;
  others?: Record<string, string>;
}>('en/ideas.json');
const sources = new Set(read<{ id: string }[]>('references.json').map(({ id }) => id));

const IDEAS =
  'markov-chains information-theory stochastic-approximation perceptron backpropagation softmax embeddings relu attention adam residual-connections layer-normalization transformer gpt rmsnorm kv-cache';

describe('the timeline', () => {
  it('has the sixteen ideas, each told and sourced', () => {
    expect(facts.ideas.map(({ id }) => id).toSorted()).toEqual(IDEAS.split(' ').toSorted());
    for (const { id, references } of facts.ideas) {
      expect(told.ideas[id]?.summary, id).toBeTruthy();
      expect(references.length, id).toBeGreaterThan(0);
      for (const reference of references)
        expect(sources, `${id} cites ${reference}`).toContain(reference);
    }
  });

  it('stands in the order of its years', () => {
    const years = facts.ideas.map(({ years: { from } }) => from);
    expect(years).toEqual(years.toSorted((a, b) => a - b));
  });

  it('has a lineage between things it knows, and a reason for each line', () => {
    const known = new Set([...Object.keys(told.ideas), ...Object.keys(told.others ?? {})]);
    for (const { from, to, kind } of facts.edges) {
      expect(known, from).toContain(from);
      expect(known, to).toContain(to);
      expect(['documented', 'used', 'conceptual']).toContain(kind);
      expect(told.edges[`${from}>${to}`], `${from}>${to}`).toBeTruthy();
    }
  });
});
