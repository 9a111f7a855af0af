import { LineChart, fixed, type Series } from '../../../charts/index.ts';
import { layersOf, type Joint } from '../../../engine/ideas/tower.ts';
import type { Messages } from '../../../reader/messages.tsx';
import type { TowerEnd } from '../../../worker/protocol.ts';
import type { Size } from '../../frame.tsx';
import { BLOCKS, jointsOf, nearestBlocks, spanOf, type View } from './depth-view.ts';
import { endOf } from './towers.ts';

export interface ChartProps {
  size: Size;
  scale: number;
  words: Messages;
  view: View;
  runOf: (joint: Joint, blocks: number) => TowerEnd | undefined;
}

const three = fixed(3);
/** From this width on, labels stand further from their lines, px. */
const TIED = 480;

const STYLES: Readonly<Record<Joint, Partial<Series>>> = {
  plain: { quantity: 'loss', weight: 1.75 },
  after: { quantity: 'loss', weight: 2.5, dash: 'dashed', strong: true },
  before: { quantity: 'loss', weight: 1.75, dash: 'dotted' },
};

interface EndsProps extends ChartProps {
  onBlocks: (blocks: number) => void;
}

/** Where training ends, by the number of layers. */
export function EndsChart(props: EndsProps) {
  const { size, scale, words, view, runOf, onBlocks } = props;
  const depths = BLOCKS.slice(0, view.depths);
  // A curve that stops on the way has no place on the ladder.
  const whole = depths.length === BLOCKS.length;
  const series = jointsOf(view).flatMap((joint): Series[] => {
    const points = depths.flatMap((blocks) => {
      const end = endOf(runOf(joint, blocks));
      return end === null ? [] : [[layersOf(blocks), end] as const];
    });
    return points.length > 0
      ? [
          {
            id: joint,
            points,
            label: whole ? words.text(`end.${joint}`) : undefined,
            ...STYLES[joint],
          },
        ]
      : [];
  });
  const first = runOf('plain', BLOCKS[0]);
  if (!first) return null;
  const { floor, unigram } = first;
  const layers = BLOCKS.map(layersOf);
  return (
    <LineChart
      {...size}
      textScale={scale}
      label={words.text('ends')}
      description={words.text('endsSays')}
      series={series}
      floors={[{ id: 'floor', y: floor, label: words.text('short.floor') }]}
      xScale="log"
      xDomain={[layers[0], layers[layers.length - 1]]}
      yDomain={spanOf(
        floor,
        unigram,
        series.flatMap(({ points }) => points.map(([, nats]) => nats)),
      )}
      xTicks={layers}
      formatX={String}
      formatY={three}
      formatTick={fixed(2)}
      words={{
        y: words.text('natsByLayers'),
        cursor: words.text('depthLabel'),
      }}
      ladderWidth={(size.width < TIED ? 148 : 168) * scale}
      cursor={layersOf(view.blocks)}
      readouts={[]}
      onCursor={(at) => onBlocks(nearestBlocks(at))}
      cursorText={(at) => words.text('depthText', { layers: layersOf(nearestBlocks(at)) })}
      cursorStep={0.3}
    />
  );
}

/** The loss of the towers of one depth as they train. */
export function TrainingChart({ size, scale, words, view, runOf }: ChartProps) {
  const runs = jointsOf(view).map((joint) => [joint, runOf(joint, view.blocks)] as const);
  const [[, first]] = runs;
  if (!first) return null;
  const series = runs.flatMap(([joint, run]): Series[] =>
    run
      ? [
          {
            id: joint,
            points: run.at.map((step, i) => [step, run.losses[i]] as const),
            label: words.text(`short.${joint}`),
            ...STYLES[joint],
          },
        ]
      : [],
  );
  return (
    <LineChart
      {...size}
      textScale={scale}
      label={words.text('training', { layers: layersOf(view.blocks) })}
      series={series}
      floors={[{ id: 'floor', y: first.floor, label: words.text('short.floor') }]}
      xDomain={[0, view.steps]}
      xTicks={[0, view.steps]}
      yDomain={[first.floor - 0.03, first.unigram + 0.35]}
      formatY={three}
      formatTick={fixed(1)}
      words={{ y: words.text('ofDepth', { layers: layersOf(view.blocks) }) }}
      ladderWidth={124 * scale}
    />
  );
}

/** The length of the gradient that reaches each block before training. */
export function SlopesChart({ size, scale, words, view, runOf }: ChartProps) {
  const series = jointsOf(view).flatMap((joint): Series[] => {
    const run = runOf(joint, view.blocks);
    return run
      ? [
          {
            id: joint,
            points: run.slopes.map((slope, i) => [i + 1, slope] as const),
            label: words.text(`short.${joint}`),
            text: '',
            ...STYLES[joint],
            quantity: 'gradient',
          },
        ]
      : [];
  });
  return (
    <LineChart
      {...size}
      textScale={scale}
      label={words.text('slopes', { layers: layersOf(view.blocks) })}
      series={series}
      yScale="log"
      xDomain={[1, Math.max(2, view.blocks)]}
      xTicks={[1, Math.max(2, view.blocks)]}
      formatX={(block) => words.text('block', { block })}
      words={{ y: words.text('slopesOf', { layers: layersOf(view.blocks) }) }}
      ladderWidth={72 * scale}
    />
  );
}
