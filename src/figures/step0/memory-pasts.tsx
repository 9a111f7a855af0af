import { useState } from 'react';
import { Bars, fixed, type Bar } from '../../charts/index.ts';
import { useLink } from '../../reader/links.ts';
import type { Shown } from './memory-sentence.tsx';
import { LONGEST_PAST, tallest } from './memory-view.ts';

interface Props extends Shown {
  width: number;
  height: number;
  bos: number;
  /** The reader's guess, in words, once the truth is out. */
  guess: string | null;
  lit: string | null;
  onPast: (past: number[]) => void;
}

const three = fixed(3);
/** Height of a line with a past, px; below `ROOM` one set of bars serves both pasts. */
const LINE = 34;
const ROOM = 232;
/** Width that has room for a word beside the second past, px. */
const SIDE = 420;

/** Two pasts, one above the other, each with the prediction after it in the same columns. */
export function PastsPicture(props: Props) {
  const { words, labels, width, height, a, b, p, q, bos, asking } = props;
  const [pointed, setPointed] = useState<number | null>(null);
  const link = useLink('probability');
  const most = Math.max(...p, ...q) * 1.02;
  const spell = (past: readonly number[]): string => past.map((t) => labels[t] ?? '').join('');
  const said = (token: number): string =>
    token === bos ? words.text('boundary') : (labels[token] ?? '');
  const top = tallest(p);
  const barsOf = (values: readonly number[], outline: readonly number[] | null): Bar[] =>
    values.map((value, token) => ({
      id: String(token),
      label: labels[token] ?? '',
      value,
      overlay: outline?.[token],
      emphasis: token === (pointed ?? top) ? 'strong' : 'normal',
      announce: words.text('bar', { to: said(token), p: three(value) }),
    }));
  const both = height >= ROOM;
  const room = both ? (height - 2 * LINE - 6) / 2 : height - LINE;
  const chart = (past: readonly number[], values: readonly number[], outline: boolean) => (
    <Bars
      className="memory-bars"
      width={width}
      height={Math.max(56, room)}
      orientation="vertical"
      label={words.text('bars', { past: spell(past) })}
      description={words.text('barsDescription', {
        to: said(tallest(values)),
        p: three(values[tallest(values)]),
      })}
      bars={barsOf(values, outline ? p : null)}
      overlayQuantity="ink"
      domain={[0, most]}
      values="strong"
      onHover={setPointed}
    />
  );
  const first = (
    <PastLine {...props} past={a} group={words.text('first')} lead={words.text('after')} />
  );
  const second = (
    <PastLine
      {...props}
      past={b}
      group={words.text('second')}
      lead={words.text(both ? 'after' : 'and')}
      edit={asking ? undefined : props.onPast}
    />
  );
  if (!both) {
    return (
      <div className="memory" {...link.bind}>
        <div className="memory-lines">
          {first}
          {second}
        </div>
        {asking ? chart(a, p, false) : chart(b, q, true)}
      </div>
    );
  }
  return (
    <div className="memory" {...link.bind}>
      {first}
      {chart(a, p, false)}
      <div className="memory-second">
        {second}
        <span className="memory-side" hidden={width < SIDE}>
          {props.guess ? (
            <span className="q-lens">{words.say('yourGuess', { guess: props.guess })}</span>
          ) : (
            !asking && words.say('outline', { a: <bdi key="a">{spell(a)}</bdi> })
          )}
        </span>
      </div>
      {asking ? (
        <div className="memory-covered">
          <Bars
            width={width}
            height={Math.max(56, room)}
            orientation="vertical"
            label={words.text('bars', { past: spell(b) })}
            description={words.text('barsCovered')}
            bars={barsOf(
              Array.from(p, () => 0),
              null,
            )}
            domain={[0, most]}
            values="none"
          />
          <p>{words.text('covered')}</p>
        </div>
      ) : (
        chart(b, q, true)
      )}
    </div>
  );
}

interface LineProps extends Props {
  past: readonly number[];
  group: string;
  lead: string;
  edit?: (past: number[]) => void;
}

/** A past, letter by letter: the last in ink, all before it struck. */
function PastLine({ words, labels, bos, past, group, lead, edit, lit }: LineProps) {
  const end = past.length - 1;
  return (
    <div className="memory-line" role="group" aria-label={group}>
      <span className="memory-lead">{lead}</span>
      <span className="memory-past" dir="auto" data-lit={lit === 'token' || undefined}>
        {past.map((token, i) => (
          <span
            // A letter is known by its place, counted from the end: there the past is cut.
            key={past.length - i}
            className={i === end ? 'memory-letter memory-last' : 'memory-letter'}
            data-edit={edit ? '' : undefined}
          >
            <span className="memory-glyph">{labels[token]}</span>
            {edit && (
              <select
                value={token}
                aria-label={
                  i === end
                    ? words.text('lastLetter')
                    : words.text('letter', { place: i + 1, count: past.length })
                }
                onChange={(event) => edit(past.with(i, Number(event.target.value)))}
              >
                {labels.map(
                  (label, other) =>
                    other !== bos && (
                      <option key={label} value={other}>
                        {label}
                      </option>
                    ),
                )}
              </select>
            )}
          </span>
        ))}
      </span>
      {edit && (
        <span className="memory-length">
          <button
            type="button"
            className="tool"
            aria-label={words.text('shorter')}
            disabled={past.length < 2}
            onClick={() => edit(past.slice(1))}
          >
            −
          </button>
          <button
            type="button"
            className="tool"
            aria-label={words.text('longer')}
            disabled={past.length >= LONGEST_PAST}
            onClick={() => edit([past[0], ...past])}
          >
            +
          </button>
        </span>
      )}
    </div>
  );
}
