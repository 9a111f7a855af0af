import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { makeMessages } from '../../../src/reader/messages.tsx';

const words = makeMessages(
  {
    seen: '<parameter>{count, number}</parameter> {count, plural, one {pair} other {pairs}} after <t>{from}</t>',
    deep: { er: 'found' },
  },
  'en',
);

describe('messages', () => {
  it('colour what a quantity’s tag encloses', () => {
    expect(renderToStaticMarkup(<>{words.say('seen', { count: 1234, from: 'a' })}</>)).toBe(
      '<span class="num q-parameter">1,234</span> pairs after <bdi class="letter">a</bdi>',
    );
  });

  it('are plain text where text is wanted', () => {
    expect(words.text('seen', { count: 1, from: 'a' })).toBe('1 pair after a');
  });

  it('are found by their path, and missed aloud', () => {
    expect(words.text('deep.er')).toBe('found');
    expect(words.has('deep.est')).toBe(false);
    expect(() => words.text('deep.est')).toThrow('deep.est');
  });
});
