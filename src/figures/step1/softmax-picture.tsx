import { useRef, useState } from 'react';
import { Frame } from '../../charts/Frame.tsx';
import { Handle } from '../../charts/lines/Range.tsx';
import { ListCursor } from '../../charts/ListCursor.tsx';
import { fitting, monoWidth } from '../../charts/text.ts';
import type { Size } from '../frame.tsx';
import { useTextScale } from '../text-scale.ts';
import { BandMarks } from './softmax-marks.tsx';
import {
  heightOf,
  softmaxLayout,
  valueAt,
  type BandName,
  type Columns,
  type Reach,
} from './softmax-view.ts';

export type Guess = 'grow' | 'same' | 'gap';

export interface SoftmaxPictureProps extends Size {
  label: string;
  description: string;
  labels: readonly string[];
  columns: Columns;
  /** The logits as the network gives them, and the shares they give. */
  original: ArrayLike<number>;
  before: readonly number[];
  shift: number;
  reach: Reach;
  naive: boolean;
  to: number;
  announce: (i: number) => string;
  onSelect: (i: number) => void;
  /** Null where the logit cannot be dragged. */
  onLift: ((lift: number) => void) | null;
  handle: { label: string; text: string };
  guess: Guess | null;
  heads: (band: BandName) => { name: string; note: string };
  /** Bands pointed at elsewhere. */
  lit: BandName | null;
}

/** Logits, their exponentials and their shares, in the same columns. */
export function SoftmaxPicture(props: SoftmaxPictureProps) {
  const { labels, columns, width, height, to, reach } = props;
  const [hovered, setHovered] = useState<number | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const scale = useTextScale(root);
  const { original, shift, naive } = props;
  const at = softmaxLayout(width, height, columns, original, shift, naive, scale);
  const [logits] = at.bands;
  const looked = hovered ?? to;
  const middle = (i: number): number => (i + 0.5) * at.pitch;
  const shown = fitting(
    labels.map((label) => monoWidth(label, 12 * scale) + 2),
    at.pitch,
    [to, looked],
  );
  return (
    <div className="softmax-box" ref={root}>
      <Frame
        width={width}
        height={height}
        label={props.label}
        description={props.description}
        className="softmax"
        textScale={scale}
        over={(describedBy) => (
          <>
            <ListCursor
              label={props.label}
              describedBy={describedBy}
              slots={labels.map((_, i) => ({ x: i * at.pitch, y: 0, width: at.pitch, height }))}
              name={props.announce}
              direction="horizontal"
              selected={to}
              hovered={hovered}
              setHovered={setHovered}
              onSelect={props.onSelect}
            />
            {props.onLift && (
              <Handle
                label={props.handle.label}
                text={props.handle.text}
                style={{
                  left: middle(to) - 22,
                  top: heightOf(logits, columns.z[to]) - 22,
                  width: 44,
                  height: 44,
                }}
                value={columns.z[to]}
                min={logits.low}
                max={logits.high}
                step={0.05}
                at={(y) => valueAt(logits, y)}
                onChange={(value) => props.onLift!(value - props.shift - props.original[to])}
              />
            )}
          </>
        )}
      >
        {at.bands.map((band) => (
          <BandMarks
            key={band.name}
            {...props}
            at={at}
            band={band}
            looked={looked}
            blank={reach === 'logits' && band.name !== 'logits'}
          />
        ))}
        {props.onLift && (
          <circle
            className="softmax-ring"
            cx={middle(to)}
            cy={heightOf(logits, columns.z[to])}
            r={5.5}
          />
        )}
        {labels.map((label, i) =>
          shown.has(i) ? (
            <text
              key={label}
              className={i === to ? 'c-mono softmax-letter c-mine' : 'c-mono softmax-letter'}
              x={middle(i)}
              y={at.letters}
              textAnchor="middle"
            >
              {label}
            </text>
          ) : null,
        )}
      </Frame>
    </div>
  );
}
