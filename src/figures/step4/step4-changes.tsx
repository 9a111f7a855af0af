import { useMemo, useRef } from 'react';
import { settingsOf } from '../../engine/settings.ts';
import { useEngine } from '../../reader/engine.ts';
import { usePublish } from '../../reader/facts.ts';
import { useMessages, type Messages } from '../../reader/messages.tsx';
import { useRecipe } from '../../reader/reader.ts';
import { useStory } from '../../reader/story.ts';
import { FigureFrame } from '../frame.tsx';
import { Predict, usePrediction } from '../predict.tsx';
import { NumberField } from '../number-field.tsx';
import { useTextScale } from '../text-scale.ts';
import { ChangesPicture } from './changes-picture.tsx';
import * as see from './changes-view.ts';
import { headsOf, runOf } from './runs.ts';
import { SliderOf } from '../slider-of.tsx';

const MOST = 100_000;
const LAYERS = Array.from({ length: see.MOST_LAYERS }, (_, i) => i + 1);

export default function Step4Changes() {
  const words = useMessages('step4-changes');
  const recipe = useRecipe();
  const story = useStory(see.BEATS);
  const { view, change, beat, touched } = story;
  const root = useRef<HTMLDivElement>(null);
  const scale = useTextScale(root);
  const { data, live, busy, fault } = useEngine('network', { recipe });
  const prediction = usePrediction<number>({
    beat,
    at: see.ASKS,
    touched,
    about: JSON.stringify(recipe),
  });
  const vocab = data?.labels.length ?? null;
  const programs = useMemo(() => {
    if (vocab === null) return null;
    const own = (part: Partial<see.View>) => see.programFor(runOf(recipe, part), vocab);
    const programs = {
      old: see.programFor({ ...recipe, model: 3 }, vocab),
      fresh: own(view),
      several: own({ layers: 1 }),
      two: own({ layers: 2 }),
      most: own({ layers: see.MOST_LAYERS }),
    };
    const { old, fresh, several, two, most } = programs;
    return old && fresh && several && two && most ? { old, fresh, several, two, most } : null;
  }, [recipe, vocab, view]);
  const asking = prediction.asking && programs !== null;
  const number = (value: number | undefined): string =>
    value === undefined ? '–' : words.text('number', { value });
  const { embd } = settingsOf(recipe)!;
  const rows = (...ids: see.Row['id'][]) =>
    programs?.old.rows
      .filter(({ id }) => ids.includes(id))
      .reduce((sum, row) => sum + see.countOf(row), 0);
  usePublish({
    'step4-changes.old': number(programs?.old.numbers),
    'step4-changes.several': number(programs?.several.numbers),
    'step4-changes.heads': number(programs?.several.heads),
    'step4-changes.size': number(programs ? embd / programs.several.heads : undefined),
    'step4-changes.width': number(embd),
    'step4-changes.layer': number(programs?.old.layer),
    'step4-changes.attention': number(rows('attention')),
    'step4-changes.mlp': number(rows('fc1', 'fc2')),
    'step4-changes.tables': number(programs?.old.tables),
    'step4-changes.two': number(programs?.two.numbers),
  });

  const guess = asking || prediction.revealed ? prediction.guess : null;
  const { heads = 1, layers = 1, numbers = 0 } = programs?.fresh ?? {};
  const values = {
    heads,
    layers,
    numbers,
    looks: heads * layers,
    old: programs?.old.numbers ?? 0,
    each: programs?.fresh.layer ?? 0,
    more: numbers - (programs?.old.numbers ?? 0),
    several: programs?.several.heads ?? 1,
    guess: guess ?? 0,
  };
  return (
    <FigureFrame
      title={words.say('title')}
      caption={words.say('caption')}
      live={live}
      busy={busy}
      fault={fault}
      fallback={{ width: 468, height: 450 }}
      touched={touched}
      onResume={story.resume}
      predict={
        asking && (
          <Predict question={words.say('question', values)} prediction={prediction}>
            <span className="repeats-field">
              <NumberField
                name={words.text('guess')}
                value={prediction.guess}
                step={100}
                size={8}
                onChange={(value) =>
                  prediction.setGuess(Math.max(0, Math.min(MOST, Math.round(value))))
                }
              />
            </span>
          </Predict>
        )
      }
      controls={
        <>
          <SliderOf
            label={words.text('headsOf')}
            values={headsOf(embd)}
            value={heads}
            onChange={(to) => change({ heads: to })}
          />
          <SliderOf
            label={words.text('layersOf')}
            values={LAYERS}
            value={layers}
            onChange={(to) => change({ layers: to })}
          />
        </>
      }
      picture={(size) => (
        <div ref={root} className="repeats-root" style={{ height: size.height }}>
          {programs && (
            <ChangesPicture
              size={size}
              words={words}
              scale={scale}
              old={programs.old}
              fresh={programs.fresh}
              most={programs.most.numbers}
              asking={asking}
              guess={guess}
            />
          )}
        </div>
      )}
      sentence={
        programs &&
        words.say(
          asking
            ? 'saidAsking'
            : prediction.revealed
              ? 'saidGuess'
              : layers > 1
                ? 'saidLayers'
                : heads > 1
                  ? 'saidHeads'
                  : 'saidSame',
          values,
        )
      }
      table={() => ({
        caption: words.text('table'),
        columns: (['what', 'old', 'fresh'] as const).map((key) => ({
          key,
          label: words.text(`columns.${key}`),
          numeric: key !== 'what',
        })),
        rows: programs ? tableRows(programs, asking, number, words) : [],
      })}
    />
  );
}

/** Row by row of the new program, what both have; then the sums, and the sets of weights. */
function tableRows(
  { old, fresh }: { old: see.Program; fresh: see.Program },
  asking: boolean,
  number: (value: number) => string,
  words: Messages,
): string[][] {
  const hidden = (value: string) => (asking ? '?' : value);
  const rows = fresh.rows.map((row) => {
    const { id, layer } = row;
    const known = (layer ?? 0) === 0 ? old.rows.find((one) => one.id === id) : undefined;
    const name = words.text(`rows.${id}`);
    return [
      layer === null ? name : words.text('rowIn', { name, layer: layer + 1 }),
      known ? number(see.countOf(known)) : '–',
      hidden(number(see.countOf(row))),
    ];
  });
  return [
    ...rows,
    [words.text('numbers'), number(old.numbers), hidden(number(fresh.numbers))],
    [words.text('sets'), number(1), number(fresh.heads * fresh.layers)],
  ];
}
