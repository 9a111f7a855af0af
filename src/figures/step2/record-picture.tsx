import { useRef } from 'react';
import type { Messages } from '../../reader/messages.tsx';
import type { Size } from '../frame.tsx';
import { useTextScale } from '../text-scale.ts';
import { amount } from './amounts.ts';
import { NumberField } from '../number-field.tsx';
import { RecordCard, type CardField } from './record-card.tsx';
import { recordLayout, type RecordLayout } from './record-layout.ts';
import { RecordNudges } from './record-nudges.tsx';
import { CODE, takesTwo, type Kept, type View } from './record-view.ts';

interface Props {
  size: Size;
  words: Messages;
  view: View;
  kept: Kept;
  change: (part: Partial<View>) => void;
}

/** Two numbers at the left, at the right what was made of them and what it keeps. */
export function RecordPicture({ size, words, view, kept, change }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const scale = useTextScale(root);
  const { stage, about } = view;
  const two = takesTwo(view.op);
  const at = recordLayout(size, scale);
  const plain = stage === 'plain';
  const walked = stage === 'walked';
  const off = plain ? 'off' : 'known';
  const gradState = plain ? 'off' : walked ? 'known' : 'waiting';

  const given = (name: 'a' | 'b'): CardField[] => [
    {
      name: 'data',
      link: 'node',
      tone: 'activation',
      value: (
        <NumberField
          name={words.text('edit', { name })}
          value={view[name]}
          onChange={(value) => change({ [name]: value })}
        />
      ),
    },
    {
      name: 'a, b',
      link: 'node',
      tone: 'ink',
      value: 'null',
      state: off,
      note: at.small || plain ? undefined : words.text('given'),
    },
    {
      name: 'grad',
      link: 'gradient',
      tone: 'gradient',
      value: amount(kept[name].grad),
      state: gradState,
      strong: about === 'grads',
    },
  ];
  const { c } = kept;
  const maker = about === 'makers';
  const local = about === 'locals';
  const fields: CardField[] = [
    { name: 'data', link: 'node', tone: 'activation', value: amount(c.data) },
    { name: 'a', link: 'node', tone: 'ink', value: 'a', state: off, strong: maker },
    { name: 'b', link: 'node', tone: 'ink', value: two ? 'b' : 'null', state: off, strong: maker },
    {
      name: 'da',
      link: 'local',
      tone: 'activation',
      value: amount(c.da),
      state: off,
      strong: local,
    },
    {
      name: 'db',
      link: 'local',
      tone: 'activation',
      value: amount(c.db),
      state: off,
      strong: local && two,
    },
    {
      name: 'grad',
      link: 'gradient',
      tone: 'gradient',
      value: amount(c.grad),
      state: gradState,
      strong: about === 'grads',
    },
  ];

  return (
    <div className="rec" ref={root} style={{ height: at.height }}>
      <Ties at={at} two={two} off={plain} />
      {(['a', 'b'] as const).map((name, k) => (
        <div
          key={name}
          className="rec-place"
          data-absent={(name === 'b' && !two) || undefined}
          style={{ left: 0, top: at.makers[k], width: at.left }}
        >
          <RecordCard
            title={name}
            label={words.text('given-card', { name })}
            row={at.row}
            fields={given(name)}
          />
        </div>
      ))}
      <div className="rec-place" style={{ left: at.x, top: at.top, width: at.right }}>
        <RecordCard
          title={<>c = {CODE[view.op]}</>}
          label={words.text('made-card', { code: CODE[view.op] })}
          row={at.row}
          fields={fields}
        />
      </div>
      {at.brackets && (
        <div className="rec-times" data-off={plain || undefined} aria-hidden="true">
          <span style={{ left: at.bracket, top: at.top + at.row, height: 5 * at.row - 6 }}>
            {words.say('now')}
          </span>
          <span style={{ left: at.bracket, top: at.top + 6 * at.row + 2, height: at.row - 6 }}>
            {words.say('later')}
          </span>
        </div>
      )}
      {at.nudges !== null && (
        <RecordNudges
          words={words}
          nudges={kept.nudges}
          top={at.nudges}
          plain={plain}
          strong={local}
        />
      )}
    </div>
  );
}

/** From the fields a and b to the numbers that they name. */
function Ties({ at, two, off }: { at: RecordLayout; two: boolean; off: boolean }) {
  const from = at.x - 4;
  const to = at.left + 4;
  const middle = (from + to) / 2;
  return (
    <svg className="rec-ties" width={at.width} height={at.height} aria-hidden="true">
      {at.makers.map((top, k) => {
        if (k === 1 && !two) return null;
        const start = at.top + (2.5 + k) * at.row;
        const end = top + at.row / 2;
        return (
          <g key={top} data-off={off || undefined}>
            <path d={`M${from} ${start}C${middle} ${start} ${middle} ${end} ${to} ${end}`} />
            <path className="rec-head" d={`M${to} ${end}l7 -3.5v7z`} />
          </g>
        );
      })}
    </svg>
  );
}
