import { useMemo, useRef } from 'react';
import { fixed, type DataTableProps } from '../../../charts/index.ts';
import { useEngine } from '../../../reader/engine.ts';
import { usePublish } from '../../../reader/facts.ts';
import { useMessages, type Messages } from '../../../reader/messages.tsx';
import { useRecipe } from '../../../reader/reader.ts';
import { useStory } from '../../../reader/story.ts';
import type { ScoredRun } from '../../../worker/protocol.ts';
import { FigureFrame } from '../../frame.tsx';
import { measuredAt, programOf } from '../../held-out.ts';
import { Predict, usePrediction } from '../../predict.tsx';
import { SliderOf } from '../../slider-of.tsx';
import { Switch } from '../../switch.tsx';
import { useTextScale } from '../../text-scale.ts';
import { PullChart, RunsChart } from './two-scores-chart.tsx';
import { ASKS, BEATS, FASTER, PROGRAM_RATE, pullOf, RATES, SURE } from './two-scores-view.ts';

const DASH = '–';
const two = fixed(2);
const three = fixed(3);
const FALLBACK = { width: 720, height: 420 };
/** Rows of the table of pulls: tenths. */
const TENTHS = [0, 0.01, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];

export default function TwoScores() {
  const words = useMessages('two-scores');
  const shared = useMessages('held-out');
  const reader = useRecipe();
  const recipe = useMemo(() => programOf(reader, 1), [reader]);
  const { steps } = recipe;
  const root = useRef<HTMLDivElement>(null);
  const scale = useTextScale(root);
  const story = useStory(BEATS);
  const { view, change } = story;
  const measureAt = useMemo(() => measuredAt(steps), [steps]);
  const { data: network } = useEngine('network', { recipe });
  const ask = { recipe, measureAt };
  const log = useEngine('scoredRun', { ...ask, score: 'log', rate: PROGRAM_RATE });
  const same = useEngine('scoredRun', { ...ask, score: 'squared', rate: PROGRAM_RATE });
  const other = view.rate === PROGRAM_RATE ? FASTER : view.rate;
  const faster = useEngine('scoredRun', { ...ask, score: 'squared', rate: other });
  const prediction = usePrediction<number>({
    beat: story.beat,
    at: ASKS,
    touched: story.touched,
    about: JSON.stringify(recipe),
  });
  const { asking, revealed, guess } = prediction;
  const tokens = network?.labels.length ?? 0;
  const even = tokens > 0 ? 1 / tokens : 0;
  const share = view.share ?? even;
  const answer = view.rate === PROGRAM_RATE ? same : faster;
  const squared = asking ? null : (answer.data ?? null);
  const end = (run: ScoredRun | null | undefined): string => three(run?.nats.at(-1) ?? NaN);
  const pull = (score: 'log' | 'squared', at: number, rest: 'even' | 'rival'): string =>
    tokens > 1 ? two(pullOf(score, at, tokens, rest)) : DASH;
  usePublish({
    'scores.even.log': pull('log', even, 'even'),
    'scores.even.squared': pull('squared', even, 'even'),
    'scores.sure.log': pull('log', SURE, 'rival'),
    'scores.sure.squared': pull('squared', SURE, 'rival'),
    'scores.log': end(log.data),
    'scores.same': end(same.data),
    'scores.faster': other === FASTER ? end(faster.data) : DASH,
    'scores.unigram': three(log.data?.floors.unigram ?? NaN),
  });

  const values = {
    share: two(share),
    log: pull('log', share, 'even'),
    rival: pull('squared', share, 'rival'),
    even: pull('squared', share, 'even'),
    logEnd: end(log.data),
    squaredEnd: end(squared),
    rate: view.rate,
    ended: squared?.ended ?? 0,
    guess: guess?.toFixed(2) ?? '',
  };
  const said = ((): string => {
    if (view.shown === 'pull') return 'pull';
    if (asking) return 'asking';
    if (squared?.ended) return 'broken';
    return revealed ? 'guessed' : 'runs';
  })();
  const { data: run } = log;

  return (
    <FigureFrame
      title={words.say('title')}
      caption={words.say('caption')}
      live={log.live && answer.live}
      busy={log.busy || answer.busy}
      fault={log.fault ?? answer.fault}
      touched={story.touched}
      onResume={story.resume}
      fallback={FALLBACK}
      sentence={words.say(`says.${said}`, values)}
      controls={
        <>
          <Switch
            label={words.text('shown')}
            value={view.shown}
            options={(['pull', 'runs'] as const).map((value) => ({
              value,
              label: words.text(`show.${value}`),
            }))}
            onChange={(shown) => change({ shown })}
          />
          {view.shown === 'runs' && (
            <SliderOf
              label={words.text('rate')}
              values={RATES}
              value={view.rate}
              onChange={(rate) => change({ rate })}
            />
          )}
        </>
      }
      predict={
        asking && (
          <Predict question={words.say('question', values)} prediction={prediction}>
            <output className="num q-lens">{guess === null ? DASH : guess.toFixed(2)}</output>
          </Predict>
        )
      }
      picture={(size) => (
        <div ref={root} className="two-scores">
          {view.shown === 'pull' && tokens > 1 && (
            <PullChart
              size={size}
              words={words}
              scale={scale}
              tokens={tokens}
              share={share}
              onShare={(to) => change({ share: to })}
            />
          )}
          {view.shown === 'runs' && run && (
            <RunsChart
              size={size}
              words={words}
              shared={shared}
              scale={scale}
              steps={steps}
              log={run}
              squared={squared}
              rate={view.rate}
              guess={
                asking || revealed
                  ? { value: guess, truth: asking ? null : (same.data?.nats.at(-1) ?? null) }
                  : null
              }
              onGuess={asking ? prediction.setGuess : null}
            />
          )}
        </div>
      )}
      table={() =>
        view.shown === 'pull' ? pullTable(words, pull) : runsTable(words, run, squared)
      }
    />
  );
}

type Table = Omit<DataTableProps, 'height'>;

function pullTable(
  words: Messages,
  pull: (score: 'log' | 'squared', at: number, rest: 'even' | 'rival') => string,
): Table {
  return {
    caption: words.text('pullLabel'),
    columns: (['share', 'log', 'rival', 'even'] as const).map((key) => ({
      key,
      label: words.text(`columns.${key}`),
      numeric: true,
    })),
    rows: TENTHS.map((share) => [
      two(share),
      pull('log', share, 'even'),
      pull('squared', share, 'rival'),
      pull('squared', share, 'even'),
    ]),
  };
}

function runsTable(words: Messages, log?: ScoredRun, squared?: ScoredRun | null): Table {
  return {
    caption: words.text('runsLabel'),
    columns: (['names', 'log', 'squared'] as const).map((key) => ({
      key,
      label: words.text(`columns.${key}`),
      numeric: true,
    })),
    rows: (log?.measured ?? []).map((names, i) => [
      words.text('number', { value: names }),
      three(log?.nats[i] ?? NaN),
      squared ? three(squared.nats[i] ?? NaN) : '?',
    ]),
  };
}
