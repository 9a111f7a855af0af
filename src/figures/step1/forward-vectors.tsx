import { toned } from '../../charts/color.ts';
import { divergingLevel, largest, levelClass } from '../../charts/ramp.ts';
import { lyingBars, uprightBars, type ForwardLayout } from './forward-layout.ts';
import { frame, reached, type ForwardVectorsProps } from './forward-parts.ts';
import { Thread } from './forward-thread.tsx';
import type { Part } from './forward-terms.ts';
import type { Box } from './matrices.ts';

/** The vectors between the matrices: embedding, hidden units, gates, logits, probabilities. */
export function ForwardVectors(props: ForwardVectorsProps) {
  const { at, pass, reach, lit, words } = props;
  const has = (part: Part): boolean => reached(reach, part);
  return (
    <g aria-hidden="true">
      {[at.wte, at.fc1, at.fc2].map((box) => (
        <rect key={`${box.x} ${box.y}`} className="c-frame" {...frame(box)} />
      ))}
      {(['x', 'a'] as const).map((part) => (
        <rect key={part} className={lit === part ? 'c-hover' : 'c-frame'} {...frame(at[part])} />
      ))}
      <Embedding at={at} values={pass.x} />
      <Hidden {...props} off={!has('h')} gated={has('a')} />
      {has('a') && <Gated {...props} />}
      <Logits {...props} off={!has('logits')} />
      <Probabilities {...props} off={!has('probs')} />
      {(at.roomy || !has('a')) && (
        <text className="c-note" x={0} y={at.h.y + at.h.height * 0.5}>
          {words.h}
        </text>
      )}
      {has('a') && (
        <text
          className="forward-gates"
          x={0}
          y={at.h.y + at.h.height * 0.5 + (at.roomy ? 15 * at.scale : 0)}
        >
          {words.gates}
        </text>
      )}
      <text className="c-note" x={0} y={at.probs.y - 4}>
        {words.probs}
      </text>
      <text
        className="c-note"
        x={at.logits.x + at.logits.width}
        y={at.logits.y - 4}
        textAnchor="end"
      >
        {words.logits}
      </text>
      <Thread {...props} />
    </g>
  );
}

function Embedding({ at, values }: { at: ForwardLayout; values: ArrayLike<number> }) {
  const levels = Array.from(values, (value) => divergingLevel(value, 1));
  const tall = at.cellHeight.toFixed(2);
  return [...new Set(levels)].map((level) => (
    <path
      key={level}
      className={levelClass('diverging', level)}
      d={levels
        .map((own, i) =>
          own === level
            ? `M${at.x.x.toFixed(1)} ${(at.x.y + i * at.cellHeight).toFixed(1)}h${at.x.width.toFixed(1)}v${tall}h-${at.x.width.toFixed(1)}z`
            : '',
        )
        .join('')}
    />
  ));
}

const open = (value: number): boolean => value > 0;
const shut = (value: number): boolean => value <= 0;

/** Marks that the story has not come to yet: their outlines alone. */
interface Later {
  off: boolean;
}
const everything = (): boolean => true;

/** Bars of the hidden units; those that a gate holds back are hollow. */
function Hidden({ at, pass, spot, gated, off }: ForwardVectorsProps & Later & { gated: boolean }) {
  const most = largest(pass.h) || 1;
  const h = Array.from(pass.h);
  const span = {
    box: at.h,
    pitch: at.cellWidth,
    inset: Math.min(0.75, at.cellWidth * 0.15),
    low: Math.min(0, ...h),
    high: Math.max(0, ...h) || most,
  };
  const zero = at.h.y + (span.high / (span.high - span.low)) * at.h.height;
  if (off) return <path className="forward-off" d={uprightBars(h, everything, span)} />;
  const a = Array.from(pass.a);
  const passes = (value: number, i: number): boolean => !gated || a[i] !== 0 || open(value);
  return (
    <>
      <path style={{ fill: toned('activation', 0.6) }} d={uprightBars(h, passes, span)} />
      <path
        className="forward-shut"
        d={uprightBars(h, (value, i) => !passes(value, i) && shut(value), span)}
      />
      <path className="c-axis" d={`M${at.h.x} ${zero}h${at.h.width}`} />
      {(spot.part === 'h' || spot.part === 'a') && (
        <path
          style={{ fill: toned('activation') }}
          d={uprightBars(h, (_, i) => i === spot.i && (a[i] !== 0 || !gated), span)}
        />
      )}
    </>
  );
}

/** Inks of what comes through a gate, from little to most. */
const TONES = [0.3, 0.5, 0.7, 1];
const toneAt = (value: number, most: number): number =>
  value === 0 ? -1 : Math.min(3, Math.floor((4 * Math.abs(value)) / most));

/** What the gates let through, over the columns that read it; the others are veiled. */
function Gated({ at, pass }: ForwardVectorsProps) {
  const a = Array.from(pass.a);
  const most = largest(a) || 1;
  const wide = at.cellWidth.toFixed(2);
  const cells = (which: (value: number) => boolean, box: Box = at.a): string =>
    a
      .map((value, j) =>
        which(value)
          ? `M${(box.x + j * at.cellWidth).toFixed(1)} ${box.y.toFixed(1)}h${wide}v${box.height.toFixed(1)}h-${wide}z`
          : '',
      )
      .join('');
  return (
    <>
      {TONES.map((tone, k) => (
        <path
          key={tone}
          style={{ fill: toned('activation', tone) }}
          d={cells((value) => toneAt(value, most) === k)}
        />
      ))}
      <path className="forward-veil" d={cells((value) => value === 0, at.fc2)} />
    </>
  );
}

function Logits({ at, pass, target, spot, off }: ForwardVectorsProps & Later) {
  const values = Array.from(pass.logits);
  const span = {
    box: at.logits,
    pitch: at.cellHeight,
    low: Math.min(0, ...values),
    high: Math.max(0, ...values) || 1,
  };
  if (off) return <path className="forward-off" d={lyingBars(values, everything, span)} />;
  const zero = at.logits.x + (-span.low / (span.high - span.low)) * at.logits.width;
  const mine = (i: number): boolean => i === (spot.part === 'logits' ? spot.i : target);
  return (
    <>
      <path
        style={{ fill: toned('activation', 0.42) }}
        d={lyingBars(values, (_, i) => !mine(i), span)}
      />
      <path style={{ fill: toned('activation') }} d={lyingBars(values, (_, i) => mine(i), span)} />
      <path className="c-axis" d={`M${zero} ${at.logits.y}v${at.logits.height}`} />
    </>
  );
}

function Probabilities({ at, pass, target, spot, off }: ForwardVectorsProps & Later) {
  const values = Array.from(pass.probs);
  const span = {
    box: at.probs,
    pitch: at.cellHeight,
    low: 0,
    high: Math.max(...values),
    rtl: true,
  };
  if (off) return <path className="forward-off" d={lyingBars(values, everything, span)} />;
  const mine = (i: number): boolean => i === target || (spot.part === 'probs' && i === spot.i);
  return (
    <>
      <path
        style={{ fill: toned('probability', 0.42) }}
        d={lyingBars(values, (_, i) => !mine(i), span)}
      />
      <path style={{ fill: toned('probability') }} d={lyingBars(values, (_, i) => mine(i), span)} />
    </>
  );
}
