import { fixed } from '../../charts/index.ts';
import type { Messages } from '../../reader/messages.tsx';
import type { Floor } from './stream-data.ts';

interface Props {
  width: number;
  words: Messages;
  scale: number;
  floors: readonly Floor[];
  layers: number;
  /** The floor of one letter, nats. */
  bigram: number | null;
  /** Height of a row, px. */
  row: number;
  /** In one line, without the axis. */
  low: boolean;
  onLayers: (layers: number) => void;
}

const three = fixed(3);
const percent = fixed(0);
const BUTTON = 190;
const NUMBER = 52;

/** One to four layers: what they are made of and what they come to on held-out names. */
export function StreamFloors(props: Props) {
  const { width, words, scale, floors, layers, bigram, row, low, onLayers } = props;
  const known = floors.flatMap(({ nats }) => (nats === null ? [] : [nats]));
  const room = Math.max(40, width - (BUTTON + NUMBER) * scale);
  const [best, worst] = [Math.min(...known), Math.max(...known, bigram ?? -Infinity)];
  const x = (nats: number) => 6 + ((worst - nats) / Math.max(1e-6, worst - best)) * (room - 12);
  const said = ({ nats, progress }: Floor) =>
    nats !== null ? three(nats) : progress === null ? '…' : `${percent(progress * 100)} %`;
  if (low)
    return (
      <div className="stream-floors" data-low role="group" aria-label={words.text('stack')}>
        {floors.map((floor) => (
          <button
            key={floor.layers}
            type="button"
            className="stream-floor"
            aria-pressed={floor.layers === layers}
            onClick={() => onLayers(floor.layers)}
          >
            {words.text('floorShort', { layers: floor.layers })}{' '}
            <span className="num q-loss">{said(floor)}</span>
          </button>
        ))}
      </div>
    );
  return (
    <div className="stream-floors">
      <p className="stream-head" aria-hidden="true" style={{ height: 18 * scale }}>
        <span>{words.say('stack')}</span>
        {bigram !== null && (
          <span className="q-probability" style={{ left: BUTTON * scale + x(bigram) - 2 }}>
            {words.text('letterFloor')}
          </span>
        )}
        <span>{words.say('heldOut')}</span>
      </p>
      <div role="group" aria-label={words.text('stack')}>
        {floors.toReversed().map((floor) => (
          <button
            key={floor.layers}
            type="button"
            className="stream-floor"
            style={{
              height: row,
              gridTemplateColumns: `${BUTTON * scale}px ${room}px ${NUMBER * scale}px`,
            }}
            aria-pressed={floor.layers === layers}
            aria-label={words.text('floor', {
              layers: floor.layers,
              parameters: floor.parameters,
              nats: said(floor),
            })}
            onClick={() => onLayers(floor.layers)}
          >
            <span className="stream-blocks" aria-hidden="true">
              {words.text('layers', { layers: floor.layers })}
              <span className="num q-parameter">
                {words.text('numbers', { parameters: floor.parameters })}
              </span>
            </span>
            <svg width={room} height={row} aria-hidden="true">
              <path className="stream-lane" d={`M0 ${row / 2}H${room}`} />
              {bigram !== null && (
                <path className="stream-floor-mark" d={`M${x(bigram)} 0V${row}`} />
              )}
              {floor.nats !== null && (
                <circle
                  className="stream-dot"
                  data-on={floor.layers === layers || undefined}
                  cx={x(floor.nats)}
                  cy={row / 2}
                  r={(floor.layers === layers ? 5 : 3.5) * scale}
                />
              )}
            </svg>
            <span className="num q-loss">{said(floor)}</span>
          </button>
        ))}
      </div>
    </div>
  );
}
