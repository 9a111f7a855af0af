import { useRef } from 'react';
import { fixed } from '../../charts/index.ts';
import { usePublish } from '../../reader/facts.ts';
import { useMessages } from '../../reader/messages.tsx';
import { useLens, useRecipe } from '../../reader/reader.ts';
import { useStory } from '../../reader/story.ts';
import { FigureFrame } from '../frame.tsx';
import { Predict, usePrediction } from '../predict.tsx';
import { Switch } from '../switch.tsx';
import { useTextScale } from '../text-scale.ts';
import { usePositions, type Positions } from './positions-data.ts';
import { PositionsPicture } from './positions-picture.tsx';
import { ANSWERS, answerOf, ASKS, BEATS, summed, type Answer } from './positions-view.ts';

const one = fixed(1);
const three = fixed(3);

export default function PositionsFigure() {
  const words = useMessages('positions');
  const recipe = useRecipe();
  const name = useLens();
  const story = useStory(BEATS);
  const { view, change, beat, touched } = story;
  const root = useRef<HTMLDivElement>(null);
  const scale = useTextScale(root);
  const { positions, live, busy, fault } = usePositions(recipe, name, view.order);
  usePublish(factsOf(usePositions(recipe, name, BEATS[ASKS].order).positions));
  const read = positions?.read ?? [];
  const own = Math.max(0, Math.min(read.length - 1, view.position));
  const others = positions?.orders.length ?? 0;
  const prediction = usePrediction<Answer>({
    beat,
    at: ASKS,
    touched,
    about: `${JSON.stringify(recipe)} ${name}`,
  });
  const asking = prediction.asking && others > 0;
  const guess = asking || prediction.revealed ? prediction.guess : null;
  const percent = (share: number | undefined): string =>
    share === undefined ? '–' : `${one(share * 100)} %`;
  const values = {
    letter: read[own] ?? '',
    at: own,
    own: positions?.letters.join('') ?? '',
    other: positions?.other.join('') ?? '',
    last: positions?.letters.at(-1) ?? '',
    apart: percent(positions?.withThem?.apart),
    without: percent(positions?.without?.apart),
    guess: guess ? words.text(`answer.${guess}`) : '',
  };
  const right =
    positions?.withThem &&
    positions.without &&
    answerOf(positions.withThem.apart, positions.without.apart) === guess;
  const saying = asking
    ? 'asking'
    : guess
      ? right
        ? 'right'
        : 'guessed'
      : view.focus === 'sum' || others === 0
        ? 'sumSaid'
        : 'sentence';
  const row = positions?.tokens[own] ?? [];
  const size = positions?.table.size ?? 0;
  const place = positions?.table.values.slice(own * size, (own + 1) * size) ?? [];

  return (
    <FigureFrame
      title={words.say('title')}
      caption={words.say('caption')}
      live={live}
      busy={busy}
      fault={fault}
      fallback={{ width: 468, height: 420 }}
      touched={touched}
      onResume={story.resume}
      predict={
        asking && (
          <Predict question={words.say('question')} prediction={prediction}>
            <Switch
              label={words.text('choices')}
              value={prediction.guess}
              options={ANSWERS.map((value) => ({ value, label: words.text(`answer.${value}`) }))}
              onChange={prediction.setGuess}
            />
          </Predict>
        )
      }
      controls={
        <button
          type="button"
          className="tool"
          disabled={others < 2}
          onClick={() => change({ order: view.order + 1, focus: 'order' })}
        >
          {words.text('another')}
        </button>
      }
      picture={(room) =>
        positions && (
          <div ref={root} className="positions-root">
            <PositionsPicture
              size={room}
              words={words}
              scale={scale}
              positions={positions}
              view={view}
              own={own}
              asking={asking}
              guess={guess}
              onPosition={(position) => change({ position, focus: 'sum' })}
            />
          </div>
        )
      }
      sentence={positions && words.say(saying, values)}
      table={() => ({
        caption: words.text('tableAbout', { letter: values.letter, position: own }),
        columns: (['i', 'token', 'place', 'sum'] as const).map((key) => ({
          key,
          label: words.text(`columns.${key}`),
          numeric: true,
        })),
        rows: summed(row, place).map((x, i) => [i, three(row[i]), three(place[i]), three(x)]),
      })}
    />
  );
}

/** What the prose quotes: the table, and both orders of the reader's letters. */
function factsOf(positions: Positions | null): Record<string, string> {
  const percent = (share: number | undefined): string =>
    share === undefined ? '–' : `${one(share * 100)} %`;
  const { block = 0, size = 0 } = positions?.table ?? {};
  return {
    'positions.block': String(block),
    'positions.size': String(size),
    'positions.count': String(block * size),
    'positions.last': positions?.letters.at(-1) ?? '–',
    'positions.own': positions?.letters.join('') ?? '–',
    'positions.other': positions?.other.join('') || '–',
    'positions.apart': percent(positions?.withThem?.apart),
    'positions.without': percent(positions?.without?.apart),
  };
}
