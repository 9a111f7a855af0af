import { useRef } from 'react';
import { fixed } from '../../charts/index.ts';
import { usePublish } from '../../reader/facts.ts';
import { useMessages, type Messages } from '../../reader/messages.tsx';
import { useLens, useRecipe } from '../../reader/reader.ts';
import { useStory } from '../../reader/story.ts';
import type { Result } from '../../worker/protocol.ts';
import { FigureFrame } from '../frame.tsx';
import { Predict, usePrediction } from '../predict.tsx';
import { NumberField } from '../number-field.tsx';
import { ReadingBar } from '../reading-bar.tsx';
import { Switch } from '../switch.tsx';
import { useTextScale } from '../text-scale.ts';
import { useCacheWork } from './cache-data.ts';
import { CachePicture } from './cache-picture.tsx';
import { CacheSums } from './cache-sums.tsx';
import { totalOf } from '../cache-work.ts';
import { ASKS, BEATS, cacheLayout, keysAndValuesAgain, type TextName } from './cache-view.ts';

const one = fixed(1);
/** Height of the sums, px. */
const SUMS = 52;
const MOST = 100_000;

export default function CacheFigure() {
  const words = useMessages('cache');
  const recipe = useRecipe();
  const name = useLens();
  const story = useStory(BEATS);
  const { view, change, beat, touched } = story;
  const root = useRef<HTMLDivElement>(null);
  const scale = useTextScale(root);
  const { work, block, live, busy, fault } = useCacheWork(recipe, name, view.text);
  usePublish(factsOf(words, block));
  const total = work?.cached.length ?? 1;
  const read = view.read === 'all' ? total : Math.max(1, Math.min(view.read, total));
  const prediction = usePrediction<number>({
    beat,
    at: ASKS,
    touched,
    about: `${JSON.stringify(recipe)} ${total}`,
  });
  const asking = prediction.asking && work !== null;
  const guess = asking || prediction.revealed ? prediction.guess : null;

  return (
    <FigureFrame
      title={words.say('title')}
      caption={words.say('caption')}
      live={live}
      busy={busy}
      fault={fault}
      fallback={{ width: 468, height: 420 }}
      touched={touched}
      onResume={story.resume}
      predict={
        asking && (
          <Predict question={words.say('question', { total })} prediction={prediction}>
            <NumberField
              name={words.text('guess')}
              value={prediction.guess}
              step={1}
              size={6}
              onChange={(next) =>
                prediction.setGuess(Math.max(0, Math.min(MOST, Math.round(next))))
              }
            />
          </Predict>
        )
      }
      controls={
        <Switch<TextName>
          label={words.text('text')}
          value={view.text}
          options={(['name', 'block'] as const).map((value) => ({
            value,
            label: words.text(`texts.${value}`),
          }))}
          onChange={(text) => change({ text, read: 'all' })}
        />
      }
      picture={(size) =>
        work && (
          <div ref={root} className="cache">
            <CachePicture
              width={size.width}
              at={cacheLayout(size, scale, total, SUMS * scale)}
              scale={scale}
              words={words}
              work={work}
              read={read}
              asking={asking}
              guess={guess}
            />
            <CacheSums words={words} work={work} read={read} asking={asking} />
          </div>
        )
      }
      sentence={work && sentence(words, work, read, asking, prediction.revealed ? guess : null)}
      run={
        <ReadingBar
          read={read}
          total={total}
          about={work?.text ?? ''}
          disabled={asking || !work}
          onRead={(to) => change({ read: to })}
        />
      }
      table={() => ({
        caption: words.text('table'),
        columns: (['token', 'again', 'rows', 'uncached', 'cached', 'kept'] as const).map((key) => ({
          key,
          label: words.text(`columns.${key}`),
          numeric: key !== 'token',
        })),
        rows:
          work?.cached.map((token, t) => [
            work.labels[t],
            asking ? '?' : work.uncached[t].projections,
            token.projections,
            asking ? '?' : words.text('number', { value: work.uncached[t].multiplications }),
            words.text('number', { value: token.multiplications }),
            token.kept,
          ]) ?? [],
      })}
    />
  );
}

/** What has been read, and what it has cost. */
function sentence(
  words: Messages,
  work: Result<'work'>,
  read: number,
  asking: boolean,
  guess: number | null,
) {
  const [again, kept] = [totalOf(work.uncached, read), totalOf(work.cached, read)];
  const number = (value: number): string => words.text('number', { value });
  const values = {
    read,
    guess: guess ?? '',
    again: number(again.projections),
    rows: number(kept.projections),
    uncached: number(again.multiplications),
    cached: number(kept.multiplications),
    numbers: number(kept.kept),
    times: one(again.multiplications / kept.multiplications),
  };
  if (asking) return words.say('asking', values);
  return words.say(guess === null ? 'sentence' : 'guessed', values);
}

/** What the prose quotes of a full block. */
function factsOf(words: Messages, block: Result<'work'> | null): Record<string, string> {
  const works = block ?? { cached: [], uncached: [], parts: [], numbers: NaN, bytes: NaN };
  const n = works.cached.length;
  const number = (value: number | undefined): string =>
    value === undefined || Number.isNaN(value) ? '–' : words.text('number', { value });
  const [kept, again] = [totalOf(works.cached, n), totalOf(works.uncached, n)];
  const thrifty = keysAndValuesAgain(kept, again, works.parts);
  return {
    'cache.tokens': number(n),
    'cache.rows': number(kept.projections),
    'cache.again': number(again.projections),
    'cache.cached': number(kept.multiplications),
    'cache.uncached': number(again.multiplications),
    'cache.times': one(again.multiplications / kept.multiplications),
    'cache.last.cached': number(works.cached.at(-1)?.multiplications),
    'cache.last.uncached': number(works.uncached.at(-1)?.multiplications),
    'cache.numbers': number(works.numbers),
    'cache.bytes': number(works.bytes),
    'cache.each': number(works.cached[0]?.kept),
    'cache.thrifty': number(thrifty),
    'cache.thrifty.times': one(thrifty / kept.multiplications),
  };
}
