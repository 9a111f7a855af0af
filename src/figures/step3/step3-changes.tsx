import { useRef } from 'react';
import { fixed } from '../../charts/index.ts';
import { usePublish } from '../../reader/facts.ts';
import { useMessages, type Messages } from '../../reader/messages.tsx';
import { useLens, useRecipe } from '../../reader/reader.ts';
import { useStory } from '../../reader/story.ts';
import { FigureFrame } from '../frame.tsx';
import { Predict, usePrediction } from '../predict.tsx';
import { NumberField } from '../number-field.tsx';
import { useTextScale } from '../text-scale.ts';
import { useChanges, type Changes } from './changes-data.ts';
import { ChangesPicture } from './changes-picture.tsx';
import * as see from './changes-view.ts';

const one = fixed(1);
const MOST = 100_000;

export default function Step3Changes() {
  const words = useMessages('step3-changes');
  const recipe = useRecipe();
  const name = useLens();
  const story = useStory(see.BEATS);
  const { view, change, beat, touched } = story;
  const root = useRef<HTMLDivElement>(null);
  const scale = useTextScale(root);
  const { changes, live, busy, fault } = useChanges(recipe, name, view.exchange);
  const prediction = usePrediction<number>({
    beat,
    at: see.ASKS,
    touched,
    about: JSON.stringify(recipe),
  });
  const asking = prediction.asking && changes !== null;
  const counts = countsOf(changes);
  const letters = changes?.letters ?? [];
  const number = (value: number): string => words.text('number', { value });
  const told = useChanges(recipe, name, see.BEATS[see.BEATS.length - 1].exchange).changes;
  usePublish({
    'step3-changes.old': number(counts.old),
    'step3-changes.parameters': number(counts.fresh),
    'step3-changes.more': number(counts.fresh - counts.old),
    'step3-changes.wpe': number(counts.of('wpe')),
    'step3-changes.attention': number(counts.attention),
    'step3-changes.head': number(counts.of('lm_head')),
    'step3-changes.fc2.old': number(counts.oldOf('mlp_fc2')),
    'step3-changes.fc2': number(counts.of('mlp_fc2')),
    'step3-changes.last': letters.at(-1) ?? '–',
    'step3-changes.was': letters.length > 1 ? letters[0] : '–',
    'step3-changes.is': letters.length > 1 ? (told?.now[0] ?? '–') : '–',
    'step3-changes.moved.old': percent(told?.old?.moved),
    'step3-changes.moved': percent(told?.fresh?.moved),
  });

  return (
    <FigureFrame
      title={words.say('title')}
      caption={words.say('caption')}
      live={live}
      busy={busy}
      fault={fault}
      fallback={{ width: 468, height: 470 }}
      touched={touched}
      onResume={story.resume}
      predict={
        asking && (
          <Predict question={words.say('question', { old: counts.old })} prediction={prediction}>
            <span className="changes-guess">
              <NumberField
                name={words.text('guess')}
                value={prediction.guess}
                step={100}
                size={8}
                onChange={(guess) =>
                  prediction.setGuess(Math.max(0, Math.min(MOST, Math.round(guess))))
                }
              />
            </span>
          </Predict>
        )
      }
      picture={(size) =>
        changes && (
          <div ref={root} className="changes-root">
            <ChangesPicture
              size={size}
              words={words}
              scale={scale}
              changes={changes}
              view={view}
              asking={asking}
              guess={asking || prediction.revealed ? prediction.guess : null}
              onLetter={(at) =>
                change({
                  fresh: true,
                  exchange: see.pressed(view.exchange, at, changes.labels.length - 1),
                })
              }
            />
          </div>
        )
      }
      sentence={
        changes &&
        sentence(words, {
          changes,
          counts,
          view,
          name,
          asking,
          guess: prediction.revealed ? prediction.guess : null,
        })
      }
      table={() => ({
        caption: words.text('table'),
        columns: (['what', 'old', 'fresh'] as const).map((key) => ({
          key,
          label: words.text(`columns.${key}`),
          numeric: key !== 'what',
        })),
        rows: tableRows(words, changes, asking),
      })}
    />
  );
}

const percent = (moved: number | null | undefined): string =>
  typeof moved === 'number' ? `${one(moved * 100)} %` : '–';

/** Numbers of both programs, together and by matrix. */
function countsOf(changes: Changes | null) {
  const stages = changes?.stages ?? [];
  const [old, fresh] = (['old', 'fresh'] as const).map((side) =>
    stages.flatMap((stage) => stage[side]),
  );
  const named = (shapes: readonly see.Shape[], name: string) =>
    see.countOf(shapes.filter((shape) => shape.name === name));
  return {
    old: see.countOf(old),
    fresh: see.countOf(fresh),
    of: (name: string) => named(fresh, name),
    oldOf: (name: string) => named(old, name),
    attention: see.countOf(stages.find(({ id }) => id === 'attention')?.fresh ?? []),
  };
}

interface Saying {
  changes: Changes;
  counts: ReturnType<typeof countsOf>;
  view: see.View;
  name: string;
  asking: boolean;
  guess: number | null;
}

/** What stands in the picture, in one sentence. */
function sentence(words: Messages, { changes, counts, view, name, asking, guess }: Saying) {
  const { letters, now, old, fresh } = changes;
  const values = {
    old: counts.old,
    fresh: counts.fresh,
    more: counts.fresh - counts.old,
    name,
    last: letters.at(-1) ?? '',
  };
  if (asking) return words.say('saidAsking', values);
  if (guess !== null) return words.say('saidGuess', { ...values, guess });
  if (!view.fresh) return words.say('saidOld', values);
  if (!view.exchange) return words.say('saidNew', values);
  if (letters.length < 2) return words.say('saidShort', values);
  const { at } = view.exchange;
  const known = typeof old?.moved === 'number' && typeof fresh?.moved === 'number';
  return words.say(known ? 'saidMoved' : 'saidWaiting', {
    ...values,
    was: letters[at] ?? '',
    is: now[at] ?? '',
    oldMoved: percent(old?.moved),
    moved: percent(fresh?.moved),
  });
}

function tableRows(words: Messages, changes: Changes | null, asking: boolean) {
  if (!changes) return [];
  const { stages, old, fresh } = changes;
  const number = (value: number) => words.text('number', { value });
  const sized = (shape: see.Shape | undefined) =>
    shape ? words.text('shape', { ...shape, count: shape.rows * shape.cols }) : '–';
  const matrices = stages.flatMap((stage) =>
    stage.fresh.map((shape) => [
      shape.name,
      sized(stage.old.find(({ name }) => name === shape.name)),
      asking ? '?' : sized(shape),
    ]),
  );
  const sums = [stages.flatMap((stage) => stage.old), stages.flatMap((stage) => stage.fresh)].map(
    see.countOf,
  );
  return [
    ...matrices,
    [words.text('numbers'), number(sums[0]), asking ? '?' : number(sums[1])],
    [words.text('rowMoved'), percent(old?.moved), percent(fresh?.moved)],
  ];
}
