import { useMessages } from '../../reader/messages.tsx';
import { usePage } from '../../reader/page.ts';
import type { SampleParts, SamplesAfter } from '../../worker/protocol.ts';
import { COLUMN_KEY, threeOf } from './plan.ts';

/** Programs side by side: what each says when it is asked for names. */
export function Samples({ columns, count }: { columns: readonly SamplesAfter[]; count: number }) {
  const words = useMessages('loom');
  const { base } = usePage();
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
                <Sample {...name} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

/** Scripts whose letters join: slanting one of them would tear the word. */
const JOINED = /\p{Script=Arabic}|\p{Script=Syriac}|\p{Script=Devanagari}|\p{Script=Bengali}/u;

function Sample({ parts, known }: SampleParts) {
  const words = useMessages('loom');
  if (parts.join('') === '') return <span className="no-letters">{words.text('empty')}</span>;
  const joined = JOINED.test(parts.join(''));
  return (
    <span className={known ? 'listed' : undefined} dir="auto">
      {parts.map((part, i) =>
        i % 2 === 0 ? (
          part
        ) : (
          <i key={i} className={joined ? 'upright' : undefined}>
            {part}
          </i>
        ),
      )}
      {known && <span className="visually-hidden"> {words.text('isListed')}</span>}
    </span>
  );
}
