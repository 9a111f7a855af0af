import { usePublish } from '../../reader/facts.ts';
import { useMessages } from '../../reader/messages.tsx';
import { useStory } from '../../reader/story.ts';
import { FigureFrame } from '../frame.tsx';
import { Switch } from '../switch.tsx';
import { amount } from './amounts.ts';
import { useComputedHere } from './computed-here.ts';
import { RecordPicture } from './record-picture.tsx';
import {
  BEATS,
  CODE,
  keep,
  OPERATIONS,
  takesTwo,
  type Operation,
  type Stage,
} from './record-view.ts';

const STAGES: readonly Stage[] = ['plain', 'record', 'walked'];

export default function RecordFigure() {
  const words = useMessages('record');
  const live = useComputedHere();
  const story = useStory(BEATS);
  const { view, change } = story;
  const kept = keep(view);
  const { a, b, c } = kept;
  const two = takesTwo(view.op);

  usePublish({
    'record.a': amount(a.data),
    'record.b': amount(b.data),
    'record.product': amount(a.mul(b).data),
  });

  const values = {
    code: CODE[view.op],
    formula: words.text(`formula.${view.op}`),
    a: amount(a.data),
    b: amount(b.data),
    c: amount(c.data),
    da: amount(c.da),
    db: amount(c.db),
    two: String(two),
  };

  return (
    <FigureFrame
      title={words.say('title')}
      caption={words.say('caption')}
      live={live}
      fallback={{ width: 468, height: 480 }}
      touched={story.touched}
      onResume={story.resume}
      sentence={words.say(
        view.stage === 'record' && view.about === 'locals' ? 'said.locals' : `said.${view.stage}`,
        values,
      )}
      controls={
        <>
          <Switch<Stage>
            label={words.text('stage')}
            value={view.stage}
            options={STAGES.map((value) => ({ value, label: words.text(`stages.${value}`) }))}
            onChange={(stage) => change({ stage, about: null })}
          />
          <Switch<Operation>
            label={words.text('operation')}
            value={view.op}
            options={OPERATIONS.map((value) => ({
              value,
              label: <span className="num">{words.text(`operations.${value}`)}</span>,
            }))}
            onChange={(op) => change({ op, about: null })}
          />
        </>
      }
      picture={(size) => (
        <RecordPicture size={size} words={words} view={view} kept={kept} change={change} />
      )}
      table={() => ({
        caption: words.text('table', { code: `c = ${CODE[view.op]}` }),
        columns: (['field', 'a', 'b', 'c', 'when'] as const).map((key) => ({
          key,
          label: words.text(`columns.${key}`),
          numeric: key === 'a' || key === 'b' || key === 'c',
        })),
        rows: [
          ['data', amount(a.data), two ? amount(b.data) : '', amount(c.data), words.text('now')],
          ['a', 'null', two ? 'null' : '', 'a', words.text('now')],
          ['b', 'null', two ? 'null' : '', two ? 'b' : 'null', words.text('now')],
          ['da', '0', two ? '0' : '', amount(c.da), words.text('now')],
          ['db', '0', two ? '0' : '', amount(c.db), words.text('now')],
          ['grad', amount(a.grad), two ? amount(b.grad) : '', amount(c.grad), words.text('later')],
        ],
      })}
    />
  );
}
