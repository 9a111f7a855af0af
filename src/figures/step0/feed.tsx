import { useMemo, useState } from 'react';
import { fixed, type Cell } from '../../charts/index.ts';
import { matrixLayout } from '../../charts/matrix/layout.ts';
import { useEngine } from '../../reader/engine.ts';
import { usePublish } from '../../reader/facts.ts';
import { useLitKey } from '../../reader/links.ts';
import { useMessages } from '../../reader/messages.tsx';
import { usePlayback } from '../../reader/playback.ts';
import { useLens, useRecipe } from '../../reader/reader.ts';
import { setLens } from '../../reader/state.ts';
import { useStory } from '../../reader/story.ts';
import { FigureFrame, type Size } from '../frame.tsx';
import { Predict, usePrediction } from '../predict.tsx';
import { RunBar } from '../run-bar.tsx';
import { FeedControls } from './feed-controls.tsx';
import { FeedCurve } from './feed-curve.tsx';
import { FeedBars, FeedHead, FeedSquare, squareProps } from './feed-parts.tsx';
import { feedSentence } from './feed-sentence.tsx';
import { axisSteps, feedBeats, feedLayout, HEAD, pathOf, ROOM_FOR_BOTH } from './feed-view.ts';
import { useWalk } from './feed-walk.ts';
import { FeedWho } from './feed-who.tsx';

/** Names a second at which each can be seen to fall. */
const SEEN = 20;
/** Seconds in which the rest of a list is dropped. */
const ALL_IN = 2;
/** Where the held-out loss is measured past the run. */
const PAST = 24;

/** Over a square narrower than this only the name dropped is told, not its loss. */
const SHORT = 224;

const two = fixed(2);

export default function FeedFigure() {
  const words = useMessages('feed');
  const recipe = useRecipe();
  const lens = useLens();
  const lit = useLitKey();
  const { steps } = recipe;
  const { data } = useEngine('data', { recipe });
  const end = Math.max(steps, data?.documents ?? steps);
  const beats = useMemo(() => feedBeats(steps, end), [steps, end]);
  const story = useStory(beats);
  const { view, change } = story;
  const [hover, setHover] = useState<number | null>(null);
  const [seen, setSeen] = useState<number | null>(null);

  const guess = usePrediction<number>({
    beat: story.beat,
    at: 2,
    touched: story.touched,
    about: JSON.stringify(recipe),
  });
  // Two beats are reached by counting: the first ten names, and the run once it was guessed.
  const walk = useWalk(view.k);
  const place = story.touched ? 'own' : `${story.beat}${guess.asking ? '?' : ''}`;
  const [placeBefore, setPlaceBefore] = useState(place);
  if (place !== placeBefore) {
    setPlaceBefore(place);
    if (placeBefore === '0' && place === '1') walk.begin();
    else if (placeBefore === '2?' && place === '2') walk.begin();
    else walk.stop();
  }
  const { k } = walk;

  const { data: run } = useEngine('losses', { recipe });
  const { data: floors } = useEngine('floors', { recipe });
  const { data: unseen } = useEngine('unseen', { recipe, step: steps });
  const { data: table, live, busy, fault } = useEngine('state', { recipe, step: k });
  const other = view.text === 'unseen' ? unseen?.first : null;
  const text = other?.text ?? lens;
  const own = text === lens;
  const { data: priced } = useEngine('surprise', { recipe, step: k, text, alpha: view.alpha });
  const { data: held } = useEngine('heldOut', { recipe, steps: [k], alpha: 1 });
  const measured = run?.heldOut.steps;
  const { data: bare } = useEngine(
    'heldOut',
    view.alpha === 0 && measured ? { recipe, steps: measured, alpha: 0 } : null,
  );
  const { data: bareNow } = useEngine(
    'heldOut',
    view.alpha === 0 ? { recipe, steps: [k], alpha: 0 } : null,
  );
  const pastSteps = useMemo(() => axisSteps(steps, end, PAST), [steps, end]);
  const { data: past } = useEngine(
    'heldOut',
    k > steps ? { recipe, steps: pastSteps, alpha: 1 } : null,
  );

  const playback = usePlayback({
    recipe,
    step: view.k,
    total: view.k > steps && view.k < end ? end : steps,
    onStep: (to) => change({ k: to }),
  });
  const slowly = playback.playing && (seen ?? playback.perSecond) <= SEEN;
  const go = (to: number, speed?: number): void => {
    setSeen(speed ?? null);
    playback.playTo(to, speed);
  };
  const stepTo = (to: number): void => {
    playback.pause();
    setSeen(to);
    change({ k: Math.max(0, Math.min(end, to)) });
  };

  const thread = useMemo<Cell[]>(
    () => (priced?.tokens ?? []).slice(1).map((next, i) => [priced!.tokens[i], next]),
    [priced],
  );
  const firstUnseen = priced ? priced.nats.indexOf(Infinity) : -1;
  const pair = view.pair ?? (firstUnseen >= 0 && k > 0 ? firstUnseen : null);
  const cell = view.cell ?? (pair === null ? null : (thread[pair] ?? null));
  const pointed = hover ?? (lit === 'pair' ? (pair ?? 0) : null);
  const dropping = walk.walking || slowly || (story.touched && !playback.playing && seen === k);
  const flash = useMemo(
    () => (dropping && table?.document ? pathOf(table.document, table.labels, table.bos) : null),
    [dropping, table],
  );
  const now = held?.nats[0];
  const asking = guess.asking && run?.heldOutDocuments !== 0;

  usePublish({
    'feed.loss.first': run ? fixed(3)(run.losses[0]) : '',
    'feed.loss.second': run ? fixed(3)(run.losses[Math.min(1, run.losses.length - 1)]) : '',
    'feed.name.second': data ? (data.head[Math.min(1, data.head.length - 1)] ?? '') : '',
    'feed.unseen.word': unseen?.first?.text ?? '–',
    'feed.unseen.from': data?.labels[unseen?.first?.prev ?? -1] ?? '–',
    'feed.unseen.to': data?.labels[unseen?.first?.next ?? -1] ?? '–',
    'feed.unseen.names': words.text('number', { value: unseen?.documents ?? 0 }),
    'feed.k': words.text('number', { value: k }),
    'feed.nats': two(priced?.mean ?? NaN),
  });

  const moving = playback.playing || walk.walking;
  return (
    <FigureFrame
      title={words.say('title')}
      caption={words.say('caption')}
      live={live}
      busy={busy && !moving}
      fault={fault}
      moving={moving}
      touched={story.touched}
      onResume={() => {
        playback.pause();
        story.resume();
      }}
      controls={
        <FeedControls
          words={words}
          k={k}
          steps={steps}
          end={end}
          documents={data?.documents ?? 0}
          alpha={view.alpha}
          onOne={() => stepTo(view.k + 1)}
          onTen={() => go(Math.min(end, view.k + 10), SEEN)}
          onRun={() => {
            setSeen(null);
            playback.play();
          }}
          onAll={() => go(end, Math.max(playback.perSecond, (end - view.k) / ALL_IN))}
          onSmoothing={(alpha) => change({ alpha, pair: null })}
        />
      }
      picture={(size) => {
        if (!table || !priced || !run || !floors) return null;
        const part = asking ? 'curve' : view.part;
        const fit = (box: Size) => matrixLayout({ ...squareProps(table), ...box }).height;
        const alone = size.height < ROOM_FOR_BOTH;
        const head = asking && alone ? 0 : HEAD;
        const at = feedLayout(size, part, fit, head, asking ? 0.48 : undefined);
        return (
          <div className="feed">
            {head > 0 && (
              <FeedHead
                height={head}
                column={at.square.width}
                left={
                  k === 0 || !table.document
                    ? words.say('nothing')
                    : words.say(alone || at.square.width < SHORT ? 'droppedShort' : 'dropped', {
                        k,
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
                  ) : (
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
                  table={table}
                  thread={thread}
                  own={own}
                  threadKey={text}
                  selected={cell}
                  highlighted={pointed === null ? null : (thread[pointed] ?? null)}
                  flash={flash}
                  onSelect={(from, to) => change({ cell: [from, to] })}
                />
                {view.cell ? (
                  <FeedWho
                    size={at.bars}
                    words={words}
                    recipe={recipe}
                    table={table}
                    cell={view.cell}
                    lens={lens}
                    onChoose={setLens}
                    onClose={() => change({ cell: null })}
                  />
                ) : (
                  <FeedBars
                    size={at.bars}
                    words={words}
                    name={text}
                    priced={priced}
                    longest={1.55 * floors.uniform}
                    selected={pair}
                    onSelect={(i) => change({ pair: i === view.pair ? null : i })}
                    onHover={setHover}
                  />
                )}
              </div>
            )}
            {at.curve.height > 0 && (
              <FeedCurve
                size={at.curve}
                words={words}
                k={k}
                steps={steps}
                end={end}
                run={run}
                floors={floors}
                now={now}
                bare={view.alpha === 0 ? (bare?.nats ?? null) : null}
                past={past ? { steps: pastSteps, nats: past.nats } : null}
                guess={
                  asking
                    ? { value: guess.guess, truth: null }
                    : guess.revealed
                      ? { value: guess.guess, truth: walk.walking ? null : (now ?? null) }
                      : null
                }
                onGuess={guess.setGuess}
              />
            )}
          </div>
        );
      }}
      predict={
        asking && (
          <Predict
            question={words.say('question', { steps })}
            ready={guess.guess !== null}
            onReveal={guess.reveal}
            onSkip={guess.skip}
          >
            <p className="feed-ask">{words.say('ask')}</p>
          </Predict>
        )
      }
      sentence={feedSentence({
        words,
        k,
        end,
        steps,
        name: text,
        own,
        alpha: view.alpha,
        priced,
        now,
        bare: bareNow?.nats[0],
        heldOut: run?.heldOutDocuments ?? 0,
        floor: floors?.bigram,
        asking,
        guess: guess.revealed ? guess.guess : null,
      })}
      table={() => ({
        caption: words.text('table', { name: text, k }),
        columns: (['pair', 'count', 'total', 'p', 'nats'] as const).map((key) => ({
          key,
          label: words.text(`columns.${key}`),
          numeric: key !== 'pair',
        })),
        rows: [
          ...(priced?.nats ?? []).map((nats, i) => [
            `${priced!.labels[i]}${priced!.labels[i + 1]}`,
            priced!.counts[i],
            priced!.totals[i],
            priced!.p[i].toFixed(3),
            Number.isFinite(nats) ? nats.toFixed(3) : words.text('infinite'),
          ]),
          ...(run?.heldOut.steps ?? []).flatMap((step, i) =>
            step <= k
              ? [[words.text('heldRow', { k: step }), '', '', '', run!.heldOut.nats[i].toFixed(3)]]
              : [],
          ),
        ],
      })}
      run={
        <RunBar
          step={k}
          total={k > steps ? end : steps}
          losses={run?.losses ?? []}
          seed={recipe.seed}
          playback={playback}
          onStep={stepTo}
        />
      }
    />
  );
}
