import { useRef } from 'react';
import { fixed } from '../../../charts/index.ts';
import { layersOf, type Joint } from '../../../engine/ideas/tower.ts';
import { useEngine } from '../../../reader/engine.ts';
import { usePublish } from '../../../reader/facts.ts';
import { useMessages } from '../../../reader/messages.tsx';
import { useRecipe } from '../../../reader/reader.ts';
import { useStory } from '../../../reader/story.ts';
import { FigureFrame } from '../../frame.tsx';
import { answered, Predict, usePrediction } from '../../predict.tsx';
import { Switch } from '../../switch.tsx';
import { useTextScale } from '../../text-scale.ts';
import { BlockDiagram } from './errors-block.tsx';
import { Pairs } from './errors-pairs.tsx';
import * as see from './errors-view.ts';
import { PUBLISHED, YEAR } from './published.ts';
import { DEEP, endOf, RATE, RUN, SHALLOW, towerQuestion } from './towers.ts';

const two = fixed(2);
const three = fixed(3);
const FALLBACK = { width: 720, height: 400 };

export default function FourErrors() {
  const words = useMessages('four-errors');
  const reader = useRecipe();
  const root = useRef<HTMLDivElement>(null);
  const scale = useTextScale(root);
  const story = useStory(see.BEATS);
  const { change } = story;
  const prediction = usePrediction<number>({
    beat: story.beat,
    at: see.ASKS,
    touched: story.touched,
  });
  const { asking, revealed, guess } = prediction;
  const view = answered(story, prediction, see.BEATS, see.ASKS);
  const tower = (joint: Joint, blocks: number) =>
    towerQuestion(reader, { joint, blocks, rate: RATE, steps: RUN });
  const plain = useEngine('tower', tower('plain', SHALLOW));
  const deepPlain = useEngine('tower', tower('plain', DEEP));
  const skips = useEngine('tower', tower('after', SHALLOW));
  const deepSkips = useEngine('tower', tower('after', DEEP));
  const asked = [plain, deepPlain, skips, deepSkips];
  const ours: see.Pair[] = [
    { kind: 'plain' as const, shallow: endOf(plain.data), deep: endOf(deepPlain.data) },
    { kind: 'after' as const, shallow: endOf(skips.data), deep: endOf(deepSkips.data) },
  ].slice(0, view.kinds);
  const end = (nats: number | null | undefined): string => three(nats ?? NaN);
  const numbers = {
    plain: two(PUBLISHED.plain[0]),
    deep: two(PUBLISHED.plain[1]),
    skips: two(PUBLISHED.residual[0]),
    deepSkips: two(PUBLISHED.residual[1]),
    ourPlain: end(endOf(plain.data)),
    ourDeep: end(endOf(deepPlain.data)),
    ourSkips: end(endOf(skips.data)),
    ourDeepSkips: end(endOf(deepSkips.data)),
    guess: guess?.toFixed(1) ?? '',
  };
  usePublish({
    'errors.plain': numbers.plain,
    'errors.deep': numbers.deep,
    'errors.skips': numbers.skips,
    'errors.deepSkips': numbers.deepSkips,
    'errors.our.plain': numbers.ourPlain,
    'errors.our.deep': numbers.ourDeep,
    'errors.our.skips': numbers.ourSkips,
    'errors.our.deepSkips': numbers.ourDeepSkips,
  });
  const said = ((): string => {
    if (asking) return 'asking';
    if (revealed) return 'guessed';
    if (view.beside === 'ours') return view.kinds === 1 ? 'oursPlain' : 'ours';
    return view.kinds === 1 ? 'plain' : 'both';
  })();

  return (
    <FigureFrame
      title={words.say('title')}
      caption={words.say('caption')}
      live={asked.every(({ live }) => live)}
      busy={asked.some(({ busy }) => busy)}
      fault={asked.find(({ fault }) => fault)?.fault ?? null}
      touched={story.touched}
      onResume={story.resume}
      fallback={FALLBACK}
      sentence={words.say(`says.${said}`, numbers)}
      controls={
        <>
          <Switch<see.View['kinds']>
            label={words.text('kinds')}
            value={view.kinds}
            options={([1, 2] as const).map((value) => ({
              value,
              label: words.text(`kind.${value}`),
            }))}
            onChange={(kinds) => change({ kinds })}
          />
          <Switch<see.View['beside']>
            label={words.text('beside')}
            value={view.beside}
            options={(['block', 'ours'] as const).map((value) => ({
              value,
              label: words.text(`besides.${value}`),
            }))}
            onChange={(beside) => change({ beside })}
          />
        </>
      }
      predict={
        asking && <Predict question={words.say('question', numbers)} prediction={prediction} />
      }
      picture={(size) => {
        const { first, second } = see.splitOf(size, scale, view);
        return (
          <div ref={root} className="errors" style={{ height: size.height }}>
            {first && (
              <Pairs
                size={first}
                scale={scale}
                words={words}
                title={words.text('theirs', { year: YEAR })}
                note={words.text('theirsNote')}
                pairs={see.published(view.kinds, !asking)}
                layers={PUBLISHED.layers}
                format={two}
                span={[see.GUESS.min, see.GUESS.max]}
                guess={
                  asking || revealed
                    ? { value: guess, truth: asking ? null : PUBLISHED.plain[1] }
                    : null
                }
                onGuess={asking ? prediction.setGuess : null}
              />
            )}
            {second && (
              <div className="errors-second" style={{ left: second.left }}>
                {view.beside === 'block' ? (
                  <BlockDiagram size={second} scale={scale} words={words} skip={view.kinds === 2} />
                ) : (
                  <Pairs
                    size={second}
                    scale={scale}
                    words={words}
                    title={words.text('ours')}
                    note={words.text('oursNote')}
                    pairs={ours}
                    layers={[layersOf(SHALLOW), layersOf(DEEP)]}
                    format={three}
                  />
                )}
              </div>
            )}
          </div>
        );
      }}
      table={() => ({
        caption: words.text('tableCaption'),
        columns: (['layers', 'plain', 'after', 'ourPlain', 'ourAfter'] as const).map((key) => ({
          key,
          label: words.text(`columns.${key}`),
          numeric: true,
        })),
        rows: [
          [PUBLISHED.layers[0], numbers.plain, numbers.skips, numbers.ourPlain, numbers.ourSkips],
          [
            PUBLISHED.layers[1],
            asking ? '?' : numbers.deep,
            numbers.deepSkips,
            numbers.ourDeep,
            numbers.ourDeepSkips,
          ],
        ],
      })}
    />
  );
}
