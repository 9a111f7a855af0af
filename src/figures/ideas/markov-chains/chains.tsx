import { useMemo } from 'react';
import { useEngine } from '../../../reader/engine.ts';
import { usePublish } from '../../../reader/facts.ts';
import { useMessages } from '../../../reader/messages.tsx';
import { useRecipe } from '../../../reader/reader.ts';
import { useStory } from '../../../reader/story.ts';
import type { ClassChain } from '../../../worker/protocol.ts';
import { FigureFrame } from '../../frame.tsx';
import { Predict, usePrediction } from '../../predict.tsx';
import { Switch } from '../../switch.tsx';
import { three } from './chain.tsx';
import { chainFacts } from './chain-facts.ts';
import { ChainsPicture } from './chains-picture.tsx';
import { chainsTable } from './chains-table.ts';
import { AS_WRITTEN, SHUFFLED } from './onegin.ts';
import { useOwnText } from './own-text.tsx';
import { IN_SQUARE } from './squares.tsx';
import { vowelsOf } from './vowels.ts';

interface View {
  /** The text beside Onegin; null while there is none. */
  second: 'names' | 'own' | null;
  shuffled: boolean;
  /** Vowels as the reader has set them; null for those the text uses. */
  vowels: string | null;
}

const BEATS: View[] = [
  { second: null, shuffled: false, vowels: null },
  { second: 'names', shuffled: false, vowels: null },
  { second: 'names', shuffled: true, vowels: null },
  { second: 'own', shuffled: false, vowels: null },
];
/** The beat that asks for a guess. */
const ASKS = 1;
/** Cells in the squares under the chains. */
const CELLS = 3 * IN_SQUARE;
const FALLBACK = { width: 720, height: 478 };

export default function ChainsFigure() {
  const words = useMessages('chains');
  const recipe = useRecipe();
  const story = useStory(BEATS);
  const { view, change } = story;
  const own = useOwnText();
  const isOwn = view.second === 'own' && own.text !== null;

  const { data: list } = useEngine('data', { recipe });
  const listVowels = useMemo(() => vowelsOf((list?.labels ?? []).join('')), [list]);
  const ownVowels = useMemo(() => vowelsOf(own.text ?? ''), [own.text]);
  const vowels = view.vowels ?? (isOwn ? ownVowels : listVowels);
  const names = { recipe, text: null, cells: CELLS };
  // The numbers that the prose quotes: the list by its usual vowels, as written and shuffled.
  const { data: written } = useEngine('classes', { ...names, vowels: listVowels, shuffle: null });
  const { data: mixed } = useEngine('classes', {
    ...names,
    vowels: listVowels,
    shuffle: recipe.seed,
  });
  const answer = useEngine('classes', {
    ...names,
    text: isOwn ? own.text : null,
    vowels,
    shuffle: view.shuffled ? recipe.seed : null,
  });
  const chain: ClassChain | null = view.second === null ? null : (answer.data ?? null);
  usePublish(chainFacts(written, mixed, (value) => words.text('number', { value })));

  const prediction = usePrediction<number>({
    beat: story.beat,
    at: ASKS,
    touched: story.touched,
    about: JSON.stringify(recipe),
  });
  const { asking } = prediction;
  const onegin = view.shuffled ? SHUFFLED : AS_WRITTEN;
  const guess = prediction.guess?.toFixed(2) ?? '';
  const values = {
    vc: three(chain?.pVowelAfterConsonant ?? NaN),
    vv: three(chain?.pVowelAfterVowel ?? NaN),
    ovc: three(AS_WRITTEN.pVowelAfterConsonant),
    ovv: three(AS_WRITTEN.pVowelAfterVowel),
    title: words.text('inTitle', { which: isOwn ? 'own' : 'names' }),
    less: (chain?.pVowelAfterVowel ?? 0) < (chain?.pVowel ?? 0) ? 'yes' : 'no',
    nothing: 'yes',
    guess,
    letters: chain?.letters ?? 0,
    vowels,
  };
  const oneClass = chain !== null && (chain.vowels === 0 || chain.vowels === chain.letters);
  const sentence = (): string => {
    if (chain === null) return 'sayOnegin';
    if (asking) return 'sayAsking';
    if (oneClass) return 'sayOneClass';
    if (prediction.revealed) return 'sayGuess';
    return view.shuffled ? 'sayShuffled' : 'say';
  };
  const said =
    chain === null
      ? { vc: values.ovc, vv: values.ovv }
      : { ...values, nothing: values.vc === values.vv ? 'yes' : 'no' };

  const vowelField = chain && (
    <label className="vowels">
      {words.text('vowelsLabel')}
      <input
        value={vowels}
        spellCheck={false}
        autoCapitalize="none"
        autoComplete="off"
        onChange={(event) => change({ vowels: event.target.value })}
      />
    </label>
  );

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
      sentence={<span key={sentence()}>{words.say(sentence(), said)}</span>}
      controls={
        <>
          <Switch
            label={words.text('orderLabel')}
            value={view.shuffled ? 'shuffled' : 'written'}
            options={(['written', 'shuffled'] as const).map((value) => ({
              value,
              label: words.text(value),
            }))}
            onChange={(value) =>
              change({ shuffled: value === 'shuffled', second: view.second ?? 'names' })
            }
          />
          <Switch
            label={words.text('textLabel')}
            value={view.second ?? ''}
            options={(['names', 'own'] as const).map((value) => ({
              value: value as string,
              label: words.text(value),
            }))}
            onChange={(value) => change({ second: value as 'names' | 'own' })}
          />
          {vowelField}
        </>
      }
      predict={
        asking && (
          <Predict question={words.say('question')} prediction={prediction}>
            <label className="guess-range">
              <span className="visually-hidden">{words.text('guessLabel')}</span>
              <input
                type="range"
                min={0}
                max={1}
                step={0.01}
                value={prediction.guess ?? 0.5}
                onChange={(event) => prediction.setGuess(event.currentTarget.valueAsNumber)}
              />
              <output className="num q-lens">{guess}</output>
            </label>
          </Predict>
        )
      }
      picture={(size) => (
        <ChainsPicture
          {...size}
          chain={chain}
          onegin={onegin}
          title={isOwn ? 'own' : 'names'}
          shuffled={view.shuffled}
          asking={asking}
          own={view.second === 'own' ? { ...own, vowels: vowelField } : null}
          guess={asking || prediction.revealed ? prediction.guess : null}
        />
      )}
      table={() => chainsTable(words, view.shuffled, chain, isOwn ? 'own' : 'names', asking)}
    />
  );
}
