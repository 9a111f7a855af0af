import { useRef, useState, type ReactNode } from 'react';
import { DataTable, useSize, type DataTableProps } from '../charts/index.ts';
import { useMessages } from '../reader/messages.tsx';
import { useIsland } from '../reader/page.ts';
import type { Fault } from '../worker/protocol.ts';
import { useLiveMark } from './live.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface FrameProps {
  title: ReactNode;
  /** What to do, then what to notice; two lines at most. */
  caption: ReactNode;
  /** The picture, drawn to the size it is given. */
  picture: (size: Size) => ReactNode;
  /** One sentence with live numbers: what just changed. Also the live region. */
  sentence: ReactNode;
  /** The same data as a table. */
  table: () => Omit<DataTableProps, 'height'>;
  /** The figure's one obvious control, above the picture: switches, a field. */
  controls?: ReactNode;
  /** Under the sentence: the run bar. */
  run?: ReactNode;
  /** A question before the answer; it takes the controls' place until it is settled. */
  predict?: ReactNode;
  /** True while answers are under way; the last picture stays. */
  busy?: boolean;
  /** True once the numbers on screen come from the reader's own engine. */
  live: boolean;
  fault?: Fault | null;
  /** True while the figure changes by itself: the live region is quiet then. */
  moving?: boolean;
  /** The reader has taken the figure over; offer to give it back. */
  touched?: boolean;
  onResume?: () => void;
  /** Size of the picture at build and before it is measured, px. */
  fallback?: Size;
}

const FALLBACK: Size = { width: 468, height: 440 };

/** A figure, top to bottom: title, caption, picture, sentence, run bar. No box. */
export function FigureFrame(props: FrameProps) {
  const { live, busy = false, fault, moving = false, touched = false } = props;
  const { name, number } = useIsland();
  const words = useMessages('site', 'figure');
  const root = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const size = useSize(box, props.fallback ?? FALLBACK);
  const [asTable, setAsTable] = useState(false);
  const [allRows, setAllRows] = useState(false);

  useLiveMark(root, live, busy);

  const table = asTable ? props.table() : null;
  // A question stands where the controls do: what is asked comes before what is seen.
  const above = props.predict || props.controls;
  return (
    <div className="fig" ref={root}>
      <p className="fig-title">
        <span className="no">{words.text('number', { number })}</span>
        <span className="name" id={`figure-${name}-title`}>
          {props.title}
        </span>
        {touched && props.onResume && (
          <button type="button" className="tool fig-resume" onClick={props.onResume}>
            {words.text('resume')}
          </button>
        )}
        <button
          type="button"
          className="tool"
          aria-pressed={asTable}
          onClick={() => setAsTable(!asTable)}
        >
          {words.text(asTable ? 'asPicture' : 'asTable')}
        </button>
      </p>
      <p className="fig-cap">{props.caption}</p>
      {above && <div className="fig-controls">{above}</div>}
      <div className="fig-picture" ref={box}>
        {table ? (
          <DataTable
            {...table}
            height={size.height}
            limit={allRows ? Infinity : table.limit}
            showAll={words.text('showAll', { count: table.rows.length })}
            onShowAll={() => setAllRows(true)}
          />
        ) : (
          props.picture(size)
        )}
      </div>
      {fault ? (
        <p className="fig-say fig-fault" role="alert">
          {words.text(`fault.${fault.code}`, { detail: fault.detail })}
        </p>
      ) : (
        <p className="fig-say" aria-live={moving ? 'off' : 'polite'}>
          {props.sentence}
        </p>
      )}
      {props.run}
    </div>
  );
}
