import { toned } from '../../charts/color.ts';
import { Frame } from '../../charts/Frame.tsx';
import { useLink, useLitKey } from '../../reader/links.ts';
import type { Messages } from '../../reader/messages.tsx';
import type { Size } from '../frame.tsx';
import { NumberBars } from './changes-bars.tsx';
import * as see from './changes-view.ts';

export interface ChangesPictureProps {
  size: Size;
  words: Messages;
  scale: number;
  old: see.Program;
  fresh: see.Program;
  /** Numbers of the new program with as many layers as can be stacked. */
  most: number;
  /** How many numbers the new program has is still asked. */
  asking: boolean;
  guess: number | null;
}

/** Step 3's program and Step 4's, their matrices to scale, and how many numbers both are. */
export function ChangesPicture(props: ChangesPictureProps) {
  const { size, words, scale, old, fresh, asking } = props;
  const at = see.changesLayout(old, fresh, size, scale);
  const number = (value: number) => words.text('number', { value });
  return (
    <Frame
      width={size.width}
      height={size.height}
      textScale={scale}
      label={words.text('picture')}
      description={words.text(asking ? 'pictureAsking' : 'pictureAbout', {
        old: old.numbers,
        fresh: fresh.numbers,
        heads: fresh.heads,
        layers: fresh.layers,
      })}
      className="repeats"
    >
      <text className="c-label repeats-title" x={at.oldX} y={13 * scale} textAnchor="middle">
        {words.text('old')}
      </text>
      <text className="c-label repeats-title" x={at.freshX} y={13 * scale} textAnchor="middle">
        {words.text('fresh')}
      </text>
      <path
        className="repeats-way"
        d={[at.oldX, at.freshX].map((x) => `M${x} ${20 * scale}V${at.end}`).join('')}
      />
      {at.old.map((row) => (
        <ProgramRow key={row.top} at={row} heads={1} scale={scale} beside={at.oldBeside} />
      ))}
      {at.fresh.map((row) => (
        <ProgramRow
          key={row.top}
          at={row}
          heads={fresh.heads}
          scale={scale}
          beside={at.freshBeside}
          added={(row.row.layer ?? 0) > 0}
        />
      ))}
      {at.fresh.map(({ row, top, height }) => {
        const y = top + height / 2 + 4 * scale;
        const known = at.old.some((other) => other.top === top);
        return (
          <g key={top} className="repeats-row">
            <text className="c-mono" x={at.namesX} y={y} textAnchor="middle">
              {words.text(`rows.${row.id}`)}
            </text>
            {known && !Number.isNaN(at.oldNumber) && (
              <text className="c-mono repeats-count" x={at.oldNumber} y={y} textAnchor="end">
                {number(see.countOf(row))}
              </text>
            )}
            {!Number.isNaN(at.freshNumber) && (
              <text
                className="c-mono repeats-count"
                data-new={!known || undefined}
                x={at.freshNumber}
                y={y}
                textAnchor="end"
              >
                {asking ? '?' : number(see.countOf(row))}
              </text>
            )}
          </g>
        );
      })}
      {fresh.layers > 1 && <Braces at={at} words={words} scale={scale} />}
      <NumberBars {...props} at={at} />
    </Frame>
  );
}

interface RowProps {
  at: see.RowAt;
  heads: number;
  scale: number;
  /** Where its sets of weights are drawn. */
  beside: number;
  /** It stands in a layer that the program of Step 3 lacks. */
  added?: boolean;
}

/** Matrices side by side, cut where several heads share them; beside attention, a set a head. */
function ProgramRow({ at, heads, scale, beside, added = false }: RowProps) {
  const { lit, bind } = useLink('weight');
  return (
    <>
      {at.plates.map((plate) => (
        <Matrix key={plate.name} plate={plate} heads={heads} scale={scale} added={added} />
      ))}
      {at.row.id === 'attention' && (
        <path
          {...bind}
          style={{ fill: toned('probability', lit ? 1 : 0.8) }}
          d={see.trianglesPath(
            { x: beside, y: at.top, width: 44 * scale, height: at.height },
            heads,
          )}
        />
      )}
    </>
  );
}

interface MatrixProps {
  plate: see.Plate;
  heads: number;
  scale: number;
  added: boolean;
}

function Matrix({ plate, heads, scale, added }: MatrixProps) {
  const { key, x, y, width, height } = plate;
  const { bind, lit } = useLink(key);
  const dimmed = useLitKey() !== null && !lit;
  const tone = (added ? 0.72 : 0.26) * (dimmed ? 0.6 : 1);
  const cut = see.cutOf(key);
  return (
    <g {...bind} className="repeats-matrix" data-lit={lit || undefined}>
      <rect
        x={x}
        y={y}
        width={Math.max(2, width)}
        height={Math.max(2, height)}
        style={{ fill: toned('parameter', tone) }}
      />
      {cut && heads > 1 && (
        <path
          style={{ fill: toned('parameter', Math.min(1, tone + 0.26)) }}
          d={see.stripsPath(plate, heads, cut)}
        />
      )}
      <rect
        className="repeats-edge"
        x={x}
        y={y}
        width={Math.max(2, width)}
        height={Math.max(2, height)}
      />
      {cut && width >= 15 && height >= 15 && (
        <text
          className="repeats-inside"
          x={x + width / 2}
          y={y + height / 2 + 4 * scale}
          textAnchor="middle"
        >
          {key.slice(-1)}
        </text>
      )}
    </g>
  );
}

interface BracesProps {
  at: see.ChangesLayout;
  words: Messages;
  scale: number;
}

/** Which rows are one layer. */
function Braces({ at, words, scale }: BracesProps) {
  const { bind, lit } = useLink('layer');
  return (
    <g {...bind}>
      {at.fresh
        .filter(({ row }) => row.id === 'fc1')
        .map((row) => {
          const layer = row.row.layer ?? 0;
          const foot = at.fresh.find((one) => one.row.id === 'fc2' && one.row.layer === layer);
          if (!foot) return null;
          return (
            <g key={layer}>
              <path
                className={lit ? 'repeats-brace repeats-lit' : 'repeats-brace'}
                d={`M${at.freshBeside} ${row.top}V${foot.top + foot.height}`}
              />
              <text
                className="c-note"
                x={at.freshBeside + 5 * scale}
                y={(row.top + foot.top + foot.height) / 2 + 4 * scale}
              >
                {words.text('layer', { layer: layer + 1 })}
              </text>
            </g>
          );
        })}
    </g>
  );
}
