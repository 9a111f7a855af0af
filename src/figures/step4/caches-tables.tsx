import { memo } from 'react';
import { Frame } from '../../charts/Frame.tsx';
import { quantityColor, toned } from '../../charts/color.ts';
import { fixed } from '../../charts/index.ts';
import { divergingLevel, ink, largest, levelClass, SEQUENTIAL_LEVELS } from '../../charts/ramp.ts';
import { useLink } from '../../reader/links.ts';
import type { Messages } from '../../reader/messages.tsx';
import type { Caches } from './caches-data.ts';
import { BESIDE, type CachesLayout, type Kept, type Shown } from './caches-view.ts';

interface Props {
  width: number;
  at: CachesLayout;
  scale: number;
  words: Messages;
  known: Caches;
  shown: Shown;
  /** Tokens read so far. */
  read: number;
}

const HALVES = ['keys', 'values'] as const;
const QUANTITY = { keys: 'key', values: 'value' } as const;
/** Between the keys of a row and its values, px. */
const GAP = 3;
const percent = fixed(0);

/** A table for each layer, with a row of keys and of values for each token read. */
export function CachesTables(props: Props) {
  const { width, at, scale, words, known, shown, read } = props;
  const most = Math.max(
    ...known.kept.flatMap(({ keys, values }) => [largest(keys.values), largest(values.values)]),
  );
  const tokens = known.symbols.length;
  return (
    <Frame
      width={width}
      height={at.towers}
      textScale={scale}
      label={words.text('picture')}
      description={words.text('pictureAbout', {
        layers: known.layers,
        read,
        shown,
        held: known.changes ? known.changes.flat().filter((change) => change === 0).length : 0,
        rows: tokens * known.layers,
      })}
    >
      {known.kept.map((kept, l) => (
        <g
          // Layers keep their places.
          key={l}
          transform={`translate(${at.left[l]} 0)`}
        >
          <Head {...props} layer={l} />
          <path
            className="caches-rules"
            d={Array.from(
              { length: tokens + 1 },
              (_, t) => `M0 ${(at.top + t * at.row).toFixed(1)}h${at.cells.toFixed(1)}`,
            ).join('')}
          />
          <Halves {...props} kept={kept} after={known.after?.[l] ?? null} most={most} />
          {shown === 'change' && known.changes && <Beside {...props} changes={known.changes[l]} />}
        </g>
      ))}
    </Frame>
  );
}

/** Which layer, and where its keys and values stand. */
function Head({ at, scale, words, known, layer }: Props & { layer: number }) {
  const size = (at.cells - GAP) / 2;
  return (
    <>
      <text className="c-label" x={0} y={13 * scale}>
        {words.text(known.layers > 3 && at.low ? 'layerShort' : 'layer', { layer: layer + 1 })}
      </text>
      {HALVES.map((half, k) => (
        <text
          key={half}
          className="c-note"
          style={{ fill: quantityColor(QUANTITY[half]) }}
          x={k * (size + GAP)}
          y={31 * scale}
        >
          {words.text(size > 46 * scale ? half : `${half}Short`)}
        </text>
      ))}
    </>
  );
}

function Halves(props: Props & { kept: Kept; after: Kept | null; most: number }) {
  const { at, shown, read, kept, after, most } = props;
  const key = useLink('key');
  const value = useLink('value');
  const links = { keys: key, values: value };
  const wide = (at.cells - GAP) / 2;
  return HALVES.map((half, k) => (
    <g
      key={half}
      transform={`translate(${(k * (wide + GAP)).toFixed(1)} ${at.top})`}
      className="caches-half"
      data-lit={links[half].lit || undefined}
      {...links[half].bind}
    >
      <Cells
        half={half}
        values={kept[half].values}
        after={shown === 'change' ? (after?.[half].values ?? kept[half].values) : null}
        size={kept[half].size}
        read={read}
        wide={wide}
        row={at.row}
        most={most}
      />
      <rect className="caches-edge" width={wide} height={at.row * read} />
    </g>
  ));
}

/** Cells of one ink share a path: signed numbers, or by how much they differ from before. */
const Cells = memo(function Cells(props: {
  half: (typeof HALVES)[number];
  values: Float64Array;
  after: Float64Array | null;
  size: number;
  read: number;
  wide: number;
  row: number;
  most: number;
}) {
  const { half, values, after, size, read, wide, row, most } = props;
  const paths = new Map<number, string>();
  const cell = wide / size;
  const gap = row > 9 ? 1 : 0;
  for (let t = 0; t < read; t++) {
    for (let j = 0; j < size; j++) {
      const i = t * size + j;
      const level = after
        ? Math.ceil(ink(Math.abs(after[i] - values[i]), most, 'sqrt') * SEQUENTIAL_LEVELS)
        : divergingLevel(values[i], most);
      if (level === 0) continue;
      const box = `M${(j * cell).toFixed(2)} ${(t * row + gap / 2).toFixed(2)}h${cell.toFixed(2)}v${(row - gap).toFixed(2)}h${(-cell).toFixed(2)}z`;
      paths.set(level, (paths.get(level) ?? '') + box);
    }
  }
  return [...paths].map(([level, d]) =>
    after ? (
      <path key={level} style={{ fill: toned(QUANTITY[half], level / SEQUENTIAL_LEVELS) }} d={d} />
    ) : (
      <path key={level} className={levelClass('diverging', level)} d={d} />
    ),
  );
});

/** Beside each row, by how much it has changed; and below, how many rows have. */
function Beside(props: Props & { changes: readonly number[] }) {
  const { at, scale, words, read, changes } = props;
  const small = Math.min(11.5 * scale, at.row);
  const shown = changes.slice(0, read);
  const beside = at.cells + BESIDE * scale - 1;
  return (
    <>
      <text className="c-note" x={beside} y={31 * scale} textAnchor="end">
        %
      </text>
      {shown.map((change, t) => (
        <text
          // Rows keep their places.
          key={t}
          className="c-note caches-change"
          data-held={change === 0 || undefined}
          style={{ fontSize: small }}
          x={beside}
          y={at.top + (t + 0.5) * at.row + small * 0.36}
          textAnchor="end"
        >
          {change === 0 ? '=' : change < 0.005 ? '<1' : percent(change * 100)}
        </text>
      ))}
      <text className="c-note" x={0} y={at.top + changes.length * at.row + 15 * scale}>
        {words.text(at.low ? 'anewShort' : 'anew', {
          count: shown.filter((change) => change > 0).length,
        })}
      </text>
    </>
  );
}
