import { useMemo, useState } from 'react';
import { useEngine } from '../../reader/engine.ts';
import { usePublish } from '../../reader/facts.ts';
import { useMessages } from '../../reader/messages.tsx';
import { useLens, useRecipe } from '../../reader/reader.ts';
import { setLens } from '../../reader/state.ts';
import { useStory } from '../../reader/story.ts';
import { DataControl } from '../data-control.tsx';
import { FigureFrame } from '../frame.tsx';
import { Switch } from '../switch.tsx';
import { DataSetPicture } from './data-set-picture.tsx';
import { FindName, Pager } from './data-set-parts.tsx';
import { partsOf, type Order, type Paint } from './data-set-layout.ts';

interface View {
  order: Order;
  paint: Paint;
  /** The name looked for; empty: the name under the lens. */
  find: string;
}

const BEATS: readonly View[] = [
  { order: 'file', paint: 'plain', find: '' },
  { order: 'file', paint: 'ending', find: '' },
  { order: 'shuffled', paint: 'ending', find: '' },
  { order: 'shuffled', paint: 'split', find: '' },
];

/** Documents asked for at once, to name what is pointed at; rows of the table. */
const CHUNK = 500;
const ROWS = 100;
/** Rows of the table above the reader's. */
const ABOVE = 4;

export default function DataSetFigure() {
  const words = useMessages('data-set');
  const recipe = useRecipe();
  const lens = useLens();
  const story = useStory(BEATS);
  const { view, change } = story;
  const { order } = view;
  const sought = view.find || lens;
  /** The document pointed at, and the table's first row once it has been turned. */
  const [place, setPlace] = useState<number | null>(null);
  const [page, setPage] = useState<{ key: string; from: number } | null>(null);

  const { data } = useEngine('data', { recipe });
  // Of a short list half: what all of it holds does not depend on the order.
  const half = Math.ceil((data?.documents ?? Infinity) / 2);
  const ask = { recipe, find: sought, head: Math.min(recipe.steps, half) };
  const inFile = useEngine('survey', { ...ask, order: 'file' });
  const inShuffled = useEngine('survey', { ...ask, order: 'shuffled' });
  const { data: survey, live, busy, fault } = order === 'file' ? inFile : inShuffled;
  const fileView = useEngine('overview', { recipe, order: 'file', find: null });
  const shuffledView = useEngine('overview', { recipe, order: 'shuffled', find: null });
  const overview = (order === 'file' ? fileView : shuffledView).data;
  const { data: spelled } = useEngine('tokenize', survey ? { recipe, text: survey.text } : null);

  const documents = data?.documents ?? 0;
  const found = survey?.places[0] ?? -1;
  const pageKey = `${order} ${found} ${documents}`;
  const pageFrom = page?.key === pageKey ? page.from : Math.max(0, found - ABOVE);
  const chunkOf = (at: number) => ({
    recipe,
    order,
    from: Math.floor(at / CHUNK) * CHUNK,
    count: CHUNK,
  });
  const { data: near } = useEngine('documents', place === null ? null : chunkOf(place));
  const { data: listed } = useEngine(
    'documents',
    live ? { recipe, order, from: pageFrom, count: ROWS } : null,
  );
  const nameAt = (at: number): string | undefined =>
    near?.items[at - (near.items[0]?.index ?? 0)]?.text;

  const letter = survey && data ? data.labels[survey.ending] : '';
  const number = (value: number) => words.text('number', { value });
  usePublish({
    ...(survey && {
      'data-set.ending': letter,
      'data-set.place': found < 0 ? '' : number(found + 1),
    }),
    ...(inFile.data && { 'data-set.ending.file': number(inFile.data.endings) }),
    ...(inShuffled.data && { 'data-set.ending.shuffled': number(inShuffled.data.endings) }),
  });

  // Parts are parts of the shuffled list: in the file's order there is nothing of them to see.
  const paint: Paint = order === 'file' && view.paint === 'split' ? 'ending' : view.paint;
  const parts = useMemo(
    () => partsOf(documents, recipe.steps, recipe.heldOut),
    [documents, recipe.steps, recipe.heldOut],
  );
  const partAt = (at: number) => parts.find(({ from, to }) => at >= from && at < to)?.kind;

  const name = <bdi key="name">{survey?.text ?? sought}</bdi>;
  const values = {
    name,
    order,
    seed: String(recipe.seed),
    place: found + 1,
    copies: survey?.copies ?? 0,
    head: survey?.head ?? 0,
    endings: survey?.endings ?? 0,
    letter,
    symbols: survey?.unknown.join(' ') ?? '',
  };
  const sentence = !survey
    ? null
    : found >= 0
      ? words.say(order === 'file' ? 'inFile' : 'inShuffled', values)
      : words.say(survey.unknown.length > 0 ? 'unreadable' : 'unlisted', values);

  return (
    <FigureFrame
      title={words.say('title')}
      caption={words.say('caption')}
      live={live}
      busy={busy}
      fault={fault}
      touched={story.touched}
      onResume={story.resume}
      controls={
        <>
          <Switch
            label={words.text('order')}
            value={order}
            options={[
              { value: 'file', label: words.say('fileOrder') },
              { value: 'shuffled', label: words.say('shuffledOrder') },
            ]}
            onChange={(next) =>
              change({ order: next, ...(view.paint === 'plain' ? { paint: 'ending' } : {}) })
            }
          />
          <FindName
            value={view.find}
            missing={view.find !== '' && survey?.copies === 0}
            onFind={(find) => change({ find })}
            onUse={() => {
              if (survey && survey.unknown.length === 0) setLens(survey.text);
            }}
          />
          <DataControl />
        </>
      }
      sentence={sentence}
      picture={({ width, height }) =>
        data &&
        survey && (
          <DataSetPicture
            width={width}
            height={height}
            documents={documents}
            survey={survey}
            overview={overview}
            order={order}
            paint={paint}
            parts={parts}
            letter={letter}
            lengths={data.lengths}
            length={spelled?.symbols.length ?? 0}
            place={place}
            nameAt={nameAt}
            onPlace={setPlace}
            onSelect={(at) => {
              const chosen = nameAt(at);
              if (chosen === undefined) return;
              change({ find: '' });
              setLens(chosen);
            }}
          />
        )
      }
      table={() => ({
        caption: words.text('tableCaption', {
          from: pageFrom + 1,
          to: Math.min(pageFrom + ROWS, documents),
          total: documents,
          order,
        }),
        columns: [
          { key: 'name', label: words.text('columnName') },
          { key: 'number', label: words.text('columnNumber', { order }), numeric: true },
          { key: 'length', label: words.text('columnLength'), numeric: true },
          { key: 'ending', label: words.text('columnEnding') },
          ...(order === 'shuffled' ? [{ key: 'part', label: words.text('columnPart') }] : []),
        ],
        limit: ROWS + 1,
        selected: found >= pageFrom && found < pageFrom + ROWS ? found - pageFrom : null,
        rows: [
          ...(listed?.items ?? []).map(({ index, text }) => {
            const part = order === 'shuffled' ? partAt(index) : undefined;
            return [
              <bdi key="name">{text}</bdi>,
              number(index + 1),
              overview?.lengths[index] ?? '',
              data?.labels[overview?.last[index] ?? -1] ?? '',
              ...(part ? [words.text(part)] : []),
            ];
          }),
          [
            <Pager
              key="pager"
              from={pageFrom}
              rows={ROWS}
              total={documents}
              onPage={(from) => setPage({ key: pageKey, from })}
            />,
          ],
        ],
      })}
    />
  );
}
