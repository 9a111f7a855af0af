import { fixed } from '../../charts/index.ts';
import type { Messages } from '../../reader/messages.tsx';
import type { Tower } from './caches-view.ts';

interface Props {
  width: number;
  words: Messages;
  scale: number;
  towers: readonly Tower[];
  /** Tokens of a full block. */
  block: number;
  layers: number;
  /** Height of a row, px. */
  row: number;
  /** In one line, without bars. */
  low: boolean;
  onLayers: (layers: number) => void;
}

const one = fixed(1);
const BUTTON = 62;
const TIMES = 46;
const KEPT = 108;

/** One to four layers: what reading a full block costs with caches and without, and what is kept. */
export function CachesTowers(props: Props) {
  const { width, words, scale, towers, block, layers, row, low, onLayers } = props;
  const number = (value: number) => words.text('number', { value });
  const most = Math.max(...towers.map(({ again }) => again));
  const room = Math.max(40, width - (BUTTON + TIMES + KEPT) * scale);
  const grid = `${BUTTON * scale}px ${room}px ${TIMES * scale}px ${KEPT * scale}px`;
  const x = (value: number) => (value / most) * (room - 4);
  return (
    <div className="caches-towers" data-low={low || undefined}>
      <p
        className="caches-head"
        aria-hidden="true"
        style={low ? undefined : { height: 19 * scale, gridTemplateColumns: grid }}
      >
        {low ? (
          words.text('without')
        ) : (
          <>
            <span />
            <span>{words.say('work', { block })}</span>
            <span />
            <span>{words.text('kept')}</span>
          </>
        )}
      </p>
      <div role="group" aria-label={words.text('towers')}>
        {towers.map((tower) => (
          <button
            key={tower.layers}
            type="button"
            className="caches-tower"
            style={low ? undefined : { height: row, gridTemplateColumns: grid }}
            aria-pressed={tower.layers === layers}
            aria-label={words.text('tower', {
              layers: tower.layers,
              cached: number(tower.cached),
              times: one(tower.needed / tower.cached),
              numbers: number(tower.numbers),
            })}
            onClick={() => onLayers(tower.layers)}
          >
            <span>{words.text(low ? 'towerShort' : 'layers', { layers: tower.layers })}</span>{' '}
            {!low && (
              <svg width={room} height={row} aria-hidden="true">
                <path
                  className="caches-again"
                  d={`M0 ${row * 0.25}H${x(tower.again)}v${row / 2}H0z`}
                />
                <path
                  className="caches-needed"
                  d={`M0 ${row * 0.25}H${x(tower.needed)}v${row / 2}H0z`}
                />
                <path
                  className="caches-cached"
                  d={`M0 ${row * 0.25}H${x(tower.cached)}v${row / 2}H0z`}
                />
              </svg>
            )}
            <span className="num">
              {words.text('times', { times: one(tower.needed / tower.cached) })}
            </span>
            {!low && <span className="num">{number(tower.numbers)}</span>}
          </button>
        ))}
      </div>
    </div>
  );
}
