import { LineChart, fixed } from '../../charts/index.ts';
import { Range } from '../../charts/lines/Range.tsx';
import type { NetworkSettings } from '../../engine/recipe.ts';
import type { Messages } from '../../reader/messages.tsx';
import type { Result } from '../../worker/protocol.ts';
import type { Size } from '../frame.tsx';
import {
  DAYS,
  REACH,
  WIDTH,
  firstStepsLayout,
  heightOf,
  stretch,
  strokes,
  type FirstStepsLayout,
  type Panel,
  type View,
} from './first-steps-view.ts';

export interface FirstStepsPictureProps {
  room: Size;
  words: Messages;
  scale: number;
  settings: NetworkSettings;
  steps: number;
  view: View;
  withIt: Result<'firstSteps'>;
  without: Result<'firstSteps'> | null;
  /** The question about the second panel stands. */
  asking: boolean;
  onDay: (day: number) => void;
}

const two = fixed(2);
const TICKS = [-2, -1, 0, 1, 2];
/** Points of the curve, evenly apart on its axis. */
const POINTS = 60;

/** All first steps as multiples of the rate, with the correction and without, day by day. */
export function FirstStepsPicture(props: FirstStepsPictureProps) {
  const { room, words, scale, view, settings, steps } = props;
  const at = firstStepsLayout(room, scale);
  const height = room.height - at.chart;
  const days = Math.min(DAYS, props.withIt.steps.length);
  return (
    <>
      <div className="c-chart first-steps" style={{ width: room.width, height }}>
        <svg
          width={room.width}
          height={height}
          viewBox={`0 0 ${room.width} ${height}`}
          aria-hidden="true"
        >
          {TICKS.map((tick) => (
            <text
              key={tick}
              className="c-mono"
              x={at.panels[0].x - 6}
              y={heightOf(at, tick) + 4 * scale}
              textAnchor="end"
            >
              {fixed(0)(tick)}
            </text>
          ))}
          <StepsPanel {...props} at={at} panel={at.panels[0]} data={props.withIt} name="with" />
          <StepsPanel
            {...props}
            at={at}
            panel={at.panels[1]}
            data={view.without ? props.without : null}
            name="without"
          />
        </svg>
        {at.panels.map((panel, i) => (
          <Range
            key={panel.x}
            label={words.text(i === 0 ? 'scrubWith' : 'scrubWithout')}
            left={panel.x + panel.pitch / 2}
            top={at.top}
            width={panel.width - panel.pitch}
            height={at.bottom - at.top + 18 * scale}
            min={1}
            max={Math.max(1, days)}
            step={1}
            value={Math.min(view.day, days)}
            text={words.text('day', { day: view.day })}
            onChange={props.onDay}
          />
        ))}
      </div>
      {at.chart > 0 && (
        <LineChart
          width={room.width}
          height={at.chart}
          textScale={scale}
          label={words.text('chart')}
          xScale="log"
          xDomain={[1, Math.max(10, steps)]}
          yDomain={[0, REACH]}
          yTicks={[0, 1, 2, 3]}
          formatY={two}
          formatTick={fixed(0)}
          formatX={(day) => words.text('number', { value: Math.round(day) })}
          words={{ x: words.text('names'), y: words.text('stretch') }}
          ladderWidth={0}
          floors={[{ id: 'one', y: 1, quantity: 'optimizer' }]}
          cursor={view.without ? view.day : null}
          readouts={['stretch']}
          series={
            props.asking || !view.without
              ? []
              : [
                  {
                    id: 'stretch',
                    points: curve(settings, steps),
                    quantity: 'optimizer',
                    dot: false,
                  },
                ]
          }
        />
      )}
    </>
  );
}

const curve = (settings: NetworkSettings, steps: number): [number, number][] =>
  Array.from({ length: POINTS + 1 }, (_, k) => {
    const day = Math.max(10, steps) ** (k / POINTS);
    return [day, stretch(settings, day)];
  });

function StepsPanel(
  props: Omit<FirstStepsPictureProps, 'steps'> & {
    at: FirstStepsLayout;
    panel: Panel;
    data: Result<'firstSteps'> | null;
    name: 'with' | 'without';
  },
) {
  const { words, at, panel, view, scale, name, data } = props;
  const across = (rates: number) => `M${panel.x} ${heightOf(at, rates)}h${panel.width}`;
  const thick = ((at.bottom - at.top) / (2 * REACH)) * WIDTH - 0.6;
  const middle = panel.x + (view.day - 0.5) * panel.pitch;
  return (
    <g>
      <text className="c-label" x={panel.x} y={13 * scale}>
        {words.text(name)}
      </text>
      {data && (
        <path
          className="first-steps-day"
          d={`M${middle} ${at.top}V${at.bottom}`}
          style={{ strokeWidth: panel.pitch }}
        />
      )}
      <path className="c-axis" d={across(0)} />
      <path className="first-steps-rate" d={across(1) + across(-1)} />
      {data?.steps.map((one) => (
        <path
          key={one.day}
          className="first-steps-bar"
          data-pale={one.day > view.day || undefined}
          style={{ strokeWidth: Math.max(1, thick) }}
          d={strokes(one, data.parameters, panel, at)}
        />
      ))}
      {!data && props.asking && (
        <text
          className="c-note"
          x={panel.x + panel.width / 2}
          y={(at.top + at.bottom) / 2 - 8 * scale}
          textAnchor="middle"
        >
          ?
        </text>
      )}
      {[1, 4, 8, 12].map((day) => (
        <text
          key={day}
          className="c-mono"
          x={panel.x + (day - 0.5) * panel.pitch}
          y={at.bottom + 14 * scale}
          textAnchor="middle"
        >
          {day}
        </text>
      ))}
    </g>
  );
}
