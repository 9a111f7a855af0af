import { fixed } from '../../charts/index.ts';
import type { Messages } from '../../reader/messages.tsx';
import type { HeldOutPoints } from '../../worker/protocol.ts';
import type { Size } from '../frame.tsx';
import { isNarrow } from '../held-out.ts';
import { RunCurves, type RunCurve } from '../run-curves.tsx';
import type { Comparison } from './comparison-data.ts';
import type { View } from './comparison-view.ts';
import { rowText } from './comparison-words.ts';

interface Props {
  size: Size;
  words: Messages;
  scale: number;
  steps: number;
  known: Comparison;
  view: View;
}

const three = fixed(3);

/** Held-out loss while training: the programs so far, this page's network, and the run in view. */
export function ComparisonChart({ size, words, scale, steps, known, view }: Props) {
  const { floors, counting, mlp, one, page, shown, rows, at, own, run } = known;
  const short = isNarrow(size, scale) ? 'Short' : '';
  const differs = at !== own || view.adam;
  const row = at < 0 ? words.text('shown') : rowText(words, view.vary, rows[at]);
  const curves: RunCurve[] = [
    {
      id: 'counting',
      points: counting,
      label: words.text('counting'),
      rank: 'earlier',
      dash: 'dashed',
      mark: '0',
    },
    { id: 'mlp', points: mlp, label: words.text(`mlp${short}`), rank: 'earlier', mark: '1,2' },
    { id: 'one', points: one, label: words.text(`one${short}`), rank: 'earlier', mark: '3' },
    {
      id: 'page',
      points: page,
      label: words.text(`page${short}`),
      rank: differs ? 'beside' : 'shown',
      mark: '4',
    },
  ];
  if (differs) {
    const label = view.adam ? words.text(`taught${short}`, { row }) : row;
    curves.push({ id: 'row', points: shown, label, rank: 'shown' });
  }
  const end = (points: HeldOutPoints | null) => {
    const nats = points?.nats.at(-1);
    return nats === undefined ? '–' : three(nats);
  };
  return (
    <RunCurves
      size={size}
      scale={scale}
      label={words.text('curve')}
      description={words.text('curveDescription', {
        counting: end(counting),
        mlp: end(mlp),
        one: end(one),
        page: end(page),
        row,
        shown: end(shown),
        bigram: three(floors.bigram),
      })}
      steps={steps}
      floors={floors}
      curves={curves}
      training={differs && shown === null ? run : null}
    />
  );
}
