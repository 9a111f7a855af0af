import { useRef, useState, type PointerEvent } from 'react';
import { toned } from '../../charts/color.ts';
import { Frame } from '../../charts/Frame.tsx';
import { Handle } from '../../charts/lines/Range.tsx';
import { ListCursor } from '../../charts/ListCursor.tsx';
import type { Size } from '../frame.tsx';
import { useTextScale } from '../text-scale.ts';
import { BandBars, Guess, Numbers } from './linear-marks.tsx';
import { Meter, Outputs } from './linear-outputs.tsx';
import {
  endsOf,
  evenEnds,
  heightOf,
  linearLayout,
  middle,
  termsOf,
  valueAt,
  type Band,
  type LinearLayout,
  type Reach,
} from './linear-view.ts';

export interface LinearPictureProps extends Size {
  label: string;
  description: string;
  reach: Reach;
  /** What goes in, the row it meets, and both as the network has them. */
  x: readonly number[];
  w: readonly number[];
  original: { x: readonly number[]; w: readonly number[] };
  /** The input of the same length with the largest output. */
  best: readonly number[];
  /** The best is being looked for: it must not be seen yet. */
  asking: boolean;
  /** What the reader came to, where the best is shown. */
  guess: readonly number[] | null;
  outputs: readonly number[];
  i: number;
  unit: number;
  format: (value: number) => string;
  announce: (i: number) => string;
  announceUnit: (unit: number) => string;
  onSelect: (i: number) => void;
  onUnit: (unit: number) => void;
  onX: ((i: number, value: number) => void) | null;
  onW: ((i: number, value: number) => void) | null;
  handles: { x: string; w: string };
  lit: Band['name'] | null;
  words: Record<Band['name'], { name: string; note: string }> & {
    units: string;
    meter: { most: string; yours: string };
  };
}

/** Sixteen numbers, the sixteen they meet, the products, and what these add up to. */
export function LinearPicture(props: LinearPictureProps) {
  const { x, w, width, height, i, reach, original, best, outputs } = props;
  const [hovered, setHovered] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const dragged = useRef<{ band: 'x' | 'w'; i: number } | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const scale = useTextScale(root);
  const now = termsOf(x, w);
  const before = termsOf(original.x, original.w);
  const top = termsOf(best, w);
  const most = reach === 'most';
  const at = linearLayout(
    width,
    height,
    {
      x: evenEnds([...original.x, ...best], 1.15),
      w: evenEnds(original.w, 1.35),
      product: evenEnds([...now.products, ...before.products, ...(most ? top.products : [])], 1.1),
      sum: endsOf([...now.sums, ...before.sums, ...(most ? top.sums : [])], 1.12),
      outputs: endsOf([...outputs, now.output], 1.08),
    },
    x.length,
    [props.words.x, props.words.w, props.words.product, props.words.sum, props.words.outputs],
    scale,
  );
  const hands = [['x', props.onX] as const, ['w', props.onW] as const].filter(
    ([, move]) => move !== null,
  );
  // A mouse may take any bar at once; a finger takes the rings, so that the page still scrolls.
  const place = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return { left: event.clientX - box.left, top: event.clientY - box.top };
  };
  const take = (event: PointerEvent<HTMLElement>): void => {
    if (event.pointerType !== 'mouse' || event.button !== 0) return;
    if ((event.target as Element).closest('.c-ring')) return;
    const to = place(event);
    const hand = hands.find(
      ([name]) => to.top >= at.bands[name].top && to.top <= at.bands[name].bottom,
    );
    const column = Math.floor((to.left - at.left) / at.pitch);
    if (!hand || column < 0 || column >= x.length) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    dragged.current = { band: hand[0], i: column };
    props.onSelect(column);
    hand[1]!(column, valueAt(at.bands[hand[0]], to.top));
  };
  const follow = (event: PointerEvent<HTMLElement>): void => {
    const hold = dragged.current;
    if (!hold || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const band = at.bands[hold.band];
    const value = Math.max(band.low, Math.min(band.high, valueAt(band, place(event).top)));
    (hold.band === 'x' ? props.onX : props.onW)?.(hold.i, value);
  };
  const strip = at.bands.outputs;
  return (
    <div
      className="linear-hands"
      ref={root}
      onPointerDown={take}
      onPointerMove={follow}
      onPointerUp={() => {
        dragged.current = null;
      }}
      role="presentation"
    >
      <Frame
        width={width}
        height={height}
        label={props.label}
        description={props.description}
        textScale={scale}
        className="linear"
        over={(describedBy) => (
          <>
            <ListCursor
              label={props.label}
              describedBy={describedBy}
              slots={x.map((_, j) => ({
                x: at.left + j * at.pitch,
                y: 0,
                width: at.pitch,
                height: at.foot + 4,
              }))}
              name={props.announce}
              direction="horizontal"
              selected={i}
              hovered={hovered}
              setHovered={setHovered}
              onSelect={props.onSelect}
            />
            {reach === 'all' && (
              <div
                className="linear-strip"
                style={{ top: strip.top, height: strip.bottom - strip.top }}
              >
                <ListCursor
                  label={props.words.units}
                  slots={outputs.map((_, unit) => unitBox(at, outputs.length, unit))}
                  name={props.announceUnit}
                  direction="horizontal"
                  selected={props.unit}
                  hovered={over}
                  setHovered={setOver}
                  onSelect={props.onUnit}
                />
              </div>
            )}
            {hands.map(([name, move]) => (
              <Handle
                key={name}
                label={props.handles[name]}
                text={props.format({ x, w }[name][i])}
                style={{
                  left: middle(at, i) - 22,
                  top: heightOf(at.bands[name], { x, w }[name][i]) - 22,
                  width: 44,
                  height: 44,
                }}
                value={{ x, w }[name][i]}
                min={at.bands[name].low}
                max={at.bands[name].high}
                step={0.01}
                at={(y) => valueAt(at.bands[name], y)}
                onChange={(value) => move!(i, value)}
              />
            ))}
          </>
        )}
      >
        <rect
          className="linear-column"
          x={at.left + i * at.pitch}
          width={at.pitch}
          y={at.bands.x.top}
          height={at.bands[reach === 'one' ? 'product' : 'sum'].bottom - at.bands.x.top}
        />
        {(['x', 'w', 'product', 'sum'] as const).map((name) => (
          <BandBars key={name} {...props} at={at} name={name} terms={now} hovered={hovered} />
        ))}
        {props.guess && <Guess at={at} x={props.guess} />}
        {hands.map(([name]) => (
          <circle
            key={name}
            className="linear-ring"
            cx={middle(at, i)}
            cy={heightOf(at.bands[name], { x, w }[name][i])}
            r={5.5}
          />
        ))}
        <Numbers at={at} count={x.length} i={i} />
        {!most && (
          <Outputs
            at={at}
            off={reach !== 'all'}
            outputs={outputs}
            unit={props.unit}
            over={over}
            words={props.words.outputs}
            format={props.format}
          />
        )}
        {most && (
          <Meter
            at={at}
            output={now.output}
            most={props.asking ? null : top.output}
            yours={props.guess ? termsOf(props.guess, w).output : null}
            end={Math.max(Math.abs(top.output), Math.abs(now.output)) * 1.25}
            words={props.words.meter}
            format={props.format}
          />
        )}
        {fill(props.lit, at)}
      </Frame>
    </div>
  );
}

/** Where a unit of the strip is pointed at, from the strip's own top. */
const unitBox = (at: LinearLayout, count: number, unit: number) => {
  const wide = (at.width - at.left) / count;
  const { top, bottom } = at.bands.outputs;
  return { x: at.left + unit * wide, y: 0, width: wide, height: bottom - top };
};

/** A band that is pointed at elsewhere. */
function fill(lit: Band['name'] | null, at: LinearLayout) {
  if (!lit) return null;
  const { top, bottom } = at.bands[lit];
  return (
    <rect
      className="linear-lit"
      style={{ stroke: toned('ink', 0.6) }}
      x={at.left - 4}
      y={top - 2}
      width={at.right - at.left + 8}
      height={bottom - top + 4}
    />
  );
}
