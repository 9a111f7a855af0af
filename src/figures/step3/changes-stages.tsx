import { toned } from '../../charts/color.ts';
import { useLink, useLitKey } from '../../reader/links.ts';
import type { Messages } from '../../reader/messages.tsx';
import type { Changes } from './changes-data.ts';
import {
  countOf,
  type ChangesLayout,
  type Drawn,
  type StageAt,
  type View,
} from './changes-view.ts';

interface NumbersProps {
  words: Messages;
  scale: number;
  at: ChangesLayout;
  view: View;
  /** How many parameters the new program has is still asked. */
  asking: boolean;
}

interface StageProps extends NumbersProps {
  stage: StageAt;
}

/** One stage of both programs: matrices, names and how many numbers they are. */
export function StageRow({ stage, at, scale, words, view, asking }: StageProps) {
  const lines = stage.id === 'embed' ? stage.fresh.map((shape) => [shape]) : [stage.fresh];
  const middle = (stage.top + stage.bottom) / 2;
  const number = (count: number) => words.text('number', { value: count });
  return (
    <>
      {stage.old.map((shape) => (
        <Matrix key={shape.name} shape={shape} old off={false} />
      ))}
      {stage.fresh.map((shape) => (
        <Matrix
          key={shape.name}
          shape={shape}
          old={stage.old.some(({ name }) => name === shape.name)}
          off={!view.fresh}
          letter={stage.id === 'attention' ? shape.name.slice(-1) : undefined}
        />
      ))}
      {lines.map((shapes, i) => {
        const y = middle + ((i - (lines.length - 1) / 2) * 16 + 4) * scale;
        const [first] = shapes;
        const old = stage.old.filter(({ name }) => shapes.some((shape) => shape.name === name));
        const name =
          stage.id === 'attention' ? words.text('attention') : first.name.replace('mlp_', '');
        return (
          <g key={first.name} className="changes-row">
            <text className="c-mono" x={at.namesX} y={y} textAnchor="middle">
              {name}
            </text>
            <text className="c-mono changes-count" x={at.oldNumber} y={y} textAnchor="end">
              {old.length > 0 ? number(countOf(old)) : '–'}
            </text>
            {view.fresh && (
              <text
                className="c-mono changes-count"
                data-new={old.length === 0 || countOf(old) !== countOf(shapes) || undefined}
                x={at.freshNumber}
                y={y}
                textAnchor="end"
              >
                {asking ? '?' : number(countOf(shapes))}
              </text>
            )}
          </g>
        );
      })}
    </>
  );
}

interface MatrixProps {
  shape: Drawn;
  /** Step 2 has it too. */
  old: boolean;
  off: boolean;
  letter?: string;
}

function Matrix({ shape, old, off, letter }: MatrixProps) {
  const { bind, lit } = useLink(shape.name);
  const dimmed = useLitKey() !== null && !lit;
  const { x, y, width, height } = shape;
  return (
    <g {...bind} className="changes-matrix" data-lit={lit || undefined}>
      <rect
        x={x}
        y={y}
        width={Math.max(2, width)}
        height={Math.max(2, height)}
        style={{
          fill: off ? 'var(--paper)' : toned('parameter', old || dimmed ? 0.3 : 0.85),
          stroke: off ? 'var(--hair)' : 'var(--parameter)',
        }}
      />
      {letter && !off && width >= 11 && (
        <text
          className="changes-inside"
          x={x + width / 2}
          y={y + height / 2 + 4}
          textAnchor="middle"
        >
          {letter}
        </text>
      )}
    </g>
  );
}

interface SumsProps extends NumbersProps {
  changes: Changes;
  guess: number | null;
}

/** Under the columns, how many numbers each program has, and the guess beside the truth. */
export function Sums({ at, words, scale, changes, view, asking, guess }: SumsProps) {
  const { stages } = changes;
  const number = (value: number) => words.text('number', { value });
  const rule = at.sums - 15 * scale;
  const width = 44 * scale;
  return (
    <g>
      <path
        className="c-tick"
        d={`M${at.oldNumber - width} ${rule}H${view.fresh ? at.freshNumber : at.oldNumber}`}
      />
      <text className="c-note" x={at.namesX} y={at.sums} textAnchor="middle">
        {words.text('numbers')}
      </text>
      <text className="c-mono c-strong changes-sum" x={at.oldNumber} y={at.sums} textAnchor="end">
        {number(countOf(stages.flatMap(({ old }) => old)))}
      </text>
      {view.fresh && (
        <text
          className="c-mono c-strong changes-sum"
          x={at.freshNumber}
          y={at.sums}
          textAnchor="end"
        >
          {asking ? '?' : number(countOf(stages.flatMap(({ fresh }) => fresh)))}
        </text>
      )}
      {view.fresh && guess !== null && (
        <text className="c-mono c-strong c-mine" x={at.freshNumber + 8} y={at.sums}>
          {words.text('yours', { guess })}
        </text>
      )}
    </g>
  );
}
