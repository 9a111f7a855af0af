import { useMessages } from '../../../reader/messages.tsx';
import { arrowWidth, BOX, chainShape, type Arrow, type ClassNumbers } from './chain-shape.ts';

export interface ChainProps {
  width: number;
  height: number;
  /** Null: nothing counted yet; the same drawing in hairlines. */
  chain: ClassNumbers | null;
  label: string;
  /** The reader's guess for a vowel after a vowel. */
  guess?: number | null;
  /** What follows a vowel is not shown yet. */
  hidden?: boolean;
  /** Another chain's numbers, set small under these. */
  beside?: ClassNumbers | null;
}

const BLANK: ClassNumbers = { pVowel: 0.5, pVowelAfterVowel: 0, pVowelAfterConsonant: 0 };
/** Distance of a second line of text under a number, px. */
const LINE = 17;

export const three = (p: number): string => (Number.isFinite(p) ? p.toFixed(3) : '–');

/** Two states and four arrows. Vowels are filled; the arrows into them are the strong ones. */
export function Chain({ width, height, chain, label, guess = null, hidden, beside }: ChainProps) {
  const words = useMessages('chains');
  // Not even the width of a head gives away what is still to be guessed.
  const drawn = chain && hidden ? { ...chain, pVowelAfterVowel: 0.5 } : (chain ?? BLANK);
  const shape = chainShape(drawn, width, height);
  const scale = Math.min(width / BOX.width, height / BOX.height);
  const size = Math.max(12.5, Math.min(15 * scale, 20));
  const named = Math.max(12, Math.min(14 * scale, 18));
  const secret = ({ id }: Arrow): boolean => hidden === true && (id === 'vv' || id === 'vc');
  const other = beside && chainShape(beside, width, height);
  const { vowel, consonant } = shape;

  return (
    <svg
      className={chain ? 'chain' : 'chain blank'}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
    >
      {shape.arrows.map((arrow) => {
        const off = chain === null || secret(arrow);
        const [x, y] = arrow.label;
        return (
          <g
            key={arrow.id}
            className={`arrow ${arrow.toVowel ? 'strong' : ''} ${off ? 'off' : ''}`}
            data-link={off ? undefined : 'probability'}
          >
            {(off || Number.isFinite(arrow.p)) && (
              <>
                <path d={arrow.line} style={{ strokeWidth: off ? 1 : arrow.width }} />
                {!off && <path className="tip" d={arrow.head} />}
              </>
            )}
            {!off && (
              <text x={x} y={y} style={{ fontSize: `calc(${size}px * var(--scale))` }}>
                {three(arrow.p)}
              </text>
            )}
            {other && arrow.toVowel && (
              <text
                className={`beside ${arrow.between ? 'after' : ''}`}
                x={arrow.between ? x + size * 1.9 : x}
                y={arrow.between ? y : y + LINE}
              >
                {words.text('beside', {
                  p: three(other.arrows.find(({ id }) => id === arrow.id)?.p ?? NaN),
                })}
              </text>
            )}
          </g>
        );
      })}
      {guess !== null && <Guess arrow={shape.arrows[0]} {...{ guess, scale, hidden, beside }} />}
      <circle cx={vowel.at[0]} cy={vowel.at[1]} r={vowel.radius + 3} className="paper" />
      <circle
        cx={consonant.at[0]}
        cy={consonant.at[1]}
        r={consonant.radius + 3}
        className="paper"
      />
      <circle className="vowel" cx={vowel.at[0]} cy={vowel.at[1]} r={vowel.radius} />
      <circle
        className="consonant"
        cx={consonant.at[0]}
        cy={consonant.at[1]}
        r={consonant.radius - 0.75}
      />
      {(['vowel', 'consonant'] as const).map((name) => {
        const { at, radius } = shape[name];
        // The word fits in the circle, or stands in ink over its edge.
        const fits = radius * 2 > words.text(name).length * named * 0.52;
        return (
          <g key={name} className={`${name}-name ${fits ? '' : 'over'}`}>
            <text
              x={at[0]}
              y={at[1] + (chain && radius > 26 ? 1 : named * 0.35)}
              style={{ fontSize: named }}
            >
              {words.text(name)}
            </text>
            {chain && radius > 26 && (
              <text
                className="share"
                x={at[0]}
                y={at[1] + named + 2}
                style={{ fontSize: Math.max(12, 12 * scale) }}
              >
                {three(name === 'vowel' ? chain.pVowel : 1 - chain.pVowel)}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}

/** The guess: an open arrow as wide as it was guessed, tied to the number once that is out. */
function Guess({
  arrow,
  guess,
  scale,
  hidden,
  beside,
}: Pick<ChainProps, 'hidden' | 'beside'> & { arrow: Arrow; guess: number; scale: number }) {
  const words = useMessages('chains');
  const [x, truthY] = arrow.label;
  const y = hidden ? truthY : truthY + LINE * (beside ? 2 : 1);
  const width = arrowWidth(guess, scale);
  return (
    <g className="guess">
      <path className="rim" d={arrow.line} style={{ strokeWidth: width + 3 }} />
      <path className="bore" d={arrow.line} style={{ strokeWidth: width }} />
      {!hidden && (
        <>
          <path className="truth" d={arrow.line} style={{ strokeWidth: arrow.width }} />
          <path className="tie" d={`M${x - 44} ${truthY - 5}V${y - 8}`} />
          <circle className="dot" cx={x - 44} cy={truthY - 5} r={3} />
        </>
      )}
      <circle className="ring" cx={x - 44} cy={y - 4} r={4} />
      <text x={x - 34} y={y}>
        {words.text('yourGuess', { guess: guess.toFixed(2) })}
      </text>
    </g>
  );
}
