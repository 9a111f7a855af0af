import { useRef } from 'react';
import { useEngine } from '../../reader/engine.ts';
import { usePublish } from '../../reader/facts.ts';
import { useMessages } from '../../reader/messages.tsx';
import { useLens, useRecipe } from '../../reader/reader.ts';
import { useStory } from '../../reader/story.ts';
import { FigureFrame, type Size } from '../frame.tsx';
import { Predict, usePrediction } from '../predict.tsx';
import { Switch } from '../switch.tsx';
import { useTextScale } from '../text-scale.ts';
import { COUNTS, TwoWays } from './changes-code.tsx';
import { changesLayout } from './changes-layout.ts';
import { TwoNumbers } from './changes-numbers.tsx';
import * as see from './changes-view.ts';
import { NumberField } from '../number-field.tsx';

export default function WhatChangesFigure() {
  const words = useMessages('what-changes');
  const recipe = useRecipe();
  const name = useLens();
  const story = useStory(see.BEATS);
  const { view, change } = story;
  const step = view.at === 'trained' ? recipe.steps : 0;
  const question = name === '' ? null : { recipe, step, text: name };
  const { data, live, busy, fault } = useEngine('lastDigits', question);
  const examples = data ? see.examplesOf(data) : [];
  const [first] = examples;
  const shared = first ? see.agreeing(first.byHand, first.recorded) : see.DIGITS;
  const prediction = usePrediction<number>({
    beat: story.beat,
    at: see.ASKING,
    touched: story.touched,
    about: JSON.stringify([recipe, name]),
  });
  const asking = prediction.asking && first !== undefined;
  const number = (value: number): string => words.text('number', { value });

  usePublish({
    'what-changes.by-hand': number(COUNTS.byHand),
    'what-changes.pieces': number(COUNTS.pieces),
    'what-changes.rule': number(COUNTS.rule),
    'what-changes.parameters': number(data?.parameters ?? 0),
    'what-changes.same': number(data?.same ?? 0),
    'what-changes.zeros': number(data?.zeros ?? 0),
    'what-changes.of': first ? see.nameOf(first) : '–',
    'what-changes.digits': number(shared),
  });

  const values = {
    ...COUNTS,
    name,
    parameters: data?.parameters ?? 0,
    same: data?.same ?? 0,
    near: data ? see.nearOf(data) : 0,
    of: first ? see.nameOf(first) : '',
    shared,
    guess: prediction.guess ?? 0,
  };
  const said = asking
    ? 'asking'
    : prediction.revealed
      ? 'guessed'
      : !view.rule
        ? 'byHand'
        : !view.numbers
          ? 'rule'
          : 'numbers';
  const set = (guess: number): void =>
    prediction.setGuess(Math.max(0, Math.min(see.DIGITS, Math.round(guess))));

  return (
    <FigureFrame
      title={words.say('title')}
      caption={words.say('caption')}
      live={live}
      busy={busy}
      fault={fault}
      fallback={{ width: 468, height: 470 }}
      touched={story.touched}
      onResume={story.resume}
      sentence={words.say(`said.${said}`, values)}
      predict={
        asking && (
          <Predict question={words.say('question', values)} prediction={prediction}>
            <span className="two-guess">
              <NumberField
                name={words.text('guess')}
                value={prediction.guess}
                step={1}
                size={4}
                onChange={set}
              />
              {words.say('digits')}
            </span>
          </Predict>
        )
      }
      controls={
        <Switch<see.View['at']>
          label={words.text('weights')}
          value={view.at}
          options={(['start', 'trained'] as const).map((value) => ({
            value,
            label: words.text(`at.${value}`, { steps: recipe.steps }),
          }))}
          onChange={(at) => change({ at, rule: true, numbers: true })}
        />
      }
      picture={(size) => (
        <Picture
          size={size}
          words={words}
          rule={view.rule}
          examples={examples}
          hidden={asking || !view.numbers}
          guess={asking || prediction.revealed ? prediction.guess : null}
        />
      )}
      table={() => ({
        caption: words.text('table', { name }),
        columns: (['of', 'byHand', 'recorded', 'units'] as const).map((key) => ({
          key,
          label: words.text(`columns.${key}`),
          numeric: key !== 'of',
        })),
        rows: examples.map((one) => [
          see.nameOf(one),
          one.byHand,
          asking ? '?' : one.recorded,
          asking ? '?' : one.units,
        ]),
      })}
    />
  );
}

interface PictureProps extends Pick<Parameters<typeof TwoNumbers>[0], 'examples' | 'hidden'> {
  size: Size;
  words: ReturnType<typeof useMessages>;
  rule: boolean;
  guess: number | null;
}

/** Both ways back as code, and under them what comes of both. */
function Picture({ size, words, rule, ...numbers }: PictureProps) {
  const root = useRef<HTMLDivElement>(null);
  const scale = useTextScale(root);
  const at = changesLayout(size, scale);
  return (
    <div className="two" ref={root}>
      <TwoWays words={words} width={size.width} height={at.code} scale={scale} rule={rule} />
      <TwoNumbers words={words} rows={at.rows} beside={at.beside} {...numbers} />
    </div>
  );
}
