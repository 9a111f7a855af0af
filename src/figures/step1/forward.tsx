import { fixed } from '../../charts/index.ts';
import { graphemes } from '../../engine/graphemes.ts';
import type { Recipe } from '../../engine/recipe.ts';
import { useEngine } from '../../reader/engine.ts';
import { usePublish } from '../../reader/facts.ts';
import { useLitKey } from '../../reader/links.ts';
import { useMessages } from '../../reader/messages.tsx';
import { useNear } from '../../reader/near.ts';
import { usePlayback } from '../../reader/playback.ts';
import { useLens, useRecipe } from '../../reader/reader.ts';
import { useStory } from '../../reader/story.ts';
import { FigureFrame } from '../frame.tsx';
import { RunBar } from '../run-bar.tsx';
import { ForwardBody } from './forward-body.tsx';
import { nameOf } from './forward-say.ts';
import { originOf, strongest, type Part, type Spot } from './forward-terms.ts';
import { BEATS, START, forwardFacts, forwardSentence } from './forward-words.ts';
import { CURVE_POINTS, useDials, usePair } from './passes.ts';

const three = fixed(3);
const LINKS: Partial<Record<string, Part>> = {
  embedding: 'x',
  hidden: 'h',
  gate: 'a',
  logits: 'logits',
  probability: 'probs',
};

const read = (recipe: Recipe, step: number, text: string) => ({
  recipe,
  step,
  text,
  temperature: 1,
});

export default function ForwardFigure() {
  const words = useMessages('forward');
  const recipe = useRecipe();
  const lens = useLens();
  const story = useStory(BEATS);
  const { view, change } = story;
  const lit = useLitKey();
  const step = view.step === 'end' ? recipe.steps : Math.min(view.step, recipe.steps);
  const playback = usePlayback({
    recipe,
    step,
    total: recipe.steps,
    onStep: (at) => change({ step: at }),
  });

  const near = useNear();
  const { data: network } = useEngine('network', { recipe });
  const { data: curve } = useEngine('curve', near ? { recipe, points: CURVE_POINTS } : null);
  const labels = network?.labels ?? [];
  const label = (token: number): string => labels[token] ?? '';
  const { data: all } = useEngine('predict', read(recipe, step, lens));
  const { data: before } = useEngine('predict', read(recipe, 0, lens));
  const pair = Math.min(view.pair, Math.max(0, (all?.nats.length ?? 1) - 1));
  const told = { text: lens, pair: Math.min(START.pair, graphemes(lens).length) };
  const { data, live, busy, fault } = usePair(recipe, step, { text: lens, pair });
  const { data: first } = usePair(recipe, 0, told);
  const { data: last } = usePair(recipe, recipe.steps, told);
  const { data: dials } = useDials(recipe, step);
  // Answers about another list may still stand for a moment: they must be of one kind.
  const pass = data?.logits.length === labels.length && data.pair === pair ? data : undefined;
  const target = pass?.target ?? 0;
  const nats = all?.nats ?? [];
  const spot: Spot = { part: view.part, i: 0 };
  if (pass) {
    const usual = {
      x: strongest(pass.x),
      h: strongest(pass.a),
      a: strongest(pass.a),
      logits: target,
      probs: target,
      nats: pair,
    }[view.part];
    const size = view.part === 'nats' ? nats.length : pass[view.part].length;
    Object.assign(spot, { i: Math.min(view.i ?? usual, size - 1) });
  }
  const origin = pass && dials && originOf(spot, pass, dials, nats);
  const said = {
    words,
    label,
    lens,
    step,
    steps: recipe.steps,
    pass,
    all,
    spot,
    origin,
  };
  usePublish(forwardFacts({ ...said, first, last, before, parameters: network?.parameters ?? 0 }));

  const unknown = all?.unknown ?? [];

  return (
    <FigureFrame
      title={words.say('title')}
      caption={words.say('caption')}
      live={live}
      busy={busy}
      fault={fault}
      moving={playback.playing}
      touched={story.touched}
      onResume={story.resume}
      sentence={forwardSentence({ ...said, unknown })}
      run={
        <RunBar
          step={step}
          total={recipe.steps}
          losses={curve?.losses ?? []}
          seed={recipe.seed}
          playback={playback}
          onStep={(at) => change({ step: at })}
        />
      }
      picture={(size) =>
        pass &&
        all && (
          <ForwardBody
            {...size}
            words={words}
            labels={labels}
            tokens={all.tokens}
            bos={network?.bos}
            lens={lens}
            pair={pair}
            pass={pass}
            dials={dials}
            target={target}
            nats={nats}
            spot={spot}
            reach={view.reach}
            lit={LINKS[lit ?? ''] ?? null}
            number={three}
            onChoose={(at) => change({ pair: at, i: null })}
            onSpot={({ part, i }) => change({ part, i })}
            onPair={(at) => change({ pair: at, i: at })}
          />
        )
      }
      table={() => ({
        caption: words.text('table', { from: label(pass?.token ?? 0), to: label(target) }),
        columns: (['name', 'value'] as const).map((key) => ({
          key,
          label: words.text(`columns.${key}`),
          numeric: key === 'value',
        })),
        limit: 40,
        rows: pass
          ? (['x', 'h', 'a', 'logits', 'probs'] as const).flatMap((part) =>
              Array.from(pass[part], (value, i) => [nameOf(part, i, labels), three(value)]),
            )
          : [],
      })}
    />
  );
}
