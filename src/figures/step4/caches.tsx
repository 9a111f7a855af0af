import { useRef } from 'react';
import { useMessages } from '../../reader/messages.tsx';
import { useLens, useRecipe } from '../../reader/reader.ts';
import { useStory } from '../../reader/story.ts';
import { FigureFrame } from '../frame.tsx';
import { NumberField } from '../number-field.tsx';
import { Predict, usePrediction } from '../predict.tsx';
import { ReadingBar } from '../reading-bar.tsx';
import { Switch } from '../switch.tsx';
import { useTextScale } from '../text-scale.ts';
import { useCaches } from './caches-data.ts';
import { useCachesFacts } from './caches-facts.ts';
import { CachesLetters } from './caches-letters.tsx';
import { CachesTables } from './caches-tables.tsx';
import { CachesTowers } from './caches-towers.tsx';
import * as see from './caches-view.ts';
import { cachesSentence, cachesTable } from './caches-words.ts';

export default function CachesFigure() {
  const words = useMessages('caches');
  const recipe = useRecipe();
  const name = useLens();
  const story = useStory(see.BEATS);
  const { view, change, beat, touched } = story;
  const root = useRef<HTMLDivElement>(null);
  const scale = useTextScale(root);
  const prediction = usePrediction<number>({
    beat,
    at: see.ASKS,
    touched,
    about: `${JSON.stringify(recipe)} ${name}`,
  });
  const { known, towers, block, live, busy, fault } = useCaches(recipe, name, view);
  useCachesFacts(recipe, name, words);
  const total = known?.symbols.length ?? 1;
  const read = view.read === 'all' ? total : Math.max(1, Math.min(view.read, total));
  const exchange = known?.exchange ?? null;
  const asking = prediction.asking && exchange !== null;
  const guess = prediction.revealed ? prediction.guess : null;
  // Once the guess is made, or skipped, its beat shows what has changed.
  const told = !touched && beat === see.ASKS && !asking && (guess !== null || prediction.skipped);
  const shown = told ? 'change' : view.shown;

  return (
    <FigureFrame
      title={words.say('title')}
      caption={words.say('caption')}
      live={live}
      busy={busy}
      fault={fault}
      fallback={{ width: 468, height: 430 }}
      touched={touched}
      onResume={story.resume}
      predict={
        asking && (
          <Predict
            question={words.say('question', {
              from: exchange.from,
              to: exchange.to,
              rows: total * view.layers,
            })}
            prediction={prediction}
          >
            <NumberField
              name={words.text('guess')}
              value={prediction.guess}
              step={1}
              size={5}
              onChange={(next) =>
                prediction.setGuess(Math.max(0, Math.min(total * view.layers, Math.round(next))))
              }
            />
          </Predict>
        )
      }
      controls={
        <>
          <Switch<see.Shown>
            label={words.text('shown')}
            value={shown}
            options={see.SHOWN.map((value) => ({
              value,
              label: words.text(`show.${value}`),
              disabled: value === 'change' && exchange === null,
            }))}
            onChange={(next) => change({ shown: next })}
          />
          {shown === 'change' && known && exchange && (
            <label className="caches-becomes">
              {words.text('becomes', { from: exchange.from })}
              <select
                value={exchange.token}
                onChange={({ target }) => change({ token: Number(target.value) })}
              >
                {known.labels.map(
                  (label, token) =>
                    token !== known.bos &&
                    (label !== exchange.from || token === exchange.token) && (
                      // A vocabulary keeps its order.
                      <option key={label} value={token}>
                        {label}
                      </option>
                    ),
                )}
              </select>
            </label>
          )}
        </>
      }
      picture={(size) => {
        const at = see.cachesLayout(size, scale, view.layers, total);
        return (
          <div className="caches-root" ref={root} style={{ height: size.height }}>
            {known && (
              <>
                <CachesTables
                  width={size.width}
                  at={at}
                  scale={scale}
                  words={words}
                  known={known}
                  shown={shown}
                  read={read}
                />
                <CachesLetters
                  words={words}
                  at={at}
                  known={known}
                  read={read}
                  exchanged={asking || shown === 'change'}
                  onPosition={(position) => change({ position, token: null, shown: 'change' })}
                />
              </>
            )}
            {towers && (
              <div style={{ position: 'absolute', insetInline: 0, top: at.towers }}>
                <CachesTowers
                  width={size.width}
                  words={words}
                  scale={scale}
                  towers={towers}
                  block={block}
                  layers={view.layers}
                  row={at.tower}
                  low={at.low}
                  onLayers={(layers) => change({ layers })}
                />
              </div>
            )}
          </div>
        );
      }}
      sentence={known && cachesSentence({ words, known, shown, read, asking, guess })}
      run={
        <ReadingBar
          read={read}
          total={total}
          about={name}
          disabled={asking || !known}
          onRead={(to) => change({ read: to })}
        />
      }
      table={() => cachesTable(words, known, towers, asking)}
    />
  );
}
