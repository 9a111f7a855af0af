import { useMemo } from 'react';
import { fixed, signed } from '../../charts/index.ts';
import { usePublish } from '../../reader/facts.ts';
import { useLitKey } from '../../reader/links.ts';
import { useMessages } from '../../reader/messages.tsx';
import { usePlayback } from '../../reader/playback.ts';
import { useLens, useRecipe } from '../../reader/reader.ts';
import { useStory } from '../../reader/story.ts';
import { FigureFrame } from '../frame.tsx';
import { Predict, usePrediction } from '../predict.tsx';
import { RunBar } from '../run-bar.tsx';
import { MATRICES, cellName, type CellAt, type MatrixName } from './matrices.ts';
import { useParameters } from './parameters-data.ts';
import { ParametersPicture } from './parameters-picture.tsx';
import { ASKS, FEW, meanSize, parametersBeats, untouched } from './parameters-view.ts';

const three = fixed(3);
const plus = signed(3);
const LINKS: Partial<Record<string, MatrixName>> = { wte: 'wte', fc1: 'mlp_fc1', fc2: 'mlp_fc2' };
/** So many letters are listed by name. */
const LISTED = 12;

export default function Parameters() {
  const words = useMessages('parameters');
  const recipe = useRecipe();
  const name = useLens();
  const lit = useLitKey();
  const { steps } = recipe;
  const beats = useMemo(() => parametersBeats(steps), [steps]);
  const story = useStory(beats);
  const { view, change } = story;
  const prediction = usePrediction<number>({
    beat: story.beat,
    at: ASKS,
    touched: story.touched,
    about: JSON.stringify(recipe),
  });
  const { asking } = prediction;
  const step = asking ? 0 : Math.min(view.step, steps);
  const of = useParameters(recipe, name, step, view.cell);
  const { network, size, tokens, chosen, first, moment, ink, series, losses } = of;
  const playback = usePlayback({
    recipe,
    step,
    total: steps,
    onStep: (to) => change({ step: to }),
  });

  const labels = network?.labels ?? [];
  const number = (value: number): string => words.text('number', { value });
  const valueOf = ({ tensor, row, col }: CellAt): number => {
    const cols = tensor === 'mlp_fc2' ? (size?.hidden ?? 1) : (size?.width ?? 1);
    return moment?.weights[tensor][row * cols + col] ?? NaN;
  };
  const still = useMemo(
    () => (first && moment && size ? untouched(first.wte, moment.weights.wte, size.width) : null),
    [first, moment, size],
  );
  const settled = moment?.step === step;
  const guess = asking || prediction.revealed ? prediction.guess : null;

  usePublish({
    'parameters.count': number(network?.parameters ?? 0),
    'parameters.width': number(size?.width ?? 0),
    'parameters.hidden': number(size?.hidden ?? 0),
    'parameters.wte': number((size?.vocab ?? 0) * (size?.width ?? 0)),
    'parameters.fc1': number((size?.hidden ?? 0) * (size?.width ?? 0)),
    'parameters.fc2': number((size?.vocab ?? 0) * (size?.hidden ?? 0)),
    'parameters.letter': labels[of.token] ?? '',
    'parameters.row': String(of.token),
  });

  const all = { before: 0, now: 0 };
  if (first && moment) {
    const joined = (of: typeof first) => MATRICES.flatMap((matrix) => Array.from(of[matrix]));
    all.before = meanSize(joined(first));
    all.now = meanSize(joined(moment.weights));
  }
  const listed = (still ?? []).slice(0, LISTED).map((row) => labels[row]);
  const values = {
    step,
    count: network?.parameters ?? 0,
    cell: chosen ? cellName(chosen) : '',
    value: chosen ? plus(valueOf(chosen)) : '',
    before: three(all.before),
    now: three(all.now),
    still: still?.length ?? 0,
    rows: size?.vocab ?? 0,
    letters: listed.join(' ') + ((still?.length ?? 0) > LISTED ? ' …' : ''),
    guess: guess ?? 0,
  };
  const said = (): string => {
    if (asking) return 'asking';
    if (!moment || !still || !settled) return 'waiting';
    if (prediction.revealed) return 'guessed';
    if (step === 0) return 'start';
    return still.length > 0 ? 'early' : 'later';
  };

  return (
    <FigureFrame
      title={words.say('title', { count: network?.parameters ?? 0 })}
      caption={words.say('caption')}
      live={of.live}
      busy={of.busy && !playback.playing}
      fault={of.fault}
      moving={playback.playing}
      touched={story.touched}
      onResume={() => {
        playback.pause();
        story.resume();
      }}
      sentence={words.say(said(), values)}
      predict={
        asking &&
        size && (
          <Predict
            question={words.say('question', { rows: size.vocab, few: Math.min(FEW, steps) })}
            prediction={prediction}
          >
            <label className="parameters-ask">
              <input
                type="range"
                min={0}
                max={size.vocab}
                step={1}
                value={guess ?? Math.round(size.vocab / 2)}
                aria-label={words.text('guessLabel')}
                onChange={(event) => prediction.setGuess(event.currentTarget.valueAsNumber)}
              />
              <output className="num q-lens">{guess ?? '–'}</output>
            </label>
          </Predict>
        )
      }
      picture={(room) =>
        size &&
        chosen && (
          <ParametersPicture
            room={room}
            words={words}
            size={size}
            moment={moment}
            first={first}
            ink={ink}
            chosen={chosen}
            valueOf={valueOf}
            labels={labels}
            tokens={tokens}
            still={step > 0 && still ? still : []}
            guess={guess}
            series={series}
            step={step}
            steps={steps}
            lit={LINKS[lit ?? ''] ?? null}
            number={number}
            plus={plus}
            onGrab={(cell) => !asking && change({ cell })}
          />
        )
      }
      table={() => ({
        caption: words.text('table', { step }),
        columns: (['matrix', 'rows', 'cols', 'numbers', 'before', 'now'] as const).map((key) => ({
          key,
          label: words.text(`columns.${key}`),
          numeric: key !== 'matrix',
        })),
        rows: (network?.shapes ?? []).map(({ name: matrix, rows, cols }, i) => [
          matrix,
          rows,
          cols,
          rows * cols,
          first ? three(meanSize(first[MATRICES[i]])) : '–',
          moment ? three(meanSize(moment.weights[MATRICES[i]])) : '–',
        ]),
      })}
      run={
        <RunBar
          step={step}
          total={steps}
          losses={losses}
          seed={recipe.seed}
          playback={playback}
          onStep={(to) => change({ step: to })}
        />
      }
    />
  );
}
