import { useRef } from 'react';
import { fixed } from '../../charts/index.ts';
import { settingsOf } from '../../engine/settings.ts';
import { usePublish } from '../../reader/facts.ts';
import { useMessages } from '../../reader/messages.tsx';
import { useLens, useRecipe } from '../../reader/reader.ts';
import { useStory } from '../../reader/story.ts';
import { FigureFrame } from '../frame.tsx';
import { Predict, usePrediction } from '../predict.tsx';
import { Switch } from '../switch.tsx';
import { useTextScale } from '../text-scale.ts';
import { headsOf } from './runs.ts';
import { SliderOf } from '../slider-of.tsx';
import { useSplit } from './split-data.ts';
import { plain, splitFacts } from './split-facts.ts';
import { SplitPicture } from './split-picture.tsx';
import { ASKS, BEATS, type Reach } from './split-view.ts';

const three = fixed(3);
const GUESSES = ['less', 'same', 'more'] as const;
type Guess = (typeof GUESSES)[number];

export default function SplitFigure() {
  const words = useMessages('split');
  const recipe = useRecipe();
  const name = useLens();
  const story = useStory(BEATS);
  const { view, change, beat, touched } = story;
  const root = useRef<HTMLDivElement>(null);
  const scale = useTextScale(root);
  const data = useSplit(recipe, name, view);
  const told = useSplit(recipe, name, BEATS[ASKS]);
  const { split, count, several, work } = data;
  const prediction = usePrediction<Guess>({
    beat,
    at: ASKS,
    touched,
    about: JSON.stringify([recipe, name]),
  });
  const asking = prediction.asking && split !== null;
  const number = (value: number): string => words.text('number', { value });
  usePublish(splitFacts(told, told.split, number));

  const { embd, layers } = settingsOf(recipe)!;
  const head = Math.min(view.head, count - 1);
  const own = split?.heads[head];
  const size = embd / count;
  const numbers = (of: number) => ({
    head: of + 1,
    dot: three(split?.heads[of]?.dots[split.s] ?? NaN),
    score: three(split?.heads[of]?.scores[split.s] ?? NaN),
    weight: three(split?.heads[of]?.weights[split.s] ?? NaN),
    from: split?.heads[of]?.from ?? 0,
    to: (split?.heads[of]?.to ?? 1) - 1,
  });
  const values = {
    ...numbers(head),
    name: data.text,
    size,
    heads: count,
    several,
    sets: count * layers,
    toldSets: several * layers,
    width: embd,
    root: plain(Math.sqrt(size)),
    asks: split ? split.letters[split.t] : '',
    seen: split ? split.letters[split.s] : '',
    whole: three(split?.one.dots[split.s] ?? NaN),
    oneWeight: three(split?.one.weights[split.s] ?? NaN),
    one: work.one ?? 0,
    now: work.now ?? 0,
    told: work.several ?? 0,
    guess: prediction.guess ?? '',
    right: String(prediction.guess === sideOf(work.one, work.several)),
  };
  const { reach, chosen } = view;
  const said = asking
    ? 'asking'
    : prediction.revealed
      ? 'guessed'
      : reach === 'scores' && count === 1
        ? 'one'
        : chosen && reach === 'all'
          ? 'weights'
          : reach;

  return (
    <FigureFrame
      title={words.say('title')}
      caption={words.say('caption')}
      live={data.live}
      busy={data.busy}
      fault={data.fault}
      touched={touched}
      onResume={story.resume}
      sentence={split && words.say(`said.${said}`, values)}
      predict={
        asking && (
          <Predict question={words.say('question', values)} prediction={prediction}>
            <Switch
              label={words.text('guess')}
              value={prediction.guess}
              options={GUESSES.map((value) => ({ value, label: words.text(`guesses.${value}`) }))}
              onChange={prediction.setGuess}
            />
          </Predict>
        )
      }
      controls={
        <>
          <SliderOf
            label={words.text('headsOf')}
            values={headsOf(embd)}
            value={count}
            onChange={(heads) => change({ heads, head: 0, reach: further(reach), chosen: false })}
          />
          <Switch<'first' | 'trained'>
            label={words.text('runs')}
            value={view.trained ? 'trained' : 'first'}
            options={(['first', 'trained'] as const).map((value) => ({
              value,
              label: words.text(`run.${value}`),
            }))}
            onChange={(value) => change({ trained: value === 'trained' })}
          />
        </>
      }
      picture={(room) => (
        <div ref={root} className="split-root" style={{ height: room.height }}>
          {split && own && (
            <SplitPicture
              size={room}
              words={words}
              scale={scale}
              data={data}
              split={split}
              head={head}
              reach={reach}
              announce={(of) => words.text('head', { ...values, ...numbers(of) })}
              onHead={(next) => change({ head: next, chosen: true })}
              onAsks={(t) => change({ t, s: null, chosen: true })}
              onSeen={(s) => change({ s, chosen: true })}
            />
          )}
        </div>
      )}
      table={() => ({
        caption: words.text('table', values),
        columns: (['head', 'channels', 'dot', 'score', 'weight'] as const).map((key) => ({
          key,
          label: words.text(`columns.${key}`),
          numeric: key !== 'head',
        })),
        rows:
          split?.heads.map((_, n) => {
            const row = numbers(n);
            return [
              String(row.head),
              row.from === row.to ? String(row.from) : words.text('range', row),
              row.dot,
              row.score,
              row.weight,
            ];
          }) ?? [],
      })}
    />
  );
}

/** From the scores on to the weights: a reader who moves the cut sees what comes of it. */
const further = (reach: Reach): Reach => (reach === 'scores' ? 'weights' : reach);

/** Does the second multiply less than the first, as much, or more? Null until both are counted. */
function sideOf(one: number | null, other: number | null): Guess | null {
  if (one === null || other === null) return null;
  return other < one ? 'less' : other > one ? 'more' : 'same';
}
