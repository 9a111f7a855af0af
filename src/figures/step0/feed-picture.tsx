import { useCallback, useMemo } from 'react';
import { fixed, type Cell } from '../../charts/index.ts';
import { matrixLayout } from '../../charts/matrix/layout.ts';
import type { Recipe } from '../../engine/recipe.ts';
import type { Messages } from '../../reader/messages.tsx';
import { setLens } from '../../reader/state.ts';
import type { Size } from '../frame.tsx';
import { FeedCurve } from './feed-curve.tsx';
import type { Moment } from './feed-data.ts';
import { FeedBars, FeedHead, FeedSquare, squareProps } from './feed-parts.tsx';
import { feedLayout, HEAD, ROOM_FOR_BOTH, type View } from './feed-view.ts';
import { FeedWho } from './feed-who.tsx';

export interface PictureProps {
  size: Size;
  words: Messages;
  recipe: Recipe;
  lens: string;
  view: View;
  change: (part: Partial<View>) => void;
  moment: Moment;
  /** Where there is nothing left to count. */
  end: number;
  thread: readonly Cell[];
  /** The chosen pair of the text, and the one pointed at. */
  pair: number | null;
  pointed: number | null;
  onPoint: (pair: number | null) => void;
  /** The path of the name just dropped. */
  flash: readonly Cell[] | null;
  /** The question stands: the curve is hidden but for its start. */
  asking: boolean;
  guess: { readonly value: number | null; readonly truth: number | null } | null;
  onGuess: (nats: number) => void;
}

const two = fixed(2);
/** Over a square narrower than this only the name dropped is told, not its loss, px. */
const SHORT = 224;
/** Bars reach this many times as far as knowing nothing costs. */
const LONGEST = 1.55;
/** What the curve gets of the height while it is asked about. */
const ASKED = 0.48;

/** Square, bars and curve; where the room is low, square and bars or the curve. */
export function FeedPicture(props: PictureProps) {
  const { size, words, recipe, view, change, moment, thread, pair, pointed, asking } = props;
  const { k, labels, table, priced, text, own, floors } = moment;
  const part = asking ? 'curve' : view.part;
  const { width, height } = size;
  const alone = height < ROOM_FOR_BOTH;
  const head = asking && alone ? 0 : HEAD;
  const at = useMemo(() => {
    const fit = (box: Size) => matrixLayout({ ...squareProps(labels), ...box }).height;
    return feedLayout({ width, height }, part, fit, head, asking ? ASKED : undefined);
  }, [width, height, part, head, asking, labels]);
  const chosen = view.pair;
  const chooseBox = useCallback(
    (from: number, to: number) => change({ cell: [from, to] }),
    [change],
  );
  const choosePair = useCallback(
    (i: number) => change({ pair: i === chosen ? null : i }),
    [change, chosen],
  );
  const cell = view.cell ?? (pair === null ? null : (thread[pair] ?? null));
  const brief = alone || at.square.width < SHORT;
  return (
    <div className="feed">
      {head > 0 && (
        <FeedHead
          height={head}
          column={at.square.width}
          left={
            table.document === null
              ? words.say('nothing')
              : words.say(brief ? 'droppedShort' : 'dropped', {
                  k: table.step,
                  name: <bdi key="n">{table.document}</bdi>,
                  nats: two(table.loss ?? NaN),
                })
          }
          right={
            alone ? (
              <button
                type="button"
                className="tool feed-part"
                onClick={() => change({ part: part === 'curve' ? 'table' : 'curve' })}
              >
                {words.text(part === 'curve' ? 'seeTable' : 'seeCurve')}
              </button>
            ) : view.cell ? null : (
              words.say('priced', { own: String(own), name: <bdi key="n">{text}</bdi> })
            )
          }
        />
      )}
      {at.square.width > 0 && (
        <div className="feed-top">
          <FeedSquare
            size={at.square}
            words={words}
            labels={labels}
            table={table}
            thread={thread}
            own={own}
            threadKey={text}
            selected={cell}
            highlighted={pointed === null ? null : (thread[pointed] ?? null)}
            flash={props.flash}
            onSelect={chooseBox}
          />
          {view.cell ? (
            <FeedWho
              size={at.bars}
              words={words}
              recipe={recipe}
              table={table}
              cell={view.cell}
              lens={props.lens}
              onChoose={setLens}
              onClose={() => change({ cell: null })}
            />
          ) : (
            <FeedBars
              size={at.bars}
              words={words}
              name={text}
              priced={priced}
              longest={LONGEST * floors.uniform}
              selected={pair}
              onSelect={choosePair}
              onHover={props.onPoint}
            />
          )}
        </div>
      )}
      {at.curve.height > 0 && (
        <FeedCurve
          size={at.curve}
          words={words}
          k={k}
          steps={recipe.steps}
          end={props.end}
          run={moment.run}
          floors={floors}
          now={moment.now}
          bare={moment.bare}
          past={moment.past}
          hidden={asking}
          guess={props.guess}
          onGuess={props.onGuess}
        />
      )}
    </div>
  );
}
