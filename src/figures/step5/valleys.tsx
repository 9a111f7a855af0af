import { useCallback, useMemo, useRef, type ReactNode } from 'react';
import { fixed, type DataTableProps } from '../../charts/index.ts';
import { settingsOf } from '../../engine/settings.ts';
import { useMessages, type Messages } from '../../reader/messages.tsx';
import { usePlayback } from '../../reader/playback.ts';
import { useRecipe } from '../../reader/reader.ts';
import { useStory } from '../../reader/story.ts';
import { FigureFrame } from '../frame.tsx';
import { Predict, usePrediction } from '../predict.tsx';
import { RunBar } from '../run-bar.tsx';
import { rateText } from '../step1/descent-view.ts';
import { SweepProgress } from '../sweep-progress.tsx';
import { Switch } from '../switch.tsx';
import { useTextScale } from '../text-scale.ts';
import { ValleysChart } from './valleys-chart.tsx';
import { useValleys, type ValleysData } from './valleys-data.ts';
import { useValleysFacts } from './valleys-facts.ts';
import { valleysSentence } from './valleys-said.ts';
import { ValleysStrip } from './valleys-strip.tsx';
import * as see from './valleys-view.ts';

const three = fixed(3);
const NONE = new Float64Array(0);

export default function ValleysFigure() {
  const words = useMessages('valleys');
  // Asked for here: the chart may come later than the page.
  const shared = useMessages('held-out');
  const recipe = useRecipe();
  const { steps } = recipe;
  const page = useMemo(() => see.ratesOf(recipe), [recipe]);
  const schedule = settingsOf(recipe)?.schedule ?? 'linear';
  const beats = useMemo(() => see.valleysBeats(page, schedule, steps), [page, schedule, steps]);
  const story = useStory(beats);
  const { view, change, touched, beat } = story;
  const root = useRef<HTMLDivElement>(null);
  const scale = useTextScale(root);
  const prediction = usePrediction<number>({
    beat,
    at: see.ASKS,
    touched,
    about: JSON.stringify(recipe),
  });
  const told = touched || beat > see.ASKS;
  const { method } = view;
  const run = useMemo(
    () => see.runOf(recipe, method, { rate: view[method], schedule: view.schedule }),
    [recipe, method, view],
  );
  /** How far the run in view can be looked at, told by the answer before. */
  const reach = useRef(steps);
  const playback = usePlayback({
    recipe: run,
    step: Math.min(view.step, reach.current),
    total: reach.current,
    onStep: (step) => change({ step }),
  });
  const data = useValleys(recipe, page, view, told);
  const { known, played, rates, valleys, sweep } = data;
  reach.current = played?.ended?.lastGood ?? steps;
  useValleysFacts(recipe, page, words);

  const asking = prediction.asking && known !== null && known.documents > 0;
  const { guess, revealed, setGuess } = prediction;
  const truth = asking ? null : (known?.curves.adam?.nats.at(-1) ?? null);
  const ring = useMemo(
    () => (asking || revealed ? { value: guess, truth } : null),
    [asking, revealed, guess, truth],
  );
  const onRate = useCallback(
    (rate: number) => change({ [method]: rate, step: steps, sweep: true }),
    [change, method, steps],
  );

  return (
    <FigureFrame
      title={words.say('title')}
      caption={words.say('caption')}
      live={data.live}
      busy={data.busy && !playback.playing}
      fault={data.fault}
      moving={playback.playing}
      fallback={{ width: 468, height: 440 }}
      touched={touched}
      onResume={() => {
        playback.pause();
        story.resume();
      }}
      controls={
        <Controls words={words} view={view} change={change}>
          <SweepProgress words={words} sweep={sweep} />
        </Controls>
      }
      predict={
        asking && (
          <Predict
            question={words.say('question', {
              rate: rateText(page.sgd),
              sgd: three(known.curves.sgd?.nats.at(-1) ?? NaN),
            })}
            prediction={prediction}
            ready={guess !== null}
          />
        )
      }
      picture={(size) => {
        if (!known) return null;
        const at = see.valleysLayout(size, scale, { asking, sweep: view.sweep });
        return (
          <div className="valleys" ref={root} style={{ height: size.height }}>
            <ValleysChart
              size={at.chart}
              words={words}
              shared={shared}
              scale={scale}
              steps={steps}
              known={known}
              view={view}
              asking={asking}
              guess={ring}
              onGuess={asking ? setGuess : null}
            />
            {at.strip.height > 0 && (
              <ValleysStrip
                size={at.strip}
                words={words}
                scale={scale}
                rates={rates}
                valleys={valleys}
                known={known}
                steps={steps}
                view={view}
                hidden={asking ? 'adam' : null}
                onRate={onRate}
              />
            )}
          </div>
        );
      }}
      sentence={
        known &&
        valleysSentence(words, {
          known,
          view,
          steps,
          page,
          rates,
          valleys,
          swept: sweep.runs.length > 0 && sweep.done === sweep.runs.length,
          asking,
          guess: revealed ? guess : null,
        })
      }
      table={() => tableOf(words, data)}
      run={
        <RunBar
          step={Math.min(view.step, reach.current)}
          total={reach.current}
          losses={asking ? NONE : (played?.losses ?? NONE)}
          seed={recipe.seed}
          playback={playback}
          onStep={(step) => change({ step })}
        />
      }
    />
  );
}

interface ControlsProps {
  words: Messages;
  view: see.View;
  change: (part: Partial<see.View>) => void;
  children: ReactNode;
}

/** Whose rate and run are in hand, and how the rates fall. */
function Controls({ words, view, change, children }: ControlsProps) {
  return (
    <>
      <Switch<see.Method>
        label={words.text('method')}
        value={view.method}
        options={see.OPTIMIZERS.map((value) => ({ value, label: words.text(`methods.${value}`) }))}
        onChange={(method) => change({ method })}
      />
      <Switch<see.View['schedule']>
        label={words.text('schedule')}
        value={view.schedule}
        options={see.SCHEDULES.map((value) => ({ value, label: words.text(`schedules.${value}`) }))}
        onChange={(schedule) => change({ schedule })}
      />
      {children}
    </>
  );
}

/** Where the runs of every rate end, by both methods. */
function tableOf(words: Messages, { rates, valleys }: ValleysData): Omit<DataTableProps, 'height'> {
  const columns = (['rate', 'sgd', 'adam'] as const).map((key) => ({
    key,
    label: words.text(`columns.${key}`),
    numeric: true,
  }));
  const end = (run: see.Valley[number]): string => {
    if (!run || (run.heldOut === null && !run.ended)) return '–';
    return see.broke(run) ? words.text('infinite') : three(run.heldOut ?? NaN);
  };
  const rows = rates.map((rate, i) => [
    rateText(rate),
    end(valleys.sgd[i] ?? null),
    end(valleys.adam[i] ?? null),
  ]);
  return { caption: words.text('table'), columns, rows };
}
