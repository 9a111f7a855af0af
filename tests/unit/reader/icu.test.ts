/** Held to intl-messageformat, the usual library, which is too large to send to every reader. */
import fc from 'fast-check';
import { IntlMessageFormat } from 'intl-messageformat';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { format, parse } from '../../../src/reader/icu.ts';

const bracket = (chunks: unknown[]): string => `[${chunks.join('')}]`;
const VALUES = { n: 1, m: 1234.5678, name: 'zoe', yes: 'true', b: bracket, lens: bracket };

function both(message: string, values: Record<string, unknown>, locale = 'en') {
  const ours = format(parse(message), locale, values).join('');
  const theirs = new IntlMessageFormat(message, locale).format(values as never);
  return { ours, theirs: Array.isArray(theirs) ? theirs.join('') : String(theirs) };
}

const agrees = (
  message: string,
  values: Record<string, unknown> = VALUES,
  locale?: string,
): void => {
  const { ours, theirs } = both(message, values, locale);
  expect(ours, message).toBe(theirs);
};

describe('messages in ICU form', () => {
  it.each([
    'plain text',
    '{name}',
    'a {name} b {m, number} c {m, number, ::group-off} d {m, number, ::.###}',
    '{n, plural, one {# pair} other {# pairs}} of {m, plural, =0 {none} one {one} other {#}}',
    '{yes, select, true {on <b>the</b> list} other {not}}',
    '<b>{name} and <lens>{n, plural, one {#} other {many}}</lens></b>',
    "it''s, it's, '{name}', a < b, 5 > 4",
    '{n, plural, one {{yes, select, true {nested # {name}} other {}}} other {}}',
  ])('%s', (message) => agrees(message));

  it('agree for any number, in languages with other plurals', () => {
    const message = '{n, plural, =0 {none} one {# one} few {# few} many {# many} other {# other}}';
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.constantFrom('en', 'pl', 'ar', 'zh'),
        (n, locale) => agrees(message, { n }, locale),
      ),
    );
  });

  it('agree on any text without signs', () => {
    fc.assert(
      fc.property(
        fc.string().filter((s) => !/[{}<>'#]/.test(s)),
        (text) => agrees(`${text}{name}`),
      ),
    );
  });

  it.each(['{', '{name', '{n, plural}', '{n, plural, one {x}}', '<b>x', '<b>x</i>', '{}'])(
    'refuses %s, as the library does',
    (message) => {
      expect(() => parse(message)).toThrow(SyntaxError);
      expect(() => new IntlMessageFormat(message, 'en')).toThrow();
    },
  );

  it.each(['}', '{n, date}'])('refuses %s, which the site has no use for', (message) => {
    expect(() => parse(message)).toThrow(SyntaxError);
  });

  it('names the value that a message lacks', () => {
    expect(() => format(parse('{name}'), 'en', {})).toThrow('“name”');
  });
});

const every = (tree: unknown, path: string): [string, string][] =>
  typeof tree === 'string'
    ? [[path, tree]]
    : Object.entries(tree as object).flatMap(([key, node]) => every(node, `${path}.${key}`));

describe('the site’s own strings', () => {
  const files = ['ui.json', ...readdirSync('content/en/figures').map((name) => `figures/${name}`)];
  it.each(files)('%s parses, here and in the library', (file) => {
    for (const [path, message] of every(
      JSON.parse(readFileSync(`content/en/${file}`, 'utf8')),
      file,
    )) {
      expect(() => parse(message), path).not.toThrow();
      expect(() => new IntlMessageFormat(message, 'en'), path).not.toThrow();
    }
  });
});
