import { useMemo } from 'react';
import { fixed } from '../../charts/index.ts';
import { usePublish } from '../../reader/facts.ts';
import { useMessages } from '../../reader/messages.tsx';
import { usePlayback } from '../../reader/playback.ts';
import { useLens, useRecipe } from '../../reader/reader.ts';
import { useStory } from '../../reader/story.ts';
import { FigureFrame } from '../frame.tsx';
import { Predict, usePrediction } from '../predict.tsx';
import { RunBar } from '../run-bar.tsx';
import { Switch } from '../switch.tsx';
import { useStart } from './same-start-data.ts';
import { startFacts } from './same-start-facts.ts';
import { RowPicture } from './same-start-row.tsx';
import {
  ASKS,
  axisEnd,
  extraNats,
  fullest,
  landmarks,
  rowAt,
  sameStartBeats,
} from './same-start-view.ts';

const three = fixed(3);

export default function SameStart() {
  const words = useMessages('same-start');
  const recipe = useRecipe();
  const name = useLens();
  const { steps } = recipe;
  const beats = useMemo(() => sameStartBeats(steps), [steps]);
  const story = useStory(beats);
  const { view, change } = story;
  const prediction = usePrediction<number>({
    beat: story.beat,
    at: ASKS,
    touched: story.touched,
    about: JSON.stringify([recipe, name]),
  });
  const step = prediction.asking ? beats[ASKS - 1].step : Math.min(view.step, steps);
  const { start, losses, heldOut, counted, parameters, live, busy, fault } = useStart(
    recipe,
    name,
    step,
  );
  const playback = usePlayback({
    recipe,
    step,
    total: steps,
    onStep: (to) => change({ step: to }),
  });

  const size = start?.labels.length ?? 0;
  const read = start?.now.read ?? 1;
  const at = Math.max(0, Math.min(view.at ?? 1, read - 1));
  const letter = start?.labels[start.now.tokens[at]] ?? '';
  const rows = start && {
    table: rowAt(start.table.p, at, size),
    first: rowAt(start.first.p, at, size),
    now: rowAt(start.now.p, at, size),
    last: rowAt(start.last.p, at, size),
  };
  const to = view.to !== null && view.to < size ? view.to : fullest(rows?.table ?? [0]);
  const label = (j: number): string => start?.labels[j] ?? '';
  const spoken = (j: number): string => (label(j) === '•' ? words.text('boundary') : label(j));
  const number = (value: number): string => words.text('number', { value });
  const asking = prediction.asking && rows !== null;
  const guess = asking || prediction.revealed ? prediction.guess : null;

  usePublish(
    start && rows
      ? startFacts({ words, start, rows, letter, to, heldOut, counted, parameters })
      : {},
  );

  const values = rows && {
    step,
    letter,
    name,
    to: label(to),
    far: three(extraNats(rows.table, rows.now)),
    network: three(start.now.mean),
    table: three(start.table.mean),
    p: three(rows.now[to]),
    tableP: three(rows.table[to]),
    guess: guess?.toFixed(2),
  };
  const sentence =
    values && words.say(asking ? 'asking' : guess === null ? 'now' : 'guessed', values);

  return (
    <FigureFrame
      title={words.say('title')}
      caption={words.say('caption')}
      live={live}
      busy={busy && !playback.playing}
      fault={fault}
      moving={playback.playing}
      touched={story.touched}
      onResume={() => {
        playback.pause();
        story.resume();
      }}
      sentence={sentence}
      controls={
        <Switch
          label={words.text('names')}
          value={String(step)}
          options={landmarks(steps).map((k) => ({
            value: String(k),
            label: k === 0 ? words.text('noNames') : number(k),
          }))}
          onChange={(k) => {
            playback.pause();
            change({ step: Number(k) });
          }}
        />
      }
      predict={
        asking && (
          <Predict
            question={words.say('question', {
              steps,
              letter,
              to: label(to),
              p: three(rows.table[to]),
            })}
            prediction={prediction}
          />
        )
      }
      picture={({ width, height }) => {
        if (!start || !rows) return null;
        const said = (key: string, j: number): string =>
          words.text(key, {
            to: spoken(j),
            table: three(rows.table[j]),
            network: three(rows.now[j]),
          });
        return (
          <RowPicture
            width={width}
            height={height}
            read={start.now.tokens.slice(0, read)}
            bos={start.now.tokens[0]}
            at={at}
            asking={asking}
            letters={words.text('letters')}
            announceLetter={(i) => spoken(start.now.tokens[i])}
            onLetter={(next) => !asking && change({ at: next, to: null })}
            label={words.text('picture', { letter })}
            description={said('description', to)}
            labels={start.labels}
            table={rows.table}
            network={rows.now}
            most={axisEnd(rows.table, rows.now, rows.last)}
            to={to}
            format={three}
            announce={(j) => said('bar', j)}
            onSelect={(j) => !asking && change({ to: j })}
            words={{
              table: words.text('table', { steps }),
              network: words.text('network', { step }),
              uniform: words.text('uniform', { size, p: three(1 / size) }),
            }}
            guess={
              asking || guess !== null
                ? {
                    value: guess,
                    label: words.text('ring', { to: spoken(to) }),
                    text: words.text('yourGuess', { p: (guess ?? rows.now[to]).toFixed(2) }),
                  }
                : null
            }
            onGuess={asking ? prediction.setGuess : null}
          />
        );
      }}
      table={() => ({
        caption: words.text('picture', { letter }),
        columns: (['next', 'table', 'network', 'gap'] as const).map((key) => ({
          key,
          label: words.text(`columns.${key}`, { step }),
          numeric: key !== 'next',
        })),
        rows: rows
          ? rows.table.map((p, j) => [
              label(j),
              three(p),
              three(rows.now[j]),
              three(rows.now[j] - p),
            ])
          : [],
      })}
      run={
        <RunBar
          step={step}
          total={steps}
          losses={losses}
          seed={recipe.seed}
          playback={playback}
          onStep={(next) => change({ step: next })}
        />
      }
    />
  );
}
