import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { HeatMapCanvas } from '../../charts/index.ts';
import { largest } from '../../charts/ramp.ts';
import type { Messages } from '../../reader/messages.tsx';
import type { ParameterAt, Result, TensorShape } from '../../worker/protocol.ts';
import { mapLayout, type MapPlate } from './diary-map-layout.ts';
import { figuresOf } from './figures-of.ts';
import { parameterName, parameterNamed, tensorName } from './parameter-name.ts';

export interface DiaryMapProps {
  words: Messages;
  size: { width: number; height: number };
  scale: number;
  shapes: readonly TensorShape[];
  labels: readonly string[];
  layers: number;
  state: Result<'weights'> | null;
  chosen: ParameterAt;
  onChoose: (parameter: ParameterAt) => void;
  onClose: () => void;
}

const FIELD = 40;

/** Every parameter of the network by what it remembers: a cell or a name chooses one. */
export function DiaryMap(props: DiaryMapProps) {
  const { words, size, scale, shapes, labels, layers, state, chosen, onChoose, onClose } = props;
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const wrong = typed !== '' && parameterNamed(typed, shapes, labels) === null;
  const at = mapLayout(shapes, { width: size.width, height: size.height - FIELD * scale }, scale);
  const roots = useMemo(
    () => shapes.map(({ name }) => state?.tensors[name]?.v?.map(Math.sqrt) ?? null),
    [shapes, state],
  );
  const most = Math.max(1e-12, ...roots.map((values) => (values ? largest(values) : 0)));
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  return (
    <div
      className="diary-map"
      role="presentation"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <form
        className="diary-field"
        onSubmit={(event) => {
          event.preventDefault();
          const found = parameterNamed(typed, shapes, labels);
          if (found) onChoose(found);
        }}
      >
        <label htmlFor={id}>{words.text('map.field')}</label>
        <input
          ref={field}
          id={id}
          type="text"
          className="num"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          placeholder={parameterName(chosen, labels, layers)}
          aria-invalid={wrong || undefined}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <button type="submit" className="tool" disabled={typed === '' || wrong}>
          {words.text('map.open')}
        </button>
        <span className="diary-hint">{words.text(wrong ? 'map.wrong' : 'map.hint')}</span>
      </form>
      <div className="diary-plates" style={{ height: at.height }}>
        {at.plates.map((plate, k) => (
          <Plate
            key={plate.shape.name}
            {...props}
            plate={plate}
            cell={at.cell}
            values={roots[k]}
            most={most}
          />
        ))}
      </div>
    </div>
  );
}

function Plate(
  props: DiaryMapProps & {
    plate: MapPlate;
    cell: number;
    values: Float64Array | null;
    most: number;
  },
) {
  const { words, plate, cell, values, most, labels, layers, chosen, onChoose } = props;
  const { shape, turned, columns, rows } = plate;
  const matrix = useMemo(() => {
    const drawn = new Float64Array(rows * columns);
    if (values)
      for (let r = 0; r < rows; r++)
        for (let c = 0; c < columns; c++)
          drawn[r * columns + c] = values[turned ? c * shape.cols + r : r * shape.cols + c];
    return { values: drawn, rows, columns };
  }, [values, rows, columns, turned, shape.cols]);
  const of = (r: number, c: number): ParameterAt => ({
    tensor: shape.name,
    row: turned ? c : r,
    col: turned ? r : c,
  });
  const own = chosen.tensor === shape.name;
  return (
    <div className="diary-plate" style={{ left: plate.x, top: plate.y }}>
      <span className="diary-tensor">{tensorName(shape.name, layers)}</span>
      <HeatMapCanvas
        width={columns * cell + 4}
        maxCell={cell}
        matrix={matrix}
        max={most}
        label={words.text('map.matrix', {
          name: tensorName(shape.name, layers),
          rows: shape.rows,
          cols: shape.cols,
        })}
        selected={own ? (turned ? [chosen.col, chosen.row] : [chosen.row, chosen.col]) : null}
        announce={(r, c) =>
          words.text('map.cell', {
            name: parameterName(of(r, c), labels, layers),
            value: figuresOf(matrix.values[r * columns + c]),
          })
        }
        onSelect={(r, c) => onChoose(of(r, c))}
      />
    </div>
  );
}
