import { useRef } from 'react';
import { LineChart, fixed, type LineChartProps, type Series } from '../../charts/index.ts';
import { lineLayout } from '../../charts/lines/layout.ts';
import { useTextScale } from '../text-scale.ts';
import type { Walk } from './bend-view.ts';

const two = fixed(2);

export interface FoldPictureProps {
  width: number;
  height: number;
  walk: Walk;
  label: string;
  description: string;
  /** Is the line bent where a unit passes zero? */
  bent: boolean;
  /** Labels of the line, of the line with no gates, of both ends, of the axis. */
  words: { gated: string; open: string; from: string; to: string; logit: string };
  lit: boolean;
}

/** A logit along the way from one letter to another: with the gates, and without. */
export function FoldPicture(props: FoldPictureProps) {
  const { width, height, walk, words, bent } = props;
  const root = useRef<HTMLDivElement>(null);
  const textScale = useTextScale(root);
  const series: Series[] = [
    {
      id: 'open',
      points: walk.straight,
      quantity: 'activation',
      dash: 'dashed',
      weight: 1.25,
      label: words.open,
      tone: 0.8,
    },
    {
      id: 'gated',
      points: walk.points,
      quantity: 'activation',
      weight: 2,
      label: words.gated,
      strong: true,
    },
  ];
  const all = [...walk.points, ...walk.straight].map(([, y]) => y);
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const margin = (high - low) * 0.08 || 0.1;
  const chart: LineChartProps = {
    width,
    height,
    series,
    xDomain: [0, 1],
    yDomain: [low - margin, high + margin],
    xTicks: [0, 1],
    formatX: (t) => (t === 0 ? words.from : words.to),
    formatY: two,
    textScale,
    words: { y: words.logit },
    ladderWidth: Math.round(Math.min(128, width * 0.34) * textScale),
    label: props.label,
    description: props.description,
  };
  const at = lineLayout(chart, []);
  const height01 = new Map(walk.points.map(([t, y]) => [t, y]));
  return (
    <div className="bend-fold" ref={root}>
      <LineChart {...chart} highlighted={props.lit ? 'gated' : null} />
      <svg width={width} height={height} aria-hidden="true">
        <path
          className="bend-rug"
          d={walk.zeros
            .map((t) => `M${at.x(t).toFixed(1)} ${at.bottom + 1}v${bent ? 7 : 5}`)
            .join('')}
        />
        {bent &&
          walk.zeros.map((t) => (
            <circle
              key={t}
              className="bend-kink"
              cx={at.x(t)}
              cy={at.y(height01.get(t) ?? 0)}
              r={2.6}
            />
          ))}
      </svg>
    </div>
  );
}
