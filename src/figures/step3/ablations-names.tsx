import type { Messages } from '../../reader/messages.tsx';
import type { Ablations } from './ablations-data.ts';
import type { View } from './ablations-view.ts';
import { lackOf } from './ablations-words.ts';

interface Props {
  words: Messages;
  known: Ablations;
  view: View;
}

/** The first names that the whole network draws and those of the run in view, from one seed. */
export function AblationsNames({ words, known, view }: Props) {
  const differs = view.off.length > 0;
  const rows = [
    { id: 'whole', label: words.text(view.adam ? 'adam' : 'head'), run: known.against },
    ...(differs ? [{ id: 'changed', label: lackOf(words, view.off), run: known.run }] : []),
  ];
  return (
    <dl className="ablations-names">
      {rows.map(({ id, label, run }) => (
        <div key={id}>
          <dt>{label}</dt>
          <dd dir="auto">
            {run?.names.map((name, i) => (
              // Samples keep their places, and may be alike.
              <span key={i}>{name === '' ? words.say('empty') : name}</span>
            )) ?? '…'}
          </dd>
        </div>
      ))}
    </dl>
  );
}
