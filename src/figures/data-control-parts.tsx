import { useEffect, useId, useRef, useState } from 'react';
import type { DataIssue } from '../engine/documents.ts';
import { useMessages } from '../reader/messages.tsx';
import { usePage } from '../reader/page.ts';
import { useRecipe } from '../reader/reader.ts';
import { LARGEST_FILE, type Inspection } from './data-inspection.ts';

/** One list of `data/datasets.json`. */
interface ServedList {
  readonly id: string;
  readonly documents: number;
  readonly symbols: number;
}

/** The site's own lists, one to be picked. */
export function BuiltInLists(props: {
  titles: Readonly<Record<string, string>>;
  /** Id of the list in use. */
  current: string;
  picked: string | null;
  onPick: (id: string) => void;
}) {
  const { titles, current, picked, onPick } = props;
  const page = usePage();
  const site = useMessages('site', 'data');
  const words = useMessages('data-control');
  const [lists, setLists] = useState<readonly ServedList[] | null>(null);
  const [lost, setLost] = useState(false);
  const name = useId();
  useEffect(() => {
    const controller = new AbortController();
    fetch(`${page.base}data/datasets.json`, { signal: controller.signal })
      .then((response) => {
        if (!response.ok) throw new Error(String(response.status));
        return response.json() as Promise<readonly ServedList[]>;
      })
      .then(setLists)
      .catch(() => setLost(!controller.signal.aborted));
    return () => controller.abort();
  }, [page.base]);

  if (lost) return <p role="alert">{site.text('unreachable')}</p>;
  return (
    <fieldset className="data-lists">
      <legend className="visually-hidden">{site.text('choose')}</legend>
      {lists?.map(({ id, documents, symbols }) => (
        <label key={id}>
          <input
            type="radio"
            name={name}
            checked={(picked ?? current) === id}
            onChange={() => onPick(id)}
          />
          <span className="data-title">
            {titles[id] ?? id}
            {id === current && <span className="data-current"> · {words.text('current')}</span>}
          </span>
          <span className="data-size">{words.text('sizeLabel', { documents, symbols })}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** How long typing must rest before the text is looked at, ms. */
const REST = 250;

/** A field for a text, kept as it is whatever becomes of it. */
export function PasteWay({ text, onText }: { text: string; onText: (text: string) => void }) {
  const site = useMessages('site', 'data');
  const [typed, setTyped] = useState(text);
  const told = useRef(text);
  const tell = useRef(onText);
  useEffect(() => {
    tell.current = onText;
  });
  useEffect(() => {
    if (typed === told.current) return undefined;
    const timer = setTimeout(() => {
      told.current = typed;
      tell.current(typed);
    }, REST);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <textarea
      className="data-paste"
      aria-label={site.text('pasteLabel')}
      placeholder={site.text('pastePlaceholder')}
      dir="auto"
      rows={7}
      spellCheck={false}
      autoCapitalize="none"
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
    />
  );
}

/** A file, chosen or dropped. */
export function FileWay({ name, onFile }: { name: string | null; onFile: (file: File) => void }) {
  const site = useMessages('site', 'data');
  const words = useMessages('data-control');
  return (
    <label className="data-file">
      <input
        type="file"
        aria-label={site.text('fileLabel')}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) onFile(file);
          event.target.value = '';
        }}
      />
      <span className="data-title">{site.text('file')}</span>
      <span>{name === null ? site.text('drop') : words.text('fileName', { name })}</span>
    </label>
  );
}

/** What was found in the list looked at: its size, how it begins, what is wrong with it. */
export function Finding(props: { inspection: Inspection; trouble: string | null; own: boolean }) {
  const { inspection, trouble, own } = props;
  const site = useMessages('site', 'data');
  const words = useMessages('data-control');
  return (
    <div className="data-finding" aria-live="polite">
      {inspection.state === 'reading' && <p>{site.text('reading')}</p>}
      {inspection.state === 'read' && <Found {...inspection.found} own={own} />}
      {inspection.state === 'unreachable' && (
        <p className="data-error">{site.text('unreachable')}</p>
      )}
      {inspection.state === 'tooBig' && (
        <p className="data-error">
          {words.text('tooBig', {
            size: Math.ceil(inspection.bytes / 1e6),
            limit: LARGEST_FILE / 1e6,
          })}
        </p>
      )}
      {(inspection.state === 'unreadable' || inspection.state === 'failed') && (
        <p className="data-error">{words.text(inspection.state, { detail: inspection.detail })}</p>
      )}
      {trouble !== null && (
        <p className="data-error">{words.text('failed', { detail: trouble })}</p>
      )}
    </div>
  );
}

function Found(props: {
  documents: number;
  symbols: number;
  issues: readonly DataIssue[];
  preview: readonly string[];
  own: boolean;
}) {
  const { documents, symbols, issues, preview, own } = props;
  const site = useMessages('site', 'data');
  const words = useMessages('data-control');
  const { steps, heldOut } = useRecipe();
  const unusable = issues.some(({ severity }) => severity === 'error');
  return (
    <>
      {documents > 0 && (
        <p className="data-title">{site.text('loaded', { documents, letters: symbols })}</p>
      )}
      {preview.length > 0 && (
        <p className="data-preview">
          {words.text('begins')}
          {preview.map((document, i) => (
            // The same document may stand in the list twice.
            <bdi key={`${i} ${document}`}>{document.slice(0, 40)}</bdi>
          ))}
        </p>
      )}
      {issues.map(({ code, severity, line = 0, count = 0, limit = 0 }) => (
        <p key={code} className={severity === 'error' ? 'data-error' : 'data-warning'}>
          {site.text(`issue.${code}`, { line, count, limit })}
        </p>
      ))}
      {unusable && <p>{words.text('stays')}</p>}
      {!unusable && documents <= steps && <p>{site.text('heldOutNone')}</p>}
      {!unusable && documents > steps && documents < steps + heldOut && (
        <p>{site.text('heldOutFewer', { count: documents - steps })}</p>
      )}
      {!unusable && (
        <p className="data-note">
          {words.text('then')} {own ? site.text('private') : ''}
        </p>
      )}
    </>
  );
}
