import { useMessages } from '../../reader/messages.tsx';
import { usePage } from '../../reader/page.ts';
import type { SamplesAfter } from '../../worker/protocol.ts';
import { SampledName } from '../sampled-name.tsx';
import { COLUMN_KEY, threeOf } from './plan.ts';

/** Programs side by side: what each says when it is asked for names. */
export function Samples({ columns, count }: { columns: readonly SamplesAfter[]; count: number }) {
  const words = useMessages('loom');
  const { base } = usePage();
  const said = { empty: words.text('empty'), listed: words.text('isListed') };
  const kept = threeOf(columns.length);
  return (
    <ul className="samples" aria-label={words.text('columns')}>
      {columns.map(({ step, known, names }, i) => (
        <li
          key={i}
          className={kept.includes(i) ? undefined : 'spare'}
          data-link={`${COLUMN_KEY}${i}`}
        >
          <a href={`${base}step/0/#training-is-counting`}>
            {words.text(i === columns.length - 1 ? 'all' : step === 0 ? 'before' : 'after', {
              k: step,
            })}
          </a>
          <p>{words.say('known', { known, count })}</p>
          <ul>
            {names.map((name, place) => (
              <li key={place}>
                <SampledName {...name} words={said} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
