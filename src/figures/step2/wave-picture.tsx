import { useRef } from 'react';
import { Graph, GraphTree } from '../../charts/index.ts';
import { useLink } from '../../reader/links.ts';
import type { Messages } from '../../reader/messages.tsx';
import type { Size } from '../frame.tsx';
import { useTextScale } from '../text-scale.ts';
import { amount } from './amounts.ts';
import { roomFor } from './graph-room.ts';
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
/** The least that the list takes; what is more scrolls. */
const LIST = 90;
/** Boxes keep room for so many characters; longer numbers are drawn narrower. */
const DIGITS = 5;

/** The expression as a graph or a list, its numbers in order, the accounts of what was given. */
export function WavePicture(props: Props) {
  const { size, words, view, shown, walked, asking } = props;
  const root = useRef<HTMLDivElement>(null);
  const scale = useTextScale(root);
  const node = useLink('node');
  const accounts = (shown.accounts.length + 1) * (ROW + 1) * scale;
  const order = ORDER * scale;
  // Where there is little room, the accounts come first, then the row, then the graph.
  const room = size.height - accounts;
  const list = view.form === 'list';
  const withGraph = list || room - order >= LEAST * scale;
  const withOrder = room - order >= LEAST * scale || (!list && room >= order * 0.9);
  const graph = Math.max(list ? LIST * scale : 0, room - (withOrder ? order : 0));
  const formula = formulaOf(view);
  const say = (place: number): string => {
    const value = shown.graph.order[place];
    const g = shown.graph.grads[place];
    return words.text('node', {
      name: shown.names.get(value) ?? '',
      place,
      value: amount(value.data),
      arrived: String(g !== null),
      grad: g === null ? '' : amount(g),
    });
  };
  const stand = (place: number): void => {
    if (!asking) props.onPlace(place);
  };
  const common = {
    label: words.text('graph', { formula }),
    description: words.text('graphAbout', { numbers: shown.graph.order.length }),
    nodes: shown.graph.nodes,
    edges: shown.graph.edges,
    onSelect: (id: string) => stand(shown.graph.placeOf(id)),
    announce: (id: string) => say(shown.graph.placeOf(id)),
  };
  return (
    <div className="wave" ref={root}>
      {withGraph && (
        <div className="wave-graph" style={{ height: graph }} {...node.bind}>
          {list ? (
            <GraphTree {...common} depth={9} words={{ seen: words.text('seen') }} />
          ) : (
            <Graph
              {...common}
              width={size.width}
              height={graph}
              direction="right"
              digits={DIGITS}
              flow={walked === null ? 'forward' : 'backward'}
              textScale={scale * roomFor(shown.graph.order, size.width / scale, graph / scale)}
            />
          )}
        </div>
      )}
      {withOrder && (
        <WaveOrder
          words={words}
          shown={shown}
          walked={walked}
          width={size.width}
          height={Math.min(order, room) - GAP}
          scale={scale}
          announce={say}
          onPlace={stand}
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
