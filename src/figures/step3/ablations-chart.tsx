import { memo } from 'react';
import { LineChart, fixed, type Point, type Series } from '../../charts/index.ts';
import { useLink, useLitKey } from '../../reader/links.ts';
import { useMessages, type Messages } from '../../reader/messages.tsx';
import type { HeldOutPoints } from '../../worker/protocol.ts';
import type { Size } from '../frame.tsx';
import { heldOutAxes, isNarrow } from '../held-out.ts';
import { curveTo, toAxis } from '../step0/feed-view.ts';
import type { Ablations } from './ablations-data.ts';
import type { View } from './ablations-view.ts';
import { lackOf } from './ablations-words.ts';

interface Props {
  size: Size;
  words: Messages;
  scale: number;
  steps: number;
  known: Ablations;
  view: View;
}

const three = fixed(3);

/** Held-out loss while training: counting, the MLP, one head, and the run that lacks something. */
export const AblationsChart = memo(function AblationsChart(props: Props) {
  const { size, words, scale, steps, known, view } = props;
  const { floors, counting, mlp, page, whole, changed, thin, run } = known;
  const shared = useMessages('held-out');
  const link = useLink('loss');
  const lit = useLitKey();
  const narrow = isNarrow(size, scale);
  const short = narrow ? 'Short' : '';
  const differs = view.off.length > 0;
  const range = Math.max(0.5, floors.uniform - floors.trigram);
  const interval: [number, number] = [floors.trigram - 0.06 * range, floors.uniform + 0.14 * range];
  const pointsOf = (points: HeldOutPoints | null): Point[] =>
    points ? curveTo(points.steps, points.nats, steps, undefined) : [];
  const series: Series[] = [];
  const add = (id: string, points: Point[], more: Partial<Series>): void => {
    const end = points.at(-1);
    if (!end) return;
    // A loss beyond the frame has no place on the ladder.
    const { label, ...rest } = more;
    series.push({ id, points, ...rest, ...(end[1] <= interval[1] ? { label } : {}) });
  };
  const pale = { weight: 1.5, tone: 0.6 };
  add('counting', pointsOf(counting), {
    ...pale,
    dash: 'dashed',
    mark: '0',
    label: words.text(`counting${short}`),
  });
  add('mlp', pointsOf(mlp), { ...pale, mark: '1,2', label: words.text(`mlp${short}`) });
  const shown = differs || view.adam;
  add('page', pointsOf(page), {
    weight: shown ? 1.75 : 2.5,
    tone: shown ? 0.75 : 1,
    mark: '3',
    label: words.text(`head${short}`),
    strong: !shown,
  });
  if (view.adam)
    add('adam', pointsOf(whole), {
      weight: differs ? 1.75 : 2.5,
      tone: differs ? 0.75 : 1,
      label: words.text(`adam${short}`),
      strong: !differs,
    });
  if (differs) {
    const label = lackOf(words, view.off);
    const points = pointsOf(changed);
    add('changed', points, { weight: 2.5, label, strong: true });
    // Until its held-out loss is known, the losses of the names it read say where the run went.
    if (points.length === 0 && thin) {
      const stretch = (run?.ended ? run.ended.step - 1 : steps) / thin.length;
      const way = Array.from(thin, (nats, i): Point => [toAxis((i + 0.5) * stretch), nats]);
      series.push({ id: 'thin', points: way, weight: 1, tone: 0.45, halo: false });
    }
  }
  const end = (points: HeldOutPoints | null) => {
    const nats = points?.nats.at(-1);
    return nats === undefined ? '–' : three(nats);
  };
  return (
    <div {...link.bind}>
      <LineChart
        {...heldOutAxes({ size, words: shared, scale, floors, steps, interval })}
        label={words.text('curve')}
        description={words.text(differs ? 'curveLacking' : 'curveDescription', {
          counting: end(counting),
          mlp: end(mlp),
          head: end(page),
          lack: differs ? lackOf(words, view.off) : '',
          changed: differs ? end(changed) : '',
          uniform: three(floors.uniform),
          bigram: three(floors.bigram),
          trigram: three(floors.trigram),
        })}
        series={series}
        highlighted={lit === 'floor' ? 'bigram' : null}
      />
    </div>
  );
});
