import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { useState } from 'react';
import { fixed } from '../../charts/index.ts';
import { Frame } from '../../charts/Frame.tsx';
import { solveLadder } from '../../charts/lines/ladder.ts';
import { Range } from '../../charts/lines/Range.tsx';
import { ListCursor } from '../../charts/ListCursor.tsx';
import { exp, log } from '../../engine/math.ts';
import type { SurprisePart } from './surprise-parts.ts';
import { halvings, NATS_IN, priceCurve, rulerMarks } from './surprise-view.ts';

interface Props extends SurprisePart {
  /** Nothing but the curve: the reader is asked which pair lies where. */
  asking: boolean;
  /** The pair that the reader guessed, once the truth is out. */
  guess: number | null;
  /** Tokens in the vocabulary: knowing nothing, each is one of so many. */
  vocabulary: number;
  /** A probability chosen by dragging. */
  free: number | null;
  onFree: (p: number) => void;
}

const two = fixed(2);
const three = fixed(3);
/** Height of a rung of the ladder, px; steps of the dragged probability. */
const RUNG = 20;
const STEP = 0.001;

/** The price −ln p over the probability p, with the name's pairs on it. */
export function SurpriseCurve(props: Props) {
  const { size, words, priced, unit, selected, vocabulary, asking, guess, free } = props;
  const [hovered, setHovered] = useState<number | null>(null);
  const { width, height } = size;
  const one = NATS_IN[unit];
  const uniform = log(vocabulary);
  const most = Math.max(1.18 * uniform, 1.08 * Math.max(...priced.nats));
  const small = width < 430;
  const ladder = small ? 104 : 150;
  const [left, right, top, bottom] = [30, width - ladder, 24, height - 22];
  const x = scaleLinear([0, 1], [left, right]);
  const y = scaleLinear([0, most], [bottom, top]);
  const path = line<[number, number]>()
    .x(([p]) => x(p))
    .y(([, nats]) => y(nats))
    .digits(1)(priceCurve(most));
  const steps = halvings(most);
  const stairs = steps
    .slice(1)
    .map((p, i) => `H${x(p).toFixed(1)}V${y((i + 1) * log(2)).toFixed(1)}`)
    .join('');
  const names = priced.nats.map((_, i) => `${priced.labels[i]}${priced.labels[i + 1]}`);
  const rungs = [
    { i: -1, nats: uniform, p: 1 / vocabulary },
    ...(asking ? [] : priced.nats.map((nats, i) => ({ i, nats, p: priced.p[i] }))),
  ];
  const places = solveLadder(
    rungs.map(({ nats }) => ({ target: y(nats), height: RUNG })),
    0,
    bottom + 4,
  );
  const from = right + 6;
  const cost = (nats: number) => two(nats / one);
  const at = free === null ? selected : null;
  const pointed = free ?? (at === null ? null : priced.p[at]);
  const drawn = Math.max(exp(-most), pointed ?? 1);
  const slots = priced.nats.map((_, i) => ({
    x: from,
    y: places[i + 1] - RUNG / 2,
    width: width - from,
    height: RUNG,
  }));
  return (
    <Frame
      width={width}
      height={height}
      named
      label={words.text('curve')}
      description={words.text('curveDescription', {
        half: cost(log(2)),
        unit: words.text(`units.${unit}`),
      })}
      className="price"
      over={() =>
        !asking && (
          <>
            <ListCursor
              label={words.text('answers', { name: priced.labels.slice(1, -1).join('') })}
              slots={slots}
              name={(i) =>
                words.text('curveRow', {
                  from: priced.labels[i],
                  to: priced.labels[i + 1],
                  p: three(priced.p[i]),
                  cost: cost(priced.nats[i]),
                  unit: words.text(`units.${unit}`),
                })
              }
              direction="vertical"
              selected={at}
              hovered={hovered}
              setHovered={setHovered}
              onSelect={props.onSelect}
            />
            <Range
              label={words.text('drag')}
              left={left}
              top={top}
              width={right - left}
              height={bottom - top + 8}
              min={STEP}
              max={1}
              step={STEP}
              value={Number((pointed ?? 0.5).toFixed(3))}
              text={words.text('dragText', {
                p: three(pointed ?? 0.5),
                cost: cost(-log(pointed ?? 0.5)),
                unit: words.text(`units.${unit}`),
              })}
              onChange={props.onFree}
            />
          </>
        )
      }
    >
      <path className="c-axis" d={`M${left} ${top}V${bottom}H${right}`} />
      {rulerMarks(most / one, Math.max(2, height / 70)).map((mark) => (
        <text key={mark} className="c-mono" x={left - 6} y={y(mark * one) + 4} textAnchor="end">
          {mark}
        </text>
      ))}
      <text className="c-note" x={0} y={11}>
        {words.text(`units.${unit}`)}
      </text>
      {[0, 0.25, 0.5, 0.75, 1].map((mark) => (
        <g key={mark}>
          <path className="c-tick" d={`M${x(mark)} ${bottom}v4`} />
          <text className="c-mono" x={x(mark)} y={bottom + 17} textAnchor="middle">
            {mark}
          </text>
        </g>
      ))}
      <text className="c-note" x={right + 14} y={bottom + 17}>
        {words.text('probability')}
      </text>

      <path className="price-stairs" d={`M${x(1)} ${y(0)}${stairs}`} />
      <text className="c-note price-note" x={x(0.5) + 6} y={(y(0) + y(log(2))) / 2 + 4}>
        {words.text('riser', { half: cost(log(2)) })}
      </text>
      {!small && (
        <text className="c-note price-note" x={x(0.375)} y={y(log(2)) + 14} textAnchor="middle">
          {words.text('tread')}
        </text>
      )}
      <path className="price-curve" d={path ?? ''} />

      {rungs.map(({ i, nats, p }, rung) => {
        const on = i >= 0 && i === at;
        const [px, py, place] = [x(p), y(nats), places[rung]];
        const bend = right - 34;
        const mine = i >= 0 && i === guess;
        return (
          <g key={i} className={`price-rung${on ? ' price-on' : ''}${i < 0 ? ' price-floor' : ''}`}>
            <path
              className="price-tie"
              d={`M${px} ${py}H${Math.max(px, bend - 8).toFixed(1)}C${bend + 12} ${py} ${bend + 14} ${place} ${from} ${place}`}
            />
            <circle className="price-dot" cx={px} cy={py} r={on ? 5 : i < 0 ? 3 : 3.5} />
            {mine && <circle className="c-guess" cx={px} cy={py} r={9} />}
            {i === hovered && <circle className="c-hover" cx={px} cy={py} r={8} />}
            <text className="c-mono c-value price-cost" x={from + 4} y={place + 4.4}>
              {cost(nats)}
            </text>
            <text
              className={i < 0 ? 'c-label price-uniform' : 'c-mono c-category price-pair'}
              x={from + 42}
              y={place + 4.4}
            >
              {i < 0 ? words.text(small ? 'uniformShort' : 'uniform') : names[i]}
            </text>
            {mine && !small && (
              <text className="c-label c-mine" x={from + 68} y={place + 4.4}>
                {words.text('yours')}
              </text>
            )}
          </g>
        );
      })}
      {pointed !== null && (
        <g className="price-point">
          <path d={`M${left} ${y(-log(drawn))}H${x(drawn)}V${bottom}`} />
          <circle cx={x(drawn)} cy={y(-log(drawn))} r={5} />
          <text className="c-mono c-value c-haloed price-p" x={x(drawn) + 6} y={bottom - 6}>
            {three(pointed)}
          </text>
        </g>
      )}
    </Frame>
  );
}
