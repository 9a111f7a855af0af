import { lengthOf } from '../../engine/vector.ts';
import { rootMeanSquare } from '../../engine/moving-mean.ts';
import { useRef } from 'react';
import { fixed } from '../../charts/index.ts';
import { usePublish } from '../../reader/facts.ts';
import { useMessages } from '../../reader/messages.tsx';
import { useLens, useRecipe } from '../../reader/reader.ts';
import { useStory } from '../../reader/story.ts';
import { FigureFrame } from '../frame.tsx';
import { Predict, usePrediction } from '../predict.tsx';
import { Switch } from '../switch.tsx';
import { useTextScale } from '../text-scale.ts';
import { lengthsOf, useNorms, type Norms } from './rmsnorm-data.ts';
import { NormPicture } from './rmsnorm-picture.tsx';
import * as see from './rmsnorm-view.ts';

const three = fixed(3);
const NONE: readonly number[] = [];

export default function RmsnormFigure() {
  const words = useMessages('rmsnorm');
  const recipe = useRecipe();
  const name = useLens();
  const story = useStory(see.BEATS);
  const { view, change, beat, touched } = story;
  const root = useRef<HTMLDivElement>(null);
  const scale = useTextScale(root);
  const { norms, live, busy, fault } = useNorms(recipe, name);
  usePublish(factsOf(norms));

  const vectors = norms?.vectors[view.place] ?? [];
  const own = Math.max(0, Math.min(vectors.length - 1, view.position ?? vectors.length - 1));
  const times = see.timesOf(view.tens);
  const prediction = usePrediction<see.Answer>({
    beat,
    at: see.ASKS,
    touched,
    about: `${JSON.stringify(recipe)} ${name}`,
  });
  const asking = prediction.asking && norms !== null;
  // The question is about ten times the vector; its answer shows that.
  const shown = beat === see.ASKS && !touched ? see.timesOf(1) : times;
  const tens = beat === see.ASKS && !touched ? 1 : view.tens;
  const before = see.scaled(vectors[own] ?? NONE, shown);
  const after = see.normed(before);
  const plain = lengthOf(see.normed(vectors[own] ?? NONE));
  const picked = asking || prediction.revealed ? prediction.guess : null;
  const values = {
    letter: norms?.labels[own] ?? '',
    times: see.factorText(shown),
    before: see.shortly(lengthOf(before)),
    after: see.shortly(lengthOf(after)),
    guess: picked === null ? '' : see.factorText(picked * plain),
  };

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
          <Predict question={words.say('question')} prediction={prediction}>
            <Switch
              label={words.text('answers')}
              value={prediction.guess}
              options={see.ANSWERS.map((value) => ({
                value,
                label: see.factorText(value * plain),
              }))}
              onChange={prediction.setGuess}
            />
          </Predict>
        )
      }
      controls={
        <>
          <Switch<see.Place>
            label={words.text('place')}
            value={view.place}
            options={see.PLACES.map((value) => ({ value, label: words.text(`places.${value}`) }))}
            onChange={(place) => change({ place })}
          />
          <label className="norm-times">
            <span>{words.text('times')}</span>
            <input
              type="range"
              min={see.TENS.least * see.TENS.steps}
              max={see.TENS.most * see.TENS.steps}
              value={Math.round(tens * see.TENS.steps)}
              aria-valuetext={values.times}
              onChange={(event) =>
                change({ tens: event.currentTarget.valueAsNumber / see.TENS.steps })
              }
            />
            <output className="num q-lens">{values.times}</output>
          </label>
        </>
      }
      picture={(size) =>
        norms && (
          <div ref={root} className="norm-root">
            <NormPicture
              size={size}
              words={words}
              scale={scale}
              labels={norms.labels}
              vectors={vectors}
              own={own}
              before={before}
              after={after}
              tens={tens}
              times={values.times}
              asking={asking}
              guess={picked === null ? null : picked * plain}
              onPosition={(position) => change({ position })}
            />
          </div>
        )
      }
      sentence={norms && words.say(sayingOf(asking, picked, after), values)}
      table={() => ({
        caption: words.text('table', { letter: values.letter, times: values.times }),
        columns: (['i', 'before', 'after'] as const).map((key) => ({
          key,
          label: words.text(`columns.${key}`),
          numeric: true,
        })),
        rows: [
          ...before.map((xi, i) => [i, see.shortly(xi), asking ? '?' : see.shortly(after[i])]),
          [words.text('columns.length'), values.before, asking ? '?' : values.after],
        ],
      })}
    />
  );
}

/** Shorter than this share of the root of its size, an output has felt ε. */
const FELT = 0.99;

function sayingOf(asking: boolean, guess: see.Answer | null, after: readonly number[]): string {
  if (asking) return 'asking';
  if (guess !== null) return 'guessed';
  return lengthOf(after) < FELT * Math.sqrt(after.length) ? 'felt' : 'sentence';
}

/** What the prose quotes of the trained network's vectors for the reader's name. */
function factsOf(norms: Norms | null): Record<string, string> {
  const at = see.BEATS[0].position ?? 0;
  const embed = norms?.vectors.embed ?? [];
  const own = embed[Math.min(at, embed.length - 1)] ?? NONE;
  const lengths = lengthsOf(embed);
  const order = lengths.map((_, i) => i).toSorted((a, b) => lengths[a] - lengths[b]);
  const [least, most] = [order[0], order.at(-1)];
  const say = (x: number | undefined): string => (x === undefined ? '–' : see.shortly(x));
  const again = see.normed(see.normed(own));
  const tiny = see.normed(see.scaled(own, see.timesOf(-3)));
  return {
    'rmsnorm.letter': norms?.labels[Math.min(at, embed.length - 1)] ?? '–',
    'rmsnorm.width': String(own.length),
    'rmsnorm.root': see.factorText(Math.sqrt(own.length)),
    'rmsnorm.length': say(lengthOf(own)),
    'rmsnorm.rms': say(rootMeanSquare(own)),
    'rmsnorm.after': three(lengthOf(see.normed(own))),
    'rmsnorm.shortest': least === undefined ? '–' : (norms?.labels[least] ?? '–'),
    'rmsnorm.shortest.length': say(least === undefined ? undefined : lengths[least]),
    'rmsnorm.longest': most === undefined ? '–' : (norms?.labels[most] ?? '–'),
    'rmsnorm.longest.length': say(most === undefined ? undefined : lengths[most]),
    'rmsnorm.again': fixed(6)(lengthOf(again) / lengthOf(see.normed(own))),
    'rmsnorm.tiny': say(lengthOf(tiny)),
    'rmsnorm.middle': say(lengthOf(norms?.vectors.middle[Math.min(at, embed.length - 1)] ?? NONE)),
  };
}
