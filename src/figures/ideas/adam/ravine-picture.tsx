import type { Place } from '../../../engine/ideas/ravine.ts';
import type { Messages } from '../../../reader/messages.tsx';
import type { Racer, RaceSteps, RaceWays } from '../../../worker/protocol.ts';
import type { Size } from '../../frame.tsx';
import { figuresOf } from '../../step5/figures-of.ts';
import type { RingGuess } from '../ring.tsx';
import { RavineChart } from './ravine-chart.tsx';
import { stepsText } from './ravine-data.ts';
import { RavinePlane } from './ravine-plane.tsx';
import { isLow, layoutOf, RACERS, type View } from './ravine-view.ts';

interface Props {
  size: Size;
  scale: number;
  words: Messages;
  view: View;
  race: RaceWays | null;
  told: RaceSteps | null;
  /** Those whose turned ways are being asked about. */
  hidden: readonly Racer[];
  guess: RingGuess | null;
  onGuess: ((steps: number) => void) | null;
  onMove: (to: Place) => void;
  onChange: (part: Partial<View>) => void;
}

/** The ravine with the ways down it, what each has needed, and how that changes. */
export function RavinePicture(props: Props) {
  const { size, scale, words, view, race, told, hidden } = props;
  const shown = view.who === 'one' ? RACERS.slice(0, 1) : RACERS;
  const listed = isLow(size, scale) ? RACERS.filter((racer) => !hidden.includes(racer)) : RACERS;
  const at = layoutOf(size, scale, listed.length);
  const most = told?.most ?? 0;
  return (
    <div className="c-chart ravine-chart" style={size}>
      <RavinePlane
        at={at.plane}
        scale={scale}
        words={words}
        view={view}
        ways={race?.ways ?? null}
        shown={shown.filter((racer) => !hidden.includes(racer))}
        onMove={props.onMove}
      />
      <ul
        className="race-legend"
        style={{ left: at.legend.left, width: at.legend.width, lineHeight: `${at.legend.row}px` }}
      >
        {listed.map((racer) => {
          const way = race?.ways[racer];
          const known = way && !hidden.includes(racer) && shown.includes(racer);
          return (
            <li
              key={racer}
              className={`race-${racer}`}
              data-off={shown.includes(racer) ? undefined : ''}
            >
              <b>{words.text(`racer.${racer}`)}</b>
              {at.legend.width > 220 * scale && known && way.steps !== null && (
                <span>{words.text('rate', { rate: figuresOf(way.rate) })}</span>
              )}
              <output>
                {known ? stepsText(words, way.steps, most) : shown.includes(racer) ? '?' : '–'}
              </output>
            </li>
          );
        })}
      </ul>
      {told && (
        <div className="ravine-steps" style={{ left: at.chart.left, top: at.chart.top }}>
          <RavineChart
            size={{ width: at.chart.width, height: at.chart.height }}
            scale={scale}
            words={words}
            view={view}
            data={told}
            shown={shown}
            hidden={hidden}
            guess={props.guess}
            onGuess={props.onGuess}
            onChange={props.onChange}
          />
        </div>
      )}
    </div>
  );
}
