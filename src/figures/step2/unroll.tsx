import { useMemo } from 'react';
import { integer } from '../../charts/index.ts';
import { useEngine } from '../../reader/engine.ts';
import { usePublish } from '../../reader/facts.ts';
import { useMessages } from '../../reader/messages.tsx';
import { useLens, useRecipe } from '../../reader/reader.ts';
import { useStory } from '../../reader/story.ts';
import { FigureFrame } from '../frame.tsx';
import { amount } from './amounts.ts';
import { Crumbs } from './unroll-crumbs.tsx';
import type { Depth } from './unroll-layout.ts';
import { UnrollList } from './unroll-list.tsx';
import { groupName, idOf, nodeName, partName, type Naming } from './unroll-names.ts';
import { UnrollPicture } from './unroll-picture.tsx';
import { planOf } from './unroll-plan.ts';
import { unrollFacts, unrollSentence } from './unroll-said.ts';
import { UnrollSketch } from './unroll-sketch.tsx';
import { BEATS, nodeOf, walkedOf } from './unroll-view.ts';
import { gradientsAt, heightsAlong, inkScale } from './unroll-wave.ts';
import { useWave } from '../use-wave.ts';
import { WalkBar } from './walk-bar.tsx';

const whole = integer();
/** Longer records are not unrolled: a page has to hold them. */
const MOST = 600_000;
/** Seconds that a walk over the whole record takes. */
const WALK = 9;
/** Points of the track. */
const TRACK = 150;

export default function UnrollFigure() {
  const words = useMessages('unroll');
  const recipe = useRecipe();
  const lens = useLens();
  const story = useStory(BEATS);
  const { view, change } = story;
  const place = { recipe, step: recipe.steps, text: lens };
  const { data: outline } = useEngine('outline', place);
  const answer = useEngine('unroll', { ...place, limit: MOST });
  const { data: network } = useEngine('network', { recipe });
  const { data } = answer;
  const record = data?.record ?? null;
  const width = data?.width ?? 1;
  usePublish(unrollFacts(outline));

  const known = useMemo(() => {
    if (!record) return null;
    const ink = inkScale(record);
    return {
      record,
      plan: planOf(record, width),
      ink,
      track: heightsAlong(record, TRACK),
      buffer: new Float64Array(record.kind.length),
    };
  }, [record, width]);
  const size = record?.kind.length ?? 0;
  const node = useMemo(
    () => (record ? nodeOf(record, { node: view.node }) : 0),
    [record, view.node],
  );
  const walked = walkedOf(view, size, node);
  const grads = useMemo(
    () => (known ? gradientsAt(known.record, walked, known.buffer) : new Float64Array()),
    [known, walked],
  );
  const naming: Naming = {
    words,
    labels: data?.labels ?? outline?.labels ?? [],
    vocabulary: network?.labels ?? [],
  };
  const name = data?.text ?? lens;
  const open = (to: number, depth: Depth): void => {
    wave.pause();
    change({ node: record ? idOf(record, to) : null, depth, walked: 'here' });
  };
  const wave = useWave({
    total: size,
    walked,
    perSecond: Math.max(1, size / WALK),
    about: name,
    onWalked: (to) => change({ walked: to }),
  });
  /** One number on or back opens that number; a longer way leaves open what is. */
  const go = (to: number): void => {
    const single = Math.abs(to - walked) === 1 && to > 0 && record;
    change(single ? { walked: to, node: idOf(record, size - to), depth: 3 } : { walked: to });
  };

  return (
    <FigureFrame
      title={words.say('title')}
      caption={words.say('caption')}
      live={answer.live}
      busy={answer.busy}
      fault={answer.fault}
      moving={wave.playing}
      touched={story.touched}
      onResume={story.resume}
      sentence={
        known
          ? unrollSentence({ ...known, naming, name, node, walked, depth: view.depth, grads })
          : outline
            ? words.say(outline.nodes > MOST ? 'said.long' : 'said.sketch', {
                name: outline.text,
                all: whole(outline.nodes),
                most: whole(MOST),
                pairs: outline.pairs,
                each: whole(outline.each),
                weight: outline.example
                  ? `fc1[${outline.example.row}][${outline.example.term}]`
                  : '',
                holds: amount(outline.example?.gradient.w ?? NaN),
              })
            : null
      }
      controls={
        known && (
          <Crumbs
            {...known}
            naming={naming}
            name={name}
            node={node}
            depth={view.depth}
            form={view.form}
            onDepth={(depth) => change({ depth })}
            onPart={() => {
              const part = known.plan.parts[known.plan.partOf[node]];
              open(part.nodes[part.nodes.length - 1], 3);
            }}
            onForm={(form) => change({ form })}
          />
        )
      }
      picture={(room) => {
        if (!known)
          return outline && <UnrollSketch size={room} naming={naming} outline={outline} />;
        const shown = { ...known, naming, name, grads, node, depth: view.depth, onOpen: open };
        return view.form === 'list' ? (
          <UnrollList {...shown} height={room.height} />
        ) : (
          <UnrollPicture {...shown} size={room} walked={walked} />
        );
      }}
      run={
        <WalkBar
          walked={walked}
          total={size}
          wave={wave}
          onWalked={go}
          heights={known?.track}
          disabled={!known}
          valueText={(at) => words.text('at', { at: whole(at), all: whole(size) })}
          info={
            <dl className="unroll-info">
              <div>
                <dt>{words.text('standing')}</dt>
                <dd className="num">{walked > 0 ? whole(size - walked + 1) : '–'}</dd>
              </div>
              <div>
                <dt>{words.text('done')}</dt>
                <dd className="num">{size ? `${((100 * walked) / size).toFixed(1)}%` : '–'}</dd>
              </div>
            </dl>
          }
        />
      }
      table={() => ({
        caption: words.text('table'),
        columns: (['place', 'name', 'value', 'grad', 'local', 'handed'] as const).map((key) => ({
          key,
          label: words.text(`columns.${key}`),
          numeric: key !== 'name',
        })),
        rows: known ? tableRows() : [],
      })}
    />
  );

  /** The numbers of the part that is looked at, and where it is. */
  function tableRows(): (string | number)[][] {
    if (!known) return [];
    const { plan, record: of } = known;
    const part = plan.parts[plan.partOf[node]];
    const where = `${groupName(naming, plan.groups[part.group])}, ${partName(naming, part)}: `;
    return part.nodes.map((i, k) => [
      whole(i + 1),
      (k === 0 ? where : '') + nodeName(naming, of, plan, i),
      amount(of.data[i]),
      amount(grads[i]),
      of.a[i] < 0
        ? ''
        : of.b[i] < 0
          ? amount(of.da[i])
          : `${amount(of.da[i])}; ${amount(of.db[i])}`,
      i >= size - walked ? words.text('yes') : words.text('no'),
    ]);
  }
}
