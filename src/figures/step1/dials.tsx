import { fixed } from '../../charts/index.ts';
import { useMedia } from '../../charts/hooks/useMedia.ts';
import { usePublish } from '../../reader/facts.ts';
import { useLitKey } from '../../reader/links.ts';
import { useMessages } from '../../reader/messages.tsx';
import { usePlayback } from '../../reader/playback.ts';
import { useLens, useRecipe } from '../../reader/reader.ts';
import { useStory } from '../../reader/story.ts';
import { FigureFrame } from '../frame.tsx';
import { Predict, usePrediction } from '../predict.tsx';
import { RunBar } from '../run-bar.tsx';
import { Switch } from '../switch.tsx';
import { useAllDials } from './dials-data.ts';
import { DialsPicture } from './dials-picture.tsx';
import { dialsSentence } from './dials-sentence.ts';
import { ASKS, BEATS, PARTS, type Guess, type Part, type View } from './dials-view.ts';
import { MATRICES, cellName, shortName } from './matrices.ts';
import { cellOfPlace } from './weights-view.ts';

const six = fixed(6);
const NARROW = '(max-width: 1099px)';
const NOTHING: Guess = [false, false, false];

export default function DialsFigure() {
  const words = useMessages('dials');
  const recipe = useRecipe();
  const lens = useLens();
  const story = useStory(BEATS);
  const { change } = story;
  const lit = useLitKey();
  const guess = usePrediction<Guess>({
    beat: story.beat,
    at: ASKS,
    touched: story.touched,
    about: `${JSON.stringify(recipe)} ${lens}`,
  });
  const { asking } = guess;
  // The rule is whole until the question about its mistake is settled.
  const view: View = asking ? { ...story.view, mistake: null } : story.view;
  const step = view.step === 'end' ? recipe.steps : Math.min(view.step, recipe.steps);
  const playback = usePlayback({
    recipe,
    step,
    total: recipe.steps,
    onStep: (to) => change({ step: to, offset: 0 }),
  });
  const data = useAllDials(recipe, lens, view, playback.playing);
  const { cell, slopes, squares, size } = data;

  const narrow = useMedia(NARROW);

  const parameters = data.network?.parameters ?? 0;
  usePublish({
    'dials.parameters': words.text('number', { value: parameters }),
    'dials.passes': words.text('number', { value: 2 * parameters }),
    'dials.dial': cell ? cellName(cell) : '',
    'dials.slope': six(slopes?.numerical[0] ?? NaN),
    'dials.pairs': String((slopes?.tokens.length ?? 1) - 1),
  });

  const told = guess.revealed ? guess.guess : null;
  const toggle = (k: number): void => {
    const now = guess.guess ?? NOTHING;
    guess.setGuess(now.map((yes, i) => (i === k ? !yes : yes)) as unknown as Guess);
  };

  return (
    <FigureFrame
      title={words.say('title')}
      caption={words.say('caption')}
      live={data.live}
      busy={data.busy && !playback.playing}
      fault={data.fault}
      moving={playback.playing}
      touched={story.touched}
      onResume={() => {
        playback.pause();
        story.resume();
      }}
      predict={
        asking && (
          <Predict question={words.say('question')} prediction={guess}>
            <span className="switch" role="group" aria-label={words.text('answers')}>
              {MATRICES.map((name, k) => (
                <button
                  key={name}
                  type="button"
                  aria-pressed={guess.guess?.[k] ?? false}
                  onClick={() => toggle(k)}
                >
                  {shortName(name)}
                </button>
              ))}
            </span>
          </Predict>
        )
      }
      controls={
        narrow && (
          <Switch<Part>
            label={words.text('part')}
            value={view.part}
            options={PARTS.map((value) => ({ value, label: words.text(`parts.${value}`) }))}
            onChange={(part) => change({ part })}
          />
        )
      }
      picture={(room) =>
        size && (
          <DialsPicture
            size={room}
            words={words}
            data={data}
            view={view}
            lens={lens}
            lit={lit}
            asking={asking}
            guess={asking || told ? guess.guess : null}
            narrow={narrow}
            onGrab={(own) => change({ dial: own, offset: 0 })}
            onTurn={(offset) => change({ offset })}
            onMistake={(mistake) => change({ mistake })}
          />
        )
      }
      sentence={dialsSentence({ words, data, view, lens, asking, guess: told })}
      table={() => ({
        caption: words.text('table'),
        columns: (['dial', 'nudged', 'hand', 'apart'] as const).map((key) => ({
          key,
          label: words.text(`columns.${key}`),
          numeric: key !== 'dial',
        })),
        rows:
          squares && size
            ? squares.flatMap(({ xs, ys }, k) =>
                Array.from(xs, (x, i) => [
                  cellName(cellOfPlace(size, k, i)),
                  Number.isNaN(x) ? '–' : x.toFixed(9),
                  ys[i].toFixed(9),
                  Number.isNaN(x) ? '–' : Math.abs(ys[i] - x).toExponential(1),
                ]),
              )
            : [],
      })}
      run={
        <RunBar
          step={step}
          total={recipe.steps}
          losses={data.losses}
          seed={recipe.seed}
          playback={playback}
          onStep={(to) => change({ step: to, offset: 0 })}
        />
      }
    />
  );
}
