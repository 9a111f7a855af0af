import { toned } from '../../charts/color.ts';
import type { ChangesPictureProps } from './changes-picture.tsx';
import type { ChangesLayout, Program } from './changes-view.ts';

/** Numbers of both programs as bars: outside the layers, then layer by layer. */
export function NumberBars(props: ChangesPictureProps & { at: ChangesLayout }) {
  const { at, words, scale, old, fresh, most, asking, guess } = props;
  const { left, right, top } = at.bars;
  const unit = (right - left) / Math.max(most, old.numbers, fresh.numbers, guess ?? 0);
  const second = top + at.bar + 8 * scale;
  const bar = (program: Program, y: number, known: boolean) => (
    <>
      {known && (
        <>
          <rect
            x={left}
            y={y}
            width={program.tables * unit}
            height={at.bar}
            style={{ fill: toned('parameter', 0.55) }}
          />
          {Array.from({ length: program.layers }, (_, layer) => (
            <rect
              // Layers keep their places.
              key={layer}
              x={left + (program.tables + layer * program.layer) * unit + 1.5}
              y={y}
              width={Math.max(0, program.layer * unit - 1.5)}
              height={at.bar}
              style={{ fill: toned('parameter', layer === 0 ? 0.26 : 0.72) }}
            />
          ))}
        </>
      )}
      <text
        className="c-mono c-strong repeats-sum"
        x={known ? left + program.numbers * unit + 6 : left + 2}
        y={y + at.bar / 2 + 4 * scale}
      >
        {known ? words.text('number', { value: program.numbers }) : '?'}
      </text>
    </>
  );
  const mine = guess === null ? null : left + guess * unit;
  return (
    <g>
      <text className="c-note" x={0} y={top - 7 * scale}>
        {words.text('numbers')}
      </text>
      {(['old', 'fresh'] as const).map((side, i) => (
        <text
          key={side}
          className="c-note"
          x={left - 8 * scale}
          y={(i === 0 ? top : second) + at.bar / 2 + 4 * scale}
          textAnchor="end"
        >
          {words.text(side)}
        </text>
      ))}
      {bar(old, top, true)}
      {bar(fresh, second, !asking)}
      <path className="c-axis" d={`M${left} ${top - 3}V${second + at.bar + 3}`} />
      {mine !== null && guess !== null && (
        <>
          <path className="repeats-guess" d={`M${mine} ${second - 3}V${second + at.bar + 3}`} />
          <text
            className="c-mono c-mine c-haloed"
            x={mine}
            y={second + at.bar + 14 * scale}
            textAnchor={mine > right - 60 ? 'end' : 'middle'}
          >
            {words.text('yours', { guess })}
          </text>
        </>
      )}
    </g>
  );
}
