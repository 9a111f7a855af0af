import { Frame } from '../../../charts/Frame.tsx';
import { fixed } from '../../../charts/index.ts';
import { divergingLevel, largest, levelClass } from '../../../charts/ramp.ts';
import type { Messages } from '../../../reader/messages.tsx';
import type { Size } from '../../frame.tsx';
import {
  altered,
  movedRows,
  normedBy,
  normsLayout,
  spreadOf,
  type Batch,
  type Layout,
  type View,
} from './three-norms-view.ts';

interface Props {
  size: Size;
  words: Messages;
  scale: number;
  batch: Batch;
  letters: readonly string[];
  view: View;
  /** What comes out is hidden. */
  asking: boolean;
  onRow: (row: number) => void;
}

const two = fixed(2);

/** The batch as it comes in, and as it comes out, a vector a row. */
export function ThreeNormsPicture(props: Props) {
  const { size, words, scale, batch, letters, view, asking, onRow } = props;
  const at = normsLayout(size, scale, batch.length);
  const into = altered(batch, view);
  const out = normedBy(view.norm, into);
  const moved = movedRows(batch, view);
  const shown = view.alone ? [view.row] : batch.map((_, t) => t);
  return (
    <div style={{ position: 'relative' }}>
      <Frame
        width={size.width}
        height={size.height}
        textScale={scale}
        label={words.text('picture')}
        description={words.text('pictureAbout', {
          norm: words.text(`norms.${view.norm}`),
          moved: moved.filter(Boolean).length,
          rows: shown.length,
        })}
      >
        <Grid
          {...props}
          at={at}
          top={at.before}
          title={words.text('into')}
          rows={into}
          ids={shown}
        />
        {asking ? (
          <text className="c-label" x={at.left} y={at.after + 2 * at.row}>
            ?
          </text>
        ) : (
          <Grid
            {...props}
            at={at}
            top={at.after}
            title={words.text('out')}
            rows={out}
            ids={shown}
            moved={moved}
          />
        )}
      </Frame>
      <div role="group" aria-label={words.text('hand')}>
        {letters.map((letter, t) => (
          <button
            // Letters keep their places.
            key={t}
            type="button"
            className="norms-letter"
            aria-pressed={t === view.row}
            aria-label={words.text('take', { letter, at: t + 1 })}
            style={{
              top: at.before + t * at.row,
              width: at.left - 4,
              height: at.row,
              fontSize: `min(1em, ${at.row}px)`,
            }}
            onClick={() => onRow(t)}
          >
            {letter}
          </button>
        ))}
      </div>
    </div>
  );
}

/** Cells of one ink share a path; beside each row its mean and spread, or that it has moved. */
function Grid(
  props: Props & {
    at: Layout;
    top: number;
    title: string;
    rows: Batch;
    ids: readonly number[];
    moved?: readonly boolean[];
  },
) {
  const { at, top, title, rows, ids, moved, words, scale, view } = props;
  const most = Math.max(1e-6, largest(rows.flat()));
  const paths = new Map<number, string>();
  const gap = at.row > 9 ? 1 : 0;
  const place = (t: number) => top + ids[t] * at.row;
  rows.forEach((x, t) => {
    const cell = at.cells / x.length;
    x.forEach((xi, i) => {
      const level = divergingLevel(xi, most);
      if (level === 0) return;
      const box = `M${(at.left + i * cell).toFixed(1)} ${(place(t) + gap / 2).toFixed(1)}h${cell.toFixed(1)}v${(at.row - gap).toFixed(1)}h${(-cell).toFixed(1)}z`;
      paths.set(level, (paths.get(level) ?? '') + box);
    });
  });
  const small = Math.min(11.5 * scale, at.row);
  return (
    <g>
      <text className="c-label" x={at.left} y={top - 6 * scale}>
        {title}
      </text>
      <text className="c-note" x={at.left + at.cells + 8 * scale} y={top - 6 * scale}>
        {words.text('beside')}
      </text>
      {[...paths].map(([level, d]) => (
        <path key={level} className={levelClass('diverging', level)} d={d} />
      ))}
      {rows.map((x, t) => {
        const { mean, spread } = spreadOf(x);
        return (
          <g
            // Rows keep their places.
            key={t}
          >
            <rect
              className="norms-row"
              data-hand={ids[t] === view.row || undefined}
              x={at.left}
              y={place(t) + gap / 2}
              width={at.cells}
              height={at.row - gap}
            />
            <text
              className="c-mono norms-beside"
              data-moved={moved?.[t] || undefined}
              style={{ fontSize: small }}
              x={at.left + at.cells + 8 * scale}
              y={place(t) + at.row / 2 + small * 0.36}
            >
              {two(mean)} · {two(spread)}
              {moved?.[t] ? ` ${words.text('moved')}` : ''}
            </text>
          </g>
        );
      })}
    </g>
  );
}
