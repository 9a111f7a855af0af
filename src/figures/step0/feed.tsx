import { memo, useCallback, useMemo, useRef, useState } from 'react';
import { fixed, type Cell } from '../../charts/index.ts';
import { useEngine } from '../../reader/engine.ts';
import { usePublish } from '../../reader/facts.ts';
import { useLitKey } from '../../reader/links.ts';
import { useMessages } from '../../reader/messages.tsx';
import { usePlayback } from '../../reader/playback.ts';
import { useLens, useRecipe } from '../../reader/reader.ts';
import { useStory } from '../../reader/story.ts';
import { FigureFrame } from '../frame.tsx';
import { Predict, usePrediction } from '../predict.tsx';
import { RunBar } from '../run-bar.tsx';
import { FeedControls, type Feeding } from './feed-controls.tsx';
import { useFeedData } from './feed-data.ts';
import { FeedPicture } from './feed-picture.tsx';
import { feedSentence } from './feed-sentence.tsx';
import { feedTable } from './feed-table.ts';
import { feedBeats, FEW, pathOf } from './feed-view.ts';
import { useWalk } from './feed-walk.ts';

/** The beat that asks where the curve will go. */
const ASKS = 2;
/** Names a second at which each can be seen to fall. */
const SEEN = 20;
/** Seconds in which the rest of a list is dropped. */
const ALL_IN = 2;

/** A frame of a run brings several answers; what does not depend on them is drawn once. */
const Bar = memo(RunBar);
const NONE: readonly number[] = [];

const two = fixed(2);
const three = fixed(3);

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
  const { view, change, touched } = story;

  const guess = usePrediction<number>({
    beat: story.beat,
    at: ASKS,
    touched,
    about: JSON.stringify(recipe),
  });
  // Two beats are reached by counting: the first ten names, and the run once it was guessed.
  const walk = useWalk(recipe, view.k);
  const place = touched ? 'own' : `${story.beat}${guess.asking ? '?' : ''}`;
  const [placeBefore, setPlaceBefore] = useState(place);
  if (place !== placeBefore) {
    setPlaceBefore(place);
    const walked = ['0 1', `${ASKS}? ${ASKS}`].includes(`${placeBefore} ${place}`);
    if (walked) walk.begin();
    else walk.stop();
  }
  const { moment, unseen, live, busy, fault } = useFeedData(recipe, lens, walk.k, end, view);

  /** The step that was gone to by itself, or the speed of the last play, when each name shows. */
  const [single, setSingle] = useState<number | null>(null);
  const [speed, setSpeed] = useState<number | null>(null);
  const playback = usePlayback({
    recipe,
    step: view.k,
    total: view.k > steps && view.k < end ? end : steps,
    onStep: (k) => change({ k }),
  });
  const stepTo = (to: number): void => {
    playback.pause();
    setSingle(to);
    change({ k: Math.max(0, Math.min(end, to)) });
  };
  const feed = (what: Feeding): void => {
    const { k } = view;
    const pace = { ten: SEEN, all: Math.max(playback.perSecond, (end - k) / ALL_IN) };
    if (what === 'one') return stepTo(k + 1);
    setSpeed(what === 'run' ? null : pace[what]);
    if (what === 'run') playback.play();
    else playback.playTo(what === 'ten' ? Math.min(end, k + 10) : end, pace[what]);
  };
  const acts = useRef({ stepTo, feed });
  acts.current = { stepTo, feed };
  const onStep = useCallback((to: number) => acts.current.stepTo(to), []);
  const onFeed = useCallback((what: Feeding) => acts.current.feed(what), []);
  const onSmoothing = useCallback((alpha: 0 | 1) => change({ alpha, pair: null }), [change]);

  const thread = useMemo<Cell[]>(() => {
    const tokens = moment?.priced.tokens ?? [];
    return tokens.slice(1).map((next, i) => [tokens[i], next] as const);
  }, [moment?.priced]);
  const table = moment?.table;
  const seen =
    (walk.walking && view.k <= FEW) ||
    (playback.playing && (speed ?? playback.perSecond) <= SEEN) ||
    (touched && !playback.playing && single === table?.step);
  const flash = useMemo(
    () => (seen && table?.document ? pathOf(table.document, table.labels, table.bos) : null),
    [seen, table],
  );
  const impossible = moment && moment.k > 0 ? moment.priced.nats.indexOf(Infinity) : -1;
  const pair = view.pair ?? (impossible >= 0 ? impossible : null);
  const [hover, setHover] = useState<number | null>(null);
  const pointed = hover ?? (lit === 'pair' ? (pair ?? 0) : null);
  const asking = guess.asking && moment?.run.heldOutDocuments !== 0;
  const moving = playback.playing || walk.walking;

  const truth = asking || walk.walking ? null : (moment?.now ?? null);
  const guessed = asking || guess.revealed;
  const shown = useMemo(
    () => (guessed ? { value: guess.guess, truth } : null),
    [guessed, guess.guess, truth],
  );

  const told = guess.revealed && !walk.walking ? guess.guess : null;
  const sentence = useMemo(
    () => (moment && !asking ? feedSentence(words, moment, { steps, end, guess: told }) : null),
    [words, moment, asking, steps, end, told],
  );

  const first = unseen?.first;
  usePublish({
    'feed.loss.first': moment ? three(moment.run.losses[0]) : '',
    'feed.loss.second': moment ? three(moment.run.losses[Math.min(1, steps - 1)]) : '',
    'feed.name.second': data ? data.head[1 % data.head.length] : '',
    'feed.unseen.word': first?.text ?? '–',
    'feed.unseen.from': (first && data?.labels[first.prev]) ?? '–',
    'feed.unseen.to': (first && data?.labels[first.next]) ?? '–',
    'feed.unseen.names': words.text('number', { value: unseen?.documents ?? 0 }),
    'feed.k': words.text('number', { value: moment?.k ?? 0 }),
    'feed.nats': two(moment?.priced.mean ?? NaN),
  });

  return (
    <FigureFrame
      title={words.say('title')}
      caption={words.say('caption')}
      live={live}
      busy={busy && !moving}
      fault={fault}
      moving={moving}
      touched={touched}
      onResume={() => {
        playback.pause();
        story.resume();
      }}
      controls={
        <FeedControls
          words={words}
          steps={steps}
          documents={end > steps ? (data?.documents ?? 0) : 0}
          full={view.k >= end}
          alpha={view.alpha}
          asked={asking}
          onFeed={onFeed}
          onSmoothing={onSmoothing}
        />
      }
      picture={(size) =>
        moment && (
          <FeedPicture
            size={size}
            words={words}
            recipe={recipe}
            lens={lens}
            view={view}
            change={change}
            moment={moment}
            end={end}
            thread={thread}
            pair={pair}
            pointed={pointed}
            onPoint={setHover}
            flash={flash}
            asking={asking}
            guess={shown}
            onGuess={guess.setGuess}
          />
        )
      }
      predict={asking && <Predict question={words.say('question', { steps })} prediction={guess} />}
      sentence={sentence}
      table={() => feedTable(words, moment)}
      run={
        <Bar
          step={walk.k}
          total={walk.k > steps ? end : steps}
          losses={moment?.run.losses ?? NONE}
          seed={recipe.seed}
          playback={playback}
          onStep={onStep}
        />
      }
    />
  );
}
