import { useRef } from 'react';
import type { Walker } from '../../../engine/ideas/amsgrad.ts';
import { fixed, signed } from '../../../charts/index.ts';
import { useEngine } from '../../../reader/engine.ts';
import { usePublish } from '../../../reader/facts.ts';
import { useMessages } from '../../../reader/messages.tsx';
import { useStory } from '../../../reader/story.ts';
import { FigureFrame } from '../../frame.tsx';
import { NumberField } from '../../number-field.tsx';
import { Predict, usePrediction } from '../../predict.tsx';
import { Switch } from '../../switch.tsx';
import { useTextScale } from '../../text-scale.ts';
import { WrongEndChart } from './wrong-end-chart.tsx';
import { useWrongEndFacts } from './wrong-end-facts.ts';
import { Lanes } from './wrong-end-lanes.tsx';
import * as see from './wrong-end-view.ts';

const two = fixed(2);
const FALLBACK = { width: 720, height: 440 };
const ASKED: readonly Walker[] = ['adam'];
const NONE: readonly Walker[] = [];
/** Heights of the lanes under the chart, px. */
const LANES = { least: 84, share: 0.34 };

export default function WrongEndFigure() {
  const words = useMessages('wrong-end');
  const root = useRef<HTMLDivElement>(null);
  const scale = useTextScale(root);
  const story = useStory(see.BEATS);
  const { view, change } = story;
  const prediction = usePrediction<number>({
    beat: story.beat,
    at: see.ASKS,
    touched: story.touched,
  });
  const { asking, revealed, guess } = prediction;
  const { data, live, busy, fault } = useEngine('slopeWalks', see.questionOf(view));
  usePublish(useWrongEndFacts(words));
  const walkers = see.walkersOf(view);
  const hidden = asking ? ASKED : NONE;
  const end = (walker: Walker): string =>
    hidden.includes(walker) || !data ? '?' : two(data.places[walker].at(-1) ?? NaN);
  const values = {
    large: view.large,
    others: view.period - 1,
    steps: data?.steps.at(-1) ?? 0,
    best: see.bestEnd(view) === 0 ? 'none' : signed(0)(see.bestEnd(view)),
    sgd: end('sgd'),
    adam: end('adam'),
    amsgrad: end('amsgrad'),
    guess: guess === null ? '' : two(guess),
  };
  const said = ((): string => {
    if (asking) return 'asking';
    if (revealed) return 'guessed';
    if (see.bestEnd(view) === 0) return 'level';
    return view.who;
  })();

  return (
    <FigureFrame
      title={words.say('title')}
      caption={words.say('caption')}
      live={live}
      busy={busy}
      fault={fault}
      touched={story.touched}
      onResume={story.resume}
      fallback={FALLBACK}
      sentence={data && words.say(`says.${said}`, values)}
      controls={
        <>
          <Switch<string>
            label={words.text('period')}
            value={String(view.period)}
            options={see.PERIODS.map((value) => ({
              value: String(value),
              label: words.text('periodOf', { value }),
            }))}
            onChange={(value) =>
              change({ period: Number(value), large: Number(value), who: 'all' })
            }
          />
          <NumberField
            label={words.text('large')}
            value={view.large}
            step={0.5}
            size={7}
            onChange={(value) => change({ large: see.heldSlope(value), who: 'all' })}
          />
          <Switch<see.Kept>
            label={words.text('kept')}
            value={view.kept}
            options={see.KEPT.map((value) => ({ value, label: words.text(`keeps.${value}`) }))}
            onChange={(kept) => change({ kept, who: 'all' })}
          />
        </>
      }
      predict={
        asking && <Predict question={words.say('question', values)} prediction={prediction} />
      }
      picture={(size) => {
        const lanes = Math.max(LANES.least * scale, Math.round(size.height * LANES.share));
        const truth = asking ? null : (data?.places.adam.at(-1) ?? null);
        return (
          <div ref={root} className="wrong-end" style={{ height: size.height }}>
            {data && (
              <>
                <WrongEndChart
                  size={{ width: size.width, height: size.height - lanes }}
                  scale={scale}
                  words={words}
                  view={view}
                  data={data}
                  walkers={walkers}
                  hidden={hidden}
                  guess={asking || revealed ? { value: guess, truth } : null}
                  onGuess={asking ? prediction.setGuess : null}
                />
                <Lanes
                  width={size.width}
                  height={lanes}
                  scale={scale}
                  words={words}
                  data={data}
                  walkers={walkers}
                  hidden={hidden}
                />
              </>
            )}
          </div>
        );
      }}
      table={() => ({
        caption: words.text('chart'),
        columns: [
          { key: 'step', label: words.text('step'), numeric: true },
          ...walkers.map((walker) => ({
            key: walker,
            label: words.text(`walker.${walker}`),
            numeric: true,
          })),
        ],
        rows: (data?.steps ?? []).map((step, i) => [
          words.text('number', { value: step }),
          ...walkers.map((walker) =>
            hidden.includes(walker) ? '?' : two(data!.places[walker][i]),
          ),
        ]),
      })}
    />
  );
}
