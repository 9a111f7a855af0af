import { fixed, integer } from '../format.ts';
import { monoWidth } from '../text.ts';
import { Bars } from './Bars.tsx';
import { decimalsOf, labelStep } from './binned.ts';
import type { Bar, HistogramProps } from './props.ts';

const logOf = (count: number) => Math.log10(1 + Math.max(0, count));

/** Which labels of signed bins are drawn: multiples of a step that leaves them room. */
function binLabels(props: HistogramProps, binWidth: number): (bin: number) => string {
  const { counts, first = 0, width, textScale = 1 } = props;
  const format = props.formatBin ?? fixed(decimalsOf(binWidth));
  const ends = [first, first + counts.length - 1].map((bin) => format(bin * binWidth));
  const room = Math.max(...ends.map((text) => monoWidth(text))) * textScale + 10;
  const pitch = width / Math.max(1, counts.length);
  const step = labelStep(room, pitch);
  return (bin) => {
    const text = bin % step === 0 ? format(bin * binWidth) : '';
    const middle = (bin - first + 0.5) * pitch;
    const half = (monoWidth(text) * textScale) / 2;
    return half > Math.min(middle, width - middle) ? '' : text;
  };
}

/** Rules at powers of ten under the highest count, on the logarithmic scale. */
function countRules(counts: ArrayLike<number>, format: (count: number) => string) {
  const most = Array.from(counts).reduce((top, count) => (count > top ? count : top), 0);
  const rules = [];
  for (let count = 1; count <= most && Number.isFinite(most); count *= 10) {
    rules.push({ value: logOf(count), label: format(count), quantity: 'ink' as const });
  }
  return rules;
}

/** Bars over bins; see `HistogramProps`. */
export function Histogram(props: HistogramProps) {
  const { counts, first = 0, mine, selected, announce, onSelect, onHover, ...rest } = props;
  const { binWidth, formatBin, countScale, ...bare } = rest;
  const format = props.format ?? integer();
  const log = countScale === 'log';
  const whole = (bin: number) => formatBin?.(bin) ?? String(bin);
  const label = binWidth === undefined ? whole : binLabels(props, binWidth);
  const bars: Bar[] = Array.from(counts, (count, k) => ({
    id: String(first + k),
    label: label(first + k),
    value: log ? logOf(count) : count,
    ...(log && { text: format(count) }),
    mine: first + k === mine,
    emphasis: first + k === mine ? 'strong' : 'normal',
    announce: announce?.(first + k, count),
  }));
  return (
    <Bars
      {...bare}
      bars={bars}
      lines={log ? countRules(counts, format) : undefined}
      orientation="vertical"
      quantity={props.quantity ?? 'token'}
      format={format}
      values="strong"
      selected={typeof selected === 'number' ? selected - first : null}
      onSelect={onSelect && ((index) => onSelect(first + index))}
      onHover={onHover && ((index) => onHover(index === null ? null : first + index))}
    />
  );
}
