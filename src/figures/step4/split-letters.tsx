import { monoWidth, sansWidth } from '../../charts/text.ts';
import type { PartProps } from './split-picture.tsx';
import { spanOf, type SplitLayout } from './split-view.ts';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface StripAt {
  /** Of the whole strip, as a style. */
  readonly box: { left: number; top: number; width: number; height: number };
  /** Of each letter, within the strip. */
  readonly slots: readonly Box[];
  readonly hover: (at: number) => Box;
  /** Right end of its name. */
  readonly name: number;
}

/** Widest distance of letters, and how high they are pressed, px. */
const PITCH = 20;
const TALL = 22;
const NAME = 12;
/** Size of a letter that has room, px. */
const LETTER = 14;

/** Two strips of the same letters side by side: who asks, and whom it looks at. */
export function stripsAt(at: SplitLayout, count: number): readonly [StripAt, StripAt] {
  const { left, width, scale } = at;
  const between = 58 * scale;
  const pitch = Math.min(PITCH * scale, (width - left - between) / 2 / Math.max(1, count));
  const top = at.letters - 16 * scale;
  const strip = (x: number): StripAt => {
    const slot = (n: number) => ({ x: n * pitch, y: 0, width: pitch, height: TALL * scale });
    return {
      box: { left: x, top, width: pitch * count, height: TALL * scale },
      slots: Array.from({ length: count }, (_, n) => slot(n)),
      hover: (n) => ({ ...slot(n), x: x + n * pitch, y: top }),
      name: x - 6 * scale,
    };
  };
  return [strip(left), strip(left + count * pitch + between)];
}

interface StripProps extends PartProps {
  strip: StripAt;
  name: 'asks' | 'sees';
  /** The letter in hand, and the last that can be. */
  mine: number;
  last: number;
}

export function Strip({ at, words, split, strip, name, mine, last }: StripProps) {
  return (
    <>
      <text className="c-note" x={strip.name} y={at.letters} textAnchor="end">
        {words.text(name)}
      </text>
      {split.letters.map((letter, n) => (
        <text
          // Positions keep their places.
          key={n}
          className="split-letter"
          data-mine={n === mine || undefined}
          data-later={n > last || undefined}
          style={{ fontSize: Math.min(LETTER * at.scale, strip.slots[n].width * 1.55) }}
          x={strip.box.left + strip.slots[n].x + strip.slots[n].width / 2}
          y={at.letters}
          textAnchor="middle"
        >
          {letter}
        </text>
      ))}
    </>
  );
}

/** Which columns are whose, over them. */
export function HeadNames({ at, words, split, head }: PartProps) {
  const { heads } = split;
  if (heads.length === 1) return null;
  const size = NAME * at.scale;
  return heads.map((one, n) => {
    const { x, width } = spanOf(at, one);
    const long = words.text('nameOf', { head: n + 1 });
    const short = String(n + 1);
    const fits = sansWidth(long, size) + 4 < width;
    if (!fits && n !== head && monoWidth(short, size) + 2 > width) return null;
    return (
      <text
        key={one.from}
        className="split-name"
        data-mine={n === head || undefined}
        x={x + width / 2}
        y={at.names}
        textAnchor="middle"
      >
        {fits ? long : short}
      </text>
    );
  });
}
