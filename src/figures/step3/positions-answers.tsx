import { toned } from '../../charts/color.ts';
import { Frame } from '../../charts/Frame.tsx';
import { fixed } from '../../charts/index.ts';
import { fitting, monoWidth } from '../../charts/text.ts';
import { useLink } from '../../reader/links.ts';
import type { Messages } from '../../reader/messages.tsx';
import { barsPath } from './changes-view.ts';
import type { Positions } from './positions-data.ts';
import type { Answer, PositionsLayout } from './positions-view.ts';

interface Props {
  width: number;
  at: PositionsLayout;
  scale: number;
  words: Messages;
  positions: Positions;
  asking: boolean;
  guess: Answer | null;
}

const one = fixed(1);
/** Room for how far the answers are apart, px. */
const APART = 54;

/** What comes next after both orders, from the network with positions and from one without. */
export function PositionsAnswers(props: Props) {
  const { width, at, scale, words, positions, asking, guess } = props;
  const { labels, bos, letters, other } = positions;
  const link = useLink('probability');
  const span = width - at.left - APART * scale;
  const rows = (['withThem', 'without'] as const).map((id, i) => ({
    id,
    pair: positions[id],
    bottom: at.rows[i],
    hidden: asking && id === 'without',
  }));
  const most = rows.reduce(
    (top, { pair }) => Math.max(top, ...(pair?.own ?? []), ...(pair?.other ?? [])),
    0.01,
  );
  const marks = labels.map((label, token) => (token === bos ? '•' : label));
  const size = 10.5 * scale;
  const pitch = span / Math.max(1, labels.length);
  const kept = fitting(
    marks.map((mark) => monoWidth(mark, size) + 1),
    pitch,
  );
  return (
    <Frame
      width={width}
      height={at.answers}
      textScale={scale}
      label={words.text('answers')}
      description={words.text('answersAbout', { own: letters.join(''), other: other.join('') })}
    >
      <text className="c-note" x={at.left} y={12 * scale}>
        {words.say('orders', { own: letters.join(''), other: other.join('') })}
      </text>
      <text className="c-note" x={width} y={12 * scale} textAnchor="end">
        {words.text('apart')}
      </text>
      {rows.map(({ id, pair, bottom, hidden }) => (
        <g key={id}>
          <text className="c-note positions-name" x={0} y={bottom - 14 * scale}>
            {words.text(`row.${id}`)}
          </text>
          <text className="c-note positions-name" x={0} y={bottom - 1}>
            {words.text('row.positions')}
          </text>
          <path className="c-tick" d={`M${at.left} ${bottom + 0.5}h${span}`} />
          {pair && !hidden && (
            <g {...link.bind}>
              <path
                style={{ fill: toned('probability', 0.6) }}
                d={barsPath(pair.other, most, { x: at.left, width: span, bottom, height: at.bar })}
              />
              <path
                className="positions-own"
                d={barsPath(pair.own, most, { x: at.left, width: span, bottom, height: at.bar })}
              />
            </g>
          )}
          <text
            className="c-mono c-strong positions-apart"
            x={width}
            y={bottom - 2}
            textAnchor="end"
          >
            {hidden ? '?' : pair ? `${one(pair.apart * 100)} %` : '…'}
          </text>
          {id === 'without' && guess !== null && (
            <text
              className="c-mono positions-guess"
              x={width}
              y={bottom - 18 * scale}
              textAnchor="end"
            >
              {words.text(`guess.${guess}`)}
            </text>
          )}
        </g>
      ))}
      {marks.map(
        (mark, token) =>
          kept.has(token) && (
            <text
              key={token}
              className="c-mono positions-axis"
              x={at.left + pitch * (token + 0.37)}
              y={at.rows[1] + 12 * scale}
              textAnchor="middle"
            >
              {mark}
            </text>
          ),
      )}
    </Frame>
  );
}
