import { useMemo, useRef } from 'react';
import { fixed } from '../../charts/index.ts';
import { useEngine } from '../../reader/engine.ts';
import { usePublish } from '../../reader/facts.ts';
import { useMessages } from '../../reader/messages.tsx';
import { usePlayback } from '../../reader/playback.ts';
import { useRecipe } from '../../reader/reader.ts';
import { useStory } from '../../reader/story.ts';
import { FigureFrame } from '../frame.tsx';
import { Predict, usePrediction } from '../predict.tsx';
import { RunBar } from '../run-bar.tsx';
import { Switch } from '../switch.tsx';
import { useTextScale } from '../text-scale.ts';
import { amount } from './amounts.ts';
import { Loops } from './new-loop-loops.tsx';
import { PilePicture } from './new-loop-pile.tsx';
import { loopsTable, pileTable } from './new-loop-table.ts';
import {
  ASKED,
  ASKING,
  BEATS,
  BY_HAND,
  GUESSES,
  linesOf,
  NAMES,
  nearestGuess,
  ratioAt,
  RECORDED,
  shownNames,
  type Stage,
} from './new-loop-view.ts';
import { weightName } from './weight-name.ts';

const two = fixed(2);
const short = (value: number): string => String(Number(value.toPrecision(2)));
const NONE = new Float64Array();

export default function NewLoopFigure() {
  const words = useMessages('new-loop');
  const recipe = useRecipe();
  const story = useStory(BEATS);
  const { view, change } = story;
  const root = useRef<HTMLDivElement>(null);
  const scale = useTextScale(root);
  const prediction = usePrediction<number>({
    beat: story.beat,
    at: ASKING,
    touched: story.touched,
    about: JSON.stringify(recipe),
  });

  const { data: network } = useEngine('network', { recipe });
  const answer = useEngine('pile', { recipe, names: NAMES, after: ASKED });
  const pile = answer.data;
  const names = pile ? shownNames(pile) : 1;
  const k = Math.max(1, Math.min(view.k, names));
  // Halfway to where it breaks down, or to the end of what is seen: is it ahead there?
  const half = Math.floor((pile?.ended?.step ?? names) / 2);
  const measured = (zeroing: boolean) =>
    pile ? { recipe: { ...recipe, zeroing }, steps: [half] } : null;
  const { data: ahead } = useEngine('evaluate', measured(false));
  const { data: usual } = useEngine('evaluate', measured(true));

  const piling = useMemo(() => ({ ...recipe, zeroing: false }), [recipe]);
  const playback = usePlayback({
    recipe: piling,
    step: k,
    total: names,
    speed: 2,
    onStep: (step) => change({ stage: 'pile', k: step }),
  });

  const asked = Math.min(ASKED, names);
  usePublish({
    'loop.asked': String(asked),
    'loop.lines.back': String(linesOf(BY_HAND, 'back')),
    'pile.first': pile?.documents[0] ?? '',
    'pile.norm': pile ? short(pile.piled.norms[asked - 1]) : '–',
    'pile.norm.right': pile ? short(pile.zeroed.norms[asked - 1]) : '–',
    'pile.ratio': pile ? short(ratioAt(pile, asked)) : '–',
    'pile.half': String(half),
    'pile.half.loss': two(ahead?.nats[0] ?? NaN),
    'pile.half.right': two(usual?.nats[0] ?? NaN),
    'pile.fate': words.text('fate', {
      broken: String(pile?.ended != null),
      step: pile?.ended?.step ?? 0,
      steps: recipe.steps,
    }),
  });

  const asking = prediction.asking && pile !== undefined;
  const weights = (pile?.weights ?? []).map((weight) => weightName(weight, network?.labels));
  const place = Math.max(0, Math.min(view.weight, weights.length - 1));
  const broken = pile?.ended != null && k >= names;
  const values = pile && {
    k,
    name: pile.documents[k - 1] ?? '',
    weight: weights[place] ?? '',
    sum: amount(Number((pile.weights[place]?.piled[k - 1] ?? NaN).toPrecision(3))),
    newest: amount(
      Number(
        (
          (pile.weights[place]?.piled[k - 1] ?? NaN) - (pile.weights[place]?.piled[k - 2] ?? 0)
        ).toPrecision(3),
      ),
    ),
    norm: short(pile.piled.norms[k - 1]),
    ratio: short(ratioAt(pile, k)),
    nats: two(pile.piled.losses[k - 1]),
    right: two(pile.zeroed.losses[k - 1]),
    step: pile.ended?.step ?? 0,
  };
  const sentence = (): ReturnType<typeof words.say> => {
    if (!values || !pile) return null;
    if (view.stage === 'loops') {
      const job = view.about;
      if (job === null)
        return words.say('saidLoops', { byHand: BY_HAND.length, recorded: RECORDED.length });
      return words.say(`saidJob.${job}`, {
        byHand: linesOf(BY_HAND, job),
        recorded: linesOf(RECORDED, job),
      });
    }
    if (prediction.revealed && prediction.guess !== null)
      return words.say('saidGuess', {
        ...values,
        guess: prediction.guess,
        near: String(nearestGuess(ratioAt(pile, asked)) === prediction.guess),
      });
    return words.say(broken ? 'saidBroken' : 'saidPile', values);
  };

  return (
    <FigureFrame
      title={words.say('title')}
      caption={words.say(`caption.${view.stage}`)}
      live={answer.live}
      busy={answer.busy}
      fault={answer.fault}
      moving={playback.playing}
      touched={story.touched}
      onResume={story.resume}
      sentence={asking ? null : sentence()}
      predict={
        asking && (
          <Predict question={words.say('question', { k: asked })} prediction={prediction}>
            <Switch<string>
              label={words.text('answers')}
              value={String(prediction.guess ?? '')}
              options={GUESSES.map((times) => ({
                value: String(times),
                label: words.say('times', { times }),
              }))}
              onChange={(times) => prediction.setGuess(Number(times))}
            />
          </Predict>
        )
      }
      controls={
        <>
          <Switch<Stage>
            label={words.text('stage')}
            value={view.stage}
            options={(['loops', 'pile'] as const).map((value) => ({
              value,
              label: words.text(`stages.${value}`),
            }))}
            onChange={(stage) => change({ stage })}
          />
          {view.stage === 'pile' && (
            <Switch<string>
              label={words.text('weight')}
              value={String(place)}
              options={weights.map((label, i) => ({
                value: String(i),
                label: <span className="num">{label.slice(0, label.indexOf('['))}</span>,
              }))}
              onChange={(i) => change({ weight: Number(i) })}
            />
          )}
        </>
      }
      picture={(size) => (
        <div className="new-loop" ref={root} style={{ height: size.height }}>
          {view.stage === 'loops' ? (
            <Loops
              size={size}
              words={words}
              scale={scale}
              about={view.about}
              onAbout={(about) => change({ about })}
            />
          ) : (
            pile && (
              <PilePicture
                size={size}
                words={words}
                scale={scale}
                pile={pile}
                k={k}
                weight={place}
                weightName={weights[place] ?? ''}
                asking={asking}
                guess={asking || prediction.revealed ? prediction.guess : null}
                onName={(next) => change({ k: next })}
              />
            )
          )}
        </div>
      )}
      table={() =>
        view.stage === 'loops'
          ? loopsTable(words)
          : pileTable(words, asking ? undefined : pile, k, place, weights[place] ?? '')
      }
      run={
        <RunBar
          step={view.stage === 'pile' && !asking ? k : 0}
          total={names}
          losses={(asking ? pile.zeroed.losses.slice(0, names) : pile?.piled.losses) ?? NONE}
          seed={recipe.seed}
          playback={playback}
          onStep={(step) => change({ stage: 'pile', k: Math.max(1, step) })}
          onReset={() => change({ stage: 'pile', k: 1 })}
        />
      }
    />
  );
}
