import { integer } from '../format.ts';
import { Bars } from './Bars.tsx';
import type { Bar, HistogramProps } from './props.ts';

/** Bars over whole-number bins; see `HistogramProps`. */
export function Histogram(props: HistogramProps) {
  const { counts, first = 0, mine, selected, announce, onSelect, onHover, ...rest } = props;
  const format = props.format ?? integer();
  const bars: Bar[] = Array.from(counts, (count, k) => ({
    id: String(first + k),
    label: String(first + k),
    value: count,
    mine: first + k === mine,
    emphasis: first + k === mine ? 'strong' : 'normal',
    announce: announce?.(first + k, count),
  }));
  return (
    <Bars
      {...rest}
      bars={bars}
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
