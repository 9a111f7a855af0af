import { useState } from 'react';
import { toned } from '../../charts/color.ts';
import { Frame } from '../../charts/Frame.tsx';
import { fixed } from '../../charts/index.ts';
import { ListCursor } from '../../charts/ListCursor.tsx';
import { useLink } from '../../reader/links.ts';
import type { Messages } from '../../reader/messages.tsx';
import type { Size } from '../frame.tsx';
import type { Stream } from './stream-data.ts';
import {
  ribbonPath,
  ribbonsOf,
  shareOf,
  stageOf,
  stageX,
  type Ribbon,
  type StreamLayout,
} from './stream-view.ts';
import { letterOf } from './stream-words.ts';

interface Props {
  size: Size;
  words: Messages;
  scale: number;
  at: StreamLayout;
  known: Stream;
  /** The token that is followed. */
  token: number;
  asking: boolean;
  onToken: (token: number | null) => void;
}

const two = fixed(2);
/** A ribbon's end so high has room for its letter, px. */
const LETTERED = 11;

/** The answer after every half of every layer: shares of all tokens as one river. */
export function StreamRiver(props: Props) {
  const { size, words, scale, at, known, token, asking } = props;
  const { answers, at: position } = known;
  const link = useLink('residual');
  const [hovered, setHovered] = useState<number | null>(null);
  const comes = answers.tokens[position + 1];
  const all = ribbonsOf(answers, position, [token, comes]);
  const told = asking ? 1 : answers.stages.length;
  const box = at.river;
  const bottom = box.y + box.height;
  return (
    <Frame
      width={size.width}
      height={bottom + at.foot}
      textScale={scale}
      label={words.text('picture')}
      description={words.text('pictureAbout', {
        after: letterOf(known, answers.tokens[position]),
        comes: letterOf(known, comes),
        shares: answers.stages
          .map((_, stage) => two(shareOf(answers, stage, position, comes)))
          .join(', '),
      })}
      className="stream"
      over={(describedBy) => (
        <ListCursor
          label={words.text('ribbons')}
          describedBy={describedBy}
          slots={all.map((ribbon) => slotOf(ribbon, props))}
          name={(i) => ribbonText(words, known, all[i])}
          direction="vertical"
          selected={all.findIndex((ribbon) => ribbon.token === token)}
          hovered={hovered}
          setHovered={setHovered}
          onSelect={(i) => props.onToken(all[i].token)}
        />
      )}
    >
      <g {...link.bind}>
        {all.map((ribbon, i) => (
          <path
            key={ribbon.token ?? 'rest'}
            className="stream-ribbon"
            data-mine={ribbon.token === token || undefined}
            data-over={hovered === i || undefined}
            style={{ fill: fillOf(ribbon, comes, i) }}
            d={ribbonPath(ribbon, box)}
          />
        ))}
      </g>
      {all.map((ribbon) => (
        <Ends key={ribbon.token ?? 'rest'} {...props} ribbon={ribbon} comes={comes} />
      ))}
      {answers.stages.map((name, stage) => (
        <Stage key={name} {...props} name={name} stage={stage} hidden={stage >= told} />
      ))}
    </Frame>
  );
}

/** The one that comes is full; the others are told apart by turns. */
function fillOf({ token }: Ribbon, comes: number, i: number): string {
  if (token === null) return 'var(--hair)';
  if (token === comes) return toned('probability', 0.8);
  return toned('probability', i % 2 === 0 ? 0.34 : 0.22);
}

/** Pointing anywhere between a ribbon's ends on the right finds it. */
function slotOf({ spans }: Ribbon, { at: { river }, size }: Props) {
  const [from, to] = spans[spans.length - 1];
  return {
    x: 0,
    y: river.y + from * river.height,
    width: size.width,
    height: Math.max(1, (to - from) * river.height),
  };
}

function ribbonText(words: Messages, known: Stream, ribbon: Ribbon): string {
  const shares = ribbon.spans.map(([from, to]) => two(to - from)).join(', ');
  return ribbon.token === null
    ? words.text('rest', { shares })
    : words.text('ribbon', { letter: letterOf(known, ribbon.token), shares });
}

/** At both ends of a ribbon its letter and its share, where there is room. */
function Ends(props: Props & { ribbon: Ribbon; comes: number }) {
  const { scale, at, known, token, ribbon, comes } = props;
  if (ribbon.token === null) return null;
  const { river } = at;
  const own = ribbon.token === comes || ribbon.token === token;
  const last = ribbon.spans.length - 1;
  return [0, last].map((stage) => {
    const [from, to] = ribbon.spans[stage];
    if ((to - from) * river.height < LETTERED * scale && !own) return null;
    const y = river.y + ((from + to) / 2) * river.height + 4 * scale;
    const start = stage === 0;
    return (
      <text
        key={stage}
        className="c-mono stream-end"
        data-comes={ribbon.token === comes || undefined}
        data-mine={ribbon.token === token || undefined}
        x={start ? river.x - 6 : river.x + river.width + 6}
        y={y}
        textAnchor={start ? 'end' : 'start'}
      >
        {start ? `${two(to - from).slice(1)} ` : ''}
        {letterOf(known, ribbon.token!)}
        {start ? '' : ` ${two(to - from).slice(1)}`}
      </text>
    );
  });
}

/** A stage: its line through the river, its name and the name's loss if it ended there. */
function Stage(props: Props & { name: string; stage: number; hidden: boolean }) {
  const { words, scale, at, known, name, stage, hidden } = props;
  const { answers, nats } = known;
  const { half, layer } = stageOf(name);
  const attention = useLink('attn_wq');
  const mlp = useLink('mlp_fc1');
  const link = half === 'attention' ? attention : mlp;
  const x = stageX(at.river, answers.stages.length, stage);
  const bottom = at.river.y + at.river.height;
  const many = answers.stages.length > 5;
  const layers = answers.stages.length > 3 ? String(layer + 1) : '';
  return (
    <g {...(half === 'start' ? {} : link.bind)}>
      <path
        className="stream-stage"
        data-lit={(half !== 'start' && link.lit) || undefined}
        d={`M${x} ${at.river.y}V${bottom + 4}`}
      />
      <text className="c-note" x={x} y={bottom + 15 * scale} textAnchor="middle">
        {words.text(many ? `halfShort.${half}` : `half.${half}`, { layer: layers })}
      </text>
      <text className="c-mono stream-nats" x={x} y={bottom + 29 * scale} textAnchor="middle">
        {hidden ? '?' : two(nats[stage])}
      </text>
    </g>
  );
}
