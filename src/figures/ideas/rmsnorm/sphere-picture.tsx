import { useRef, type PointerEvent } from 'react';
import { Frame } from '../../../charts/Frame.tsx';
import { fixed } from '../../../charts/index.ts';
import type { Messages } from '../../../reader/messages.tsx';
import type { Size } from '../../frame.tsx';
import {
  centred,
  circlePath,
  drawnAt,
  dragged,
  sphereLayout,
  sphereRadius,
  type Point3,
  type View,
} from './sphere-view.ts';

interface Props {
  size: Size;
  words: Messages;
  scale: number;
  view: View;
  rms: Point3;
  layer: Point3;
  /** What both make of the vector is hidden. */
  asking: boolean;
  onMove: (x: Point3) => void;
}

const two = fixed(2);
const LONG = 2.5;
const AXES: readonly Point3[] = [
  [LONG, 0, 0],
  [0, LONG, 0],
  [0, 0, LONG],
];

/** The vector, the plane and the sphere, and what each norm makes of it. */
export function SpherePicture(props: Props) {
  const { size, words, scale, view, rms, layer, asking, onMove } = props;
  const at = sphereLayout(size, scale);
  const grab = useRef<{ x: number; y: number; from: Point3 } | null>(null);
  const place = (x: Point3) => drawnAt(at, x);
  const origin = place([0, 0, 0]);
  const line = (from: readonly number[], to: readonly number[]) =>
    `M${from[0].toFixed(1)} ${from[1].toFixed(1)}L${to[0].toFixed(1)} ${to[1].toFixed(1)}`;
  const tip = place(view.x);
  const flat = place(centred(view.x));
  const drawn = {
    layer: !asking && view.shown !== 'rms',
    rms: !asking && view.shown !== 'layer',
  };
  const move = (event: PointerEvent<SVGCircleElement>): void => {
    if (!grab.current) return;
    const { x, y, from } = grab.current;
    onMove(dragged(at, from, event.clientX - x, event.clientY - y));
  };
  return (
    <Frame
      width={size.width}
      height={size.height}
      textScale={scale}
      label={words.text('picture')}
      description={words.text('pictureAbout', {
        x: view.x.map(two).join(', '),
        rms: rms.map(two).join(', '),
        layer: layer.map(two).join(', '),
      })}
    >
      <circle className="sphere-ball" cx={origin[0]} cy={origin[1]} r={sphereRadius(at)} />
      <path className="sphere-plane" d={circlePath(at)} />
      {AXES.map((axis, i) => (
        <g key={axis.join()}>
          <path className="c-axis" d={line(origin, place(axis))} />
          <text className="c-mono" x={place(axis)[0] + 4} y={place(axis)[1] - 4}>
            {`x${'₁₂₃'[i]}`}
          </text>
        </g>
      ))}
      {drawn.layer && (
        <>
          <path className="sphere-drop" d={line(tip, flat)} />
          <path className="sphere-ray" d={line(origin, flat)} />
          <End at={place(layer)} kind="layer" scale={scale} text={words.text('layer')} up={false} />
        </>
      )}
      {drawn.rms && (
        <>
          <path className="sphere-ray" d={line(origin, tip)} />
          <End at={place(rms)} kind="rms" scale={scale} text={words.text('rms')} up />
        </>
      )}
      <path className="sphere-vector" d={line(origin, tip)} />
      <circle
        className="sphere-tip"
        cx={tip[0]}
        cy={tip[1]}
        r={7 * scale}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          grab.current = { x: event.clientX, y: event.clientY, from: view.x };
        }}
        onPointerMove={move}
        onPointerUp={() => {
          grab.current = null;
        }}
      />
      <text
        className="c-label c-haloed"
        x={tip[0] + (tip[0] < origin[0] ? -11 : 11) * scale}
        y={tip[1] + 4}
        textAnchor={tip[0] < origin[0] ? 'end' : 'start'}
      >
        x
      </text>
    </Frame>
  );
}

/** Where a norm leads. */
const End = (props: {
  at: readonly [number, number];
  kind: 'rms' | 'layer';
  scale: number;
  text: string;
  up: boolean;
}) => (
  <g className={`sphere-end sphere-${props.kind}`}>
    <circle cx={props.at[0]} cy={props.at[1]} r={5 * props.scale} />
    <text
      className="c-haloed"
      x={props.at[0]}
      y={props.at[1] + (props.up ? -10 : 19) * props.scale}
      textAnchor="middle"
    >
      {props.text}
    </text>
  </g>
);
