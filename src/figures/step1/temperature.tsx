import { useRef, type ReactNode } from 'react';
import { fixed } from '../../charts/index.ts';
import { tempered } from '../../engine/reshape.ts';
import { useEngine } from '../../reader/engine.ts';
import { useLitKey } from '../../reader/links.ts';
import { useMessages } from '../../reader/messages.tsx';
import { useNear } from '../../reader/near.ts';
import { useRecipe } from '../../reader/reader.ts';
import { useStory } from '../../reader/story.ts';
import { FigureFrame } from '../frame.tsx';
import { usePrediction } from '../predict.tsx';
import { DrawBar, DrawnTokens } from '../step0/sampling-picture.tsx';
import { OVER, UNDER } from '../step0/sampling-view.ts';
import { useTextScale } from '../text-scale.ts';
import { useTemperatureFacts } from './temperature-facts.ts';
import { DrawnNames, OtherNames } from './temperature-names.tsx';
import {
  BentBars,
  TemperatureDial,
  TemperatureQuestion,
  temperatureTable,
} from './temperature-parts.tsx';
import {
  ASKS,
  BEATS,
  COLD,
  lotOf,
  readBefore,
  REFERENCE,
  temperatureLayout,
  temperatureText,
  TWENTY,
  type View,
} from './temperature-view.ts';

const three = fixed(3);
const one = fixed(1);
/** A letter that keeps to itself in a line of the other direction (Unicode's isolates). */
const isolated = (letter: string): string => `\u2068${letter}\u2069`;

export default function TemperatureFigure() {
  const words = useMessages('temperature');
  const recipe = useRecipe();
  const story = useStory<View>(BEATS);
  const { view, change, beat, touched } = story;
  const lit = useLitKey();
  const root = useRef<HTMLDivElement>(null);
  // What only repeats the bars and the names would double the page; it comes with the script.
  const awake = useNear();
  const scale = useTextScale(root);
  const prediction = usePrediction<number>({
    beat,
    at: ASKS,
    touched,
    about: JSON.stringify(recipe),
  });
  // While the reader guesses what cold does, the names stay as they were.
  const temperature = prediction.asking ? REFERENCE : view.temperature;

  const ask = (model: 0 | 1) => ({
    recipe: model === 0 ? { ...recipe, model } : recipe,
    step: recipe.steps,
    count: TWENTY,
    temperature,
    topK: null,
    seed: null,
    prompt: '',
    distributions: false,
  });
  const { data: list } = useEngine('data', { recipe });
  const drawn = useEngine('generate', ask(1));
  const counted = useEngine('generate', ask(0));
  useTemperatureFacts(recipe, words, list?.labels);

  const names = drawn.data?.names ?? [];
  const others = counted.data?.names ?? [];
  const labels = list?.labels ?? [];
  const label = (token: number): string => labels[token] ?? '';
  const bos = list?.bos ?? 0;
  const name = names[Math.min(view.name, names.length - 1)];
  const last = (name?.draws.length ?? 1) - 1;
  const at = Math.min(view.draw ?? 0, last);
  const draw = name?.draws[at] ?? null;
  const before = readBefore(name, at);
  const expected = useEngine('predict', {
    recipe,
    step: recipe.steps,
    text: before,
    temperature: 1,
  });
  const size = labels.length;
  const p = expected.data?.p;
  const row = p ? Array.from(p.subarray(p.length - size)) : [];
  const bent = row.length > 0 ? tempered(row, temperature) : [];

  const asking = prediction.asking && names.length > 0;
  const lot = lotOf(names);
  const counts = lotOf(others);
  const values = {
    temperature: temperatureText(temperature),
    count: lot.count,
    real: lot.real,
    distinct: lot.distinct,
    length: one(lot.length),
    counting: counts.real,
    countingDistinct: counts.distinct,
    from: label(draw?.prev ?? bos),
    to: label(draw?.next ?? -1),
    u: three(draw?.u ?? NaN),
    p: three(draw?.p ?? NaN),
    plain: three(draw ? (row[draw.next] ?? NaN) : NaN),
    word: name?.text ?? '',
    guess: prediction.guess ?? 0,
  };
  const sentence = (): ReactNode => {
    if (names.length === 0) return null;
    if (asking) return words.say('asking', values);
    if (prediction.revealed) return words.say('guessed', values);
    return words.say(view.draw === null ? 'lot' : 'draw', values);
  };

  return (
    <FigureFrame
      title={words.say('title')}
      caption={words.say('caption')}
      live={drawn.live}
      busy={drawn.busy || expected.busy}
      fault={drawn.fault ?? counted.fault ?? expected.fault}
      touched={touched}
      onResume={story.resume}
      controls={
        <TemperatureDial
          words={words}
          temperature={temperature}
          onTemperature={(to) => change({ temperature: to })}
        />
      }
      predict={
        asking && (
          <TemperatureQuestion words={words} prediction={prediction} cold={temperatureText(COLD)} />
        )
      }
      sentence={sentence()}
      picture={({ width, height }) => {
        const layout = temperatureLayout({ width, height }, scale);
        const named = { empty: words.say('empty'), listed: words.text('isListed') };
        return (
          <div
            className={layout.tokens > 0 ? 'temperature' : 'temperature low'}
            ref={root}
            style={{ height }}
          >
            {layout.tokens > 0 && (
              <div className="temperature-name" style={{ height: layout.tokens }}>
                {name && (
                  <DrawnTokens
                    width={width}
                    scale={scale}
                    numbers
                    label={words.text('drawn')}
                    draws={name.draws}
                    shown={at}
                    mine={view.draw !== null && touched}
                    labels={labels}
                    bos={bos}
                    lit={lit === 'token'}
                    announce={({ next, u }) => words.text('drew', { to: label(next), u: three(u) })}
                    onChoose={(place) => change({ draw: place })}
                  />
                )}
              </div>
            )}
            <BentBars
              width={width}
              height={layout.bars}
              scale={scale}
              words={words}
              labels={labels}
              from={values.from}
              before={row}
              after={bent}
              next={draw?.next ?? null}
              temperature={temperature}
            />
            {layout.barHeight > 0 && !awake && (
              <div style={{ height: layout.barHeight + (OVER + UNDER) * scale }} />
            )}
            {layout.barHeight > 0 && awake && (
              <DrawBar
                width={width}
                height={layout.barHeight}
                scale={scale}
                label={words.text('bar', values)}
                hit={words.text('hit', { ...values, to: isolated(values.to) })}
                p={bent}
                labels={labels}
                draw={draw}
                lit={lit}
              />
            )}
            <p className="temperature-head">
              <span>{words.say('network', values)}</span>
              <span>{words.say('listed', { real: lot.real, count: lot.count })}</span>
            </p>
            <DrawnNames
              layout={layout}
              label={words.text('list')}
              names={names}
              chosen={view.name}
              words={named}
              onChoose={(place) => change({ name: place, draw: null })}
            />
            {layout.counting && awake && (
              <>
                <p className="temperature-head">
                  <span>{words.say('table0', values)}</span>
                  <span>{words.say('listed', { real: counts.real, count: counts.count })}</span>
                </p>
                <OtherNames label={words.text('otherList')} names={others} words={named} />
              </>
            )}
          </div>
        );
      }}
      table={() => temperatureTable(words, temperature, label, names, others)}
    />
  );
}
