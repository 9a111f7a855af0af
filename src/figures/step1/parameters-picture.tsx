import { useRef, type CSSProperties } from 'react';
import type { Messages } from '../../reader/messages.tsx';
import type { Size } from '../frame.tsx';
import { useTextScale } from '../text-scale.ts';
import { InkKey } from './ink-key.tsx';
import {
  MATRICES,
  cellName,
  type Box,
  type CellAt,
  type MatrixName,
  type NetworkSize,
} from './matrices.ts';
import type { Moment } from './parameters-data.ts';
import { Bell, GuessRows, History, NameRows, StillRows } from './parameters-marks.tsx';
import { parametersLayout } from './parameters-view.ts';
import { WeightsMap } from './weights-map.tsx';
import type { Weights } from './weights-view.ts';

export interface ParametersPictureProps {
  room: Size;
  words: Messages;
  size: NetworkSize;
  /** The numbers now and before the first name; null until the reader's engine has answered. */
  moment: Moment | null;
  first: Weights | null;
  ink: number;
  chosen: CellAt;
  valueOf: (cell: CellAt) => number;
  labels: readonly string[];
  /** The letters of the name, each once. */
  tokens: readonly number[];
  /** Rows of wte that nothing has moved; none while nothing could. */
  still: readonly number[];
  /** So many rows, the reader says. */
  guess: number | null;
  /** The chosen number over the run. */
  series: ArrayLike<number> | null;
  step: number;
  steps: number;
  lit: MatrixName | null;
  number: (value: number) => string;
  plus: (value: number) => string;
  onGrab: (cell: CellAt) => void;
}

/** Room for the guess under wte, px. */
const GUESS = 26;
/** A history lower than this gives way to the guess, px. */
const LOW = 100;

/** The three matrices, one number's way through the run, and how large the numbers are. */
export function ParametersPicture(props: ParametersPictureProps) {
  const { room, words, size, moment, first, ink, chosen, guess, labels, steps } = props;
  const root = useRef<HTMLDivElement>(null);
  const scale = useTextScale(root);
  const at = parametersLayout(room, size, scale);
  const scaled: CSSProperties & Record<'--c-scale', number> = { '--c-scale': scale };
  return (
    <div className="parameters" ref={root} style={scale === 1 ? undefined : scaled}>
      <WeightsMap
        words={words}
        width={room.width}
        height={room.height}
        at={at.map}
        weights={moment?.weights ?? null}
        ink={ink}
        x={moment?.x ?? null}
        a={moment?.a ?? null}
        dial={chosen}
        way={null}
        labels={labels}
        titled={at.titled}
        lit={props.lit}
        announce={(cell) =>
          words.text('cell', { name: cellName(cell), value: props.plus(props.valueOf(cell)) })
        }
        onGrab={props.onGrab}
      >
        {at.titled && <InkKey right={room.width} y={at.map.plates.wte.y - 21} ink={ink} />}
        <NameRows at={at.map} tokens={props.tokens} labels={labels} scale={scale} />
        {props.still.length > 0 && <StillRows at={at.map} rows={props.still} />}
        {guess !== null && (
          <GuessRows
            at={at.map}
            rows={guess}
            scale={scale}
            text={words.text('yourGuess', { guess })}
          />
        )}
        {at.history && (guess === null || at.history.height > LOW * scale) && (
          <History
            box={guess === null ? at.history : lowered(at.history, GUESS * scale)}
            scale={scale}
            cell={chosen}
            series={props.series}
            value={moment ? props.valueOf(chosen) : null}
            step={props.step}
            steps={steps}
            number={props.number}
          />
        )}
        {at.bells.map((box, i) => (
          <Bell
            key={MATRICES[i]}
            name={MATRICES[i]}
            box={box}
            scale={scale}
            values={moment?.weights[MATRICES[i]] ?? null}
            first={first?.[MATRICES[i]] ?? null}
            ink={ink}
            words={words}
          />
        ))}
      </WeightsMap>
    </div>
  );
}

const lowered = (box: Box, by: number): Box => ({
  ...box,
  y: box.y + by,
  height: box.height - by,
});
