import { lazy, Suspense, useState, type DragEvent } from 'react';
import { DEFAULT_DATA, dataKey } from '../engine/recipe.ts';
import { useMessages } from '../reader/messages.tsx';
import { useRecipe } from '../reader/reader.ts';
import { chooseData } from '../reader/texts.ts';
import { useListTitles } from './data-titles.ts';

/** Fetched when it is first opened: most readers never do. */
const DataSheet = lazy(() => import('./data-sheet.tsx'));

/**
 * Choose the data set of the whole site: a list that the site serves, a text pasted, a file opened
 * or dropped. What it holds is shown before it is used; what cannot be used changes nothing.
 * Works on any page: it asks for nothing and stands where a button may stand.
 */
export function DataControl() {
  const site = useMessages('site', 'data');
  const words = useMessages('data-control');
  const titles = useListTitles();
  const { data } = useRecipe();
  const [open, setOpen] = useState(false);
  const [pasted, setPasted] = useState('');
  const [dropped, setDropped] = useState<File | null>(null);
  const [dropping, setDropping] = useState(false);

  const isDefault = dataKey(data) === dataKey(DEFAULT_DATA);
  const title = data.kind === 'text' ? site.text('ownTitle') : (titles[data.id] ?? data.id);
  const drop = {
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes('Files')) return;
      event.preventDefault();
      setDropping(true);
    },
    onDragLeave: () => setDropping(false),
    onDrop: (event: DragEvent) => {
      const [file] = event.dataTransfer.files;
      setDropping(false);
      if (!file) return;
      event.preventDefault();
      setDropped(file);
      setOpen(true);
    },
    'data-dropping': dropping || undefined,
  };

  return (
    <span className="data-control">
      <button
        type="button"
        className="data-open"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
        {...drop}
      >
        {words.text('open')}
      </button>
      {!isDefault && (
        <span className="data-now">
          {site.text('now', { title })}
          <button type="button" className="tool" onClick={() => chooseData(DEFAULT_DATA, Infinity)}>
            {site.text('back')}
          </button>
        </span>
      )}
      <span className="visually-hidden" role="status">
        {isDefault ? '' : site.text('now', { title })}
      </span>
      {open && (
        <Suspense fallback={null}>
          <DataSheet
            dropped={dropped}
            drop={drop}
            pasted={pasted}
            onPasted={setPasted}
            onClose={() => {
              setOpen(false);
              setDropped(null);
            }}
          />
        </Suspense>
      )}
    </span>
  );
}
