import { useMemo, type ReactNode } from 'react';
import { fixed } from '../../../charts/index.ts';
import { useEngine } from '../../../reader/engine.ts';
import { usePublish } from '../../../reader/facts.ts';
import { useLink } from '../../../reader/links.ts';
import { useMessages } from '../../../reader/messages.tsx';
import { useLens, useRecipe } from '../../../reader/reader.ts';
import { useStory } from '../../../reader/story.ts';
import { FigureFrame } from '../../frame.tsx';
import { programOf } from '../../held-out.ts';
import { Predict, usePrediction } from '../../predict.tsx';
import { placeOf, tokensOf, usePair } from '../../step1/passes.ts';
import { Switch } from '../../switch.tsx';
import { GuessSwitch, LevelsSlider, type Guess } from './levels-controls.tsx';
import { LevelsPicture } from './levels-picture.tsx';
import {
  ASKS,
  BEATS,
  COLD,
  DRAWS,
  drawsOf,
  HALF,
  HOT,
  pairOf,
  rungsOf,
  SHIFTS,
  sharesAt,
  TEMPERATURES,
} from './levels-view.ts';

const two = fixed(2);
const three = fixed(3);
const one = fixed(1);
const whole = fixed(0);
const FALLBACK = { width: 720, height: 440 };

export default function LevelsFigure() {
  const words = useMessages('levels');
  const reader = useRecipe();
  const recipe = useMemo(() => programOf(reader, 1), [reader]);
  const lens = useLens();
  const story = useStory(BEATS);
  const { view, change } = story;
  const link = useLink('probability');
  const prediction = usePrediction<Guess>({
    beat: story.beat,
    at: ASKS,
    touched: story.touched,
    about: `${lens} ${JSON.stringify(recipe)}`,
  });
  const { data: network } = useEngine('network', { recipe });
  const labels = network?.labels ?? [];
  const bos = network?.bos ?? -1;
  const read = tokensOf(lens, labels, bos)[1] ?? bos;
  const { data, live, busy, fault } = usePair(
    recipe,
    recipe.steps,
    placeOf(read, lens, labels, bos),
  );
  const pass = data?.token === read && data.logits.length === labels.length ? data : undefined;
  const z = useMemo(() => (pass ? Array.from(pass.logits) : []), [pass]);
  const asking = prediction.asking && z.length > 0;
  const temperature = asking ? 1 : view.temperature;
  const rungs = useMemo(() => rungsOf(z), [z]);
  const plain = sharesAt(z, 1);
  const shares = sharesAt(z, temperature, view.shift);
  const draws = z.length > 0 ? drawsOf(shares, rungs, recipe.seed) : [];
  const [top, rival] = pairOf(plain, rungs);
  const to = view.to ?? top;
  const ratio = plain[top] / plain[rival];
  const ratioNow = shares[top] / shares[rival];
  const label = (token: number): string => labels[token] ?? '';
  const spoken = (token: number): string => (token === bos ? words.text('boundary') : label(token));
  const values = {
    read: label(read),
    to: label(to),
    top: label(top),
    rival: label(rival),
    temperature: String(view.temperature),
    z: two((z[to] ?? NaN) + view.shift),
    energy: two(-(z[to] ?? NaN) - view.shift),
    p: three(shares[to] ?? NaN),
    draws: draws[to] ?? 0,
    ratio: one(ratio),
    now: one(ratioNow),
    shift: whole(view.shift),
    even: three(1 / Math.max(1, z.length)),
    least: three(Math.min(...shares)),
    most: three(Math.max(...shares)),
    guess: prediction.guess ? words.text(`answer.${prediction.guess}`) : '',
    right: prediction.guess === 'square' ? 'yes' : 'no',
  };
  const half = sharesAt(z, HALF);
  const cold = sharesAt(z, COLD);
  const hot = sharesAt(z, HOT);
  const fact = (value: number | undefined) => three(value ?? NaN);
  usePublish({
    'levels.read': label(read),
    'levels.top': label(top),
    'levels.rival': label(rival),
    'levels.count': words.text('number', { value: z.length }),
    'levels.z': two(z[top] ?? NaN),
    'levels.rival.z': two(z[rival] ?? NaN),
    'levels.p': fact(plain[top]),
    'levels.rival.p': fact(plain[rival]),
    'levels.ratio': one(ratio),
    'levels.ratio.half': one(half[top] / half[rival]),
    'levels.cold': fact(cold[top]),
    'levels.hot': fact(hot[top]),
    'levels.even': values.even,
  });

  const sentence = (): ReactNode => {
    if (z.length === 0) return null;
    if (asking) return words.say('asking', values);
    if (prediction.revealed) return words.say('guessed', values);
    if (view.shift !== 0) return words.say('shifted', values);
    if (view.scale === 'energy') return words.say('energy', values);
    return words.say(view.temperature === 1 ? 'plain' : 'bent', values);
  };

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
      sentence={sentence()}
      controls={
        <>
          <LevelsSlider
            label={words.text('temperature')}
            places={TEMPERATURES}
            value={view.temperature}
            onValue={(value) => change({ temperature: value })}
          />
          <LevelsSlider
            label={words.text('shift')}
            places={SHIFTS}
            value={view.shift}
            onValue={(value) => change({ shift: value })}
          />
          <Switch
            label={words.text('scale')}
            value={view.scale}
            options={(['logit', 'energy'] as const).map((value) => ({
              value,
              label: words.text(`scales.${value}`),
            }))}
            onChange={(value) => change({ scale: value })}
          />
        </>
      }
      predict={
        asking && (
          <Predict question={words.say('question', values)} prediction={prediction}>
            <GuessSwitch words={words} ratio={ratio} prediction={prediction} />
          </Predict>
        )
      }
      picture={(size) =>
        z.length > 0 && (
          <div {...link.bind}>
            <LevelsPicture
              {...size}
              label={words.text('picture', { read: spoken(read) })}
              description={words.text('description', { ...values, to: spoken(to) })}
              labels={labels}
              z={z}
              shares={shares}
              draws={draws}
              view={{ ...view, temperature }}
              to={to}
              rival={rival}
              mine={view.to !== null}
              lit={link.lit}
              words={{
                scale: words.text(`axis.${view.scale}`),
                share: words.text('axis.share'),
                dots: words.text('axis.dots', { count: DRAWS }),
              }}
              announce={(token) =>
                words.text('rung', {
                  to: spoken(token),
                  z: two(z[token]),
                  p: three(shares[token]),
                  draws: draws[token],
                })
              }
              onSelect={(token) => change({ to: token })}
            />
          </div>
        )
      }
      table={() => ({
        caption: words.text('table', values),
        columns: (['to', 'z', 'energy', 'p', 'draws'] as const).map((key) => ({
          key,
          label: words.text(`columns.${key}`),
          numeric: key !== 'to',
        })),
        rows: rungs.map((token) => [
          label(token),
          two(z[token] + view.shift),
          two(-z[token] - view.shift),
          three(shares[token]),
          draws[token],
        ]),
      })}
    />
  );
}
