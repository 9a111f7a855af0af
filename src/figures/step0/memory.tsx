import { useState } from 'react';
import { fixed } from '../../charts/index.ts';
import { useEngine } from '../../reader/engine.ts';
import { usePublish } from '../../reader/facts.ts';
import { useLitKey } from '../../reader/links.ts';
import { useMessages } from '../../reader/messages.tsx';
import { useLens, useRecipe } from '../../reader/reader.ts';
import { useStory } from '../../reader/story.ts';
import { FigureFrame } from '../frame.tsx';
import { Predict, usePrediction } from '../predict.tsx';
import { Switch } from '../switch.tsx';
import { FloorsPicture } from './memory-floors.tsx';
import { LengthsPicture } from './memory-lengths.tsx';
import { PastsPicture } from './memory-pasts.tsx';
import { memorySentence } from './memory-sentence.tsx';
import { memoryTable } from './memory-table.ts';
import { BEATS, contextOf, GUESS_AT, largestGap, pastOf, tallest } from './memory-view.ts';
import type { Part } from './memory-view.ts';

const ANSWERS = ['none', 'little', 'lot'] as const;
const PARTS: readonly Part[] = ['pasts', 'lengths', 'floors'];
const three = fixed(3);

export default function MemoryFigure() {
  const words = useMessages('memory');
  const recipe = useRecipe();
  const lens = useLens();
  const lit = useLitKey();
  const step = recipe.steps;
  const story = useStory(BEATS);
  const { view, change } = story;
  /** Length pointed at. */
  const [length, setLength] = useState<number | null>(null);

  const { data } = useEngine('data', { recipe });
  const { data: spelled } = useEngine('tokenize', { recipe, text: lens });
  const own = (spelled?.symbols ?? []).flatMap(({ token }) => (token === null ? [] : [token]));
  const { data: standIn } = useEngine(
    'tokenize',
    spelled && own.length === 0 ? { recipe, text: data?.head[0] ?? '' } : null,
  );
  const tokens = own.length > 0 ? own : (standIn?.symbols ?? []).map(({ token }) => token ?? 0);
  const a = contextOf(tokens);
  const last = a[a.length - 1];
  const b = pastOf(view.past, a, data?.letters ?? 0);
  const ask = (prev: number | undefined) =>
    prev === undefined ? null : { recipe, step, prev, alpha: 1 };
  const rowA = useEngine('row', ask(last));
  const rowAlone = useEngine('row', ask(pastOf('last', a, data?.letters ?? 0)[0]));
  const rowB = useEngine('row', ask(b[b.length - 1]));
  const lengths = useEngine('lengths', { recipe, step, alpha: 1 });
  const floors = useEngine('floors', { recipe });
  const { data: run } = useEngine('losses', { recipe });
  const now = { pasts: rowB, lengths, floors }[view.part];

  const label = (token: number): string => data?.labels[token] ?? '';
  const spell = (past: readonly number[]): string => past.map(label).join('');
  const number = (value: number): string => words.text('number', { value });
  const one = lengths.data?.model[1] ?? 0;
  usePublish({
    'memory.a': spell(a),
    'memory.last': last === undefined ? '' : label(last),
    'memory.gap': three(largestGap(rowA.data?.p ?? [], rowAlone.data?.p ?? [])),
    'memory.one': number(data?.lengths[1] ?? 0),
    'memory.one.odds': one > 0 ? number(Math.round(1 / one)) : '–',
    'memory.mode': number(tallest(data?.lengths ?? [])),
    'memory.mode.table': number(tallest(lengths.data?.model ?? [])),
  });

  const prediction = usePrediction<(typeof ANSWERS)[number]>({
    beat: story.beat,
    at: GUESS_AT,
    touched: story.touched,
    about: `${lens} ${JSON.stringify(recipe)}`,
  });
  const asking = prediction.asking && view.part === 'pasts' && rowA.data !== undefined;
  const guess = prediction.revealed && prediction.guess;
  const held = run?.heldOut.nats.at(-1);
  const shown = {
    words,
    part: view.part,
    labels: data?.labels ?? [],
    a,
    b,
    p: rowA.data?.p ?? [],
    q: rowB.data?.p ?? [],
    lengths: lengths.data,
    floors: floors.data,
    held: run?.heldOutDocuments ? held : undefined,
    asking,
  };

  return (
    <FigureFrame
      title={words.say('title')}
      caption={words.say(`caption.${view.part}`)}
      live={now.live}
      busy={now.busy}
      fault={now.fault}
      touched={story.touched}
      onResume={story.resume}
      controls={
        <Switch
          label={words.text('parts')}
          value={view.part}
          options={PARTS.map((part) => ({ value: part, label: words.say(`part.${part}`) }))}
          onChange={(part) => change({ part })}
        />
      }
      picture={({ width, height }) => {
        if (!data) return null;
        if (view.part === 'floors') {
          if (!floors.data) return null;
          return (
            <FloorsPicture
              width={width}
              height={height}
              words={words}
              floors={floors.data}
              held={shown.held}
              size={data.labels.length}
              heldOut={run?.heldOutDocuments ?? 0}
              lit={lit}
            />
          );
        }
        if (view.part === 'lengths') {
          if (!lengths.data) return null;
          return (
            <LengthsPicture
              width={width}
              height={height}
              words={words}
              data={lengths.data.data}
              model={lengths.data.model}
              own={tokens.length}
              pointed={length}
              onPoint={setLength}
              lit={lit === 'probability'}
            />
          );
        }
        if (!rowA.data || !rowB.data) return null;
        return (
          <PastsPicture
            {...shown}
            width={width}
            height={height}
            bos={data.bos}
            guess={guess ? words.text(`answer.${guess}`) : null}
            lit={lit}
            onPast={(past) => change({ part: 'pasts', past })}
          />
        );
      }}
      predict={
        asking && (
          <Predict question={words.say('question')} prediction={prediction}>
            <Switch<string>
              label={words.text('answers')}
              value={prediction.guess ?? ''}
              options={ANSWERS.map((answer) => ({
                value: answer,
                label: words.say(`answer.${answer}`),
              }))}
              onChange={(answer) => prediction.setGuess(answer as (typeof ANSWERS)[number])}
            />
          </Predict>
        )
      }
      sentence={memorySentence({
        ...shown,
        one: data?.lengths[1] ?? 0,
        guess: guess || null,
        unknown: (spelled?.symbols ?? []).flatMap((s) => (s.token === null ? [s.label] : [])),
      })}
      table={() => memoryTable(shown)}
    />
  );
}
