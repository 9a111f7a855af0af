import { fixed } from '../../charts/index.ts';
import { DEFAULT_NETWORKS } from '../../engine/settings.ts';
import { useLitKey } from '../../reader/links.ts';
import { useMessages } from '../../reader/messages.tsx';
import { usePlayback } from '../../reader/playback.ts';
import { useLens } from '../../reader/reader.ts';
import { useStory } from '../../reader/story.ts';
import { FigureFrame } from '../frame.tsx';
import { Predict, answered, usePrediction } from '../predict.tsx';
import { RunBar } from '../run-bar.tsx';
import { GuessSlider } from '../guess-slider.tsx';
import { useAdamRun } from './adam-run.ts';
import { useDiary } from './diary-data.ts';
import { useDiaryFacts } from './diary-facts.ts';
import { DiaryPicture } from './diary-picture.tsx';
import { ASKS, BEATS, type View } from './diary-view.ts';
import { diarySentence, diaryTable } from './diary-words.ts';
import { parameterName } from './parameter-name.ts';

const two = fixed(2);
/** The rate that Step 4 has for all. */
const PLAIN = DEFAULT_NETWORKS[4].rate;
/** Guesses of a step, in rates. */
const GUESS = { from: 0, to: 3, step: 0.05, start: 1 };

export default function DiaryFigure() {
  const words = useMessages('diary');
  const { recipe, settings } = useAdamRun();
  const lens = useLens();
  const lit = useLitKey();
  const { steps } = recipe;
  const story = useStory(BEATS);
  const { change } = story;
  const prediction = usePrediction<number>({
    beat: story.beat,
    at: ASKS,
    touched: story.touched,
    about: `${JSON.stringify(recipe)} ${lens}`,
  });
  const { asking } = prediction;
  // Once the question is settled, the step shows.
  const view: View = answered(story, prediction, BEATS, ASKS);
  const data = useDiary(recipe, settings, lens, view);
  const { cast, chosen, labels, entry, day } = data;
  const name = cast && chosen ? parameterName(chosen, labels, cast.layers) : '';
  const playback = usePlayback({
    recipe,
    step: day,
    total: steps,
    onStep: (to) => change({ day: Math.max(1, to), bands: 5, map: false }),
  });
  const guess = asking || prediction.revealed ? prediction.guess : null;
  useDiaryFacts(words, data, name, settings, asking);

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
        asking &&
        entry && (
          <Predict question={words.say('question', { name, day })} prediction={prediction}>
            <GuessSlider
              label={words.text('guessLabel')}
              min={GUESS.from}
              max={GUESS.to}
              step={GUESS.step}
              start={GUESS.start}
              prediction={prediction}
              text={(times) => words.text('guess', { times: two(times) })}
            />
          </Predict>
        )
      }
      picture={(room) => (
        <DiaryPicture
          room={room}
          words={words}
          data={data}
          settings={settings}
          view={view}
          steps={steps}
          plain={PLAIN}
          lit={lit}
          guess={guess}
          veiled={asking}
          onChoose={(who) => !asking && change({ who, bands: 5, map: false, day })}
          onMap={(map) => !asking && change({ map, day })}
          onDay={(to) => {
            if (asking) return;
            playback.pause();
            change({ day: to, bands: 5 });
          }}
        />
      )}
      sentence={diarySentence({
        words,
        data,
        view,
        name,
        plain: PLAIN,
        settings,
        asking,
        guess: prediction.revealed ? prediction.guess : null,
      })}
      table={() => diaryTable(words, data, name, settings, steps)}
      run={
        <RunBar
          step={day}
          total={steps}
          losses={data.losses}
          seed={recipe.seed}
          playback={playback}
          onStep={(to) => change({ day: Math.max(1, to), bands: 5 })}
        />
      }
    />
  );
}
