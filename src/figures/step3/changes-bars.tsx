import { toned } from '../../charts/color.ts';
import { fixed } from '../../charts/index.ts';
import { useLink } from '../../reader/links.ts';
import type { Messages } from '../../reader/messages.tsx';
import type { Size } from '../frame.tsx';
import type { Answers, Changes } from './changes-data.ts';
import { barsPath, type ChangesLayout, type View } from './changes-view.ts';

interface Props {
  size: Size;
  words: Messages;
  scale: number;
  changes: Changes;
  at: ChangesLayout;
  view: View;
}

const one = fixed(1);
/** Between the two answers, px. */
const BETWEEN = 28;
const FOOT = 15;
const HEAD = 18;

/** What both programs expect next: an outline before the exchange, filled after it. */
export function AnswerBars({ size, words, scale, changes, at, view }: Props) {
  const link = useLink('probability');
  const { old, fresh, letters, labels, bos } = changes;
  const wide = (size.width - BETWEEN) / 2;
  const most = [old, fresh].reduce(
    (top, answers) => Math.max(top, ...(answers?.before ?? []), ...(answers?.after ?? [])),
    0.01,
  );
  const bottom = at.bars.top + at.bars.height - FOOT * scale;
  const height = at.bars.height - (FOOT + HEAD) * scale;
  const sides = [
    { id: 'old', answers: old, x: 0 },
    { id: 'fresh', answers: view.fresh ? fresh : null, x: wide + BETWEEN },
  ];
  const last = letters.at(-1) ?? '';
  const mark = (token: number) => (token === bos ? '•' : labels[token]);
  return (
    <g {...link.bind}>
      {sides.map(({ id, answers, x }) => (
        <g key={id}>
          <text className="c-note" x={x} y={at.bars.top + 11 * scale}>
            {answers && words.text('after', { letter: last })}
          </text>
          <Bars answers={answers} most={most} at={{ x, width: wide, bottom, height }} />
          {answers && (
            <>
              <path className="c-tick" d={`M${x} ${bottom + 0.5}h${wide}`} />
              {labels.length <= 40 &&
                labels.map((label, token) => (
                  <text
                    key={label}
                    className="c-mono changes-axis"
                    x={x + ((token + 0.37) * wide) / labels.length}
                    y={bottom + 12 * scale}
                    textAnchor="middle"
                  >
                    {mark(token)}
                  </text>
                ))}
            </>
          )}
          {answers?.moved !== null && answers && (
            <text
              className="c-mono c-strong changes-moved"
              x={x + wide}
              y={at.bars.top + 11 * scale}
              textAnchor="end"
            >
              {words.text('moved', { share: one(answers.moved * 100) })}
            </text>
          )}
        </g>
      ))}
    </g>
  );
}

function Bars(props: {
  answers: Answers | null;
  most: number;
  at: Parameters<typeof barsPath>[2];
}) {
  const { answers, most, at } = props;
  if (!answers) return null;
  return (
    <>
      <path
        style={{ fill: toned('probability', 0.62) }}
        d={barsPath(answers.after ?? answers.before, most, at)}
      />
      {answers.after && <path className="changes-before" d={barsPath(answers.before, most, at)} />}
    </>
  );
}
