import type { CSSProperties } from 'react';
import { useLink } from '../../reader/links.ts';
import type { Messages } from '../../reader/messages.tsx';
import type { Ablations } from './ablations-data.ts';
import { priceText } from '../prices.ts';
import { laneOf, type Lane, type Part, type View } from './ablations-view.ts';
import { listOf } from './ablations-words.ts';

interface Props {
  width: number;
  words: Messages;
  scale: number;
  /** Height of a row, px. */
  row: number;
  /** Rows with lanes, or two columns without. */
  rows: boolean;
  order: readonly Part[];
  view: View;
  known: Ablations;
  /** Nothing of what the runs came to may be seen. */
  asking: boolean;
  /** Which parts the reader thinks are missed most, in order. */
  guess: readonly Part[] | null;
  onToggle: (part: Part) => void;
}

/** Room for the buttons and for the numbers, px. */
const BUTTON = 132;
const NUMBER = 66;

/** What each part costs when it is taken out: a switch, and a dot for every run without it. */
export function AblationsPrices(props: Props) {
  const { width, words, scale, row, rows, order, view, known, asking } = props;
  const all = order.flatMap((part) => known.prices[part]).filter((price) => price !== null);
  const room = Math.max(40, width - (BUTTON + NUMBER) * scale);
  const lane = laneOf(asking ? [] : all, room);
  const style: CSSProperties & Record<`--${string}`, string> = {
    '--row': `${row}px`,
    '--button': `${BUTTON * scale}px`,
    '--number': `${NUMBER * scale}px`,
  };
  const both = view.off.length > 1 && !asking;
  return (
    <div className="ablations-prices" data-rows={rows || undefined} style={style}>
      {rows && (
        <p className="ablations-head" aria-hidden="true">
          <span>{words.say('without')}</span>
          <span>{words.say(view.seeds ? 'dots' : 'dot')}</span>
          <span>{words.say('costs')}</span>
        </p>
      )}
      <div role="group" aria-label={words.text('group')}>
        {order.map((part) => (
          <Row key={part} {...props} part={part} lane={lane} room={room} />
        ))}
      </div>
      {rows && (
        <p className="ablations-row ablations-both">
          {both && (
            <>
              <span>{words.text('together', { parts: listOf(words, view.off) })}</span>
              <span className="num q-loss">{said(known.price)}</span>
            </>
          )}
        </p>
      )}
    </div>
  );
}

const said = (price: number | null): string => (price === null ? '…' : priceText(price));

interface RowProps extends Props {
  part: Part;
  lane: Lane;
  room: number;
}

function Row(props: RowProps) {
  const { part, words, row, rows, view, known, asking, guess, lane, room } = props;
  const { lit, bind } = useLink(LINKS[part]);
  const [own, ...others] = asking ? [null] : known.prices[part];
  const off = !asking && view.off.includes(part);
  const rank = guess?.indexOf(part) ?? -1;
  const value = asking ? '?' : said(own);
  const y = row / 2;
  return (
    <div
      className="ablations-row"
      data-off={off || undefined}
      data-lit={lit || undefined}
      {...bind}
    >
      <button
        type="button"
        aria-pressed={off}
        aria-label={words.text('take', { part: words.text(`of.${part}`), price: value })}
        onClick={() => props.onToggle(part)}
      >
        <span className="ablations-box" aria-hidden="true" />
        <span className="ablations-part">{words.text(`part.${part}`)}</span>
        {rank >= 0 && <span className="ablations-rank">{rank + 1}</span>}
      </button>
      {rows && (
        <svg width={room} height={row} aria-hidden="true">
          <path className="ablations-zero" d={`M${lane.zero} 0V${row}`} />
          <path className="ablations-lane" d={`M${lane.zero} ${y}H${lane.end}`} />
          {others.map((price, i) =>
            price === null ? null : (
              // Seeds keep their places.
              <circle key={i} className="ablations-other" cx={lane.x(price)} cy={y} r={2.5} />
            ),
          )}
          {own !== null && <circle className="ablations-own" cx={lane.x(own)} cy={y} r={4} />}
        </svg>
      )}
      <span className="num ablations-price">{value}</span>
    </div>
  );
}

/** The words of the page that speak of a part. */
const LINKS: Readonly<Record<Part, string>> = {
  position: 'position',
  norm: 'norm',
  scaled: 'score',
  residual: 'residual',
};
