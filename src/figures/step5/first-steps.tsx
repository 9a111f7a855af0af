import { useMemo, useRef } from 'react';
import { fixed, type DataTableProps } from '../../charts/index.ts';
import { useEngine } from '../../reader/engine.ts';
import { usePublish } from '../../reader/facts.ts';
import { useMessages, type Messages } from '../../reader/messages.tsx';
import { useStory } from '../../reader/story.ts';
import type { Result } from '../../worker/protocol.ts';
import { FigureFrame } from '../frame.tsx';
import { Predict, usePrediction } from '../predict.tsx';
import { Switch } from '../switch.tsx';
import { useTextScale } from '../text-scale.ts';
import { useAdamRun } from './adam-run.ts';
import { FirstStepsPicture } from './first-steps-picture.tsx';
import {
  ANSWERS,
  ASKS,
  BEATS,
  DAYS,
  WIDTH,
  longestStretch,
  stretch,
  truthOf,
  type Answer,
  type View,
} from './first-steps-view.ts';

const two = fixed(2);
const three = fixed(3);
const NOTHING = '–';

export default function FirstSteps() {
  const words = useMessages('first-steps');
  const { recipe: own, settings } = useAdamRun();
  const root = useRef<HTMLDivElement>(null);
  const scale = useTextScale(root);
  const story = useStory(BEATS);
  const [corrected, plain] = useMemo(
    () => [
      { ...own, corrected: true },
      { ...own, corrected: false },
    ],
    [own],
  );
  const prediction = usePrediction<Answer>({
    beat: story.beat,
    at: ASKS,
    touched: story.touched,
    about: JSON.stringify(own),
  });
  const { asking } = prediction;
  const settled = !story.touched && story.beat === ASKS && !asking;
  const view: View = settled ? { ...story.view, without: true } : story.view;
  const withIt = useEngine('firstSteps', { recipe: corrected, count: DAYS, width: WIDTH });
  const without = useEngine('firstSteps', { recipe: plain, count: DAYS, width: WIDTH });
  const ends = [corrected, plain].map((recipe) => ({ recipe, steps: [own.steps] }));
  const endWith = useEngine('evaluate', ends[0]);
  const endWithout = useEngine('evaluate', ends[1]);

  const day = Math.min(view.day, withIt.data?.steps.length ?? DAYS);
  const here = withIt.data?.steps[day - 1];
  const there = without.data?.steps[day - 1];
  const first = withIt.data?.steps[0];
  const longest = useMemo(() => longestStretch(settings, own.steps), [settings, own.steps]);
  const [one, other] = [endWith.data?.nats.at(-1) ?? NaN, endWithout.data?.nats.at(-1) ?? NaN];
  const count = (value: number | undefined): string =>
    value === undefined ? NOTHING : words.text('number', { value });
  usePublish({
    'first-steps.moved': count(first && withIt.data && withIt.data.parameters - first.still),
    'first-steps.still': count(first?.still),
    'first-steps.parameters': count(withIt.data?.parameters),
    'first-steps.least': first?.least == null ? NOTHING : three(first.least),
    'first-steps.alone': two(stretch(settings, 1)),
    'first-steps.longest': two(longest.times),
    'first-steps.longest.day': count(longest.day),
    'first-steps.late': two(stretch(settings, own.steps)),
    'first-steps.first1': String(Number((1 - settings.beta1).toPrecision(6))),
    'first-steps.memory1': count(Math.round(1 / (1 - settings.beta1))),
    'first-steps.memory2': count(Math.round(1 / (1 - settings.beta2))),
    'first-steps.with': three(one),
    'first-steps.without': three(other),
    'first-steps.apart': three(Math.abs(one - other)),
    'first-steps.side': words.text(other < one ? 'below' : 'above'),
    'first-steps.now.day': count(day),
  });
  const told = prediction.revealed ? prediction.guess : null;
  const said = !here ? 'waiting' : told ? 'guessed' : view.without ? 'both' : 'with';

  return (
    <FigureFrame
      title={words.say('title')}
      caption={words.say('caption')}
      live={withIt.live && without.live}
      busy={withIt.busy || without.busy}
      fault={withIt.fault ?? without.fault}
      touched={story.touched}
      onResume={story.resume}
      controls={
        <Switch<'with' | 'both'>
          label={words.text('switch')}
          value={view.without ? 'both' : 'with'}
          options={(['with', 'both'] as const).map((value) => ({
            value,
            label: words.text(`shown.${value}`),
          }))}
          onChange={(value) => story.change({ without: value === 'both', day })}
        />
      }
      predict={
        asking && (
          <Predict question={words.say('question')} prediction={prediction}>
            <Switch<Answer | 'none'>
              label={words.text('answers')}
              value={prediction.guess ?? 'none'}
              options={ANSWERS.map((value) => ({ value, label: words.text(`answer.${value}`) }))}
              onChange={(value) => value !== 'none' && prediction.setGuess(value)}
            />
          </Predict>
        )
      }
      picture={(room) => (
        <div ref={root} className="first-steps-room">
          {withIt.data && (
            <FirstStepsPicture
              room={room}
              words={words}
              scale={scale}
              settings={settings}
              steps={own.steps}
              view={{ ...view, day }}
              withIt={withIt.data}
              without={without.data ?? null}
              asking={asking}
              onDay={(to) => !asking && story.change({ day: to, without: view.without })}
            />
          )}
        </div>
      )}
      sentence={words.say(`says.${said}`, {
        day,
        mostWith: two(here?.most ?? NaN),
        leastWith: three(here?.least ?? NaN),
        mostWithout: two(there?.most ?? NaN),
        times: two(stretch(settings, day)),
        still: here?.still ?? 0,
        moved: (withIt.data?.parameters ?? 0) - (here?.still ?? 0),
        guess: told ? words.text(`answer.${told}`) : '',
        right: told && told === truthOf(there?.most ?? NaN) ? 'yes' : 'no',
      })}
      table={() => tableOf(words, withIt.data, without.data)}
    />
  );
}

function tableOf(
  words: Messages,
  withIt: Result<'firstSteps'> | undefined,
  without: Result<'firstSteps'> | undefined,
): Omit<DataTableProps, 'height'> {
  const size = (value: number | null | undefined): string =>
    value === null || value === undefined ? NOTHING : three(value);
  return {
    caption: words.text('table'),
    columns: (['day', 'still', 'least', 'most', 'leastWithout', 'mostWithout'] as const).map(
      (key) => ({ key, label: words.text(`columns.${key}`), numeric: true }),
    ),
    rows: (withIt?.steps ?? []).map((one, k) => [
      one.day,
      one.still,
      size(one.least),
      size(one.most),
      size(without?.steps[k]?.least),
      size(without?.steps[k]?.most),
    ]),
  };
}
