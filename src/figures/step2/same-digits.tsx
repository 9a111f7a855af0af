import { Bars, type Bar } from '../../charts/index.ts';
import { useLink } from '../../reader/links.ts';
import type { Messages } from '../../reader/messages.tsx';
import type { Size } from '../frame.tsx';
import { apartLabel, shownIn, split, type Digits, type Split } from './same-view.ts';
import { weightName } from './weight-name.ts';

interface Props {
  size: Size;
  words: Messages;
  scale: number;
  digits: Digits;
  labels: readonly string[] | undefined;
  apart: number | null;
  onApart: (apart: number | null) => void;
}

/** Characters that a number in full takes, and the widest label beside it, px. */
const FULL = 23;
const LABEL = 84;

/** One gradient in full from both programs, over how many are how far apart. */
export function SameDigits({ size, words, scale, digits, labels, apart, onApart }: Props) {
  const { width, height } = size;
  const { bind } = useLink('gradient');
  const shown = shownIn(digits, apart);
  const pair = shown && split(shown);
  const room = Math.round(Math.min(130 * scale, Math.max(92 * scale, height * 0.3)));
  const letters = Math.max(11, Math.min(21 * scale, (width - LABEL * scale) / (FULL * 0.6)));
  const bars: Bar[] = digits.apart.map((one, k) => ({
    id: String(one.from),
    label: apartLabel(one),
    value: one.count,
    text: words.text('number', { value: one.count }),
    emphasis: k === 0 ? 'strong' : 'normal',
    announce: words.text('class', { apart: apartLabel(one), count: one.count }),
  }));
  return (
    <div {...bind}>
      <dl className="same-digits" style={{ height: room }}>
        {pair && shown ? (
          <>
            <dt>{words.say('byHand')}</dt>
            <Number of={pair[0]} size={letters} />
            <dt>{words.say('recorded')}</dt>
            <Number of={pair[1]} size={letters} />
            <dd className="same-about">
              {words.say(apart === null ? 'farthest' : 'example', {
                weight: weightName(shown, labels),
                units: shown.units,
              })}
            </dd>
          </>
        ) : (
          <dd className="same-about">{words.say('nobody')}</dd>
        )}
      </dl>
      <Bars
        width={width}
        height={height - room}
        textScale={scale}
        orientation="vertical"
        quantity="gradient"
        label={words.text('bars')}
        description={words.text('barsSaid', {
          same: digits.same,
          parameters: digits.parameters,
        })}
        bars={bars}
        values="all"
        selected={apart}
        onSelect={(k) => onApart(k === apart ? null : k)}
        words={{ category: words.text('axis') }}
      />
    </div>
  );
}

const Number = ({ of: { same, differs }, size }: { of: Split; size: number }) => (
  <dd style={{ fontSize: size }}>
    {same}
    {differs && <span className="differs">{differs}</span>}
  </dd>
);
