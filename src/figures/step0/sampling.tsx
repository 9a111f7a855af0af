import { useRef, type ReactNode } from 'react';
import { fixed } from '../../charts/index.ts';
import { useEngine } from '../../reader/engine.ts';
import { usePublish } from '../../reader/facts.ts';
import { useLitKey } from '../../reader/links.ts';
import { useMessages } from '../../reader/messages.tsx';
import { useRecipe } from '../../reader/reader.ts';
import { useStory } from '../../reader/story.ts';
import { FigureFrame } from '../frame.tsx';
import { usePrediction } from '../predict.tsx';
import { useTextScale } from '../text-scale.ts';
import { SamplingControls, SamplingQuestion } from './sampling-controls.tsx';
import { samplingFacts, samplingTable } from './sampling-facts.ts';
import { SampledNames, SamplingKey, Tally } from './sampling-names.tsx';
import { DrawBar, DrawnTokens } from './sampling-picture.tsx';
import { SamplingRow } from './sampling-row.tsx';
import { OVER, samplingLayout } from './sampling-view.ts';

/** Where the drawing stands: names before `name` are done, and `draws` of this one are drawn. */
interface View {
  name: number;
  /** Infinity: all of them. */
  draws: number;
  seed: 'run' | 'other';
  /** What the reader looks back at: a draw of one of the names. */
  look: { name: number; draw: number } | null;
}

/** As many as the original program prints. */
const TWENTY = 20;
const ALL = Number.POSITIVE_INFINITY;
const START: View = { name: 0, draws: 0, seed: 'run', look: null };
const BEATS: View[] = [
  { ...START, draws: 1 },
  { ...START, draws: ALL },
  { ...START, name: TWENTY - 1, draws: ALL },
  { ...START, name: TWENTY - 1, draws: ALL, seed: 'other' },
];
/** A letter is unlikely when the whole list's table gives it less than one chance in fifty. */
const UNLIKELY = Math.log(50);

const three = fixed(3);
/** A letter that keeps to itself in a line of the other direction (Unicode's isolates). */
const isolated = (letter: string): string => `\u2068${letter}\u2069`;

export default function SamplingFigure() {
  const words = useMessages('sampling');
  const recipe = useRecipe();
  const story = useStory(BEATS);
  const { view, change } = story;
  const lit = useLitKey();
  const root = useRef<HTMLDivElement>(null);
  const scale = useTextScale(root);
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
  const { data: table } = useEngine('state', { recipe, step: recipe.steps });
  const { data: own } = useEngine('sample', ask(null, TWENTY));
  const drawn = useEngine('sample', ask(view.seed === 'run' ? null : other, count));
  const names = drawn.data?.names ?? [];
  const bos = list?.bos ?? 0;
  const now = names[Math.min(view.name, names.length - 1)];
  const soFar = now?.draws.slice(0, view.draws) ?? [];
  const complete = now !== undefined && soFar.length === now.draws.length;
  // What is on show: where the drawing stands, or what the reader looks back at.
  const shown = view.look ?? { name: view.name, draw: soFar.length - 1 };
  const name = names[shown.name];
  const draws = shown.name === view.name ? soFar : (name?.draws ?? []);
  const draw = draws[shown.draw] ?? null;
  const whole = name !== undefined && shown.draw === name.draws.length - 1;
  const { data: row } = useEngine(
    'row',
    list ? { recipe, step: recipe.steps, prev: draw?.prev ?? bos, alpha: 1 } : null,
  );

  const labels = list?.labels ?? [];
  const label = (token: number): string => labels[token] ?? '';
  const asking = prediction.asking && names.length > 0;
  // The names of this twenty that are done.
  const from = view.name - (view.name % TWENTY);
  const done = names.slice(from, complete ? view.name + 1 : view.name);
  const real = done.filter(({ known }) => known).length;
  usePublish(samplingFacts(words, own?.names, label));

  const next = (draws: number): void =>
    change({ look: null, ...(complete ? { name: view.name + 1, draws } : { draws }) });
  const look = (at: number, place: number): void => change({ look: { name: at, draw: place } });

  const values = {
    u: three(draw?.u ?? NaN),
    p: three(draw?.p ?? NaN),
    from: label(draw?.prev ?? bos),
    to: label(draw?.next ?? -1),
    word: name?.text ?? '',
    draws: name?.draws.length ?? 0,
    known: String(name?.known ?? false),
    real,
    names: done.length,
    documents: list?.documents ?? 0,
    guess: prediction.guess ?? 0,
    gap: Math.abs((prediction.guess ?? 0) - real),
  };
  const sentence = (): ReactNode => {
    if (asking) return words.say('asking', values);
    if (prediction.revealed) return words.say('guessed', values);
    if (!draw) return words.say('begin');
    if (!view.look && done.length > 1 && complete) return words.say('names', values);
    return words.say(whole ? (name.ended ? 'name' : 'cut') : 'draw', values);
  };

  return (
    <FigureFrame
      title={words.say('title')}
      caption={words.say('caption')}
      live={drawn.live}
      busy={drawn.busy}
      fault={drawn.fault}
      touched={story.touched}
      onResume={story.resume}
      sentence={sentence()}
      controls={
        asking ? (
          <SamplingQuestion words={words} prediction={prediction} most={TWENTY} />
        ) : (
          <SamplingControls
            words={words}
            complete={complete}
            begun={soFar.length > 0}
            count={TWENTY}
            seeds={{ run: recipe.seed, other }}
            seed={view.seed}
            onDraw={() => next(complete ? 1 : soFar.length + 1)}
            onFinish={() => next(ALL)}
            onAll={() => {
              const last = from + TWENTY - 1;
              const again = complete && view.name === last;
              change({ name: again ? last + TWENTY : last, draws: ALL, look: null });
            }}
            onReset={() => change(START)}
            onSeed={(seed) => change({ seed, look: null })}
          />
        )
      }
      picture={(size) => {
        const at = samplingLayout(size, labels.length, TWENTY, scale, prediction.revealed);
        const bar = OVER * scale + at.barHeight;
        return (
          <div className="sampling" ref={root} style={{ height: size.height }}>
            <DrawnTokens
              width={size.width}
              scale={scale}
              numbers={at.numbers}
              label={words.text('drawn')}
              draws={draws}
              shown={shown.draw}
              mine={view.look !== null}
              labels={labels}
              bos={bos}
              lit={lit === 'token'}
              announce={({ next: to, u }) => words.text('drew', { to: label(to), u: three(u) })}
              onChoose={(place) => look(shown.name, place)}
            />
            <div className="sampling-bar" style={{ top: at.tokens }}>
              {at.numbers && <p className="sampling-after">{words.say('after', values)}</p>}
              <DrawBar
                width={size.width}
                height={at.barHeight}
                scale={scale}
                label={words.text(draw ? 'bar' : 'barOnly', values)}
                hit={words.text('hit', { ...values, to: isolated(values.to) })}
                p={row?.p ?? []}
                labels={labels}
                draw={draw}
                lit={lit}
              />
            </div>
            <div className="sampling-below" style={{ top: at.below, bottom: 0 }}>
              {at.cell > 0 && table && (
                <div className="sampling-left">
                  <SamplingRow
                    table={table}
                    cell={at.cell}
                    label={words.text('map', values)}
                    prev={draw?.prev ?? bos}
                    next={draw?.next ?? null}
                    lift={at.below - at.bar - bar - 5}
                    width={size.width}
                  />
                  <SamplingKey
                    unlikely={words.text('keyUnlikely')}
                    listed={words.text('keyListed')}
                  />
                </div>
              )}
              <div className="sampling-right" style={{ left: at.names }}>
                <SampledNames
                  layout={at}
                  label={words.text('list')}
                  places={TWENTY}
                  names={done}
                  chosen={view.look ? view.look.name - from : null}
                  hidden={asking}
                  labels={labels}
                  bos={bos}
                  unlikely={UNLIKELY}
                  words={{ empty: words.say('empty'), listed: words.text('isListed') }}
                  onChoose={(i) => look(from + i, (names[from + i]?.draws.length ?? 0) - 1)}
                />
                {at.tally > 0 && (
                  <Tally
                    width={size.width - at.names}
                    scale={scale}
                    places={TWENTY}
                    real={asking || done.length === 0 ? null : real}
                    guess={prediction.guess}
                    yours={words.text('yours', values)}
                  />
                )}
              </div>
            </div>
          </div>
        );
      }}
      table={() =>
        samplingTable(words, label, !asking, [
          ...done,
          ...(now && !complete ? [{ ...now, draws: soFar }] : []),
        ])
      }
    />
  );
}
