import { toned } from '../../charts/color.ts';
import { fixed } from '../../charts/index.ts';
import { totalVariation } from '../../engine/vector.ts';
import { useLink } from '../../reader/links.ts';
import type { Messages } from '../../reader/messages.tsx';
import { barsPath } from '../step3/changes-view.ts';
import type { Heads } from './heads-data.ts';
import type { HeadsLayout } from './heads-view.ts';

interface Props {
  at: HeadsLayout;
  width: number;
  words: Messages;
  scale: number;
  known: Heads;
  /** The last letter read. */
  last: string;
  symbols: (token: number) => string;
  changed: boolean;
}

const one = fixed(1);
/** Labels that can stand below bars, at most. */
const LABELLED = 40;

/** What is expected after the name: an outline as trained, filled as it is wired now. */
export function HeadsAnswer(props: Props) {
  const { at, width, words, scale, known, last, symbols, changed } = props;
  const link = useLink('probability');
  const { before, after } = known;
  const { top, height } = at.bars;
  const [head, foot] = [18 * scale, 15 * scale];
  if (height < head + foot + 20) return null;
  const bottom = top + height - foot;
  const room = { x: 0, width, bottom, height: height - head - foot };
  const most = Math.max(0.01, ...before, ...after);
  return (
    <g {...link.bind}>
      <text className="c-note" x={0} y={top + 11 * scale}>
        {words.text('after', { letter: last })}
      </text>
      {changed && (
        <text
          className="c-mono c-strong heads-moved"
          x={width}
          y={top + 11 * scale}
          textAnchor="end"
        >
          {words.text('moved', { share: one(totalVariation(before, after) * 100) })}
        </text>
      )}
      <path style={{ fill: toned('probability', 0.62) }} d={barsPath(after, most, room)} />
      {changed && <path className="heads-before" d={barsPath(before, most, room)} />}
      <path className="c-tick" d={`M0 ${bottom + 0.5}H${width}`} />
      {after.length <= LABELLED &&
        Array.from(after, (_, token) => (
          <text
            // Tokens keep their places.
            key={token}
            className="c-mono"
            x={((token + 0.37) * width) / after.length}
            y={bottom + 12 * scale}
            textAnchor="middle"
          >
            {symbols(token)}
          </text>
        ))}
    </g>
  );
}
