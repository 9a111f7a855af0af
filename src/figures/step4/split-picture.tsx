import { useState } from 'react';
import { Frame } from '../../charts/Frame.tsx';
import { ListCursor } from '../../charts/ListCursor.tsx';
import type { Messages } from '../../reader/messages.tsx';
import type { Size } from '../frame.tsx';
import { MatrixCells } from '../step1/matrix-cells.tsx';
import { SplitBands } from './split-bands.tsx';
import type { Split, SplitData } from './split-data.ts';
import { HeadNames, Strip, stripsAt } from './split-letters.tsx';
import { SplitNumbers, SplitWeights } from './split-numbers.tsx';
import { spanOf, splitLayout, type Reach, type SplitLayout } from './split-view.ts';

export interface SplitPictureProps {
  size: Size;
  words: Messages;
  scale: number;
  data: SplitData;
  split: Split;
  /** The head in hand. */
  head: number;
  reach: Reach;
  announce: (head: number) => string;
  onHead: (head: number) => void;
  onAsks: (t: number) => void;
  onSeen: (s: number) => void;
}

export interface PartProps extends SplitPictureProps {
  at: SplitLayout;
}

const CUT_BY_ROWS = ['wq', 'wk', 'wv'] as const;

/** Attention channel by channel, one column each: a head is a stretch of columns. */
export function SplitPicture(props: SplitPictureProps) {
  const { size, words, scale, split, head, reach } = props;
  const { heads, letters, width, t, s } = split;
  const [hovered, setHovered] = useState<number | null>(null);
  const [letter, setLetter] = useState<{ strip: 0 | 1; at: number } | null>(null);
  const at = splitLayout(size, width, scale);
  const { top, bottom } = extentOf(at);
  const strips = stripsAt(at, letters.length);
  const slots = heads.map((one) => ({ ...spanOf(at, one), y: top, height: bottom - top }));
  const part = { ...props, at };
  return (
    <Frame
      width={size.width}
      height={size.height}
      textScale={scale}
      label={words.text('picture')}
      description={words.text('pictureAbout', { heads: heads.length, width })}
      className="split"
      behind={
        <>
          {CUT_BY_ROWS.map((name) => (
            <Cells key={name} {...part} name={name} />
          ))}
          <Cells {...part} name="wo" hidden={reach !== 'all'} />
        </>
      }
      over={(describedBy) => (
        <>
          {heads.length > 1 && (
            <ListCursor
              label={words.text('heads')}
              describedBy={describedBy}
              slots={slots}
              name={props.announce}
              direction="horizontal"
              selected={head}
              hovered={hovered}
              setHovered={setHovered}
              onSelect={props.onHead}
            />
          )}
          {([0, 1] as const).map((strip) => (
            <div key={strip} className="split-strip" style={strips[strip].box}>
              <ListCursor
                label={words.text(strip === 0 ? 'asks' : 'sees')}
                slots={strips[strip].slots.slice(0, strip === 0 ? undefined : t + 1)}
                name={(n) => words.text('letter', { letter: letters[n], at: n })}
                direction="horizontal"
                selected={strip === 0 ? t : s}
                hovered={letter?.strip === strip ? letter.at : null}
                setHovered={(n) => setLetter(n === null ? null : { strip, at: n })}
                onSelect={strip === 0 ? props.onAsks : props.onSeen}
              />
            </div>
          ))}
        </>
      )}
    >
      <Strip {...part} strip={strips[0]} name="asks" mine={t} last={letters.length - 1} />
      <Strip {...part} strip={strips[1]} name="sees" mine={s} last={t} />
      {letter && <rect className="c-hover" {...strips[letter.strip].hover(letter.at)} />}
      <HeadNames {...part} />
      <SplitBands {...part} />
      <SplitNumbers {...part} />
      <SplitWeights {...part} />
      {heads.length > 1 && (
        <path
          className="split-cut"
          d={slots
            .slice(1)
            .map(({ x }) => `M${x} ${top}V${bottom}`)
            .join('')}
        />
      )}
      {hovered !== null && hovered !== head && <rect className="c-hover" {...slots[hovered]} />}
      {heads.length > 1 && <rect className="c-selected split-chosen" {...slots[head]} />}
    </Frame>
  );
}

/** From the first band to the last. */
function extentOf({ bands }: SplitLayout): { top: number; bottom: number } {
  const all = Object.values(bands);
  return {
    top: Math.min(...all.map(({ top }) => top)) - 2,
    bottom: Math.max(...all.map(({ bottom }) => bottom)) + 2,
  };
}

/** A matrix in the columns of its channels: rows stand as columns, but for the last one’s. */
function Cells(props: PartProps & { name: 'wq' | 'wk' | 'wv' | 'wo'; hidden?: boolean }) {
  const { at, data, split, name, hidden = false } = props;
  const band = at.bands[name];
  if (!band || hidden) return null;
  return (
    <MatrixCells
      values={data.matrices?.[name] ?? null}
      rows={split.width}
      cols={split.width}
      turned={name !== 'wo'}
      ink={data.ink}
      box={{
        x: at.left,
        y: band.top,
        width: at.right - at.left,
        height: band.bottom - band.top,
      }}
    />
  );
}
