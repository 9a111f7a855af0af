import { useEffect, useMemo, useRef, useState, type DragEvent } from 'react';
import { DEFAULT_DATA, dataKey, type DataRef } from '../engine/recipe.ts';
import { useMessages } from '../reader/messages.tsx';
import { useRecipe } from '../reader/reader.ts';
import { chooseData, useOwnText as takeOwnText } from '../reader/texts.ts';
import { BuiltInLists, FileWay, Finding, PasteWay, useListTitles } from './data-control-parts.tsx';
import { isUsable, useInspection } from './data-inspection.ts';
import { Switch } from './switch.tsx';

type Way = 'here' | 'paste' | 'file';

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
  const dialog = useRef<HTMLDialogElement>(null);
  const [open, setOpen] = useState(false);
  const [way, setWay] = useState<Way>('here');
  const [picked, setPicked] = useState<string | null>(null);
  const [pasted, setPasted] = useState('');
  const [file, setFile] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [dropping, setDropping] = useState(false);
  const inspector = useInspection();
  const { inspection } = inspector;

  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal();
  }, [open]);

  const isDefault = dataKey(data) === dataKey(DEFAULT_DATA);
  const title = data.kind === 'text' ? site.text('ownTitle') : (titles[data.id] ?? data.id);
  const chosen = useMemo<DataRef | null>(
    () => (way === 'here' && picked !== null ? { kind: 'builtin', id: picked } : null),
    [way, picked],
  );
  const same = chosen !== null && dataKey(chosen) === dataKey(data);

  function turnTo(next: Way): void {
    setWay(next);
    setTrouble(null);
    setFile(null);
    setPicked(null);
    if (next === 'paste') inspector.lookAtText(pasted);
    else inspector.clear();
  }
  function take(dropped: File): void {
    setOpen(true);
    setWay('file');
    setTrouble(null);
    setFile(dropped.name);
    inspector.lookAtFile(dropped);
  }
  async function apply(): Promise<void> {
    if (inspection.state !== 'read') return;
    try {
      if (chosen) chooseData(chosen);
      else await takeOwnText(inspection.found.text ?? pasted);
      dialog.current?.close();
    } catch (error) {
      setTrouble(error instanceof Error ? error.message : String(error));
    }
  }
  const drop = {
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes('Files')) return;
      event.preventDefault();
      setDropping(true);
    },
    onDragLeave: () => setDropping(false),
    onDrop: (event: DragEvent) => {
      const [dropped] = event.dataTransfer.files;
      setDropping(false);
      if (!dropped) return;
      event.preventDefault();
      take(dropped);
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
          <button type="button" className="tool" onClick={() => chooseData(DEFAULT_DATA)}>
            {site.text('back')}
          </button>
        </span>
      )}
      <span className="visually-hidden" role="status">
        {isDefault ? '' : site.text('now', { title })}
      </span>
      {open && (
        <dialog
          ref={dialog}
          className="data-sheet"
          aria-label={site.text('label')}
          onClose={() => setOpen(false)}
          {...drop}
        >
          <header>
            <h2>{site.text('label')}</h2>
            <p>{site.text('now', { title })}</p>
          </header>
          <Switch
            label={words.text('ways')}
            value={way}
            options={[
              { value: 'here', label: words.say('here') },
              { value: 'paste', label: site.say('paste') },
              { value: 'file', label: site.say('file') },
            ]}
            onChange={turnTo}
          />
          {way === 'here' && (
            <BuiltInLists
              titles={titles}
              current={dataKey(data)}
              picked={picked}
              onPick={(id) => {
                setPicked(id);
                inspector.lookAtBuiltIn(id);
              }}
            />
          )}
          {way === 'paste' && (
            <PasteWay
              text={pasted}
              onText={(text) => {
                setPasted(text);
                setTrouble(null);
                inspector.lookAtText(text);
              }}
            />
          )}
          {way === 'file' && <FileWay name={file} onFile={take} />}
          <Finding inspection={inspection} trouble={trouble} own={way !== 'here'} />
          <footer>
            <button
              type="button"
              className="data-use"
              disabled={!isUsable(inspection) || same}
              onClick={() => void apply()}
            >
              {site.text('use')}
            </button>
            <button type="button" className="tool" onClick={() => dialog.current?.close()}>
              {site.text('cancel')}
            </button>
            {!isDefault && (
              <button
                type="button"
                className="tool"
                onClick={() => {
                  chooseData(DEFAULT_DATA);
                  dialog.current?.close();
                }}
              >
                {site.text('back')}
              </button>
            )}
          </footer>
        </dialog>
      )}
    </span>
  );
}
