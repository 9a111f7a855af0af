import { useRef } from 'react';
import { Graph } from '../../charts/index.ts';
import { useLink } from '../../reader/links.ts';
import type { Messages } from '../../reader/messages.tsx';
import type { Size } from '../frame.tsx';
import { useTextScale } from '../text-scale.ts';
import { amount } from './amounts.ts';
import { WaveAccounts } from './wave-accounts.tsx';
import { WaveOrder } from './wave-order.tsx';
import { EXAMPLES, formulaOf, type Shown, type View } from './wave-view.ts';

interface Props {
  size: Size;
  words: Messages;
  view: View;
  shown: Shown;
  walked: number | null;
  asking: boolean;
  guess: number | null;
  onPlace: (place: number) => void;
  onValue: (name: string, value: number) => void;
}

/** Heights, px: the row of numbers, a row of the accounts, the least that a graph takes. */
const ORDER = 92;
const ROW = 26;
const LEAST = 150;
/** Room under the row of numbers, px. */
const GAP = 8;
/** Boxes keep room for so many characters; longer numbers are drawn narrower. */
const DIGITS = 6;

/** The expression as a graph, its numbers in order, and the accounts of what was given. */
export function WavePicture(props: Props) {
  const { size, words, view, shown, walked, asking } = props;
  const root = useRef<HTMLDivElement>(null);
  const scale = useTextScale(root);
  const node = useLink('node');
  const accounts = (shown.accounts.length + 1) * (ROW + 1) * scale;
  const order = ORDER * scale;
  // Where there is little room, the accounts come first, then the row, then the graph.
  const withGraph = size.height - accounts - order >= LEAST * scale;
  const withOrder = withGraph || size.height - accounts >= order * 0.9;
  const graph = withGraph ? size.height - accounts - order : 0;
  const formula = formulaOf(view);
  const say = (place: number): string => {
    const value = shown.graph.order[place];
    const g = shown.graph.grads[place];
    return words.text('node', {
      name: shown.names.get(value) ?? '',
      place,
      value: amount(value.data),
      arrived: String(!Number.isNaN(g)),
      grad: amount(g),
    });
  };
  return (
    <div className="wave" ref={root}>
      {withGraph && (
        <div className="wave-graph" style={{ height: graph }} {...node.bind}>
          <Graph
            width={size.width}
            height={graph}
            direction="right"
            digits={DIGITS}
            label={words.text('graph', { formula })}
            description={words.text('graphAbout', { numbers: shown.graph.order.length })}
            nodes={shown.graph.nodes}
            edges={shown.graph.edges}
            flow={walked === null ? 'forward' : 'backward'}
            textScale={scale}
            onSelect={(id) => {
              const value = shown.graph.valueOf(id);
              if (value && !asking) props.onPlace(shown.graph.order.indexOf(value));
            }}
            announce={(id) => {
              const value = shown.graph.valueOf(id);
              return value ? say(shown.graph.order.indexOf(value)) : id;
            }}
          />
        </div>
      )}
      {withOrder && (
        <WaveOrder
          words={words}
          shown={shown}
          walked={walked}
          width={size.width}
          height={(withGraph ? order : Math.min(order, size.height - accounts)) - GAP}
          scale={scale}
          announce={say}
          onPlace={(place) => {
            if (!asking) props.onPlace(place);
          }}
        />
      )}
      <WaveAccounts
        words={words}
        shown={shown}
        assigning={view.assigning}
        about={EXAMPLES[view.example].about}
        guess={props.guess}
        asking={asking}
        onValue={props.onValue}
      />
    </div>
  );
}
