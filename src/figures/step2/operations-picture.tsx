import { useRef } from 'react';
import { Graph, LineChart, type Tangent } from '../../charts/index.ts';
import { useLink } from '../../reader/links.ts';
import type { Messages } from '../../reader/messages.tsx';
import type { Size } from '../frame.tsx';
import { useTextScale } from '../text-scale.ts';
import { amount, boxed } from './amounts.ts';
import { expressionGraph } from './expression-graph.ts';
import * as see from './operations-view.ts';
import { RecordCard, type CardField } from './record-card.tsx';

interface Props {
  size: Size;
  words: Messages;
  view: see.View;
  /** The slope is not told yet. */
  asking: boolean;
  onMove: (a: number) => void;
}

/** Heights of what stands under the curve, px: a record, or the graph that sugar unfolds into. */
const FOOT = 150;
/** Lower pictures show one thing alone, px. */
const LOW = 260;
/** From this width on the small graph is drawn larger, px. */
const ROOMY = 440;

/** The curve with its tangent, and under it what the operation records. */
export function OperationsPicture({ size, words, view, asking, onMove }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const scale = useTextScale(root);
  const low = size.height < LOW * scale;
  const sugar = see.isSugar(view.op);
  const foot = low ? 0 : FOOT * scale;
  const graph = (width: number, height: number) => (
    <Graph
      width={width}
      height={height}
      direction="right"
      digits={5}
      textScale={width < ROOMY * scale ? scale : 1.2 * scale}
      label={words.text('unfolds', { call: see.callOf(view) })}
      {...partsOf(view)}
    />
  );
  return (
    <div className="ops" ref={root} style={{ height: size.height }}>
      {low && sugar ? (
        graph(size.width, size.height)
      ) : (
        <Curve
          words={words}
          view={view}
          asking={asking}
          onMove={onMove}
          width={size.width}
          height={size.height - foot}
          scale={scale}
        />
      )}
      {!low && (
        <div className="ops-foot" style={{ height: foot }}>
          {sugar ? (
            graph(size.width, foot)
          ) : (
            <Recorded words={words} view={view} asking={asking} scale={scale} />
          )}
        </div>
      )}
    </div>
  );
}

function partsOf(view: see.View) {
  const { nodes, edges } = expressionGraph(see.unfolded(view), null);
  return { nodes: nodes.map((node) => ({ ...node, numbers: node.numbers?.slice(0, 1) })), edges };
}

function Curve(props: {
  words: Messages;
  view: see.View;
  asking: boolean;
  onMove: (a: number) => void;
  width: number;
  height: number;
  scale: number;
}) {
  const { words, view, asking } = props;
  const { bind } = useLink('local');
  const { x, y } = see.windowOf(view);
  const slope = see.slopeOf(view);
  const pieces = see.curveOf(view);
  const inside = view.a >= x[0] && view.a <= x[1];
  const point = see.pointAt(view, view.a);
  const tangents: Tangent[] =
    point && !asking && Number.isFinite(slope)
      ? [
          {
            id: 'slope',
            x: view.a,
            y: point[1],
            slope,
            quantity: 'activation',
            weight: 2,
            side: view.a > x[0] + 0.75 * (x[1] - x[0]) ? 'left' : 'right',
            // A straight line is its own tangent: a label would stand on it.
            label: see.isSugar(view.op) ? undefined : words.text('slope', { slope: boxed(slope) }),
          },
        ]
      : [];
  return (
    <div {...bind}>
      <LineChart
        width={props.width}
        height={props.height}
        textScale={props.scale}
        label={words.text('curve', { call: see.callOf(view) })}
        series={pieces.map((points, k) => ({
          id: `piece${k}`,
          points,
          quantity: 'ink',
          dot: false,
        }))}
        tangents={tangents}
        xDomain={x}
        yDomain={y}
        formatX={boxed}
        formatY={boxed}
        ladderWidth={0}
        cursor={inside ? view.a : null}
        // Where there is no point of the curve, a line says which number is meant.
        cursorMark={point ? 'grip' : 'line'}
        cursorY={point?.[1]}
        readouts={[]}
        onCursor={(a) => props.onMove(Number(a.toFixed(2)) + 0)}
        cursorStep={0.05}
        cursorText={(a) =>
          words.text('at', { a: boxed(a), y: boxed(see.result({ ...view, a }).end.data) })
        }
        words={{ x: 'a', y: see.callOf(view), cursor: words.text('move') }}
      />
    </div>
  );
}

function Recorded(props: { words: Messages; view: see.View; asking: boolean; scale: number }) {
  const { words, view, asking, scale } = props;
  const { end } = see.result(view);
  const fields: CardField[] = [
    { name: 'data', tone: 'activation', link: 'node', value: amount(end.data) },
    { name: 'a', tone: 'ink', link: 'node', value: 'a' },
    {
      name: 'da',
      tone: 'activation',
      link: 'local',
      value: asking ? '?' : amount(end.da),
      strong: true,
    },
    { name: 'b, db', tone: 'ink', link: 'node', value: 'null, 0' },
  ];
  return (
    <>
      <RecordCard
        title={see.callOf(view)}
        label={words.text('record', { call: see.callOf(view) })}
        fields={fields}
        row={Math.round(26 * scale)}
      />
      <p className="ops-rule">
        {words.say(asking ? 'rule.asking' : `rule.${view.op}`, {
          k: amount(view.k),
          less: amount(view.k - 1),
        })}
      </p>
    </>
  );
}
