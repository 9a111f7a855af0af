import { fixed } from '../../charts/index.ts';
import type { Messages } from '../../reader/messages.tsx';
import type { HeldOutPoints } from '../../worker/protocol.ts';
import type { Size } from '../frame.tsx';
import { isNarrow } from '../held-out.ts';
import { RunCurves, type RunCurve } from '../run-curves.tsx';
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
export function AblationsChart({ size, words, scale, steps, known, view }: Props) {
  const { floors, counting, mlp, page, whole, changed, run } = known;
  const short = isNarrow(size, scale) ? 'Short' : '';
  const differs = view.off.length > 0;
  const curves: RunCurve[] = [
    {
      id: 'counting',
      points: counting,
      label: words.text(`counting${short}`),
      rank: 'earlier',
      dash: 'dashed',
      mark: '0',
    },
    { id: 'mlp', points: mlp, label: words.text(`mlp${short}`), rank: 'earlier', mark: '1,2' },
    {
      id: 'page',
      points: page,
      label: words.text(`head${short}`),
      rank: differs || view.adam ? 'beside' : 'shown',
      mark: '3',
    },
  ];
  if (view.adam) {
    const rank = differs ? 'beside' : 'shown';
    curves.push({ id: 'adam', points: whole, label: words.text(`adam${short}`), rank });
  }
  if (differs) {
    const label = lackOf(words, view.off);
    curves.push({ id: 'changed', points: changed, label, rank: 'shown' });
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
      steps={steps}
      floors={floors}
      curves={curves}
      training={differs && changed === null ? run : null}
    />
  );
}
