import { describe, expect, it } from 'vitest';
import type { Element, ElementContent } from 'hast';
import { highlight } from '../../../src/build/highlight.ts';

function* names(nodes: ElementContent[]): Iterable<Element> {
  for (const node of nodes) {
    if (node.type !== 'element') continue;
    if (node.tagName === 'b') yield node;
    yield* names(node.children);
  }
}

const text = (nodes: ElementContent[]): string =>
  nodes
    .map((node) =>
      node.type === 'element' ? text(node.children) : 'value' in node ? node.value : '',
    )
    .join('');

describe('code as the page shows it', () => {
  const code = 'const p = counts[prev]; // counts\nconst constructor = "p";';

  it('loses no character', async () => {
    expect(text(await highlight(code, 'ts', {}, {}))).toBe(code);
  });

  it('colours names by quantity, links those asked for, and leaves comments alone', async () => {
    const found = [
      ...names(
        await highlight(code, 'ts', { p: 'probability', counts: 'parameter' }, { counts: 'count' }),
      ),
    ];
    const seen = found.map((node) => [
      text(node.children),
      node.properties.className,
      node.properties.dataLink,
    ]);
    expect(seen).toContainEqual(['p', ['q-probability'], undefined]);
    expect(seen.filter(([word]) => word === 'counts')).toEqual([
      ['counts', ['q-parameter'], 'count'],
    ]);
  });
});
