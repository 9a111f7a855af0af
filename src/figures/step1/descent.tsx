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
import { SweepProgress } from '../sweep-progress.tsx';
import { Switch } from '../switch.tsx';
import { useTextScale } from '../text-scale.ts';
import { DescentCurve } from './descent-curve.tsx';
import { useDescent, type Descent } from './descent-data.ts';
import { useDescentFacts } from './descent-facts.ts';
import { descentSentence } from './descent-sentence.tsx';
import { DescentStrip, sweepRows } from './descent-strip.tsx';
import {
  ASKS,
  cureFor,
  descentBeats,
  descentLayout,
  runOf,
  SCHEDULES,
  seenOf,
  type View,
} from './descent-view.ts';

const NONE = new Float64Array();
const three = fixed(3);

export default function DescentFigure() {
  const words = useMessages('descent');
  const recipe = useRecipe();
  const { steps } = recipe;
  const settings = settingsOf(recipe);
  const [rate, schedule] = [settings?.rate ?? 1, settings?.schedule ?? 'linear'];
  const beats = useMemo(() => descentBeats(rate, schedule, steps), [rate, schedule, steps]);
  const story = useStory(beats);
  const { view, change, touched, beat } = story;
  const root = useRef<HTMLDivElement>(null);
  const scale = useTextScale(root);

  const prediction = usePrediction<number>({
    beat,
    at: ASKS,
    touched,
    about: JSON.stringify(recipe),
  });
  const told = touched || beat > ASKS || (beat === ASKS && !prediction.asking);
  const run = useMemo(
    () => runOf(recipe, { rate: view.rate, schedule: view.schedule, times: view.times }),
    [recipe, view.rate, view.schedule, view.times],
  );
  /** How far a run that broke down can be looked at, told by the answer before. */
  const reach = useRef(run.steps);
  const playback = usePlayback({
    recipe: run,
    step: Math.min(view.step, reach.current),
    total: reach.current,
    onStep: (step) => change({ step }),
  });
  const data = useDescent(recipe, run, view, playback.playing, told);
  const { descent, rates, place, sweep } = data;
  reach.current = descent?.ended?.lastGood ?? run.steps;
  useDescentFacts(recipe, words);

  const asking = prediction.asking && descent !== null && descent.documents > 0;
  // The bar tells no more than the curve does while the end is asked for.
  const seen = Math.min(descent?.k ?? 0, asking ? seenOf(run.steps) : Infinity);
  const truth = asking ? null : (descent?.now?.nats ?? null);
  const guessed = asking || prediction.revealed;
  const ring = useMemo(
    () => (guessed ? { value: prediction.guess, truth } : null),
    [guessed, prediction.guess, truth],
  );
  const onPlace = useCallback(
    (at: number) => change({ rate: rates[at], step: run.steps }),
    [change, rates, run.steps],
  );
  const onTimes = (times: View['times']): void => {
    const next = runOf(recipe, { ...view, times }).steps;
    change({ times, step: next });
  };

  return (
    <FigureFrame
      title={words.say('title')}
      caption={words.say('caption')}
      live={data.live}
      busy={data.busy && !playback.playing}
      fault={data.fault}
      moving={playback.playing}
      touched={touched}
      onResume={() => {
        playback.pause();
        story.resume();
      }}
      controls={
        <Controls
          words={words}
          view={view}
          steps={steps}
          long={runOf(recipe, { rate, schedule, times: 10 }).steps}
          onSchedule={(to) => change({ schedule: to })}
          onTimes={onTimes}
        >
          <SweepProgress words={words} sweep={sweep} />
        </Controls>
      }
      predict={
        asking && (
          <Predict
            question={words.say('question', {
              steps,
              counting: three(descent.counting?.nats.at(-1) ?? NaN),
            })}
            prediction={prediction}
          />
        )
      }
      picture={(size) => {
        if (!descent) return null;
        const at = descentLayout(size, scale, asking);
        return (
          <div className="descent" ref={root} style={{ height: size.height }}>
            <DescentCurve
              size={at.curve}
              words={words}
              scale={scale}
              descent={descent}
              asking={asking}
              guess={ring}
              onGuess={prediction.setGuess}
            />
            {at.strip.height > 0 && (
              <DescentStrip
                size={at.strip}
                words={words}
                scale={scale}
                rates={rates}
                place={place}
                sweep={sweep}
                told={told}
                counting={descent.counting?.nats.at(-1) ?? null}
                floors={descent.floors}
                onPlace={onPlace}
              />
            )}
          </div>
        );
      }}
      sentence={
        descent &&
        descentSentence(words, {
          view,
          descent,
          guess: prediction.revealed ? prediction.guess : null,
          cure: cureFor(view.rate, rates, sweep.runs),
          asking,
        })
      }
      table={() => descentTable(words, descent, sweepRows(words, rates, sweep.runs))}
      run={
        <RunBar
          step={seen}
          total={reach.current}
          losses={(asking ? descent.losses?.slice(0, seen) : descent?.losses) ?? NONE}
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
  view: View;
  steps: number;
  long: number;
  onSchedule: (schedule: View['schedule']) => void;
  onTimes: (times: View['times']) => void;
  children: ReactNode;
}

/** How the rate changes, how many names are read, and how far the sweep has come. */
function Controls({ words, view, steps, long, onSchedule, onTimes, children }: ControlsProps) {
  return (
    <>
      <Switch
        label={words.text('schedule')}
        value={view.schedule}
        options={SCHEDULES.map((value) => ({ value, label: words.text(`schedules.${value}`) }))}
        onChange={onSchedule}
      />
      <Switch
        label={words.text('length')}
        value={view.times === 1 ? 'once' : 'ten'}
        options={[
          {
            value: 'once',
            label: (
              <>
                {words.text('number', { value: steps })}
                <span className="descent-wide"> {words.text('unit')}</span>
              </>
            ),
          },
          { value: 'ten', label: words.text('number', { value: long }) },
        ]}
        onChange={(value) => onTimes(value === 'once' ? 1 : 10)}
      />
      {children}
    </>
  );
}

/** The held-out loss on the way, then what every other rate came to. */
function descentTable(
  words: Messages,
  descent: Descent | null,
  sweep: string[][],
): Omit<DataTableProps, 'height'> {
  const columns = (['what', 'nats', 'names'] as const).map((key) => ({
    key,
    label: words.text(`columns.${key}`),
    numeric: key === 'nats',
  }));
  const held = descent?.heldOut;
  const way = (held?.steps ?? []).flatMap((step, i) =>
    step <= (descent?.k ?? 0)
      ? [[words.text('afterNames', { k: step }), three(held!.nats[i]), '']]
      : [],
  );
  const others = sweep.map(([rate, ...rest]) => [words.text('rate', { rate }), ...rest]);
  return { caption: words.text('table'), columns, rows: [...way, ...others] };
}
