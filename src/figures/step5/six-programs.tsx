import { useMemo, useRef, type ReactNode } from 'react';
import { fixed, type DataTableProps } from '../../charts/index.ts';
import { useMessages, type Messages } from '../../reader/messages.tsx';
import { usePage } from '../../reader/page.ts';
import { useRecipe } from '../../reader/reader.ts';
import { useStory } from '../../reader/story.ts';
import { FigureFrame } from '../frame.tsx';
import { Predict, usePrediction } from '../predict.tsx';
import { Switch } from '../switch.tsx';
import { useTextScale } from '../text-scale.ts';
import { SixChart } from './six-programs-chart.tsx';
import { useSix, type Six } from './six-programs-data.ts';
import { useSixFacts } from './six-programs-facts.ts';
import { cellText, SixTable } from './six-programs-table.tsx';
import * as see from './six-programs-view.ts';

const three = fixed(3);
const two = fixed(2);

export default function SixProgramsFigure() {
  const words = useMessages('six-programs');
  // Asked for here: at build the table stands where the curves will.
  const shared = useMessages('held-out');
  const recipe = useRecipe();
  const { locale } = usePage();
  const story = useStory(see.BEATS);
  const { view, change, touched, beat } = story;
  const root = useRef<HTMLDivElement>(null);
  const scale = useTextScale(root);
  const { six, live, busy, fault } = useSix(recipe, view);
  useSixFacts(recipe, six, words);
  const prediction = usePrediction<number>({
    beat,
    at: see.ASKS,
    touched,
    about: JSON.stringify(recipe),
  });
  const asking = prediction.asking && six !== null && six.documents > 0;
  const { guess, revealed, setGuess } = prediction;
  const truth = asking ? null : (six?.programs[5].nats ?? null);
  const ring = useMemo(
    () => (asking || revealed ? { value: guess, truth } : null),
    [asking, revealed, guess, truth],
  );

  return (
    <FigureFrame
      title={words.say('title')}
      caption={words.say('caption')}
      live={live}
      busy={busy}
      fault={fault}
      fallback={{ width: 468, height: 440 }}
      touched={touched}
      onResume={story.resume}
      controls={<Controls words={words} view={view} change={change} />}
      predict={
        asking && (
          <Predict
            question={words.say('question', { four: three(six.programs[4].nats ?? NaN) })}
            prediction={prediction}
            ready={guess !== null}
          />
        )
      }
      picture={(size) =>
        six && (
          <div className="six" ref={root} style={{ height: size.height }}>
            {view.show === 'curves' ? (
              <SixChart
                size={size}
                words={words}
                shared={shared}
                scale={scale}
                steps={recipe.steps}
                six={six}
                last={asking ? 4 : view.last}
                guess={ring}
                onGuess={asking ? setGuess : null}
              />
            ) : (
              <SixTable
                size={size}
                words={words}
                scale={scale}
                six={six}
                view={view}
                onSort={(key) => change(see.resorted(view, key))}
              />
            )}
          </div>
        )
      }
      sentence={six && sentenceOf(words, six, view, recipe.steps, asking, revealed ? guess : null)}
      table={() => tableOf(words, six, view, locale)}
    />
  );
}

interface ControlsProps {
  words: Messages;
  view: see.View;
  change: (part: Partial<see.View>) => void;
}

/** Curves or rows, and how the names are drawn. */
function Controls({ words, view, change }: ControlsProps) {
  return (
    <>
      <Switch<see.View['show']>
        label={words.text('show')}
        value={view.show}
        options={(['curves', 'table'] as const).map((value) => ({
          value,
          label: words.text(`shows.${value}`),
        }))}
        onChange={(show) => change({ show })}
      />
      <span className="six-draw">
        <span>{words.text('temperature')}</span>
        <Switch<see.View['temperature']>
          label={words.text('temperature')}
          value={view.temperature}
          options={see.TEMPERATURES.map((value) => ({ value, label: value }))}
          onChange={(temperature) => change({ temperature })}
        />
        <button type="button" className="tool" onClick={() => change({ again: view.again + 1 })}>
          {words.text('again')}
        </button>
      </span>
    </>
  );
}

/** The best of what is drawn, the guess, or both ends of the column that is sorted by. */
function sentenceOf(
  words: Messages,
  six: Six,
  view: see.View,
  steps: number,
  asking: boolean,
  guess: number | null,
): ReactNode {
  if (six.documents === 0) return words.say('saidAlone');
  const known = six.programs.filter(({ nats }) => nats !== null);
  if (known.length < see.PROGRAMS.length) return words.say('saidComputing');
  const name = (program: see.Program) => words.text(`of.${program.model}`);
  const end = (model: 0 | 2 | 3 | 4 | 5) => six.programs[model].nats ?? NaN;
  if (asking) return words.say('saidAsking', { one: three(end(3)), four: three(end(4)) });
  if (guess !== null)
    return words.say('saidGuess', { guess: two(guess), nats: three(end(5)), four: three(end(4)) });
  if (view.show === 'curves') {
    const best = see.sorted(
      known.filter(({ model }) => model <= view.last),
      { sort: 'nats', falling: false },
    )[0];
    return words.say('saidCurves', {
      steps,
      best: name(best),
      nats: three(best.nats ?? NaN),
      bits: two(see.bitsOf(best.nats ?? NaN)),
      counting: three(end(0)),
    });
  }
  const rows = see.sorted(known, view);
  return words.say(`saidSorted.${view.sort}`, {
    first: name(rows[0]),
    last: name(rows[rows.length - 1]),
    low: valueText(rows[0], view.sort),
    high: valueText(rows[rows.length - 1], view.sort),
  });
}

function valueText(program: see.Program, key: see.Key): string {
  return cellText(program, key, 'en');
}

/** All six, as they are sorted, with their names. */
function tableOf(
  words: Messages,
  six: Six | null,
  view: see.View,
  locale: string,
): Omit<DataTableProps, 'height'> {
  const columns = [
    ...see.KEYS.map((key) => ({
      key,
      label: words.text(`columns.${key}`),
      numeric: key !== 'program',
    })),
    { key: 'names', label: words.text('names') },
  ];
  const rows = see
    .sorted(six?.programs ?? [], view)
    .map((program) => [
      `${program.model} ${words.text(`name.${program.model}`)}`,
      ...see.KEYS.slice(1).map((key) => cellText(program, key, locale)),
      program.names.map(({ text }) => text).join(' '),
    ]);
  return { caption: words.text('table'), columns, rows };
}
