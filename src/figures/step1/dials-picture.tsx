import { useMemo, useRef, useState } from 'react';
import { fixed } from '../../charts/index.ts';
import { Range } from '../../charts/lines/Range.tsx';
import { SMALL, monoWidth, sansWidth } from '../../charts/text.ts';
import type { Mistake } from '../../engine/broken.ts';
import { useLink } from '../../reader/links.ts';
import type { Messages } from '../../reader/messages.tsx';
import type { Size } from '../frame.tsx';
import { useTextScale } from '../text-scale.ts';
import { DialsCheck } from './dials-check.tsx';
import type { AllDials } from './dials-data.ts';
import { TURN, dialsLayout, namesFit, squareAlone, type Guess, type View } from './dials-view.ts';
import { MATRICES, cellName, matricesLayout, shortName, type CellAt } from './matrices.ts';
import { SliceEnds } from './nudging-slices.tsx';
import { SliceMarks } from './slice-marks.tsx';
import { sliceShape } from './slice-shape.ts';
import { WeightsMap } from './weights-map.tsx';
import { valueAt } from './weights-view.ts';

export interface DialsPictureProps {
  size: Size;
  words: Messages;
  data: AllDials;
  view: View;
  lens: string;
  lit: string | null;
  asking: boolean;
  guess: Guess | null;
  /** There is room for one part only: the matrices, or the check. */
  narrow: boolean;
  onGrab: (cell: CellAt) => void;
  onTurn: (offset: number) => void;
  onMistake: (mistake: Mistake | null) => void;
}

const three = fixed(3);
/** A curve flatter than this does not fill its frame, nats. */
const LEAST = 0.03;

/** The three matrices with the thread through them, one dial's loss in the corner, the check. */
export function DialsPicture(props: DialsPictureProps) {
  const { size, words, data, view, narrow, asking } = props;
  const root = useRef<HTMLDivElement>(null);
  const scale = useTextScale(root);
  const network = data.size!;
  const laid = useMemo(
    () => dialsLayout(size, network, scale, !narrow, asking),
    [size, network, scale, narrow, asking],
  );
  return (
    <div className="dials" ref={root} data-lit={props.lit ?? undefined}>
      {(!narrow || view.part === 'map') && (
        <DialsMap {...props} scale={scale} height={laid.map} top={laid.top} foot={laid.foot} />
      )}
      {(!narrow || view.part !== 'map') && (
        <DialsCheck
          words={words}
          data={data}
          square={narrow ? squareAlone(size, scale, asking) : laid.square}
          scale={scale}
          part={narrow ? view.part : null}
          mistake={view.mistake}
          asking={asking}
          guess={props.guess}
          onMistake={props.onMistake}
          onGrab={props.onGrab}
        />
      )}
    </div>
  );
}

function DialsMap(
  props: DialsPictureProps & { scale: number; height: number; top: number; foot: number },
) {
  const { size, words, data, view, lens, lit, scale, height, top, foot } = props;
  const { network, weights, cell, slopes, curve } = data;
  const [hovered, setHovered] = useState<CellAt | null>(null);
  const link = useLink('dial');
  const numbers = data.size!;
  const at = useMemo(
    () => matricesLayout({ width: size.width, height: height - foot }, numbers, top),
    [size.width, height, foot, numbers, top],
  );
  const { corner } = at;
  const head = 17 * scale;
  const box = {
    x: 2,
    y: corner.y + head,
    width: Math.max(20, corner.width - 24),
    height: Math.max(20, corner.height - head - 4),
  };
  const shape = sliceShape(box, curve ?? { xs: [], losses: [] }, LEAST);
  const value = slopes?.value ?? 0;
  const w = value + view.offset;
  const loss = slopes?.loss ?? NaN;
  const titled = namesFit(size.width);
  const [nudged, hand] = [slopes?.numerical[0] ?? NaN, slopes?.hand ?? NaN];
  const apart = Math.abs(nudged - hand) > data.tolerance;
  const name = words.text('lossOf', { name: lens });
  const short =
    sansWidth(name, 12 * scale) + 6 + monoWidth('2.345', SMALL * scale) > corner.width - 4;
  return (
    <div className="dials-map" {...link.bind}>
      <WeightsMap
        words={words}
        width={size.width}
        height={height}
        at={at}
        weights={weights}
        ink={data.ink}
        x={data.units?.x ?? null}
        a={data.units?.a ?? null}
        dial={cell}
        way={data.way}
        labels={network?.labels ?? []}
        end={Number.isFinite(loss) ? [shape.x(w), shape.y(loss)] : null}
        titled={titled}
        lit={MATRICES.find((one) => shortName(one) === lit) ?? null}
        announce={(one) =>
          words.text('cell', {
            name: cellName(one),
            value: weights ? three(valueAt(weights, numbers, one)) : '',
          })
        }
        onGrab={props.onGrab}
        onHover={setHovered}
        over={
          <>
            <Range
              label={words.text('turn')}
              left={box.x}
              top={box.y}
              width={box.width}
              height={box.height + foot}
              min={-TURN}
              max={TURN}
              step={0.01}
              value={view.offset}
              text={words.text('turnText', { value: three(w), loss: three(loss) })}
              onChange={props.onTurn}
            />
            {titled && <Legend words={words} hovered={hovered} data={data} />}
          </>
        }
      >
        <text x={0} y={corner.y + 7 * scale}>
          <tspan className="slice-head">{short ? words.text('loss') : name}</tspan>
          <tspan className="c-mono slice-loss" dx={6}>
            {three(loss)}
          </tspan>
        </text>
        {curve && (
          <SliceMarks
            shape={shape}
            at={[w, loss]}
            slopes={[
              {
                id: 'nudged',
                slope: nudged,
                dashed: false,
                label: apart ? words.text('nudged') : undefined,
              },
              ...(apart
                ? [
                    {
                      id: 'hand',
                      slope: hand,
                      dashed: true,
                      label: words.text(`mistakes.${view.mistake ?? 'right'}`),
                    },
                  ]
                : []),
            ]}
          />
        )}
        <path className="c-axis" d={`M${box.x} ${box.y + box.height + 3}h${box.width}`} />
        <path className="c-grip-stem" d={`M${shape.x(w)} ${box.y + box.height}v7`} />
        {foot > 8 && slopes && (
          <SliceEnds
            shape={shape}
            from={value - TURN}
            to={value + TURN}
            w={w}
            y={box.y + box.height + 17 * scale}
          />
        )}
      </WeightsMap>
    </div>
  );
}

/** The ramp of the cells, or the cell that is pointed at. */
function Legend({
  words,
  hovered,
  data,
}: {
  words: Messages;
  hovered: CellAt | null;
  data: AllDials;
}) {
  const { weights, size, ink } = data;
  if (hovered && weights && size) {
    return (
      <p className="dials-legend">
        {words.text('cell', {
          name: cellName(hovered),
          value: three(valueAt(weights, size, hovered)),
        })}
      </p>
    );
  }
  return (
    <p className="dials-legend" aria-hidden="true">
      −{ink}
      <span className="dials-ramp" />+{ink}
    </p>
  );
}
