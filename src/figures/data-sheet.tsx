import { useEffect, useMemo, useRef, useState, type DragEvent } from 'react';
import { DEFAULT_DATA, dataKey, type DataRef } from '../engine/recipe.ts';
import { useMessages } from '../reader/messages.tsx';
import { useRecipe } from '../reader/reader.ts';
import { chooseData, useOwnText as takeOwnText } from '../reader/texts.ts';
import { BuiltInLists, FileWay, Finding, PasteWay } from './data-control-parts.tsx';
import { isUsable, useInspection } from './data-inspection.ts';
import { useListTitles } from './data-titles.ts';
import { Switch } from './switch.tsx';

type Way = 'here' | 'paste' | 'file';

/** What a place needs for files to be dropped on it. */
export interface DropTarget {
  readonly onDragOver: (event: DragEvent) => void;
  readonly onDragLeave: () => void;
  readonly onDrop: (event: DragEvent) => void;
  readonly 'data-dropping': true | undefined;
}

interface DataSheetProps {
  /** A file dropped on the button or the sheet; each is looked at once. */
  dropped: File | null;
  drop: DropTarget;
  /** Kept outside, so that closing the sheet loses nothing. */
  pasted: string;
  onPasted: (text: string) => void;
  onClose: () => void;
}

/** The sheet in which a list is chosen, pasted or opened, and looked at before it is used. */
export default function DataSheet({ dropped, drop, pasted, onPasted, onClose }: DataSheetProps) {
  const site = useMessages('site', 'data');
  const words = useMessages('data-control');
  const titles = useListTitles();
  const { data } = useRecipe();
  const dialog = useRef<HTMLDialogElement>(null);
  const [way, setWay] = useState<Way>('here');
  const [picked, setPicked] = useState<string | null>(null);
  const [file, setFile] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const inspector = useInspection();
  const { inspection } = inspector;

  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);
  const { lookAtFile } = inspector;
  useEffect(() => {
    if (!dropped) return;
    setWay('file');
    setTrouble(null);
    setFile(dropped.name);
    lookAtFile(dropped);
  }, [dropped, lookAtFile]);

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
    setWay('file');
    setTrouble(null);
    setFile(dropped.name);
    inspector.lookAtFile(dropped);
  }
  async function apply(): Promise<void> {
    if (inspection.state !== 'read') return;
    try {
      const { documents, text } = inspection.found;
      if (chosen) chooseData(chosen, documents);
      else await takeOwnText(text ?? pasted, documents);
      dialog.current?.close();
    } catch (error) {
      setTrouble(error instanceof Error ? error.message : String(error));
    }
  }
  return (
    <dialog
      ref={dialog}
      className="data-sheet"
      aria-label={site.text('label')}
      onClose={onClose}
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
            onPasted(text);
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
              chooseData(DEFAULT_DATA, Infinity);
              dialog.current?.close();
            }}
          >
            {site.text('back')}
          </button>
        )}
      </footer>
    </dialog>
  );
}
