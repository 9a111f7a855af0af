import { fixed } from '../../charts/index.ts';
import { SAMPLE_LIMIT } from '../../engine/sample.ts';
import { useEngine } from '../../reader/engine.ts';
import { usePublish } from '../../reader/facts.ts';
import { useLink, useLitKey } from '../../reader/links.ts';
import { useMessages } from '../../reader/messages.tsx';
import { useRecipe } from '../../reader/reader.ts';
import { useStory } from '../../reader/story.ts';
import { FigureFrame } from '../frame.tsx';
import { Predict, usePrediction } from '../predict.tsx';
import { partsOf, SampledName } from '../sampled-name.tsx';
import { Switch } from '../switch.tsx';
import { DrawBar, DrawnTokens } from './sampling-picture.tsx';

/** Where the drawing stands: names before `name` are done, and `draws` of this one are drawn. */
interface View {
  name: number;
  /** Infinity: all of them. */
  draws: number;
  seed: 'run' | 'other';
}

/** As many as the original program prints. */
const TWENTY = 20;
const ALL = Number.POSITIVE_INFINITY;
const BEATS: View[] = [
  { name: 0, draws: 1, seed: 'run' },
  { name: 0, draws: ALL, seed: 'run' },
  { name: TWENTY - 1, draws: ALL, seed: 'run' },
  { name: TWENTY - 1, draws: ALL, seed: 'other' },
];
/** A letter is unlikely when the whole list's table gives it less than one chance in fifty. */
const UNLIKELY = Math.log(50);

const three = fixed(3);

export default function SamplingFigure() {
  const words = useMessages('sampling');
  const recipe = useRecipe();
  const story = useStory(BEATS);
  const { view, change } = story;
  const lit = useLitKey();
  const bar = useLink('draw');
  const prediction = usePrediction<number>({
    beat: story.beat,
    at: 2,
    touched: story.touched,
    about: JSON.stringify(recipe),
  });

  const ask = (seed: number | null, count: number) => ({
    recipe,
    step: recipe.steps,
    alpha: 1,
    count,
    seed,
  });
  const other = recipe.seed + 1;
  const count = Math.max(TWENTY, view.name + 2);
  const { data: list } = useEngine('data', { recipe });
  const { data: own } = useEngine('sample', ask(null, TWENTY));
  const drawn = useEngine('sample', ask(view.seed === 'run' ? null : other, count));
  const names = drawn.data?.names ?? [];
  const name = names[Math.min(view.name, names.length - 1)];
  const draws = name?.draws.slice(0, view.draws) ?? [];
  const complete = name !== undefined && draws.length === name.draws.length;
  const draw = draws.at(-1) ?? null;
  const { data: row } = useEngine(
    'row',
    draw && { recipe, step: recipe.steps, prev: draw.prev, alpha: 1 },
  );

  const labels = list?.labels ?? [];
  const label = (token: number): string => labels[token] ?? '';
  const asking = prediction.asking && names.length > 0;
  const done = names.slice(0, complete ? view.name + 1 : view.name);
  const real = done.filter(({ known }) => known).length;
  const first = own?.names[0];
  usePublish({
    'sampling.first': first?.text ?? '',
    'sampling.first.draws': words.text('number', { value: first?.draws.length ?? 0 }),
    'sampling.first.letter': label(first?.draws[0]?.next ?? -1),
    'sampling.first.u': three(first?.draws[0]?.u ?? NaN),
    'sampling.first.p': three(first?.draws[0]?.p ?? NaN),
    'sampling.real': words.text('number', {
      value: own?.names.filter(({ known }) => known).length ?? 0,
    }),
    'sampling.limit': words.text('number', { value: SAMPLE_LIMIT }),
    'sampling.count': words.text('number', { value: TWENTY }),
  });

  const step = (): void =>
    change(complete ? { name: view.name + 1, draws: 1 } : { draws: draws.length + 1 });
  const finish = (): void =>
    change(complete ? { name: view.name + 1, draws: ALL } : { draws: ALL });

  const values = {
    u: three(draw?.u ?? NaN),
    p: three(draw?.p ?? NaN),
    from: label(draw?.prev ?? -1),
    to: label(draw?.next ?? -1),
    end: String(draw?.next === list?.bos),
    word: name?.text ?? '',
    draws: draws.length,
    known: String(name?.known ?? false),
    real,
    names: done.length,
    documents: list?.documents ?? 0,
    guess: prediction.guess ?? 0,
    gap: Math.abs((prediction.guess ?? 0) - real),
  };
  const sentence = asking
    ? words.say('asking', values)
    : prediction.revealed
      ? words.say('guessed', values)
      : done.length > 1
        ? words.say('names', values)
        : complete
          ? words.say(name.ended ? 'name' : 'cut', values)
          : words.say('draw', values);

  return (
    <FigureFrame
      title={words.say('title')}
      caption={words.say('caption')}
      live={drawn.live}
      busy={drawn.busy}
      fault={drawn.fault}
      touched={story.touched}
      onResume={story.resume}
      sentence={sentence}
      controls={
        asking ? (
          <Predict
            question={words.say('question', { count: TWENTY })}
            ready={prediction.guess !== null}
            onReveal={prediction.reveal}
            onSkip={prediction.skip}
          >
            <label className="sampling-guess">
              <span className="visually-hidden">{words.text('yourGuess')}</span>
              <input
                type="range"
                min={0}
                max={TWENTY}
                value={prediction.guess ?? TWENTY / 2}
                onChange={(event) => prediction.setGuess(Number(event.target.value))}
              />
              <output className="num q-lens">{prediction.guess ?? '–'}</output>
            </label>
          </Predict>
        ) : (
          <>
            <button type="button" className="tool strong" onClick={step}>
              {words.text('buttons.draw')}
            </button>
            <button type="button" className="tool" onClick={finish}>
              {words.text(complete ? 'buttons.next' : 'buttons.finish')}
            </button>
            <button
              type="button"
              className="tool"
              onClick={() => change({ name: TWENTY - 1, draws: ALL })}
            >
              {words.text('buttons.twenty', { count: TWENTY })}
            </button>
            <button type="button" className="tool" onClick={() => change({ name: 0, draws: 1 })}>
              {words.text('buttons.again')}
            </button>
            <Switch
              label={words.text('seed')}
              value={view.seed}
              options={[
                { value: 'run', label: words.text('seedOf', { seed: recipe.seed }) },
                { value: 'other', label: words.text('seedOf', { seed: other }) },
              ]}
              onChange={(seed) => change({ seed })}
            />
          </>
        )
      }
      picture={({ width, height }) => (
        <div className="sampling" style={{ height }}>
          {!asking && (
            <div className="sampling-draw">
              <DrawnTokens
                width={width}
                label={words.text('drawn')}
                draws={draws}
                labels={labels}
                bos={list?.bos ?? 0}
                lit={lit === 'token'}
              />
              <p className="sampling-after">
                {draw ? words.say('after', values) : words.say('begin')}
              </p>
              <div {...bar.bind}>
                <DrawBar
                  width={width}
                  label={words.text('bar', values)}
                  p={row?.p ?? []}
                  labels={labels}
                  draw={draw}
                  lit={lit === 'draw' || lit === 'probability'}
                />
              </div>
            </div>
          )}
          <ol className="sampling-names" aria-label={words.text('list')}>
            {done.map((one, i) => (
              <li key={`${view.seed} ${i}`}>
                <SampledName
                  parts={partsOf(
                    one.draws
                      .filter(({ next }) => next !== list?.bos)
                      .map(({ next }) => label(next)),
                    (k) => !asking && one.nats[k] > UNLIKELY,
                  )}
                  known={!asking && one.known}
                  words={{ empty: words.say('empty'), listed: words.text('isListed') }}
                />
              </li>
            ))}
          </ol>
        </div>
      )}
      table={() => ({
        caption: words.text('table'),
        columns: (['name', 'place', 'letter', 'u', 'p', 'listed'] as const).map((key) => ({
          key,
          label: words.text(`columns.${key}`),
          numeric: key === 'place' || key === 'u' || key === 'p',
        })),
        rows: names
          .slice(0, view.name + 1)
          .flatMap((one, i) =>
            (i === view.name ? draws : one.draws).map((each, k) => [
              one.text,
              k + 1,
              label(each.next),
              three(each.u),
              three(each.p),
              asking ? '' : words.text(one.known ? 'yes' : 'no'),
            ]),
          ),
      })}
    />
  );
}
