import { useMemo } from 'react';
import { useEngine } from '../../reader/engine.ts';
import { usePublish } from '../../reader/facts.ts';
import { useMessages } from '../../reader/messages.tsx';
import { useLens, useRecipe } from '../../reader/reader.ts';
import { useStory } from '../../reader/story.ts';
import { FigureFrame } from '../frame.tsx';
import { Predict, usePrediction } from '../predict.tsx';
import { Switch } from '../switch.tsx';
import { codePointName, extremes, type Layer } from './tokens-layout.ts';
import { GuessNumber, WordField } from './tokens-parts.tsx';
import { TokensPicture } from './tokens-picture.tsx';

interface View {
  /** The word shown; null: the name under the lens. */
  word: string | null;
  layer: Layer;
}

const LAYERS: readonly Layer[] = ['symbols', 'ids', 'boundary', 'clusters', 'inventory'];
/** The beat that asks how many tokens there will be. */
const ASKING = 2;

export default function TokensFigure() {
  const words = useMessages('tokens');
  const recipe = useRecipe();
  const lens = useLens();
  const example = words.text('example');
  const beats = useMemo<View[]>(
    () => LAYERS.map((layer) => ({ layer, word: layer === 'clusters' ? example : null })),
    [example],
  );
  const story = useStory(beats);
  const { view, change } = story;
  const word = view.word ?? lens;
  const { data } = useEngine('data', { recipe });
  const { data: spelled, live, busy, fault } = useEngine('tokenize', { recipe, text: word });
  const { data: own } = useEngine('tokenize', { recipe, text: lens });
  const prediction = usePrediction<number>({
    beat: story.beat,
    at: ASKING,
    touched: story.touched,
    about: `${lens} ${JSON.stringify(recipe.data)}`,
  });
  // Before the answer the boundary is not there to be counted.
  const layer = prediction.asking ? 'ids' : view.layer;

  const symbols = spelled?.symbols ?? [];
  const number = (value: number) => words.text('number', { value });
  const ids = (of: typeof symbols) => of.map(({ token }) => token ?? '–').join(' ');
  const ends = data && extremes(data.tokenCounts, data.bos);
  usePublish({
    ...(own && { 'tokens.ids': ids(own.symbols) }),
    ...(data &&
      ends && {
        'tokens.common': data.labels[ends.top],
        'tokens.common.count': number(data.tokenCounts[ends.top]),
        'tokens.rare': data.labels[ends.rare],
        'tokens.rare.count': number(data.tokenCounts[ends.rare]),
      }),
  });

  const strange = [...new Set(symbols.flatMap((one) => (one.token === null ? [one.label] : [])))];
  const count = {
    symbols: symbols.length,
    tokens: symbols.length + 2,
    pairs: symbols.length + 1,
    codePoints: symbols.reduce((sum, one) => sum + one.codePoints.length, 0),
  };
  const values = {
    ...count,
    name: <bdi key="name">{word}</bdi>,
    word: <bdi key="word">{word}</bdi>,
    ids: ids(symbols),
    unknown: strange.length,
    list: strange.join(' '),
    fewer: String(count.codePoints > count.symbols),
    guess: prediction.guess ?? 0,
  };
  const often = data &&
    ends && {
      top: data.labels[ends.top],
      topCount: data.tokenCounts[ends.top],
      rare: data.labels[ends.rare],
      rareCount: data.tokenCounts[ends.rare],
    };

  function sentence() {
    if (!spelled) return null;
    if (symbols.length === 0) return words.say('empty');
    if (layer === 'clusters') return words.say('points', values);
    if (strange.length > 0) return words.say('unknown', values);
    if (layer === 'symbols') return words.say('letters', values);
    if (layer === 'ids') return words.say('numbers', values);
    if (layer === 'boundary') return words.say(prediction.revealed ? 'said' : 'tokens', values);
    if (!often) return null;
    return words.say(often.top === often.rare ? 'only' : 'often', often);
  }

  return (
    <FigureFrame
      title={words.say('title')}
      caption={words.say('caption')}
      live={live}
      busy={busy}
      fault={fault}
      touched={story.touched}
      onResume={story.resume}
      controls={
        <>
          <WordField
            value={view.word}
            lens={lens}
            mine={word !== example}
            onWord={(typed) => change({ word: typed, layer })}
          />
          <Switch
            label={words.text('layers')}
            value={layer}
            options={LAYERS.map((value) => ({ value, label: words.say(value) }))}
            onChange={(next) => change({ layer: next })}
          />
        </>
      }
      predict={
        prediction.asking && (
          <Predict question={words.say('question', values)} prediction={prediction}>
            <GuessNumber
              value={prediction.guess}
              from={count.symbols}
              onChange={prediction.setGuess}
            />
          </Predict>
        )
      }
      sentence={sentence()}
      picture={({ width, height }) =>
        data && (
          <TokensPicture
            width={width}
            height={height}
            word={word}
            mine={word !== example}
            symbols={symbols}
            layer={layer}
            labels={data.labels}
            counts={data.tokenCounts}
            bos={data.bos}
            guess={prediction.revealed ? prediction.guess : null}
          />
        )
      }
      table={() => ({
        caption: words.text('tableCaption', { word }),
        columns: [
          { key: 'place', label: words.text('columnPlace') },
          { key: 'symbol', label: words.text('columnSymbol') },
          { key: 'points', label: words.text('columnPoints') },
          { key: 'id', label: words.text('columnId'), numeric: true },
          { key: 'count', label: words.text('columnCount'), numeric: true },
        ],
        rows: symbols.map((one, place) => [
          number(place + 1),
          <bdi key="symbol">{one.label}</bdi>,
          one.codePoints.map(codePointName).join(' '),
          one.token ?? words.text('missing'),
          number(one.count),
        ]),
      })}
    />
  );
}
