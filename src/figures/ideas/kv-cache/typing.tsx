import { useRef } from 'react';
import { fixed } from '../../../charts/index.ts';
import { usePublish } from '../../../reader/facts.ts';
import { useMessages, type Messages } from '../../../reader/messages.tsx';
import { useLens, useRecipe } from '../../../reader/reader.ts';
import { useStory } from '../../../reader/story.ts';
import { FigureFrame } from '../../frame.tsx';
import { GuessSlider } from '../../guess-slider.tsx';
import { Predict, answered, usePrediction } from '../../predict.tsx';
import { Switch } from '../../switch.tsx';
import { useTextScale } from '../../text-scale.ts';
import { useTyping, type Typed } from './typing-data.ts';
import { TypingField } from './typing-field.tsx';
import { TypingPicture } from './typing-picture.tsx';
import { ASKS, BEATS, LAYERS, LENGTHS, totalOf } from './typing-view.ts';

const one = fixed(1);
const MOST = 10;

export default function TypingFigure() {
  const words = useMessages('typing');
  const recipe = useRecipe();
  const name = useLens();
  const story = useStory(BEATS);
  const root = useRef<HTMLDivElement>(null);
  const scale = useTextScale(root);
  const prediction = usePrediction<number>({
    beat: story.beat,
    at: ASKS,
    touched: story.touched,
    about: `${JSON.stringify(recipe)} ${name}`,
  });
  const view = answered(story, prediction, BEATS, ASKS);
  const data = useTyping(recipe, name, view);
  usePublish(factsOf(words, data.story));
  const { typed } = data;
  const { asking } = prediction;
  const guess = prediction.revealed ? prediction.guess : null;
  const change = (part: Partial<typeof view>) => story.change({ ...view, ...part });
  return (
    <FigureFrame
      title={words.say('title')}
      caption={words.say('caption')}
      live={data.live}
      busy={data.busy}
      fault={data.fault}
      fallback={{ width: 468, height: 400 }}
      touched={story.touched}
      onResume={story.resume}
      predict={
        asking && (
          <Predict question={words.say('question')} prediction={prediction}>
            <GuessSlider
              label={words.text('guess')}
              min={1}
              max={MOST}
              step={0.5}
              start={2}
              prediction={prediction}
              text={(times) => words.text('times', { times: one(times) })}
            />
          </Predict>
        )
      }
      controls={
        <>
          <TypingField
            words={words}
            text={view.text ?? typed?.text ?? ''}
            typed={typed}
            onText={(text) => change({ text })}
          />
          <Switch<string>
            label={words.text('layers')}
            value={String(view.layers)}
            options={LAYERS.map((layers) => ({
              value: String(layers),
              label: words.text('layer', { layers }),
            }))}
            onChange={(layers) => change({ layers: Number(layers) })}
          />
          <Switch<'own' | 'shared'>
            label={words.text('sharing')}
            value={view.shared ? 'shared' : 'own'}
            options={(['own', 'shared'] as const).map((value) => ({
              value,
              label: words.text(`share.${value}`),
            }))}
            onChange={(value) => change({ shared: value === 'shared' })}
          />
        </>
      }
      picture={(size) => (
        <div ref={root} className="typing">
          {typed && (
            <TypingPicture
              size={size}
              words={words}
              scale={scale}
              typed={typed}
              shared={view.shared}
            />
          )}
        </div>
      )}
      sentence={typed && sentence(words, typed, data.story, asking, guess)}
      table={() => ({
        caption: words.text('table'),
        columns: (['token', 'again', 'cached', 'kept'] as const).map((key) => ({
          key,
          label: words.text(`columns.${key}`),
          numeric: key !== 'token',
        })),
        rows:
          typed?.labels.map((label, t) => [
            label,
            words.text('number', { value: typed.again[t] }),
            words.text('number', { value: typed.cached[t] }),
            typed.kept[t],
          ]) ?? [],
      })}
    />
  );
}

/** Multiplications of a text in all, against those of another. */
const timesOf = (long: Typed | null, short: Typed | null, of: 'again' | 'cached'): number =>
  long && short ? totalOf(long[of]) / totalOf(short[of]) : NaN;

function sentence(
  words: Messages,
  typed: Typed,
  [short, long]: readonly (Typed | null)[],
  asking: boolean,
  guess: number | null,
) {
  const number = (value: number) => words.text('number', { value });
  if (guess !== null)
    return words.say('guessed', {
      guess: one(guess),
      again: one(timesOf(long, short, 'again')),
      cached: one(timesOf(long, short, 'cached')),
    });
  const values = {
    tokens: typed.labels.length,
    again: number(totalOf(typed.again)),
    cached: number(totalOf(typed.cached)),
    last: number(typed.again.at(-1) ?? 0),
    own: number(typed.cached.at(-1) ?? 0),
  };
  return words.say(asking ? 'asking' : 'sentence', values);
}

/** What the prose quotes of the name at the lengths that the story compares. */
function factsOf(words: Messages, story: readonly (Typed | null)[]): Record<string, string> {
  const number = (value: number | undefined) =>
    value === undefined ? '–' : words.text('number', { value });
  const [short, long] = story;
  const facts: Record<string, string> = {
    'typing.times': one(timesOf(long, short, 'again')),
    'typing.times.cached': one(timesOf(long, short, 'cached')),
    'typing.heads': number(short?.heads),
    'typing.each': number(short?.kept[0]),
    'typing.shared': number(short ? short.kept[0] / short.heads : undefined),
  };
  LENGTHS.forEach((tokens, i) => {
    const typed = story[i];
    facts[`typing.again.${tokens}`] = number(typed ? totalOf(typed.again) : undefined);
    facts[`typing.cached.${tokens}`] = number(typed ? totalOf(typed.cached) : undefined);
    facts[`typing.last.${tokens}`] = number(typed?.again.at(-1));
    facts[`typing.own.${tokens}`] = number(typed?.cached.at(-1));
    facts[`typing.kept.${tokens}`] = number(typed ? totalOf(typed.kept) : undefined);
  });
  return facts;
}
