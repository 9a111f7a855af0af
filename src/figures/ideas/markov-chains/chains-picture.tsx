import { useMessages } from '../../../reader/messages.tsx';
import type { ClassChain } from '../../../worker/protocol.ts';
import type { Size } from '../../frame.tsx';
import { Chain, three } from './chain.tsx';
import { BOX, type ClassNumbers } from './chain-shape.ts';
import { ONEGIN } from './onegin.ts';
import { OneginPairs } from './pairs.tsx';
import { OwnTextField, type OwnTextFieldProps } from './own-text.tsx';
import { GOOD_SQUARES, IN_SQUARE, LEAST_SQUARES, Squares, squaresIn } from './squares.tsx';

interface PictureProps extends Size {
  /** The text beside Onegin; null while there is none. */
  chain: ClassChain | null;
  onegin: ClassNumbers;
  title: 'names' | 'own';
  shuffled: boolean;
  /** What follows a vowel in the second text is being guessed. */
  asking: boolean;
  guess: number | null;
  /** The reader's field, while it is open. */
  own: OwnTextFieldProps | null;
}

/** Title and second line over a chain; heading over the band, px. */
const HEAD = 40;
const BAND_HEAD = 28;
/** Two chains stand side by side from this width on; one above another from this height on. */
const BESIDE = 560;
const ABOVE = 400;
const GAP = 24;
/** A chain is no smaller than this while it shares the picture, and no larger than that. */
const LEAST_CHAIN = 140;
const MOST_CHAIN = 340;
/** Height of the reader's field where it stands by itself, px. */
const FIELD = 76;

interface Plan {
  beside: boolean;
  /** One chain only, with the other's numbers set beside its own. */
  single: boolean;
  slot: number;
  head: number;
  chain: number;
  /** Height of the band under the chains, or 0. */
  band: number;
}

/** Where every pixel counts, a chain has its title and no second line. */
const headOf = (height: number): number => (height < 230 ? 22 : HEAD);

/** What fits: the chains first, then the letters or pairs that they were counted from. */
function planFor(width: number, height: number): Plan {
  const beside = width >= BESIDE;
  const single = !beside && height < ABOVE;
  const slot = beside ? (width - GAP) / 2 : width;
  const most = Math.min((slot / BOX.width) * BOX.height, MOST_CHAIN);
  if (single) {
    const head = headOf(height);
    return { beside, single, slot, head, chain: height - head, band: 0 };
  }
  if (!beside) return { beside, single, slot, head: HEAD, chain: height / 2 - HEAD, band: 0 };
  const chain = Math.max(
    LEAST_CHAIN,
    Math.min(most, height * 0.52, height - HEAD - BAND_HEAD - GOOD_SQUARES),
  );
  const band = height - HEAD - chain;
  if (band < BAND_HEAD + LEAST_SQUARES)
    return { beside, single, slot, head: HEAD, chain: Math.min(most, height - HEAD), band: 0 };
  return { beside, single, slot, head: HEAD, chain, band };
}

/** One or two chains, and under them the letters or the pairs they were counted from. */
export function ChainsPicture(props: PictureProps) {
  const { width, height, chain, onegin, title, shuffled, asking, guess, own } = props;
  const words = useMessages('chains');
  const alone = own !== null && planFor(width, height).band === 0;
  const plan = planFor(width, alone ? height - FIELD : height);

  const titled = (name: string): string =>
    shuffled ? words.text('shuffledTitle', { title: name }) : name;
  const says = (name: string, numbers: ClassNumbers): string =>
    words.text('chainLabel', {
      title: name,
      vv: asking && name !== words.text('onegin') ? '?' : three(numbers.pVowelAfterVowel),
      cv: three(numbers.pVowelAfterConsonant),
      p: three(numbers.pVowel),
    });
  const first = {
    name: titled(words.text('onegin')),
    note: shuffled
      ? words.text('expected')
      : words.text('byHand', { letters: ONEGIN.letters, year: ONEGIN.year }),
    chain: onegin,
  };
  const second = {
    name: titled(words.text(title)),
    note: chain ? words.text('justNow', { letters: chain.letters }) : words.text('notYet'),
    chain,
  };
  const shown = plan.single ? [chain ? second : first] : [first, second];
  return (
    <>
      <div
        key={`${plan.slot} ${plan.chain}`}
        className={plan.beside ? 'chain-pair beside' : 'chain-pair'}
      >
        {shown.map((one) => (
          <div key={one === first ? 'first' : 'second'}>
            <p className="chain-head" style={{ height: plan.head }}>
              <i>{one.name}</i>
              <span>{one.note}</span>
            </p>
            <Chain
              width={plan.slot}
              height={plan.chain}
              chain={one.chain}
              label={
                one.chain
                  ? says(one.name, one.chain)
                  : words.text('blankLabel', { title: one.name })
              }
              hidden={one === second && asking}
              guess={one === second ? guess : null}
              beside={plan.single && chain ? onegin : null}
            />
          </div>
        ))}
      </div>
      {alone && own && <OwnTextField {...own} />}
      {plan.band > 0 && (
        <Band
          key={own ? 'field' : `${chain ? 'letters' : 'pairs'} ${plan.band}`}
          {...props}
          height={plan.band}
        />
      )}
    </>
  );
}

/** What was counted: Onegin's four kinds of pair, or the letters of the other text. */
function Band({ width, height, chain, own }: PictureProps) {
  const words = useMessages('chains');
  // The reader's field takes the place of the first square.
  const all = squaresIn(width);
  const count = own ? all - 1 : all;
  const room = own ? (width - GAP) * (count / all) : width;
  return (
    <div className={own ? 'chain-band with-field' : 'chain-band'} style={{ height }}>
      {own && <OwnTextField {...own} />}
      <div>
        <p className="band-head">
          {chain
            ? words.text('squaresTitle', { count: count * IN_SQUARE })
            : words.text('pairsTitle')}
        </p>
        {chain ? (
          <Squares
            width={room}
            height={height - BAND_HEAD}
            cells={chain.cells}
            count={count}
            counted={count * IN_SQUARE}
            label={words.text('squaresLabel')}
            foot={(vowels, counted) => ({
              number: words.text('number', { value: vowels }),
              text: words.text('squareFoot', { vowels, counted }),
            })}
          />
        ) : (
          <OneginPairs width={width} height={height - BAND_HEAD} />
        )}
      </div>
    </div>
  );
}
