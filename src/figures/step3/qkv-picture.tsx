import { useRef, useState } from 'react';
import { Frame } from '../../charts/Frame.tsx';
import { ListCursor } from '../../charts/ListCursor.tsx';
import type { Messages } from '../../reader/messages.tsx';
import type { Size } from '../frame.tsx';
import { endsOf, evenEnds, middle, termsOf } from '../step1/linear-view.ts';
import { useTextScale } from '../text-scale.ts';
import type { Attention } from './attention-data.ts';
import { px } from '../px.ts';
import { PairBands } from './qkv-bands.tsx';
import { KeySums, Panel, PanelCells } from './qkv-panels.tsx';
import { BANDS, qkvLayout, type BandName, type QkvLayout, type Reach } from './qkv-view.ts';

export interface QkvPictureProps {
  size: Size;
  words: Messages;
  attention: Attention;
  reach: Reach;
  /** Whose query, whose key, and which of their numbers. */
  t: number;
  s: number;
  i: number;
  /** The sum with every key up to `t`; null while it is asked for. */
  sums: readonly number[] | null;
  /** The key that the reader expects to agree most. */
  guess: number | null;
  format: (value: number) => string;
  announce: (i: number) => string;
  onQuery: (t: number) => void;
  onKey: (s: number) => void;
  onNumber: (i: number) => void;
  lit: 'query' | 'key' | 'value' | 'score' | null;
}

/** Rows of numbers for every letter above; below, a query and a key meet, number by number. */
export function QkvPicture(props: QkvPictureProps) {
  const { size, words, attention, reach, t, s, i } = props;
  const { letters, q, k } = attention;
  const root = useRef<HTMLDivElement>(null);
  const scale = useTextScale(root);
  const [hovered, setHovered] = useState<number | null>(null);
  const [row, setRow] = useState<{ panel: 'q' | 'k'; at: number } | null>(null);
  const paired = reach !== 'rows';
  const terms = termsOf(q[t], k[s]);
  const both = evenEnds([...q.flat(), ...k.flat()], 1.05);
  const at = qkvLayout(
    size,
    letters.length,
    q[t].length,
    {
      q: both,
      k: both,
      product: evenEnds(terms.products, 1.15),
      sum: endsOf(terms.sums, 1.15),
    },
    { scale, alone: !paired },
  );
  const later = (x: number) => (n: number) => ({
    x,
    y: n * at.row,
    width: at.panel,
    height: at.row,
  });
  return (
    <div ref={root} className="qkv-root">
      <Frame
        width={size.width}
        height={size.height}
        label={words.text('picture')}
        description={words.text('pictureAbout', { count: letters.length, size: q[t].length })}
        textScale={scale}
        className="qkv"
        behind={
          <PanelCells
            at={at}
            attention={attention}
            names={reach === 'all' ? ['q', 'k'] : ['q', 'k', 'v']}
          />
        }
        over={(describedBy) => (
          <>
            {(['q', 'k'] as const).map((panel) => (
              <div
                key={panel}
                className="qkv-strip"
                style={{ top: at.top, left: 0, width: size.width, height: at.row * letters.length }}
              >
                <div
                  className="qkv-strip"
                  style={{
                    top: 0,
                    left: at.panels[panel === 'q' ? 0 : 1],
                    width: at.panel,
                    height: at.row * (panel === 'q' ? letters.length : t + 1),
                  }}
                >
                  <ListCursor
                    label={words.text(panel === 'q' ? 'queries' : 'keys', { letter: letters[t] })}
                    describedBy={describedBy}
                    slots={letters
                      .slice(0, panel === 'q' ? undefined : t + 1)
                      .map((_, n) => later(0)(n))}
                    name={(n) => words.text('row', { letter: letters[n], position: n })}
                    direction="vertical"
                    selected={panel === 'q' ? t : s}
                    hovered={row?.panel === panel ? row.at : null}
                    setHovered={(n) => setRow(n === null ? null : { panel, at: n })}
                    onSelect={panel === 'q' ? props.onQuery : props.onKey}
                  />
                </div>
              </div>
            ))}
            {paired && (
              <div className="qkv-strip" style={bandsBox(at)}>
                <ListCursor
                  label={words.text('numbers')}
                  slots={q[t].map((_, n) => ({
                    x: n * at.pitch,
                    y: 0,
                    width: at.pitch,
                    height: at.foot - at.bands.q.top,
                  }))}
                  name={props.announce}
                  direction="horizontal"
                  selected={i}
                  hovered={hovered}
                  setHovered={setHovered}
                  onSelect={props.onNumber}
                />
              </div>
            )}
          </>
        )}
      >
        <Panel {...props} at={at} name="q" chosen={t} hovered={hover(row, 'q')} />
        <Panel {...props} at={at} name="k" chosen={s} hovered={hover(row, 'k')} />
        {reach === 'all' ? (
          <KeySums {...props} at={at} />
        ) : (
          <Panel {...props} at={at} name="v" chosen={null} hovered={null} />
        )}
        <Letters {...props} at={at} />
        {paired && (
          <PairBands {...props} at={at} terms={terms} hovered={hovered} shown={shownBands(reach)} />
        )}
        {paired &&
          q[t].map((_, n) =>
            n === i || (at.pitch > 15 * scale && Math.abs(n - i) * at.pitch > 16 * scale) ? (
              <text
                key={n}
                className={n === i ? 'c-mono c-mine' : 'c-mono'}
                x={px(middle(at, n))}
                y={at.foot}
                textAnchor="middle"
              >
                {n}
              </text>
            ) : null,
          )}
      </Frame>
    </div>
  );
}

const hover = (row: { panel: 'q' | 'k'; at: number } | null, panel: 'q' | 'k') =>
  row?.panel === panel ? row.at : null;

const bandsBox = (at: QkvLayout) => ({
  top: at.bands.q.top,
  left: at.left,
  width: at.right - at.left,
  height: at.foot + 2 - at.bands.q.top,
});

/** The bands that the story has come to. */
function shownBands(reach: Reach): readonly BandName[] {
  return reach === 'products' ? BANDS.slice(0, 3) : BANDS;
}

/** Who is who: a letter before each row, the one that asks in the reader's ink. */
function Letters({ attention, at, t }: QkvPictureProps & { at: QkvLayout }) {
  return attention.letters.map((letter, n) => (
    <text
      // Positions keep their places.
      key={n}
      className="qkv-letter"
      data-mine={n === t || undefined}
      data-later={n > t || undefined}
      x={at.panels[0] - 10}
      y={px(at.top + (n + 0.5) * at.row)}
      dominantBaseline="central"
      textAnchor="end"
    >
      {letter}
    </text>
  ));
}
