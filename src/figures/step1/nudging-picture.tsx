import { useMemo, useRef } from 'react';
import { fixed } from '../../charts/index.ts';
import { useLink } from '../../reader/links.ts';
import type { Messages } from '../../reader/messages.tsx';
import type { Result, Slopes, Way } from '../../worker/protocol.ts';
import type { Size } from '../frame.tsx';
import { useTextScale } from '../text-scale.ts';
import { MATRICES, cellName, matricesLayout, shortName, type CellAt } from './matrices.ts';
import { ErrorPlot } from './nudging-errors.tsx';
import { NearSlice, WholeSlice } from './nudging-slices.tsx';
import { EPS, bestOf, regimesOf, sharedDigits, type View } from './nudging-view.ts';
import type { Curve } from './slice-shape.ts';
import { WeightsMap } from './weights-map.tsx';
import { sizeOf, turnedWeights, unitsOf, valueAt, type Weights } from './weights-view.ts';

export interface NudgingPictureProps {
  size: Size;
  words: Messages;
  network: Result<'network'>;
  weights: Weights | null;
  ink: number;
  lens: string;
  view: View;
  cell: CellAt;
  way: Way | null;
  whole: Curve | null;
  near: Curve | null;
  slopes: Slopes;
  live: boolean;
  asking: boolean;
  guess: number | null;
  lit: string | null;
  onGrab: (cell: CellAt) => void;
  onTurn: (offset: number) => void;
  onEps: (at: number) => void;
}

const three = fixed(3);
/** Lower pictures show two parts beside each other instead of four, px. */
const LOW = 330;
const GAP = 22;

/** The weights, the loss along one of them, the same from near, and the error of each amount. */
export function NudgingPicture(props: NudgingPictureProps) {
  const { size, words, view, slopes, asking } = props;
  const root = useRef<HTMLDivElement>(null);
  const scale = useTextScale(root);
  const curve = useLink('loss');
  const best = useMemo(() => bestOf(slopes.errors), [slopes.errors]);
  const regimes = useMemo(() => regimesOf(slopes.errors, best), [slopes.errors, best]);
  const { width, height } = size;
  const low = height < LOW;
  const left = Math.round((width - GAP) * (low ? 0.46 : 0.45));
  const right = width - GAP - left;
  const upper = low ? height : Math.round((height - 14) * 0.46);
  const lower = low ? height : height - 14 - upper;
  const small = Math.round((width - GAP) * 0.36);
  const eps = EPS[view.eps];
  const slice = {
    words,
    scale,
    at: [slopes.value + view.offset, slopes.loss] as const,
    hand: slopes.hand,
    eps,
    up: slopes.up[view.eps],
    down: slopes.down[view.eps],
    chord: view.shown !== 'curve',
  };
  const whole = (wide: number, tall: number) => (
    <div {...curve.bind}>
      <WholeSlice
        {...slice}
        width={wide}
        height={tall}
        curve={props.whole}
        lens={props.lens}
        slope={slopes.numerical[view.eps]}
        value={slopes.value}
        onTurn={props.onTurn}
      />
    </div>
  );
  const near = (wide: number, tall: number) => (
    <NearSlice {...slice} width={wide} height={tall} curve={props.near} />
  );
  const errors = (wide: number) => (
    <ErrorPlot
      words={words}
      width={wide}
      height={lower}
      scale={scale}
      errors={slopes.errors}
      regimes={regimes}
      best={best}
      at={view.eps}
      guess={props.guess}
      whole={view.shown === 'errors' && !asking}
      asking={asking}
      onEps={props.onEps}
    />
  );
  return (
    <div className="nudging" ref={root} data-lit={props.lit ?? undefined}>
      {low ? (
        <>
          {view.shown === 'errors' && eps < 0.03 ? near(left, height) : whole(left, height)}
          {errors(right)}
        </>
      ) : (
        <>
          <Chooser {...props} width={left} height={upper} scale={scale} />
          {whole(right, upper)}
          {near(small, lower)}
          {errors(width - GAP - small)}
        </>
      )}
    </div>
  );
}

/** The weights to choose from, and under them the arithmetic of the nudge. */
function Chooser(props: NudgingPictureProps & { width: number; height: number; scale: number }) {
  const { words, network, weights, cell, slopes, view, width, height, scale, live } = props;
  const size = useMemo(() => sizeOf(network), [network]);
  const lines = Math.round(84 * scale);
  const top = 17;
  const at = useMemo(
    () => matricesLayout({ width, height: height - lines }, size, top),
    [width, height, lines, size],
  );
  const shown = useMemo(
    () => weights && turnedWeights(weights, size, cell, view.offset),
    [weights, view.offset, cell, size],
  );
  const token = props.way?.token ?? null;
  const { activation } = network.settings;
  const units = useMemo(
    () => (shown && token !== null ? unitsOf(shown, size, token, activation) : null),
    [shown, size, token, activation],
  );
  const decimals = live ? 15 : 9;
  const [up, down] = [slopes.up[view.eps], slopes.down[view.eps]];
  const shared = sharedDigits(up, down, decimals);
  const loss = (value: number) => {
    const text = value.toFixed(decimals);
    return (
      <>
        <span className="nudging-same">{text.slice(0, shared)}</span>
        <b>{text.slice(shared)}</b>
      </>
    );
  };
  return (
    <div style={{ width, height }}>
      <WeightsMap
        words={words}
        width={width}
        height={at.height + 6}
        at={at}
        weights={shown}
        ink={props.ink}
        x={units?.x ?? null}
        a={units?.a ?? null}
        dial={cell}
        way={props.way}
        labels={network.labels}
        titled={false}
        lit={MATRICES.find((name) => shortName(name) === props.lit) ?? null}
        announce={(one) =>
          words.text('cell', {
            name: cellName(one),
            value: shown ? three(valueAt(shown, size, one)) : '',
          })
        }
        onGrab={props.onGrab}
      />
      <p className="nudging-dial">
        <span>{cellName(cell)}</span>
        <span>{three(slopes.value + view.offset)}</span>
      </p>
      <dl className="nudging-sum">
        {view.shown !== 'curve' && (
          <>
            <dt>{words.say('lossUp')}</dt>
            <dd className="num">{loss(up)}</dd>
            <dt>{words.say('lossDown')}</dt>
            <dd className="num">{loss(down)}</dd>
          </>
        )}
      </dl>
    </div>
  );
}
