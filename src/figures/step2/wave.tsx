import { usePublish } from '../../reader/facts.ts';
import { useMessages } from '../../reader/messages.tsx';
import { useStory } from '../../reader/story.ts';
import { FigureFrame } from '../frame.tsx';
import { Predict, usePrediction } from '../predict.tsx';
import { Switch } from '../switch.tsx';
import { amount, boxed } from './amounts.ts';
import { useComputedHere } from './computed-here.ts';
import { NumberField } from '../number-field.tsx';
import { useWave } from '../use-wave.ts';
import { WalkBar } from './walk-bar.tsx';
import { WavePicture } from './wave-picture.tsx';
import { waveFacts, waveSentence } from './wave-said.ts';
import { ASKING, BEATS, EXAMPLES, shownOf, type ExampleName, type View } from './wave-view.ts';

const NAMES = Object.keys(EXAMPLES) as ExampleName[];
/** Numbers that the wave passes in a second. */
const PACE = 1.7;

export default function WaveFigure() {
  const words = useMessages('wave');
  const live = useComputedHere();
  const story = useStory(BEATS);
  const { view, change } = story;
  const { about } = EXAMPLES[view.example];
  const prediction = usePrediction<number>({
    beat: story.beat,
    at: ASKING,
    touched: story.touched,
    about: JSON.stringify(view.values),
  });
  const { asking } = prediction;
  const guess = asking || prediction.revealed ? prediction.guess : null;
  const seen: View = asking ? { ...view, walked: 1 } : view;
  const shown = shownOf(seen, boxed);
  const total = shown.graph.order.length;
  const walked = seen.walked === null ? null : Math.min(seen.walked, total);
  const go = (to: number): void => change({ walked: to });
  const wave = useWave({
    total,
    walked: walked ?? 0,
    perSecond: PACE,
    about: view.example,
    onWalked: go,
  });
  const gradOf = (place: number): string => {
    const grad = shown.graph.grads[place];
    return grad === null ? '' : amount(grad);
  };
  usePublish(waveFacts(seen.example === 'product' ? shown : shownOf(BEATS[0], boxed)));

  return (
    <FigureFrame
      title={words.say('title')}
      caption={words.say('caption')}
      live={live}
      moving={wave.playing}
      touched={story.touched}
      onResume={story.resume}
      sentence={waveSentence({
        words,
        shown,
        walked,
        assigning: view.assigning,
        about,
        asking,
        guess,
      })}
      predict={
        asking && (
          <Predict question={words.say('question', { about })} prediction={prediction}>
            <NumberField
              name={words.text('answer', { about })}
              value={prediction.guess}
              onChange={prediction.setGuess}
            />
          </Predict>
        )
      }
      controls={
        <>
          <Switch<ExampleName>
            label={words.text('examples')}
            value={view.example}
            options={NAMES.map((value) => ({ value, label: words.text(`example.${value}`) }))}
            onChange={(example) => change({ example, values: {}, walked: 0 })}
          />
          <Switch<'add' | 'assign'>
            label={words.text('rule')}
            value={view.assigning ? 'assign' : 'add'}
            options={(['add', 'assign'] as const).map((value) => ({
              value,
              label: <span className="num">{words.text(`rules.${value}`)}</span>,
            }))}
            onChange={(rule) => change({ assigning: rule === 'assign' })}
          />
          <Switch<View['form']>
            label={words.text('form')}
            value={view.form}
            options={(['graph', 'list'] as const).map((value) => ({
              value,
              label: words.text(`forms.${value}`),
            }))}
            onChange={(form) => change({ form })}
          />
        </>
      }
      picture={(size) => (
        <WavePicture
          size={size}
          words={words}
          view={seen}
          shown={shown}
          walked={walked}
          asking={asking}
          guess={guess}
          onPlace={(place) => {
            wave.pause();
            go(total - place);
          }}
          onValue={(name, value) => change({ values: { ...view.values, [name]: value } })}
        />
      )}
      run={
        <WalkBar
          walked={walked ?? 0}
          total={total}
          wave={wave}
          onWalked={go}
          disabled={asking}
          valueText={(at) => words.text('at', { at, total })}
          info={words.say('info', { at: walked ?? 0, total })}
        />
      }
      table={() => ({
        caption: words.text('table'),
        columns: (['place', 'name', 'value', 'grad', 'handed'] as const).map((key) => ({
          key,
          label: words.text(`columns.${key}`),
          numeric: key !== 'name' && key !== 'handed',
        })),
        rows: shown.graph.order.map((value, place) => [
          place,
          shown.names.get(value) ?? '',
          amount(value.data),
          gradOf(place),
          shown.handed[place].map((one) => amount(one.amount)).join('; '),
        ]),
      })}
    />
  );
}
