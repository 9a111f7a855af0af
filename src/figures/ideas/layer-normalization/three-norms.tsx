import { useMemo, useRef } from 'react';
import { fixed } from '../../../charts/index.ts';
import { useEngine } from '../../../reader/engine.ts';
import { usePublish } from '../../../reader/facts.ts';
import { useMessages } from '../../../reader/messages.tsx';
import { useLens, useRecipe } from '../../../reader/reader.ts';
import { useStory } from '../../../reader/story.ts';
import { FigureFrame } from '../../frame.tsx';
import { programOf } from '../../held-out.ts';
import { Predict, answered, usePrediction } from '../../predict.tsx';
import { SliderOf } from '../../slider-of.tsx';
import { Switch } from '../../switch.tsx';
import { useTextScale } from '../../text-scale.ts';
import { ThreeNormsPicture } from './three-norms-picture.tsx';
import * as see from './three-norms-view.ts';

const two = fixed(2);
const EMBEDDED = ['embed'];

export default function ThreeNormsFigure() {
  const words = useMessages('three-norms');
  const recipe = useRecipe();
  const name = useLens();
  const root = useRef<HTMLDivElement>(null);
  const scale = useTextScale(root);
  const story = useStory(see.BEATS);
  const prediction = usePrediction<see.Answer>({
    beat: story.beat,
    at: see.ASKS,
    touched: story.touched,
    about: `${JSON.stringify(recipe)} ${name}`,
  });
  const own = useMemo(() => programOf(recipe, 5), [recipe]);
  const read = useEngine('passage', {
    recipe: own,
    step: own.steps,
    text: name,
    tensors: EMBEDDED,
    design: null,
  });
  const batch = useMemo(() => {
    const rows = read.data?.vectors['embed'];
    if (!rows) return null;
    const count = rows.values.length / rows.size;
    return Array.from({ length: count }, (_, t) =>
      Array.from(rows.values.subarray(t * rows.size, (t + 1) * rows.size)),
    );
  }, [read.data]);
  const { asking } = prediction;
  const answer = answered(story, prediction, see.BEATS, see.ASKS);
  const view = { ...answer, row: Math.min(answer.row, (batch?.length ?? 1) - 1) };
  const change = (part: Partial<see.View>) => story.change({ ...view, ...part });
  const letters = read.data?.labels.slice(0, batch?.length ?? 0) ?? [];
  const moved = batch ? see.movedRows(batch, view).filter(Boolean).length : 0;
  const out = batch ? see.normedBy(view.norm, see.altered(batch, view)) : [];
  usePublish({
    'batch.rows': batch ? String(batch.length) : '–',
    'batch.width': batch ? String(batch[0].length) : '–',
    'batch.moved': batch ? String(see.movedRows(batch, see.BEATS[1]).filter(Boolean).length) : '–',
  });
  const said = {
    letter: letters[view.row] ?? '',
    scale: view.scale,
    shift: view.shift,
    moved,
    rows: out.length,
    name,
    guess: prediction.guess ? words.text(`answer.${prediction.guess}`) : '',
    right: String(prediction.guess === 'zeros'),
  };
  return (
    <FigureFrame
      title={words.say('title')}
      caption={words.say('caption')}
      live={read.live}
      busy={read.busy}
      fault={read.fault}
      fallback={{ width: 468, height: 400 }}
      touched={story.touched}
      onResume={story.resume}
      predict={
        asking &&
        batch && (
          <Predict question={words.say('question', said)} prediction={prediction}>
            <Switch<see.Answer>
              label={words.text('answers')}
              value={prediction.guess}
              options={see.ANSWERS.map((value) => ({
                value,
                label: words.text(`answer.${value}`),
              }))}
              onChange={prediction.setGuess}
            />
          </Predict>
        )
      }
      controls={
        <>
          <Switch<see.Norm>
            label={words.text('norm')}
            value={view.norm}
            options={see.NORMS.map((value) => ({ value, label: words.text(`norms.${value}`) }))}
            onChange={(norm) => change({ norm })}
          />
          <SliderOf
            label={words.text('scale')}
            values={see.SCALES}
            value={view.scale}
            onChange={(next) => change({ scale: next })}
          />
          <SliderOf
            label={words.text('shift')}
            values={see.SHIFTS}
            value={view.shift}
            onChange={(shift) => change({ shift })}
          />
          <Switch<'all' | 'one'>
            label={words.text('batch')}
            value={view.alone ? 'one' : 'all'}
            options={(['all', 'one'] as const).map((value) => ({
              value,
              label: words.text(`batches.${value}`),
            }))}
            onChange={(value) => change({ alone: value === 'one' })}
          />
        </>
      }
      picture={(size) => (
        <div ref={root} className="norms">
          {batch && (
            <ThreeNormsPicture
              size={size}
              words={words}
              scale={scale}
              batch={batch}
              letters={letters}
              view={view}
              asking={asking}
              onRow={(row) => change({ row })}
            />
          )}
        </div>
      )}
      sentence={
        batch &&
        words.say(
          asking
            ? 'says.asking'
            : prediction.revealed
              ? 'says.guessed'
              : view.alone && view.norm === 'batch'
                ? 'says.one'
                : view.scale === 1 && view.shift === 0
                  ? 'says.still'
                  : 'says.moved',
          said,
        )
      }
      table={() => ({
        caption: words.text('table'),
        columns: (['letter', 'mean', 'spread', 'outMean', 'outSpread'] as const).map((key) => ({
          key,
          label: words.text(`columns.${key}`),
          numeric: key !== 'letter',
        })),
        rows: batch
          ? see.altered(batch, view).map((x, t) => {
              const [before, after] = [see.spreadOf(x), see.spreadOf(out[t])];
              return [
                letters[view.alone ? view.row : t],
                two(before.mean),
                two(before.spread),
                asking ? '?' : two(after.mean),
                asking ? '?' : two(after.spread),
              ];
            })
          : [],
      })}
    />
  );
}
