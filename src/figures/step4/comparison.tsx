import { useMemo, useRef } from 'react';
import { useMessages, type Messages } from '../../reader/messages.tsx';
import { useRecipe } from '../../reader/reader.ts';
import { useStory } from '../../reader/story.ts';
import { FigureFrame } from '../frame.tsx';
import { Predict, usePrediction } from '../predict.tsx';
import { RunNames } from '../run-names.tsx';
import { Switch } from '../switch.tsx';
import { useTextScale } from '../text-scale.ts';
import { ComparisonChart } from './comparison-chart.tsx';
import { useComparison } from './comparison-data.ts';
import { useComparisonFacts } from './comparison-facts.ts';
import { ComparisonRows } from './comparison-rows.tsx';
import * as see from './comparison-view.ts';
import { comparisonSentence, comparisonTable, rowText } from './comparison-words.ts';

export default function ComparisonFigure() {
  const words = useMessages('comparison');
  const recipe = useRecipe();
  const { steps } = recipe;
  const story = useStory(see.BEATS);
  const { touched, beat, change, view } = story;
  const root = useRef<HTMLDivElement>(null);
  const scale = useTextScale(root);
  const prediction = usePrediction<number>({
    beat,
    at: see.ASKS,
    touched,
    about: JSON.stringify(recipe),
  });
  // What the rows come to is not seen before it has been asked.
  const told = touched || beat > see.ASKS || (beat === see.ASKS && !prediction.asking);
  const { known, sweep, live, busy, fault } = useComparison(recipe, view, told);
  useComparisonFacts(recipe, words);
  const asking = prediction.asking && known !== null && known.documents > 0;
  const rows = useMemo(() => see.rowsOf(recipe, view.vary), [recipe, view.vary]);
  const { guess } = prediction;

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
          <Predict question={words.say('question')} prediction={prediction}>
            <Switch<number>
              label={words.text('answers')}
              value={guess}
              options={rows.map((value, row) => ({ value: row, label: value }))}
              onChange={prediction.setGuess}
            />
          </Predict>
        )
      }
      picture={(size) => {
        if (!known) return null;
        const at = see.comparisonLayout(size, scale, rows.length, told);
        return (
          <div className="comparison" ref={root} style={{ height: size.height }}>
            {at.chart && (
              <ComparisonChart
                size={at.chart}
                words={words}
                scale={scale}
                steps={steps}
                known={known}
                view={view}
              />
            )}
            {at.row !== null && (
              <ComparisonRows
                width={size.width}
                words={words}
                scale={scale}
                row={at.row}
                view={view}
                known={known}
                sweep={sweep}
                hidden={!told}
                guess={asking || prediction.revealed ? guess : null}
                onRow={(row) => (asking ? prediction.setGuess(row) : change({ value: rows[row] }))}
              />
            )}
            {at.names && (
              <RunNames
                empty={words.say('empty')}
                rows={[
                  { label: words.text('page'), run: known.against },
                  ...(known.at !== known.own || view.adam
                    ? [{ label: rowLabel(words, known.rows, known.at, view), run: known.run }]
                    : []),
                ]}
              />
            )}
          </div>
        );
      }}
      sentence={
        known
          ? comparisonSentence({
              words,
              view,
              known,
              steps,
              asking,
              guess: prediction.revealed ? guess : null,
            })
          : null
      }
      table={() => comparisonTable({ words, view, known, steps }, !told)}
    />
  );
}

/** What the run in view is called, where it is not the page's own. */
function rowLabel(words: Messages, rows: readonly number[], at: number, view: see.View): string {
  const row = at < 0 ? words.text('shown') : rowText(words, view.vary, rows[at]);
  return view.adam ? words.text('taught', { row }) : row;
}

interface ControlsProps {
  words: Messages;
  view: see.View;
  change: (part: Partial<see.View>) => void;
}

/** What the rows change, how they are trained, and with how many seeds. */
function Controls({ words, view, change }: ControlsProps) {
  return (
    <>
      <Switch<see.Vary>
        label={words.text('vary')}
        value={view.vary}
        options={(['heads', 'layers'] as const).map((value) => ({
          value,
          label: words.text(`varies.${value}`),
        }))}
        onChange={(vary) => change({ vary, value: null })}
      />
      <Switch<'sgd' | 'adam'>
        label={words.text('optimizer')}
        value={view.adam ? 'adam' : 'sgd'}
        options={(['sgd', 'adam'] as const).map((value) => ({
          value,
          label: words.text(`optimizers.${value}`),
        }))}
        onChange={(value) => change({ adam: value === 'adam' })}
      />
      <Switch<'one' | 'more'>
        label={words.text('seeds')}
        value={view.seeds ? 'more' : 'one'}
        options={(['one', 'more'] as const).map((value) => ({
          value,
          label: words.text(`seed.${value}`, { count: 1 + see.OTHER_SEEDS }),
        }))}
        onChange={(value) => change({ seeds: value === 'more' })}
      />
    </>
  );
}
