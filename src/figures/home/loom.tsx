import { useMemo, useRef } from 'react';
import { useEngine } from '../../reader/engine.ts';
import { useMessages } from '../../reader/messages.tsx';
import { usePage } from '../../reader/page.ts';
import { useRecipe } from '../../reader/reader.ts';
import { useLiveMark } from '../live.ts';
import { Headline } from './headline.tsx';
import { columnsFor, threeOf } from './plan.ts';
import { Samples } from './samples.tsx';
import { Threads } from './threads.tsx';

/** Samples that each program draws, and how many of them the tallest screen shows. */
const DRAWN = 20;
const SHOWN = 16;
/** A letter is unlikely if the whole list gives it less than one chance in this many. */
const ONE_IN = 50;

/** The front page: a sentence that computes, what the program says as it counts, and since when. */
export default function Loom() {
  const words = useMessages('loom');
  const { base } = usePage();
  const recipe = useRecipe();
  const { data } = useEngine('data', { recipe });
  const documents = data?.documents ?? 0;
  const columns = useMemo(() => columnsFor(documents), [documents]);
  const steps = columns.map(({ after }) => after);
  const {
    data: samples,
    live,
    busy,
  } = useEngine(
    'samplesAfter',
    data ? { recipe, steps, count: DRAWN, shown: SHOWN, rare: 1 / ONE_IN } : null,
  );
  const root = useRef<HTMLDivElement>(null);
  useLiveMark(root, live, busy);

  const count = samples?.columns.length ?? columns.length;
  const kept = threeOf(count);
  const wide = new Map(columns.slice(0, count).map((_, i) => [i, i / count]));
  const narrow = new Map(kept.map((i, k) => [i, k / kept.length]));
  return (
    <div className="loom" ref={root} style={{ '--columns': count } as Record<string, number>}>
      <Headline documents={documents} />
      <p className="sub">
        {words.say('sub', {
          begin: (
            <a className="begin" href={`${base}step/0/`}>
              {words.text('begin')}
            </a>
          ),
        })}
      </p>
      <p className="loom-key">
        {words.say('key', {
          odds: ONE_IN,
          unlikely: <i>{words.text('unlikely')}</i>,
          listed: <span className="listed">{words.text('listed')}</span>,
        })}
      </p>
      {samples && <Samples columns={samples.columns} count={DRAWN} />}
      <div className="threads-box">
        <Threads columns={columns} starts={wide} className="roomy" />
        <Threads columns={columns} starts={narrow} strand={0.018} className="tight" />
      </div>
    </div>
  );
}
