import { useState } from 'react';
import { fixed } from '../../charts/index.ts';
import { Frame } from '../../charts/Frame.tsx';
import { ListCursor } from '../../charts/ListCursor.tsx';
import { monoWidth } from '../../charts/text.ts';
import { log } from '../../engine/math.ts';
import { useLitKey } from '../../reader/links.ts';
import type { SurprisePart } from './surprise-parts.ts';
import { NATS_IN, oddsMarks, raised, rulerMarks } from './surprise-view.ts';

const two = fixed(2);
/** Heights of the parts under the stairs of bars, px: the whole, its mean, two rulers. */
const WHOLE = 30;
const MEAN = 56;
const RULER = 46;
/** A stair is at least and at most so high, px; lower ones are left out. */
const STAIR = { least: 13, most: 58 };

/** The prices end to end: what they come to, what each is on average, and the odds they stand for. */
export function SurpriseSum(props: SurprisePart) {
  const { size, words, priced, unit, selected, onSelect, odds } = props;
  const lit = useLitKey();
  const [hovered, setHovered] = useState<number | null>(null);
  const { width, height } = size;
  const { nats, total } = priced;
  const n = nats.length;
  const one = NATS_IN[unit];
  const cost = (value: number) => two(value / one);
  const unitName = words.text(`units.${unit}`);
  const names = nats.map((_, i) => `${priced.labels[i]}${priced.labels[i + 1]}`);
  const below = WHOLE + MEAN + RULER + 34;
  const pitch = Math.min(STAIR.most, (height - below) / n);
  const stairs = pitch >= STAIR.least;
  const left = stairs ? Math.max(...names.map((name) => monoWidth(name, 13))) + 12 : 2;
  const right = width - 12;
  const x = (value: number) => left + (value / (total || 1)) * (right - left);
  const starts = nats.map((_, i) => nats.slice(0, i).reduce((sum, value) => sum + value, 0));
  const thick = Math.min(28, pitch * 0.62);
  const top = stairs ? n * pitch + 8 : 8;
  const foot = top + WHOLE;
  const box = (i: number) => ({
    x: x(starts[i]),
    y: stairs ? i * pitch + (pitch - thick) / 2 : top,
    width: Math.max(1, x(starts[i] + nats[i]) - x(starts[i])),
    height: stairs ? thick : WHOLE - 8,
  });
  const slots = nats.map((_, i) =>
    stairs ? { x: 0, y: i * pitch, width, height: pitch } : { ...box(i), y: 0, height: foot },
  );
  const ruler = foot + MEAN;
  return (
    <Frame
      width={width}
      height={Math.ceil(ruler + RULER + 22)}
      label={words.text('sum', { name: priced.labels.slice(1, -1).join('') })}
      description={words.text('sumDescription', {
        pairs: n,
        total: cost(total),
        mean: cost(priced.mean),
        unit: unitName,
      })}
      className="price"
      over={(describedBy) => (
        <ListCursor
          label={words.text('answers', { name: priced.labels.slice(1, -1).join('') })}
          describedBy={describedBy}
          slots={slots}
          name={(i) =>
            words.text('sumRow', {
              from: priced.labels[i],
              to: priced.labels[i + 1],
              cost: cost(nats[i]),
              unit: unitName,
            })
          }
          direction={stairs ? 'vertical' : 'horizontal'}
          selected={selected}
          hovered={hovered}
          setHovered={setHovered}
          onSelect={onSelect}
        />
      )}
    >
      {stairs &&
        names.map((name, i) => {
          const { y, height: tall } = box(i);
          const end = x(starts[i] + nats[i]);
          const on = i === selected;
          const text = cost(nats[i]);
          const after = end + 6 + monoWidth(text, 12.5) <= width;
          return (
            <g key={i} className={on ? 'price-on' : undefined}>
              <text className="c-mono c-category price-pair" x={0} y={y + tall / 2 + 4.4}>
                {name}
              </text>
              {i > 0 && (
                <path className="price-drop" d={`M${x(starts[i])} ${y - pitch + tall}V${y}`} />
              )}
              <rect className="price-bar" {...box(i)} />
              <text
                className="c-mono c-value price-cost"
                x={after ? end + 6 : x(starts[i]) - 6}
                y={y + tall / 2 + 4.4}
                textAnchor={after ? 'start' : 'end'}
              >
                {text}
              </text>
            </g>
          );
        })}
      {hovered !== null && <rect className="c-hover" {...box(hovered)} />}

      {names.map((name, i) => {
        const [from, to] = [x(starts[i]), x(starts[i] + nats[i])];
        const fits = monoWidth(name, 13) + 6 <= to - from;
        const on = i === selected;
        return (
          <g key={i} className={on ? 'price-on' : undefined}>
            <rect
              className="price-bar"
              x={from}
              y={top}
              width={Math.max(0.75, to - from - 1.5)}
              height={WHOLE - 8}
            />
            {fits && (
              <text
                className="c-mono c-category price-inside"
                x={(from + to) / 2}
                y={top + (WHOLE - 8) / 2 + 4.4}
                textAnchor="middle"
              >
                {name}
              </text>
            )}
          </g>
        );
      })}

      <Mean left={left} right={right} top={foot} parts={n} lit={lit === 'loss'}>
        {words.text('mean', { pairs: n, mean: cost(priced.mean) })}
      </Mean>
      <Ruler
        y={ruler}
        left={left}
        right={right}
        marks={rulerMarks(total / one, (right - left) / 60).map((mark) => ({
          x: x(mark * one),
          text: String(Number(mark.toFixed(2))),
        }))}
        name={words.text('total', { total: cost(total), unit: unitName })}
        className="price-cost"
      />
      <Ruler
        y={ruler + RULER}
        left={left}
        right={right}
        marks={oddsMarks(total, (right - left) / 70).map((power) => ({
          x: x(power * log(10)),
          text: power <= 4 ? words.text('number', { value: 10 ** power }) : `10${raised(power)}`,
        }))}
        name={words.text('odds', { odds: odds(priced.products[n - 1]) })}
        className="price-p"
      />
    </Frame>
  );
}

interface MeanProps {
  left: number;
  right: number;
  top: number;
  parts: number;
  lit: boolean;
  children: string;
}

/** The whole cut into equal parts; the first is the mean. */
function Mean({ left, right, top, parts, lit, children }: MeanProps) {
  const part = (right - left) / parts;
  const [high, low] = [top - 2, top + 7];
  const ticks = Array.from({ length: parts + 1 }, (_, i) => {
    const at = left + i * part;
    return `M${at.toFixed(1)} ${high + 3}V${low}`;
  }).join('');
  return (
    <g className={lit ? 'price-mean price-lit' : 'price-mean'}>
      <path className="price-parts" d={`${ticks}M${left} ${low}H${right}`} />
      <path className="price-part" d={`M${left} ${high}V${low}H${left + part}V${high}`} />
      <text className="c-label price-cost" x={left} y={low + 18}>
        {children}
      </text>
    </g>
  );
}

interface RulerProps {
  y: number;
  left: number;
  right: number;
  marks: readonly { x: number; text: string }[];
  name: string;
  className: string;
}

/** An axis with marks; its name stands over its right end. */
function Ruler({ y, left, right, marks, name, className }: RulerProps) {
  return (
    <g className="price-ruler">
      <path
        className="c-tick"
        d={`M${left} ${y}H${right}${marks.map((mark) => `M${mark.x.toFixed(1)} ${y}v5`).join('')}`}
      />
      {marks.map((mark, i) => (
        <text
          key={mark.text}
          className={`c-mono ${className}`}
          x={mark.x}
          y={y + 17}
          textAnchor={i === 0 ? 'start' : 'middle'}
        >
          {mark.text}
        </text>
      ))}
      <text className={`c-note ${className}`} x={right} y={y - 5} textAnchor="end">
        {name}
      </text>
    </g>
  );
}
