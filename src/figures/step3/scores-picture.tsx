import { useRef, useState } from 'react';
import { Frame } from '../../charts/Frame.tsx';
import { ListCursor } from '../../charts/ListCursor.tsx';
import { GridCursor } from '../../charts/matrix/GridCursor.tsx';
import type { Messages } from '../../reader/messages.tsx';
import type { Size } from '../frame.tsx';
import { useTextScale } from '../text-scale.ts';
import { Arcs, Letters, NumberRows, WeightBars } from './scores-chain.tsx';
import { WeightMap } from './scores-map.tsx';
import { RootChart } from './scores-root.tsx';
import { scoresLayout, type Reach, type ScoresLayout } from './scores-view.ts';

export interface ScoresPictureProps {
  size: Size;
  words: Messages;
  letters: readonly string[];
  /** [T, T]: dot products; what softmax gets; what it makes of it. */
  dots: readonly (readonly number[])[];
  scores: readonly (readonly number[])[];
  weights: readonly (readonly number[])[];
  /** As the program has them. */
  own: readonly (readonly number[])[];
  /** What the dot products are multiplied by, in words. */
  times: string;
  reach: Reach;
  t: number;
  s: number;
  /** Weights are still asked for. */
  asking: boolean;
  /** The largest weight, as the reader expects it. */
  guess: number | null;
  /** Numbers in a vector, and the seed of the experiment with random ones. */
  width: number;
  seed: number;
  lit: string | null;
  announce: (t: number, s: number) => string;
  onAsk: (t: number) => void;
  onCell: (t: number, s: number) => void;
}

/** One column a position: arcs, scores, weights, and the map of all positions’ weights. */
export function ScoresPicture(props: ScoresPictureProps) {
  const { size, words, letters, reach, t, s } = props;
  const root = useRef<HTMLDivElement>(null);
  const scale = useTextScale(root);
  const [over, setOver] = useState<number | null>(null);
  const [cell, setCell] = useState<readonly [number, number] | null>(null);
  const at = scoresLayout(size, letters.length, scale);
  const mapped = reach === 'map';
  return (
    <div ref={root} className="scores-root">
      <Frame
        width={size.width}
        height={size.height}
        label={words.text('picture')}
        description={words.text('pictureAbout', { count: letters.length })}
        textScale={scale}
        className="scores"
        over={(describedBy) => (
          <>
            <div className="scores-strip" style={lettersBox(at)}>
              <ListCursor
                label={words.text('askers')}
                describedBy={describedBy}
                slots={letters.map((_, n) => ({
                  x: n * at.pitch,
                  y: 0,
                  width: at.pitch,
                  height: lettersBox(at).height,
                }))}
                name={(n) => words.text('asker', { letter: letters[n], position: n })}
                direction="horizontal"
                selected={t}
                hovered={over}
                setHovered={setOver}
                onSelect={props.onAsk}
              />
            </div>
            {mapped && (
              <GridCursor
                matrix={{ rows: letters.length, columns: letters.length }}
                label={words.text('map')}
                layout={gridOf(at, letters.length)}
                hovered={cell && cell[1] <= cell[0] ? cell : null}
                setHovered={setCell}
                selected={[t, s]}
                announce={props.announce}
                onSelect={(row, column) => props.onCell(row, Math.min(row, column))}
              />
            )}
          </>
        )}
      >
        <rect
          className="scores-column"
          x={at.left + s * at.pitch + 1}
          width={at.pitch - 2}
          y={at.letters + 5 * scale}
          height={at.bars.bottom - at.letters - 5 * scale}
        />
        <Arcs {...props} at={at} />
        <Letters {...props} at={at} over={over} />
        <NumberRows {...props} at={at} />
        <WeightBars {...props} at={at} />
        {reach === 'root' ? (
          <RootChart {...props} at={at} />
        ) : (
          <WeightMap {...props} at={at} hovered={mapped ? cell : null} />
        )}
      </Frame>
    </div>
  );
}

const lettersBox = (at: ScoresLayout) => ({
  left: at.left,
  top: at.letters - 19 * at.scale,
  width: at.width - at.left,
  height: 26 * at.scale,
});

/** The map's cells, as the cursor of heat maps wants them. */
const gridOf = (at: ScoresLayout, count: number) => ({
  left: at.left,
  top: at.map.top,
  cellWidth: at.pitch,
  cellHeight: at.map.row,
  gridWidth: at.pitch * count,
  gridHeight: at.map.row * count,
});
