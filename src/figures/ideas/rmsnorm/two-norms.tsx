import { useRef } from 'react';
import { fixed } from '../../../charts/index.ts';
import type { Recipe } from '../../../engine/recipe.ts';
import { useEngine, type Answer } from '../../../reader/engine.ts';
import { usePublish } from '../../../reader/facts.ts';
import { useMessages } from '../../../reader/messages.tsx';
import { useRecipe } from '../../../reader/reader.ts';
import { useStory } from '../../../reader/story.ts';
import { FigureFrame } from '../../frame.tsx';
import { GuessSlider } from '../../guess-slider.tsx';
import { measuredAt, programOf } from '../../held-out.ts';
import { Predict, usePrediction } from '../../predict.tsx';
import { sizeText, sideOf } from '../../prices.ts';
import { RunCurves } from '../../run-curves.tsx';
import { Switch } from '../../switch.tsx';
import { useTextScale } from '../../text-scale.ts';
import { ASKS, BEATS, MOST, NORMS, type Norm } from './two-norms-view.ts';

const three = fixed(3);
const four = fixed(4);

export default function TwoNormsFigure() {
  const words = useMessages('two-norms');
  const recipe = useRecipe();
  const root = useRef<HTMLDivElement>(null);
  const scale = useTextScale(root);
  const story = useStory(BEATS);
  const { view, change, beat, touched } = story;
  const prediction = usePrediction<number>({
    beat,
    at: ASKS,
    touched,
    about: JSON.stringify(recipe),
  });
  const own = programOf(recipe, view.adam ? 5 : 4);
  const measure = (norm: Norm, of: Recipe) => ({
    recipe: { ...of, norm },
    steps: measuredAt(of.steps),
  });
  const runs: Record<Norm, Answer<'evaluate'>> = {
    rms: useEngine('evaluate', measure('rms', own)),
    layer: useEngine('evaluate', measure('layer', own)),
    none: useEngine('evaluate', measure('none', own)),
  };
  useNormFacts(recipe);
  const { asking } = prediction;
  const known = NORMS.every((norm) => runs[norm].data && !runs[norm].busy);
  const endOf = (norm: Norm) => runs[norm].data?.nats.at(-1) ?? NaN;
  const gap = endOf('layer') - endOf('rms');
  const guess = prediction.revealed ? prediction.guess : null;
  const shown = NORMS.filter(
    (norm) => norm === 'rms' || (!asking && (norm === 'layer' || view.none)),
  );
  const values = {
    rms: four(endOf('rms')),
    layer: four(endOf('layer')),
    none: three(endOf('none')),
    size: sizeText(gap),
    side: sideOf(gap),
    guess: guess === null ? '' : three(guess / 1000),
  };
  const said = !known
    ? 'waiting'
    : asking
      ? 'asking'
      : guess !== null
        ? 'guessed'
        : view.none
          ? 'none'
          : 'both';
  return (
    <FigureFrame
      title={words.say('title')}
      caption={words.say('caption')}
      live={runs.rms.live}
      busy={!known}
      fault={NORMS.map((norm) => runs[norm].fault).find(Boolean) ?? null}
      fallback={{ width: 468, height: 380 }}
      touched={touched}
      onResume={story.resume}
      predict={
        asking &&
        known && (
          <Predict question={words.say('question', values)} prediction={prediction}>
            <GuessSlider
              label={words.text('guess')}
              max={MOST}
              start={20}
              prediction={prediction}
              text={(position) => three(position / 1000)}
              spoken
            />
          </Predict>
        )
      }
      controls={
        <>
          <Switch<'sgd' | 'adam'>
            label={words.text('optimizer')}
            value={view.adam ? 'adam' : 'sgd'}
            options={(['sgd', 'adam'] as const).map((value) => ({
              value,
              label: words.text(`optimizers.${value}`),
            }))}
            onChange={(value) => change({ adam: value === 'adam' })}
          />
          <Switch<'two' | 'three'>
            label={words.text('shown')}
            value={view.none ? 'three' : 'two'}
            options={(['two', 'three'] as const).map((value) => ({
              value,
              label: words.text(`show.${value}`),
            }))}
            onChange={(value) => change({ none: value === 'three' })}
          />
        </>
      }
      picture={(size) => (
        <div ref={root} className="two-norms">
          {runs.rms.data && (
            <RunCurves
              size={size}
              scale={scale}
              label={words.text('curves')}
              description={words.text('curvesAbout', values)}
              steps={own.steps}
              floors={runs.rms.data.floors}
              curves={shown.map((norm) => ({
                id: norm,
                points: runs[norm].data ?? null,
                label: words.text(`names.${norm}`),
                rank: norm === 'rms' ? 'shown' : 'beside',
                ...(norm === 'layer' ? { dash: 'dashed' as const } : {}),
              }))}
              training={null}
            />
          )}
        </div>
      )}
      sentence={words.say(`says.${said}`, values)}
      table={() => ({
        caption: words.text('table'),
        columns: [
          { key: 'norm', label: words.text('columns.norm') },
          { key: 'nats', label: words.text('columns.nats'), numeric: true },
        ],
        rows: NORMS.map((norm) => [
          words.text(`names.${norm}`),
          asking && norm !== 'rms' ? '?' : four(endOf(norm)),
        ]),
      })}
    />
  );
}

/** Where the networks of Steps 4 and 5 end with either norm, and with none. */
function useNormFacts(recipe: Recipe): void {
  const ends = (model: 4 | 5) => ({
    rms: endOf(model, 'rms'),
    layer: endOf(model, 'layer'),
    none: endOf(model, 'none'),
  });
  const endOf = (model: 4 | 5, norm: Norm) => ({
    recipe: { ...programOf(recipe, model), norm },
    steps: [recipe.steps],
  });
  const [sgd, adam] = [ends(4), ends(5)];
  const nats = (answer: Answer<'evaluate'>) => answer.data?.nats[0] ?? NaN;
  const four4 = {
    rms: nats(useEngine('evaluate', sgd.rms)),
    layer: nats(useEngine('evaluate', sgd.layer)),
    none: nats(useEngine('evaluate', sgd.none)),
  };
  const four5 = {
    rms: nats(useEngine('evaluate', adam.rms)),
    layer: nats(useEngine('evaluate', adam.layer)),
    none: nats(useEngine('evaluate', adam.none)),
  };
  usePublish(factsOf(four4, four5));
}

type Ends = Readonly<Record<Norm, number>>;

function factsOf(sgd: Ends, adam: Ends): Record<string, string> {
  return {
    'norms.sgd.rms': four(sgd.rms),
    'norms.sgd.layer': four(sgd.layer),
    'norms.sgd.gap': sizeText(sgd.layer - sgd.rms),
    'norms.sgd.none': three(sgd.none),
    'norms.adam.rms': four(adam.rms),
    'norms.adam.layer': four(adam.layer),
    'norms.adam.gap': sizeText(adam.layer - adam.rms),
    'norms.adam.none': three(adam.none),
  };
}
