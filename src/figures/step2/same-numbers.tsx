import { useRef } from 'react';
import { settingsOf } from '../../engine/settings.ts';
import { useEngine } from '../../reader/engine.ts';
import { usePublish } from '../../reader/facts.ts';
import { useMessages } from '../../reader/messages.tsx';
import { useLens, useRecipe } from '../../reader/reader.ts';
import { useStory } from '../../reader/story.ts';
import { FigureFrame } from '../frame.tsx';
import { Predict, usePrediction } from '../predict.tsx';
import { Switch } from '../switch.tsx';
import { useTextScale } from '../text-scale.ts';
import { nearOf } from './changes-view.ts';
import { SameDigits } from './same-digits.tsx';
import { SameRuns } from './same-runs.tsx';
import {
  agreeing,
  ANSWERS,
  answerOf,
  apartLabel,
  largestApart,
  ASKING,
  BEATS,
  NAMES,
  roundings,
  STRETCHES,
  TEMPERATURE,
  TIMES,
  tiny,
  type Answer,
  type Stage,
} from './same-view.ts';
import { weightName } from './weight-name.ts';

export default function SameNumbersFigure() {
  const words = useMessages('same-numbers');
  const recipe = useRecipe();
  const name = useLens();
  const story = useStory(BEATS);
  const { view, change } = story;
  const root = useRef<HTMLDivElement>(null);
  const scale = useTextScale(root);
  const prediction = usePrediction<Answer>({
    beat: story.beat,
    at: ASKING,
    touched: story.touched,
    about: JSON.stringify(recipe),
  });

  const { data: network } = useEngine('network', { recipe });
  const digitsOf = useEngine('lastDigits', { recipe, step: recipe.steps, text: name });
  const twinsOf = (times: number) => ({
    recipe: times === 1 ? recipe : { ...recipe, rate: times * (settingsOf(recipe)?.rate ?? 1) },
    stretches: STRETCHES,
    count: NAMES,
    temperature: TEMPERATURE,
  });
  const usual = useEngine('twins', twinsOf(1));
  const other = useEngine('twins', view.times === 1 ? null : twinsOf(view.times));
  const run = view.times === 1 ? usual : other;
  const [digits, twins] = [digitsOf.data, run.data];
  const asking = prediction.asking && twins !== undefined;
  const whole = (value: number): string => words.text('number', { value });

  usePublish({
    ...roundings(),
    'same.parameters': digits ? whole(digits.parameters) : '–',
    'same.equal': digits ? whole(digits.same) : '–',
    'same.zeros': digits ? whole(digits.zeros) : '–',
    'same.near': digits ? whole(nearOf(digits)) : '–',
    'same.farthest': digits?.farthest ? tiny(digits.farthest.apart) : '0',
    'same.weight': digits?.farthest ? weightName(digits.farthest, network?.labels) : '–',
    'same.losses': usual.data ? whole(usual.data.same) : '–',
    'same.apart': usual.data ? tiny(largestApart(usual.data)) : '–',
    'same.weights': usual.data ? tiny(usual.data.weights) : '–',
    'same.names': usual.data ? String(agreeing(usual.data.names)) : '–',
    'same.count': String(NAMES),
    'same.heldout': usual.data?.heldOut?.[1].toFixed(3) ?? '–',
  });

  const sentence = () => {
    if (view.stage === 'digits') {
      if (!digits) return null;
      return words.say(view.apart === null ? 'saidDigits' : 'saidClass', {
        name,
        parameters: digits.parameters,
        same: digits.same,
        near: nearOf(digits),
        farthest: tiny(digits.farthest?.apart ?? 0),
        count: digits.apart[view.apart ?? 0]?.count ?? 0,
        apart: digits.apart[view.apart ?? 0] ? apartLabel(digits.apart[view.apart ?? 0]) : '',
      });
    }
    if (!twins) return null;
    const values = {
      count: NAMES,
      agree: agreeing(twins.names),
      same: twins.same,
      steps: twins.steps,
      apart: tiny(largestApart(twins)),
      step: twins.ended?.step ?? 0,
      times: view.times,
    };
    if (twins.ended) return words.say('saidBroken', values);
    if (prediction.revealed && prediction.guess !== null)
      return words.say('saidGuess', {
        ...values,
        right: String(prediction.guess === answerOf(twins.names)),
        guess: words.text(`answer.${prediction.guess}`),
      });
    return words.say('saidRuns', values);
  };

  return (
    <FigureFrame
      title={words.say('title')}
      caption={words.say(`caption.${view.stage}`)}
      live={digitsOf.live && usual.live}
      busy={view.stage === 'digits' ? digitsOf.busy : run.busy}
      fault={digitsOf.fault ?? run.fault}
      touched={story.touched}
      onResume={story.resume}
      sentence={asking ? null : sentence()}
      predict={
        asking && (
          <Predict
            question={words.say('question', { steps: recipe.steps, count: NAMES })}
            prediction={prediction}
          >
            <Switch<string>
              label={words.text('answers')}
              value={prediction.guess ?? ''}
              options={ANSWERS.map((value) => ({ value, label: words.say(`answer.${value}`) }))}
              onChange={(answer) => prediction.setGuess(answer as Answer)}
            />
          </Predict>
        )
      }
      controls={
        <>
          <Switch<Stage>
            label={words.text('stage')}
            value={view.stage}
            options={(['digits', 'runs'] as const).map((value) => ({
              value,
              label: words.text(`stages.${value}`),
            }))}
            onChange={(stage) => change({ stage })}
          />
          {view.stage === 'runs' && (
            <Switch<string>
              label={words.text('rate')}
              value={String(view.times)}
              options={TIMES.map((times) => ({
                value: String(times),
                label: words.say('rates', { times }),
              }))}
              onChange={(times) => change({ times: Number(times) })}
            />
          )}
        </>
      }
      picture={(size) => (
        <div className="same" ref={root} style={{ height: size.height }}>
          {view.stage === 'digits'
            ? digits && (
                <SameDigits
                  size={size}
                  words={words}
                  scale={scale}
                  digits={digits}
                  labels={network?.labels}
                  apart={view.apart}
                  onApart={(apart) => change({ apart })}
                />
              )
            : twins && (
                <SameRuns size={size} words={words} scale={scale} twins={twins} asking={asking} />
              )}
        </div>
      )}
      table={() =>
        view.stage === 'digits'
          ? {
              caption: words.text('tableDigits', { name }),
              columns: (['apart', 'count', 'weight', 'byHand', 'recorded'] as const).map((key) => ({
                key,
                label: words.text(`columns.${key}`),
                numeric: key !== 'weight',
              })),
              rows: (digits?.apart ?? []).map((one) => [
                apartLabel(one),
                whole(one.count),
                one.example ? weightName(one.example, network?.labels) : '',
                one.example?.byHand ?? '',
                one.example?.recorded ?? '',
              ]),
            }
          : {
              caption: words.text('tableRuns'),
              columns: (['from', 'lossByHand', 'lossRecorded', 'difference', 'equal'] as const).map(
                (key) => ({ key, label: words.text(`columns.${key}`), numeric: true }),
              ),
              rows: asking
                ? []
                : (twins?.stretches ?? []).map((one) => [
                    `${one.from + 1}–${one.to}`,
                    one.byHand.toFixed(3),
                    one.recorded.toFixed(3),
                    tiny(one.apart),
                    `${one.same}/${one.to - one.from}`,
                  ]),
            }
      }
    />
  );
}
