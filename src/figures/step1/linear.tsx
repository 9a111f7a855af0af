import { lengthOf } from '../../engine/vector.ts';
import { useState } from 'react';
import { fixed, signed } from '../../charts/index.ts';
import { usePublish } from '../../reader/facts.ts';
import { useLitKey } from '../../reader/links.ts';
import { useMessages } from '../../reader/messages.tsx';
import { useLens, useRecipe } from '../../reader/reader.ts';
import { useStory } from '../../reader/story.ts';
import { FigureFrame } from '../frame.tsx';
import { Predict, usePrediction } from '../predict.tsx';
import { LinearControls } from './linear-controls.tsx';
import { useLayer } from './linear-data.ts';
import { LinearPicture } from './linear-picture.tsx';
import { ASKS, BEATS, along, best, termsOf, turned, type Band } from './linear-view.ts';

const three = fixed(3);
const plus = signed(3);
const LINKS: Partial<Record<string, Band['name']>> = {
  embedding: 'x',
  fc1: 'w',
  product: 'product',
  output: 'sum',
  hidden: 'outputs',
};
const NONE: readonly number[] = [];

export default function LinearFigure() {
  const words = useMessages('linear');
  const recipe = useRecipe();
  const name = useLens();
  const lit = useLitKey();
  const story = useStory(BEATS);
  const { view, change } = story;
  const prediction = usePrediction<readonly number[]>({
    beat: story.beat,
    at: ASKS,
    touched: story.touched,
    about: JSON.stringify([recipe, name]),
  });
  const { layer, live, busy, fault } = useLayer(recipe, name, view.unit);

  const count = layer?.outputs.length ?? 0;
  const unit = layer?.unit ?? 0;
  const own = { x: layer?.x ?? NONE, w: layer?.w ?? NONE };
  const fits = (mine: readonly number[] | null, theirs: readonly number[]) =>
    mine !== null && mine.length === theirs.length ? mine : theirs;
  const w = fits(view.w, own.w);
  const { reach } = view;
  const asking = prediction.asking && layer !== null;
  const given = fits(asking ? prediction.guess : view.x, own.x);
  const target = along(w, given);
  const revealed = reach === 'most' && !asking && !story.touched;
  const x = revealed ? target : given;
  const guess = prediction.revealed ? fits(prediction.guess, own.x) : null;
  const terms = termsOf(x, w);
  // While a question stands, choosing a column is a part of the answer and gives nothing back.
  const [column, setColumn] = useState<number | null>(null);
  const i = Math.min(
    (asking || prediction.revealed ? column : null) ??
      view.i ??
      best(termsOf(own.x, own.w).products, Math.abs),
    Math.max(0, x.length - 1),
  );
  const edited = view.x !== null || view.w !== null || (asking && prediction.guess !== null);
  // The network's own numbers, until the reader changes what goes in.
  const outputs = (layer?.outputs ?? NONE).map((output, j) => {
    if (j === unit) return terms.output;
    return view.x === null || !layer?.fc1 ? output : termsOf(x, layer.fc1[j]).output;
  });

  const moveX = (at: number, value: number): void => {
    const next =
      reach === 'most' ? turned(x, at, value) : x.map((one, j) => (j === at ? value : one));
    if (!asking) return change({ x: next, i: at });
    setColumn(at);
    prediction.setGuess(next);
  };
  const moveW = (at: number, value: number): void =>
    change({ w: w.map((one, j) => (j === at ? value : one)), i: at });
  const select = (at: number): void => {
    if (at === i) return;
    if (asking) setColumn(at);
    else change({ i: at });
  };

  usePublish(
    layer
      ? {
          'linear.letter': layer.letter,
          'linear.i': String(i),
          'linear.unit': String(unit),
          'linear.x': three(x[i]),
          'linear.w': three(w[i]),
          'linear.product': three(terms.products[i]),
          'linear.output': three(terms.output),
          'linear.count': String(x.length),
          'linear.rows': String(count),
          'linear.length': three(lengthOf(own.x)),
          'linear.most': three(lengthOf(own.x) * lengthOf(own.w)),
          'linear.plain': three(layer.outputs[unit]),
        }
      : {},
  );

  const share = (output: number): string =>
    words.text('share', {
      value: Math.round((100 * output) / (lengthOf(given) * lengthOf(w) || 1)),
    });
  const values = {
    letter: layer?.letter ?? '',
    i,
    unit,
    count: x.length,
    rows: count,
    x: three(x[i] ?? NaN),
    w: three(w[i] ?? NaN),
    product: three(terms.products[i] ?? NaN),
    output: three(terms.output),
    plain: three(layer?.outputs[unit] ?? NaN),
    length: three(lengthOf(x)),
    most: three(lengthOf(given) * lengthOf(w)),
    share: share(terms.output),
    came: guess ? three(termsOf(guess, w).output) : '',
    cameShare: guess ? share(termsOf(guess, w).output) : '',
    positive: outputs.filter((value) => value > 0).length,
  };
  const said = asking
    ? 'asking'
    : prediction.revealed
      ? 'guessed'
      : reach === 'most' && story.touched
        ? 'playing'
        : reach;

  return (
    <FigureFrame
      title={words.say('title', { count: x.length })}
      caption={words.say('caption')}
      live={live}
      busy={busy}
      fault={fault}
      touched={story.touched}
      onResume={story.resume}
      sentence={layer && words.say(said, values)}
      predict={
        asking && <Predict question={words.say('question', { unit })} prediction={prediction} />
      }
      controls={
        layer && (
          <LinearControls
            words={words}
            i={i}
            unit={unit}
            x={x[i]}
            w={reach === 'most' ? null : w[i]}
            edited={edited}
            keep={reach === 'most'}
            onX={(value) => moveX(i, value)}
            onW={(value) => moveW(i, value)}
            onKeep={(keep) => change({ reach: keep ? 'most' : 'all', x: x.slice() })}
            onReset={() => change({ x: null, w: null })}
          />
        )
      }
      picture={(size) =>
        layer && (
          <LinearPicture
            {...size}
            label={words.text('picture', { letter: layer.letter, unit })}
            description={words.text('description', { output: three(terms.output) })}
            reach={reach}
            x={x}
            w={w}
            original={own}
            best={target}
            asking={asking || (reach === 'most' && story.touched)}
            guess={guess}
            outputs={outputs}
            i={i}
            unit={unit}
            format={three}
            announce={(j) =>
              words.text('term', {
                i: j,
                x: plus(x[j]),
                w: plus(w[j]),
                product: plus(terms.products[j]),
              })
            }
            announceUnit={(j) => words.text('unit', { unit: j, output: plus(outputs[j]) })}
            onSelect={select}
            onUnit={(next) => change({ unit: next, w: null })}
            onX={revealed ? null : moveX}
            onW={reach === 'most' ? null : moveW}
            handles={{ x: words.text('handleX', { i }), w: words.text('handleW', { i, unit }) }}
            lit={LINKS[lit ?? ''] ?? null}
            words={{
              x: { name: 'x', note: words.text('notes.x', { letter: layer.letter }) },
              w: { name: 'w', note: words.text('notes.w', { unit }) },
              product: { name: 'x · w', note: '' },
              sum: { name: words.text('notes.sum'), note: '' },
              outputs: {
                name: words.text('notes.outputs'),
                note: words.text('notes.rows', { count }),
              },
              units: words.text('units'),
              meter: { most: words.text('meterMost'), yours: words.text('meterYours') },
            }}
          />
        )
      }
      table={() => ({
        caption: words.text('picture', { letter: layer?.letter ?? '', unit }),
        columns: (['i', 'x', 'w', 'product', 'sum'] as const).map((key) => ({
          key,
          label: words.text(`columns.${key}`),
          numeric: true,
        })),
        rows: x.map((value, j) => [
          j,
          three(value),
          three(w[j]),
          three(terms.products[j]),
          three(terms.sums[j]),
        ]),
      })}
    />
  );
}
