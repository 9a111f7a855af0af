import { Frame } from '../../charts/Frame.tsx';
import type { Slot } from '../../charts/ListCursor.tsx';
import { fitting } from '../../charts/text.ts';
import type { Dials } from '../../engine/by-hand.ts';
import type { Messages } from '../../reader/messages.tsx';
import type { Size } from '../frame.tsx';
import {
  forwardLayout,
  tokenX,
  tokenY,
  unitX,
  inputY,
  type ForwardLayout,
} from './forward-layout.ts';
import { VectorCursor, slotsAcross, slotsDown } from './forward-cursor.tsx';
import { ForwardMatrices } from './forward-matrices.tsx';
import { ForwardPanel } from './forward-panel.tsx';
import {
  LINES,
  openGates,
  originOf,
  PARTS,
  threadOf,
  type Part,
  type Spot,
} from './forward-terms.ts';
import { nameOf, termText, valueOf } from './forward-say.ts';
import { ForwardVectors } from './forward-vectors.tsx';
import type { Pass } from './passes.ts';

export interface ForwardPictureProps extends Size {
  /** Of the text, over the normal size. */
  scale: number;
  words: Messages;
  labels: readonly string[];
  pass: Pass;
  /** Undefined while only the vectors are known. */
  dials: Dials | undefined;
  target: number;
  /** Of every pair of the name. */
  nats: readonly number[];
  spot: Spot;
  reach: Part;
  lit: Part | null;
  number: (value: number) => string;
  onSpot: (spot: Spot) => void;
  onPair: (pair: number) => void;
}

/** The matrices of the network, joined at their edges, and what one token becomes between them. */
export function ForwardPicture(props: ForwardPictureProps) {
  const { words, labels, pass, dials, target, spot, reach, number, onSpot } = props;
  const width = pass.x.length;
  const units = pass.h.length;
  const at = forwardLayout(props, labels.length, width, props.scale);
  const inHidden = spot.part === 'h' || spot.part === 'a';
  const thread = dials ? threadOf(pass, dials, target, inHidden ? spot.i : null) : null;
  const ranked = [...labels.keys()].toSorted((a, b) => pass.probs[b] - pass.probs[a]);
  const shown = fitting(
    labels.map(() => 11.5 * at.scale),
    at.cellHeight,
    [target, ...(spot.part === 'logits' || spot.part === 'probs' ? [spot.i] : []), ...ranked],
  );
  const origin = dials && originOf(spot, pass, dials, props.nats);
  const name = (part: Part, i: number): string => nameOf(part, i, labels);
  const say = (part: Part, i: number): string =>
    words.text('cell', { name: name(part, i), value: number(valueOf(pass, props.nats, part, i)) });
  const lists: { part: Exclude<Part, 'nats'>; slots: Slot[]; down: boolean }[] = [
    { part: 'x', slots: slotsDown(at.x, width, at.cellHeight), down: true },
    { part: 'h', slots: slotsAcross(at.h, units, at.cellWidth), down: false },
    { part: 'a', slots: slotsAcross(at.a, units, at.cellWidth), down: false },
    { part: 'logits', slots: slotsDown(at.logits, labels.length, at.cellHeight), down: true },
    { part: 'probs', slots: slotsDown(at.probs, labels.length, at.cellHeight), down: true },
  ];
  return (
    <div className="forward" style={{ height: at.height }}>
      {dials && (
        <ForwardMatrices
          at={at}
          dials={dials}
          labels={{
            wte: words.text('matrices.wte'),
            mlp_fc1: words.text('matrices.fc1'),
            mlp_fc2: words.text('matrices.fc2'),
          }}
          announce={(tensor, row, col) =>
            words.text('cell', {
              name: `${tensor}[${tensor === 'mlp_fc1' ? row : labels[row]}][${col}]`,
              value: number(dials[tensor][row][col]),
            })
          }
          onSelect={(tensor, row, col) =>
            onSpot(
              tensor === 'wte'
                ? { part: 'x', i: col }
                : { part: tensor === 'mlp_fc1' ? 'h' : 'logits', i: row },
            )
          }
        />
      )}
      <Frame
        width={at.width}
        height={at.height}
        textScale={at.scale}
        label={words.text('picture')}
        description={words.text('description', { open: openGates(pass), units })}
      >
        <Names at={at} words={words} token={pass.token} />
        <ForwardVectors
          at={at}
          pass={pass}
          labels={labels}
          target={target}
          spot={spot}
          reach={reach}
          shown={shown}
          lit={props.lit}
          thread={thread}
          words={{
            h: words.text('hidden'),
            gates: words.text('gates', { open: openGates(pass), units }),
            probs: words.text('parts.probs'),
            logits: words.text('parts.logits'),
          }}
        />
        {origin?.factors && <Read at={at} spot={spot} />}
      </Frame>
      {lists.map(({ part, slots, down }) =>
        PARTS.indexOf(part) > PARTS.indexOf(reach) ? null : (
          <VectorCursor
            key={part}
            box={at[part]}
            slots={slots}
            down={down}
            label={words.text(`parts.${part}`)}
            name={(i) => say(part, i)}
            selected={spot.part === part ? spot.i : null}
            onSelect={(i) => onSpot({ part, i })}
          />
        ),
      )}
      {at.panel && origin && (
        <ForwardPanel
          box={at.panel}
          head={34 * at.scale}
          part={spot.part}
          origin={origin}
          line={LINES[spot.part]}
          label={words.text('panel', { name: name(spot.part, spot.i) })}
          say={(i) => termText(words, spot, origin, i, labels, number)}
          onSelect={
            spot.part === 'nats'
              ? props.onPair
              : origin.factors
                ? null
                : (i) => onSpot({ part: spot.part, i })
          }
        />
      )}
    </div>
  );
}

/** The weights that a chosen sum reads: a column of `fc1`, a row of `fc2`. */
function Read({ at, spot }: { at: ForwardLayout; spot: Spot }) {
  const box =
    spot.part === 'h'
      ? {
          x: unitX(at, spot.i) - at.cellWidth / 2,
          y: at.fc1.y,
          width: at.cellWidth,
          height: at.fc1.height,
        }
      : {
          x: at.fc2.x,
          y: tokenY(at, spot.i) - at.cellHeight / 2,
          width: at.fc2.width,
          height: at.cellHeight,
        };
  return <rect className="c-hover" {...box} />;
}

/** Names of the matrices; that of `wte` keeps clear of the letter over its column. */
function Names({ at, words, token }: { at: ForwardLayout; words: Messages; token: number }) {
  const free = tokenX(at, token) > 38;
  const wide = at.fc1.width > 200 * at.scale;
  return (
    <g aria-hidden="true">
      <text
        className="c-mono forward-name"
        x={free ? 0 : at.wte.width}
        y={at.wte.y - 5 * at.scale}
        textAnchor={free ? 'start' : 'end'}
      >
        wte
      </text>
      <text className="c-mono forward-name" x={at.fc1.x} y={at.fc1.y - 5 * at.scale}>
        fc1
        {wide && (
          <tspan className="c-note" dx={6}>
            {words.text('shapes.fc1', { units: Math.round(at.h.width / at.cellWidth) })}
          </tspan>
        )}
      </text>
      <text
        className="c-mono forward-name"
        x={at.fc2.x}
        y={at.fc2.y + at.fc2.height + 13 * at.scale}
      >
        fc2
        {wide && (
          <tspan className="c-note" dx={6}>
            {words.text('shapes.fc2')}
          </tspan>
        )}
      </text>
      <text
        className="c-mono forward-name forward-x"
        x={at.x.x + at.x.width / 2}
        y={inputY(at, 0) - at.cellHeight / 2 - 5 * at.scale}
        textAnchor="middle"
      >
        x
      </text>
    </g>
  );
}
