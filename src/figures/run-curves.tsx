import { LineChart, type Point, type Series } from '../charts/index.ts';
import type { Floors } from '../engine/floors.ts';
import { useLink, useLitKey } from '../reader/links.ts';
import { useMessages } from '../reader/messages.tsx';
import type { HeldOutPoints, SweptRun } from '../worker/protocol.ts';
import type { Size } from './frame.tsx';
import { heldOutAxes } from './held-out.ts';
import { curveTo, toAxis } from './step0/feed-view.ts';

/** A run on the held-out axis. */
export interface RunCurve extends Pick<Series, 'id' | 'dash' | 'mark'> {
  /** Null while it is not known. */
  readonly points: HeldOutPoints | null;
  readonly label: string;
  /** An earlier program, a run to hold against, or the one that is looked at. */
  readonly rank: 'earlier' | 'beside' | 'shown';
}

interface Props {
  size: Size;
  scale: number;
  label: string;
  description: string;
  steps: number;
  floors: Floors;
  curves: readonly RunCurve[];
  /**
   * The run that is looked at, before its held-out loss is known: the losses of the names it read
   * say where it went.
   */
  training: Pick<SweptRun, 'losses' | 'ended'> | null;
}

const RANKS: Readonly<Record<RunCurve['rank'], Partial<Series>>> = {
  earlier: { weight: 1.5, tone: 0.6 },
  beside: { weight: 1.75, tone: 0.75 },
  shown: { weight: 2.5, tone: 1, strong: true },
};

/** Held-out loss while training, of several runs between the floors. */
export function RunCurves(props: Props) {
  const { size, scale, steps, floors, curves, training } = props;
  const words = useMessages('held-out');
  const link = useLink('loss');
  const lit = useLitKey();
  const range = Math.max(0.5, floors.uniform - floors.trigram);
  const interval: [number, number] = [floors.trigram - 0.06 * range, floors.uniform + 0.14 * range];
  const series = curves.flatMap(({ points, label, rank, ...rest }): Series[] => {
    const way = points ? curveTo(points.steps, points.nats, steps, undefined) : [];
    const end = way.at(-1);
    if (!end) return [];
    // A loss beyond the frame has no place on the ladder.
    const named = end[1] <= interval[1] ? { label } : {};
    return [{ ...rest, ...RANKS[rank], ...named, points: way }];
  });
  if (training) {
    const { losses, ended } = training;
    const stretch = (ended ? ended.step - 1 : steps) / losses.length;
    const way = Array.from(losses, (nats, i): Point => [toAxis((i + 0.5) * stretch), nats]);
    series.push({ id: 'training', points: way, weight: 1, tone: 0.45, halo: false });
  }
  return (
    <div {...link.bind}>
      <LineChart
        {...heldOutAxes({ size, words, scale, floors, steps, interval })}
        label={props.label}
        description={props.description}
        series={series}
        highlighted={lit === 'floor' ? 'bigram' : null}
      />
    </div>
  );
}
