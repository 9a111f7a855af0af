import { memo, useCallback, useLayoutEffect, useRef, type KeyboardEvent } from 'react';
import type { Messages } from '../../reader/messages.tsx';
import { usePage } from '../../reader/page.ts';
import { isLit, lineFor, type FileOf, type KnownLine, type Lit } from './program-view.ts';

interface Props {
  words: Messages;
  height: number;
  file: FileOf;
  lines: readonly KnownLine[];
  /** First lines of declarations: there a heading may stand. */
  blocks: ReadonlySet<number>;
  /** The code of the file's lines as HTML; undefined until it has come. */
  code: (line: number) => string | undefined;
  lit: Lit;
  /** The line chosen. */
  line: number | null;
  /** The line to begin with. */
  top: number;
  onLine: (line: number) => void;
  onIdea: (idea: number) => void;
}

/** One file of the program: numbers, years, code, and a heading wherever another section taught it. */
export const ProgramPane = memo(function ProgramPane(props: Props) {
  const { words, height, file, lines, blocks, code, lit, line, top, onLine } = props;
  const pane = useRef<HTMLDivElement>(null);
  /** By keyboard: the line that focus should follow. */
  const follow = useRef(false);
  const known = code(file.from) !== undefined;

  useLayoutEffect(() => {
    const box = pane.current;
    const element = box?.querySelector<HTMLElement>(`[data-line="${top}"]`);
    if (!box || !element) return;
    const [above, below] = [element.offsetTop, element.offsetTop + element.offsetHeight];
    const seen = above >= box.scrollTop && below <= box.scrollTop + box.clientHeight;
    if (line === null || !seen) {
      const margin = line === null ? 0 : box.clientHeight / 3;
      box.scrollTop = top === file.from ? 0 : headingAbove(element) - margin;
    }
    if (follow.current) element.focus({ preventScroll: true });
    follow.current = false;
  }, [top, line, file.from, known, height]);

  const onKey = useCallback(
    (event: KeyboardEvent, at: number) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const to = lineFor(event.key, at, lines);
      if (to === null) return;
      event.preventDefault();
      follow.current = true;
      onLine(to);
    },
    [lines, onLine],
  );

  const shown = Array.from({ length: file.to - file.from }, (_, i) => file.from + i);
  const stop = line ?? shown.find((i) => i >= top && lines[i].kind !== 'blank') ?? file.from;
  let heading = '';
  return (
    <div
      className="program-pane"
      ref={pane}
      style={{ height }}
      data-all={lit.by === 'all' || undefined}
      role="group"
      aria-label={words.text('pane', { file: file.name || words.text('head') })}
    >
      {shown.map((i) => {
        const one = lines[i];
        const title = `${one.place.href} ${one.place.idea}`;
        const headed = blocks.has(i) && title !== heading && one.kind !== 'blank';
        if (headed) heading = title;
        if (one.kind === 'blank') return <div key={i} className="program-blank" />;
        return (
          <Line
            key={i}
            index={i}
            line={one}
            words={words}
            html={code(i) ?? ''}
            headed={headed}
            dated={one.first}
            lit={isLit(one, lit)}
            chosen={i === line}
            stop={i === stop}
            onLine={onLine}
            onKey={onKey}
            onIdea={props.onIdea}
          />
        );
      })}
    </div>
  );
});

/** Where a line begins, its heading included. */
const headingAbove = (element: HTMLElement): number => {
  const before = element.previousElementSibling;
  return before instanceof HTMLElement && before.classList.contains('program-at')
    ? before.offsetTop
    : element.offsetTop;
};

interface LineProps {
  index: number;
  line: KnownLine;
  words: Messages;
  html: string;
  headed: boolean;
  dated: boolean;
  lit: boolean;
  chosen: boolean;
  /** The pane's tab stop. */
  stop: boolean;
  onLine: (line: number) => void;
  onKey: (event: KeyboardEvent, line: number) => void;
  onIdea: (idea: number) => void;
}

const Line = memo(function Line(props: LineProps) {
  const { index, line, words, html, lit, chosen } = props;
  const { base } = usePage();
  const { place, idea } = line;
  return (
    <>
      {props.headed && (
        <p className="program-at" data-lit={lit || undefined}>
          <a href={base + place.href}>
            {words.text('taught', { step: place.step, title: place.title })}
          </a>
          {idea ? (
            <button type="button" onClick={() => props.onIdea(place.idea)}>
              {idea.label} {idea.short}
            </button>
          ) : (
            <span>{words.text(`kinds.${place.kind}`)}</span>
          )}
        </p>
      )}
      <button
        type="button"
        className="program-line"
        data-line={index}
        data-lit={lit || undefined}
        aria-pressed={chosen}
        tabIndex={props.stop ? 0 : -1}
        onClick={() => props.onLine(index)}
        onKeyDown={(event) => props.onKey(event, index)}
      >
        <span className="no">{index + 1}</span>
        <span className="year">{props.dated ? (idea?.from ?? '·') : ''}</span>
        <code
          data-rule={/\/\/ -{3}/.test(html) || undefined}
          dangerouslySetInnerHTML={{ __html: html }}
        />
      </button>
    </>
  );
});
