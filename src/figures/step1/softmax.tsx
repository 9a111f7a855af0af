import { useId } from 'react';
import { fixed } from '../../charts/index.ts';
import { useEngine } from '../../reader/engine.ts';
import { usePublish } from '../../reader/facts.ts';
import { useLink, useLitKey } from '../../reader/links.ts';
import { useMessages } from '../../reader/messages.tsx';
import { useLens, useRecipe } from '../../reader/reader.ts';
import { useStory } from '../../reader/story.ts';
import { FigureFrame } from '../frame.tsx';
import { Predict, usePrediction } from '../predict.tsx';
import { AlphabetStrip, stripHeight } from '../step0/model-controls.tsx';
import { Switch } from '../switch.tsx';
import { placeOf, tokensOf, usePair } from './passes.ts';
import { SoftmaxPicture, type Guess } from './softmax-picture.tsx';
import { softmaxFacts, softmaxSentence } from './softmax-words.ts';
import {
  ADDED,
  ASKS,
  BEATS,
  SHIFTS,
  amount,
  columnsOf,
  sized,
  type BandName,
} from './softmax-view.ts';

const two = fixed(2);
const three = fixed(3);
const GUESSES: readonly Guess[] = ['grow', 'same', 'gap'];
const LINKS: Partial<Record<string, BandName>> = {
  logits: 'logits',
  exponential: 'exps',
  probability: 'probs',
};
/** Beyond this amount a logit can no longer be told from its neighbours: nothing to drag. */
const DRAGGABLE = 20;

export default function SoftmaxFigure() {
  const words = useMessages('softmax');
  const id = useId();
  const recipe = useRecipe();
  const lens = useLens();
  const story = useStory(BEATS);
  const { view, change } = story;
  const lit = useLitKey();
  const link = useLink('logits');
  const prediction = usePrediction<Guess>({
    beat: story.beat,
    at: ASKS,
    touched: story.touched,
    about: `${lens} ${JSON.stringify(recipe)}`,
  });

  const { data: network } = useEngine('network', { recipe });
  const labels = network?.labels ?? [];
  const bos = network?.bos ?? -1;
  const read = view.read ?? tokensOf(lens, labels, bos)[1] ?? bos;
  const place = placeOf(read, lens, labels, bos);
  const { data, live, busy, fault } = usePair(recipe, recipe.steps, place);
  const pass = data?.token === read && data.logits.length === labels.length ? data : undefined;

  const original = pass ? Array.from(pass.logits) : [];
  const before = columnsOf(original, 0);
  const best = before.probs.indexOf(Math.max(...before.probs));
  const to = Math.min(view.to ?? Math.max(0, best), Math.max(0, labels.length - 1));
  const asking = prediction.asking && pass !== undefined;
  const shift = asking ? 0 : view.shift;
  const lifted = original.map((value, i) => (i === to ? value + view.lift : value));
  const columns = columnsOf(lifted, shift);
  const label = (token: number): string => labels[token] ?? '';
  const spoken = (i: number): string => (i === bos ? words.text('boundary') : label(i));
  const said = {
    words,
    read: label(read),
    to: label(to),
    top: label(best),
    original,
    columns,
    before,
    at: to,
    shift,
    lift: view.lift,
    reach: view.reach,
    naive: view.naive,
  };
  usePublish(softmaxFacts({ ...said, label, best }));

  return (
    <FigureFrame
      title={words.say('title')}
      caption={words.say('caption')}
      live={live}
      busy={busy}
      fault={fault}
      touched={story.touched}
      onResume={story.resume}
      sentence={softmaxSentence({
        ...said,
        asking,
        guess: prediction.revealed ? prediction.guess : null,
      })}
      controls={
        asking ? (
          <Predict question={words.say('question', { amount: ADDED })} prediction={prediction}>
            <Switch<string>
              label={words.text('answers')}
              value={prediction.guess ?? ''}
              options={GUESSES.map((value) => ({ value, label: words.say(`answer.${value}`) }))}
              onChange={(value) => prediction.setGuess(value as Guess)}
            />
          </Predict>
        ) : (
          <>
            <span className="amount-slider softmax-shift">
              <label htmlFor={id}>{words.text('shift')}</label>
              <input
                id={id}
                type="range"
                min={0}
                max={SHIFTS.length - 1}
                step={1}
                value={SHIFTS.indexOf(shift)}
                aria-valuetext={amount(shift)}
                onChange={(event) =>
                  change({ reach: 'shares', shift: SHIFTS[event.currentTarget.valueAsNumber] })
                }
              />
              <output htmlFor={id} className="num">
                {amount(shift)}
              </output>
            </span>
            <Switch<'with' | 'without'>
              label={words.text('naive')}
              value={view.naive ? 'without' : 'with'}
              options={[
                { value: 'with', label: words.text('with') },
                { value: 'without', label: words.text('without') },
              ]}
              onChange={(next) => change({ reach: 'shares', naive: next === 'without' })}
            />
          </>
        )
      }
      picture={({ width, height }) => {
        if (!pass) return null;
        const room = height * 0.3;
        return (
          <>
            <AlphabetStrip
              label={words.text('rows')}
              lead={words.text('after')}
              width={width}
              height={room}
              labels={labels}
              selected={read}
              empty={() => false}
              announce={spoken}
              onSelect={(token) => change({ read: token, to: null, lift: 0 })}
              lit={lit === 'token'}
            />
            <div {...link.bind}>
              <SoftmaxPicture
                width={width}
                height={Math.max(120, height - stripHeight(labels.length, width, room))}
                label={words.text('picture', { read: spoken(read) })}
                description={words.text('description', {
                  to: spoken(best),
                  z: two(original[best]),
                  p: three(before.probs[best]),
                })}
                labels={labels}
                columns={columns}
                original={original}
                before={before.probs}
                shift={shift}
                reach={view.reach}
                naive={view.naive}
                to={to}
                announce={(i) =>
                  words.text('bar', {
                    to: spoken(i),
                    z: two(columns.z[i]),
                    p: three(columns.probs[i]),
                  })
                }
                onSelect={(token) => change({ to: token, lift: token === to ? view.lift : 0 })}
                onLift={
                  asking || Math.abs(shift) > DRAGGABLE
                    ? null
                    : (lift) => change({ lift, to, reach: 'shares' })
                }
                handle={{
                  label: words.text('drag', { to: spoken(to) }),
                  text: words.text('dragText', {
                    z: two(columns.z[to]),
                    p: three(columns.probs[to]),
                  }),
                }}
                guess={asking || prediction.revealed ? prediction.guess : null}
                heads={(band) => ({
                  name: words.text(`heads.${band}`, { largest: two(columns.largest) }),
                  note: words.text(`notes.${band}`, {
                    shift: amount(shift),
                    shifted: String(shift !== 0),
                    sum: sized(band === 'bare' ? columns.bareSum : columns.sum),
                    to: label(to),
                    share: sized(columns.bareProbs[to]),
                  }),
                })}
                lit={LINKS[lit ?? ''] ?? null}
              />
            </div>
          </>
        );
      }}
      table={() => ({
        caption: words.text('table', { read: spoken(read) }),
        columns: (['to', 'logit', 'exps', 'p', 'bare', 'share'] as const).map((key) => ({
          key,
          label: words.text(`columns.${key}`),
          numeric: key !== 'to',
        })),
        rows: asking
          ? []
          : labels.map((name, i) => [
              name,
              two(columns.z[i]),
              sized(columns.exps[i]),
              three(columns.probs[i]),
              sized(columns.bare[i]),
              sized(columns.bareProbs[i]),
            ]),
      })}
    />
  );
}
