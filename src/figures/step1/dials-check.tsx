import { useMemo } from 'react';
import { Scatter, fixed } from '../../charts/index.ts';
import type { Mistake } from '../../engine/broken.ts';
import type { Messages } from '../../reader/messages.tsx';
import { Switch } from '../switch.tsx';
import { MISTAKES, type Guess, type Part } from './dials-view.ts';
import type { AllDials } from './dials-data.ts';
import { MATRICES, cellName, shortName, type CellAt } from './matrices.ts';
import { cellOfPlace, placeInMatrix } from './weights-view.ts';

export interface CheckProps {
  words: Messages;
  data: AllDials;
  /** Side of a square, px. */
  square: number;
  scale: number;
  /** Over the squares the race alone, or the rules alone; null is both. */
  part: Part | null;
  mistake: Mistake | null;
  /** Only the squares show while a question about them stands. */
  asking: boolean;
  guess: Guess | null;
  onMistake: (mistake: Mistake | null) => void;
  onGrab: (cell: CellAt) => void;
}

const whole = (words: Messages, value: number): string => words.text('number', { value });
const two = fixed(2);
const five = fixed(5);
/** Over a smaller square only the number of dots that are off is said, px. */
const SMALL = 128;

/** By hand against by nudging, a dot a dial, a square a matrix; the race; the rule's mistakes. */
export function DialsCheck(props: CheckProps) {
  const { words, mistake, asking, part } = props;
  return (
    <div className="dials-check">
      {!asking && (
        <>
          {part !== 'race' && (
            <p className="dials-rules">
              {part === null && <span className="dials-head">{words.text('rules')}</span>}
              <Switch<string>
                label={words.text('rules')}
                value={mistake ?? 'right'}
                options={MISTAKES.map((one) => ({
                  value: one ?? 'right',
                  label: words.text(`mistakes.${one ?? 'right'}`),
                }))}
                onChange={(value) => props.onMistake(MISTAKES.find((one) => one === value) ?? null)}
              />
            </p>
          )}
          {part !== 'rules' && <RaceLine {...props} />}
        </>
      )}
      <div className="dials-squares">
        {MATRICES.map((name, k) => (
          <SquareOf key={name} {...props} k={k} />
        ))}
      </div>
    </div>
  );
}

/** How long the nudges take, and how long one way back; to be stopped, and run again. */
function RaceLine({ words, data }: CheckProps) {
  const { race } = data;
  const total = race.numerical.length;
  const share = total > 0 ? race.done / total : 0;
  const over = race.done >= total && total > 0;
  return (
    <div className="dials-race">
      <p>
        {words.say(over ? 'raced' : 'racing', {
          done: whole(words, race.done),
          total: whole(words, total),
          passes: whole(words, 2 * race.done),
          ms: race.nudgingMs.toFixed(0),
          back: Number.isFinite(race.handMs) ? race.handMs.toPrecision(2) : '–',
          times: whole(words, Math.round(race.nudgingMs / race.handMs) || 0),
        })}
      </p>
      <button
        type="button"
        className="tool"
        disabled={total === 0}
        onClick={over ? race.again : race.stopped ? race.resume : race.stop}
      >
        {words.text(over ? 'again' : race.stopped ? 'resume' : 'stop')}
      </button>
      <span
        className="dials-done"
        role="progressbar"
        aria-label={words.text('progress')}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={race.done}
        style={{ inlineSize: `${(100 * share).toFixed(1)}%` }}
      />
    </div>
  );
}

/** A square's dots as the chart takes them; the same array as long as they are the same. */
const useGroups = (
  dots: { readonly xs: Float64Array; readonly ys: Float64Array } | undefined,
  k: number,
) =>
  useMemo(() => {
    const id = MATRICES[k];
    return dots ? [{ id, label: shortName(id), xs: dots.xs, ys: dots.ys }] : [];
  }, [dots, k]);

function SquareOf({ k, ...props }: CheckProps & { k: number }) {
  const { words, data, square: side, scale, guess } = props;
  const { size, cell, squares, most, tolerance } = data;
  const name = MATRICES[k];
  const square = squares?.[k];
  const groups = useGroups(squares?.[k], k);
  const total = square?.xs.length ?? 0;
  const small = side < SMALL * scale;
  const cellOf = (index: number): CellAt => cellOfPlace(size!, k, index);
  const selected =
    square && size && cell?.tensor === name ? { group: 0, index: placeInMatrix(size, cell) } : null;
  return (
    <div style={{ inlineSize: side }}>
      <p className="dials-square">
        <span className="dials-name">
          {shortName(name)}
          {guess?.[k] && <span className="dials-guess" title={words.text('yours')} />}
        </span>
        <span className={square && square.off > 0 ? 'dials-off' : undefined}>
          {square ? whole(words, square.off) : '–'}
          <span className="dials-of">
            {' '}
            {small ? words.text('offShort') : words.text('off', { total: whole(words, total) })}
          </span>
        </span>
      </p>
      <div className="dials-plot" style={{ blockSize: side + 20 * scale }}>
        <Scatter
          width={side + 10}
          groups={groups}
          max={most > 0 ? most : 1}
          tolerance={tolerance}
          radius={1.2}
          labels={false}
          textScale={scale}
          format={two}
          words={k === 0 ? { y: words.text('byHand') } : undefined}
          label={words.text('square', { name: shortName(name) })}
          description={words.text('squareDescription', {
            off: square?.off ?? 0,
            total,
          })}
          selected={selected}
          onSelect={(point) => props.onGrab(cellOf(point.index))}
          announce={({ index }) =>
            words.text('dot', {
              name: cellName(cellOf(index)),
              x: five(square?.xs[index] ?? NaN),
              y: five(square?.ys[index] ?? NaN),
            })
          }
        />
      </div>
    </div>
  );
}
