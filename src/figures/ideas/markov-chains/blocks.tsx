import { useMemo } from 'react';
import counted1913 from '../../../../content/data/onegin.json';
import { useEngine } from '../../../reader/engine.ts';
import { usePublish } from '../../../reader/facts.ts';
import { useMessages } from '../../../reader/messages.tsx';
import { useRecipe } from '../../../reader/reader.ts';
import { useStory } from '../../../reader/story.ts';
import type { ClassBlocks } from '../../../worker/protocol.ts';
import { FigureFrame } from '../../frame.tsx';
import { BlocksPicture } from './blocks-picture.tsx';
import { IN_SQUARE } from './squares.tsx';
import { vowelsOf } from './vowels.ts';

interface View {
  /** Letters counted; null for all. */
  counted: number | null;
}

const BEATS: View[] = [
  { counted: 0 },
  { counted: IN_SQUARE },
  { counted: 3 * IN_SQUARE },
  { counted: null },
];
const IN_VIEW = 3;
const FALLBACK = { width: 720, height: 480 };

export default function BlocksFigure() {
  const words = useMessages('blocks');
  const recipe = useRecipe();
  const story = useStory(BEATS);
  const { view, change } = story;
  const { data: list } = useEngine('data', { recipe });
  const vowels = useMemo(() => vowelsOf((list?.labels ?? []).join('')), [list]);
  const question = { recipe, vowels, size: IN_SQUARE, inView: IN_VIEW };
  const answer = useEngine('blocks', { ...question, counted: view.counted });
  const { data: first } = useEngine('blocks', { ...question, counted: IN_SQUARE });
  const { data } = answer;

  usePublish({
    'blocks.first': words.text('number', { value: first?.vowels ?? 0 }),
    'blocks.counted': words.text('number', { value: data?.counted ?? 0 }),
  });

  const total = data?.total ?? 0;
  const counted = view.counted ?? total;
  const sentence = counted === 0 ? 'nothing' : 'sentence';
  const step = (to: number | null): void => change({ counted: to });
  return (
    <FigureFrame
      title={words.say('title')}
      caption={words.say('caption')}
      live={answer.live}
      busy={answer.busy}
      fault={answer.fault}
      touched={story.touched}
      onResume={story.resume}
      fallback={FALLBACK}
      sentence={
        data &&
        words.say(sentence, {
          counted: data.counted,
          vowels: data.vowels,
          vv: data.vowelVowel,
          cv: data.consonantVowel,
          total,
          size: IN_SQUARE,
        })
      }
      controls={
        <span className="counting" role="group" aria-label={words.text('controls')}>
          <button
            type="button"
            className="tool"
            disabled={counted >= total}
            onClick={() => step(Math.min(total, counted + 1))}
          >
            {words.text('letter')}
          </button>
          <button
            type="button"
            className="tool"
            disabled={counted >= total}
            onClick={() => step(Math.min(total, nextBlock(counted)))}
          >
            {words.text('block')}
          </button>
          <button
            type="button"
            className="tool"
            disabled={counted >= total}
            onClick={() => step(null)}
          >
            {words.text('all', { total })}
          </button>
          <button type="button" className="tool" disabled={counted === 0} onClick={() => step(0)}>
            {words.text('reset')}
          </button>
        </span>
      }
      picture={(size) =>
        data && <BlocksPicture {...size} data={data} his={counted1913.blocks.count} />
      }
      table={() => ({
        caption: words.text('tableCaption'),
        columns: [
          { key: 'what', label: words.text('tableWhat') },
          { key: 'count', label: words.text('tableCount'), numeric: true },
        ],
        rows: data
          ? rowsOf(data).map(([key, values, count]) => [
              words.text(key, values),
              words.text('number', { value: count }),
            ])
          : [],
      })}
    />
  );
}

const nextBlock = (counted: number): number => (Math.floor(counted / IN_SQUARE) + 1) * IN_SQUARE;

type Row = [key: string, values: Record<string, string | number>, count: number];

function rowsOf(data: ClassBlocks): Row[] {
  return [
    ['tablePair', { first: 'vowel', second: 'vowel' }, data.vowelVowel],
    ['tablePair', { first: 'vowel', second: 'consonant' }, data.vowelConsonant],
    ['tablePair', { first: 'consonant', second: 'vowel' }, data.consonantVowel],
    ['tablePair', { first: 'consonant', second: 'consonant' }, data.consonantConsonant],
    ...[...data.perBlock].map((count, i): Row => ['tableBlock', { index: i + 1 }, count]),
  ];
}
