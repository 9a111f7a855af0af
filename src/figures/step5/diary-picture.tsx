import { useMemo, useRef, type CSSProperties } from 'react';
import { monoWidth, sansWidth } from '../../charts/text.ts';
import type { NetworkSettings } from '../../engine/recipe.ts';
import type { Messages } from '../../reader/messages.tsx';
import type { ParameterAt } from '../../worker/protocol.ts';
import type { Size } from '../frame.tsx';
import { useTextScale } from '../text-scale.ts';
import { DiaryBands } from './diary-bands.tsx';
import { curvesOf } from './diary-curves.ts';
import type { DiaryData } from './diary-data.ts';
import { DiaryMap } from './diary-map.tsx';
import { DiaryRates } from './diary-rates.tsx';
import { diaryLayout, type View } from './diary-view.ts';
import { parameterName } from './parameter-name.ts';

export interface DiaryPictureProps {
  room: Size;
  words: Messages;
  data: DiaryData;
  settings: NetworkSettings;
  view: View;
  steps: number;
  /** Rate of Step 4, the same for all. */
  plain: number;
  lit: string | null;
  guess: number | null;
  /** What the day's gradient leads to is not shown yet. */
  veiled: boolean;
  onChoose: (who: View['who']) => void;
  onMap: (open: boolean) => void;
  onDay: (day: number) => void;
}

const PICKER = 30;
/** In less room, a question about one weight takes the place of the others’ names, px. */
const TIGHT = 190;
const GAP = 14;
/** Room for the arrow of the map's button, px. */
const ARROW = 14;

export function DiaryPicture(props: DiaryPictureProps) {
  const { room, words, data, settings, view, steps } = props;
  const { cast, chosen, labels, series, day, entry } = data;
  const root = useRef<HTMLDivElement>(null);
  const scale = useTextScale(root);
  const tight = props.veiled && room.height < TIGHT * scale;
  const picker = tight ? 0 : PICKER * scale;
  const size = { width: room.width, height: room.height - picker };
  const at = useMemo(
    () => diaryLayout({ width: room.width, height: room.height - picker }, scale),
    [room.width, room.height, picker, scale],
  );
  const curves = useMemo(
    () => (series ? curvesOf(series, at, settings, steps) : null),
    [series, at, settings, steps],
  );
  const scaled: CSSProperties & Record<'--c-scale', number> = { '--c-scale': scale };
  return (
    <div className="diary" ref={root} style={scaled}>
      {!tight && <Picker {...props} scale={scale} height={picker} />}
      {view.map && cast && chosen ? (
        <DiaryMap
          words={words}
          size={size}
          scale={scale}
          shapes={cast.network.shapes}
          labels={labels}
          layers={cast.layers}
          state={data.map}
          chosen={chosen}
          onChoose={props.onChoose}
          onClose={() => props.onMap(false)}
        />
      ) : (
        <div className="diary-book">
          <DiaryBands
            words={words}
            at={at}
            height={size.height}
            scale={scale}
            steps={steps}
            series={series}
            curves={curves}
            day={day}
            entry={entry}
            bands={view.bands}
            lit={props.lit}
            guess={props.guess}
            veiled={props.veiled}
            dayText={words.text('day', { day })}
            onDay={props.onDay}
          />
          {at.rates && data.rates && cast && (
            <div className="c-chart diary-side" style={{ width: room.width, height: size.height }}>
              <svg
                width={room.width}
                height={size.height}
                viewBox={`0 0 ${room.width} ${size.height}`}
                role="img"
                aria-label={words.text('rates.label', { day })}
              >
                <DiaryRates
                  words={words}
                  box={at.rates}
                  scale={scale}
                  rates={data.rates}
                  rate={settings.rate}
                  plain={props.plain}
                  parameters={cast.network.parameters}
                  mine={
                    entry && entry.root > 0 ? settings.rate / (entry.root + settings.eps) : null
                  }
                />
              </svg>
            </div>
          )}
        </div>
      )}
    </div>
  );
}

/** A few parameters by name, as many as fit, and the way to all others. */
function Picker(props: DiaryPictureProps & { scale: number; height: number }) {
  const { words, data, view, room, scale } = props;
  const { cast, chosen, labels } = data;
  if (!cast || !chosen) return <div style={{ height: props.height }} />;
  const name = (one: ParameterAt): string => parameterName(one, labels, cast.layers);
  const own = name(chosen);
  const names = data.parameters.map(name);
  const listed = names.includes(own);
  const wide = (text: string): number => monoWidth(text, 12.5 * scale) + GAP;
  const last = listed ? sansWidth(words.text('any'), 13 * scale) : wide(own);
  let left = room.width - last - ARROW * scale;
  const shown = data.parameters.filter((_, i) => {
    left -= wide(names[i]);
    return left >= 0;
  });
  return (
    <div
      className="diary-picker switch"
      style={{ height: props.height }}
      role="group"
      aria-label={words.text('pick')}
    >
      {shown.map((one, i) => (
        <button
          key={name(one)}
          type="button"
          aria-pressed={name(one) === own}
          onClick={() => props.onChoose(i === 0 ? 'mine' : i === 1 ? 'quiet' : one)}
        >
          {name(one)}
        </button>
      ))}
      <button
        type="button"
        className="diary-any"
        aria-expanded={view.map}
        aria-pressed={listed ? undefined : true}
        onClick={() => props.onMap(!view.map)}
      >
        {listed ? words.text('any') : own} {view.map ? '▴' : '▾'}
      </button>
    </div>
  );
}
