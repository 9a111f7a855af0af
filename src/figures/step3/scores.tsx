import { useState } from 'react';
import { fixed } from '../../charts/index.ts';
import { usePublish } from '../../reader/facts.ts';
import { useLitKey } from '../../reader/links.ts';
import { useMessages } from '../../reader/messages.tsx';
import { useLens, useRecipe } from '../../reader/reader.ts';
import { useStory } from '../../reader/story.ts';
import { FigureFrame } from '../frame.tsx';
import { Predict, usePrediction } from '../predict.tsx';
import { best } from '../step1/linear-view.ts';
import { NumberField } from '../number-field.tsx';
import { runOf } from './ablations-view.ts';
import { useAttention, useScores } from './attention-data.ts';
import { ScoresControls } from './scores-controls.tsx';
import { scoresFacts, timesOf } from './scores-facts.ts';
import { ScoresPicture } from './scores-picture.tsx';
import { ASKS, BEATS, boldest, scaleOf, scalesOf, weightsOf } from './scores-view.ts';

const two = fixed(2);
const three = fixed(3);

export default function Scores() {
  const words = useMessages('scores');
  const recipe = useRecipe();
  const name = useLens();
  const lit = useLitKey();
  const story = useStory(BEATS);
  const { view, change } = story;
  const { run, reach } = view;
  const trained = useAttention(recipe, name, recipe.steps);
  const adam = useScores(runOf(recipe, [], true), name, recipe.steps);
  const first = useScores(recipe, name, run === 'first' ? 0 : null);
  const [taught, setTaught] = useState(false);
  const prediction = usePrediction<number>({
    beat: story.beat,
    at: ASKS,
    touched: story.touched,
    about: JSON.stringify([recipe, name]),
  });

  const { attention } = trained;
  const asking = prediction.asking && attention !== null;
  const size = attention?.q[0].length ?? 1;
  const scales = scalesOf(size);
  const scaled = recipe.scaled !== false;
  const program = scaleOf(BEATS[0], size, scaled);
  const scale = scaleOf(view, size, scaled);
  const bare = (scores: readonly (readonly number[])[]): number[][] =>
    scores.map((row) => row.map((score) => score / scales[program]));
  const letters = attention?.letters ?? [];
  const fits = (scores: number[][] | null) => (scores?.length === letters.length ? scores : null);
  const chosen = { first, trained: null, adam }[run];
  const scores = (chosen && fits(chosen.scores)) ?? attention?.scores ?? [];
  const dots = bare(scores);
  const weights = weightsOf(dots, scales[scale]);
  const own = attention ? weightsOf(bare(attention.scores), scales[program]) : [];
  const last = Math.max(0, letters.length - 1);
  const told =
    run === 'adam' && attention ? boldest(weightsOf(dots, scales[program])) : { t: last, s: null };
  const t = Math.min(view.t ?? told.t, last);
  const s = Math.min(view.s ?? told.s ?? best(weights[t] ?? []), t);
  const guess = asking || prediction.revealed ? prediction.guess : null;
  const taughtDots = fits(adam.scores);
  usePublish(
    attention
      ? scoresFacts({
          letters,
          size,
          dots: bare(attention.scores),
          factor: scales[program],
          adam: taughtDots && bare(taughtDots),
        })
      : {},
  );

  const cell = (of: number, to: number) => ({
    asks: letters[of] ?? '',
    letter: letters[to] ?? '',
    weight: three(weights[of]?.[to] ?? NaN),
  });
  const top = best(weights[t] ?? []);
  const values = {
    ...cell(t, s),
    times: timesOf(scales[scale]),
    dot: three(dots[t]?.[s] ?? NaN),
    score: three((dots[t]?.[s] ?? NaN) * scales[scale]),
    count: t + 1,
    even: three(1 / (t + 1)),
    most: letters[top] ?? '',
    mostWeight: three(weights[t]?.[top] ?? NaN),
    mostBefore: three(own[t]?.[top] ?? NaN),
    guess: Math.round((guess ?? 0) * 100),
    run,
    adam: adam.scores ? 'yes' : 'no',
    changed: String(scale !== program),
  };
  const answers = [trained, ...(chosen ? [chosen] : [])];

  return (
    <FigureFrame
      title={words.say('title')}
      caption={words.say('caption')}
      live={trained.live}
      busy={answers.some(({ busy }) => busy)}
      fault={answers.find(({ fault }) => fault)?.fault ?? null}
      fallback={{ width: 468, height: 430 }}
      touched={story.touched}
      onResume={story.resume}
      sentence={
        attention &&
        words.say(
          chosen?.busy
            ? 'said.waiting'
            : asking
              ? 'said.asking'
              : prediction.revealed
                ? 'said.guessed'
                : `said.${reach}`,
          values,
        )
      }
      predict={
        asking && (
          <Predict question={words.say('question', values)} prediction={prediction}>
            <span className="scores-guessed">
              <NumberField
                name={words.text('guess')}
                value={prediction.guess === null ? null : Math.round(prediction.guess * 100)}
                step={1}
                size={5}
                onChange={(share) => prediction.setGuess(Math.max(0, Math.min(100, share)) / 100)}
              />
              %
            </span>
          </Predict>
        )
      }
      controls={
        attention && (
          <ScoresControls
            words={words}
            scales={scales}
            scale={scale}
            root={scaleOf(BEATS[0], size, true)}
            run={run}
            taught={taught}
            onScale={(next) =>
              change({ scale: next, reach: reach === 'scores' ? 'weights' : reach })
            }
            onRun={(next) => {
              if (next === 'adam') setTaught(true);
              change({ run: next, s: null, reach: reach === 'root' ? 'map' : reach });
            }}
          />
        )
      }
      picture={(room) =>
        attention && (
          <ScoresPicture
            size={room}
            words={words}
            letters={letters}
            dots={dots}
            scores={dots.map((row) => row.map((dot) => dot * scales[scale]))}
            weights={weights}
            own={own}
            times={timesOf(scales[scale])}
            reach={reach}
            t={t}
            s={s}
            asking={asking}
            guess={guess}
            width={size}
            seed={recipe.seed}
            lit={lit}
            announce={(of, to) =>
              words.text(to > of ? 'unseen' : 'cell', {
                ...cell(of, to),
                share: two(weights[of][to]),
              })
            }
            onAsk={(next) => change({ t: next, s: null, reach: shown(reach) })}
            onCell={(of, to) => change({ t: of, s: to })}
          />
        )
      }
      table={() => ({
        caption: words.text('table', values),
        columns: ['asks', ...letters.map((_, n) => String(n))].map((key, n) => ({
          key,
          label: n === 0 ? words.text('columns.asks') : letters[n - 1],
          numeric: n > 0,
        })),
        rows: asking
          ? []
          : letters.map((letter, of) => [
              letter,
              ...letters.map((_, to) => (to > of ? '' : three(weights[of][to]))),
            ]),
      })}
    />
  );
}

/** Who asks about another position wants to see its weights. */
const shown = (reach: (typeof BEATS)[number]['reach']) => (reach === 'scores' ? 'weights' : reach);
