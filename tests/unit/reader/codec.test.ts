import { describe, expect, it } from 'vitest';
import { pack, unpack } from '../../../src/reader/codec.ts';

describe('answers that travel in a page', () => {
  it('keep the kind of their arrays and the value of infinity', () => {
    const answer = {
      counts: Uint32Array.of(0, 1, 4294967295),
      last: Uint16Array.of(65535),
      lengths: Uint8Array.of(255),
      nats: [1.5, Infinity],
      none: null,
    };
    expect(unpack(pack(answer))).toEqual(answer);
  });

  it('cut fractions, those of arrays most, and leave whole numbers whole', () => {
    const back = unpack(pack({ losses: Float64Array.of(1 / 3), p: [1 / 3, 229201] })) as {
      losses: Float64Array;
      p: number[];
    };
    expect([...back.losses]).toEqual([0.3333]);
    expect(back.p).toEqual([0.3333333333, 229201]);
  });

  it('refuse an array they would lose', () => {
    expect(() => pack({ a: new Float32Array(1) })).toThrow('Float32Array');
  });
});
