import { describe, expect, it } from 'vitest';
import { extractRegion, readRegion } from '../../../src/build/code-regions.ts';
import { parseMeta } from '../../../src/build/remark-code.ts';

const SOURCE = `function f() {
  // #region body
  let a = 1;
  // #region inner
  if (a) {
    a++;
  }
  // #endregion inner
  // #endregion body
}`;

describe('quoted code', () => {
  it('is the region’s lines without their common indent and without inner marks', () => {
    expect(extractRegion(SOURCE, 'body')).toEqual({
      code: 'let a = 1;\nif (a) {\n  a++;\n}',
      line: 3,
    });
    expect(extractRegion(SOURCE, 'inner')?.code).toBe('if (a) {\n  a++;\n}');
  });

  it('is refused when the region is missing or never ends', () => {
    expect(extractRegion(SOURCE, 'bod')).toBeNull();
    expect(extractRegion('// #region a\nx', 'a')).toBeNull();
  });

  it('fails the build by name when the file or region does not exist', () => {
    expect(() => readRegion('.', 'src/engine/bigram.ts#nowhere', 'a page')).toThrow(
      'no region “nowhere”',
    );
    expect(() => readRegion('.', 'src/engine/nowhere.ts', 'a page')).toThrow('does not exist');
  });

  it('reads its fence: file, region, and links by name', () => {
    expect(parseMeta('file=src/a.ts#b links="counts:count p:probability"')).toEqual({
      file: 'src/a.ts#b',
      links: { counts: 'count', p: 'probability' },
      quantities: {},
    });
    expect(parseMeta('')).toEqual({ file: undefined, links: {}, quantities: {} });
    expect(parseMeta('links="da:local:activation"')).toMatchObject({
      links: { da: 'local' },
      quantities: { da: 'activation' },
    });
  });
});
