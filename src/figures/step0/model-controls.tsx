import { useId, useState } from 'react';
import { ListCursor } from '../../charts/ListCursor.tsx';
import { useLink } from '../../reader/links.ts';
import type { Messages } from '../../reader/messages.tsx';
import { Switch } from '../switch.tsx';
import { AMOUNTS, stripShape, type Stage } from './model-view.ts';

export interface ModelControlsProps {
  words: Messages;
  stage: Stage;
  alpha: number;
  amount: (value: number) => string;
  onStage: (stage: Stage) => void;
  onAlpha: (alpha: number) => void;
}

/** Counts, counts with the amount added, shares; and the amount. */
export function ModelControls(props: ModelControlsProps) {
  const { words, stage, alpha, amount } = props;
  const id = useId();
  return (
    <>
      <Switch<Stage>
        label={words.text('stage')}
        value={stage}
        options={[
          { value: 'counts', label: words.text('stages.counts') },
          { value: 'plus', label: words.text('stages.plus', { alpha: amount(alpha) }) },
          { value: 'shares', label: words.text('stages.shares') },
        ]}
        onChange={props.onStage}
      />
      <span className="amount-slider">
        <label htmlFor={id}>{words.text('amount')}</label>
        <input
          id={id}
          type="range"
          min={0}
          max={AMOUNTS.length - 1}
          step={1}
          value={Math.max(0, AMOUNTS.indexOf(alpha))}
          aria-valuetext={amount(alpha)}
          onChange={(event) => props.onAlpha(AMOUNTS[event.currentTarget.valueAsNumber])}
        />
        <output htmlFor={id} className="num">
          {amount(alpha)}
        </output>
      </span>
    </>
  );
}

export interface StripProps {
  label: string;
  /** Before the letters: “after”. */
  lead: string;
  width: number;
  /** Height that the letters may take, px. */
  height: number;
  labels: readonly string[];
  selected: number | null;
  /** The letters stand back: nothing has been counted in their rows. */
  empty: (token: number) => boolean;
  announce: (token: number) => string;
  onSelect: (token: number) => void;
  lit: boolean;
}

/** Room for the word before the letters, px; there is none where the page is narrow. */
const leadWidth = (width: number): number => (width < 420 ? 0 : 46);
const ROW = 26;
/** Narrower places than this cannot be hit, px: the letters become a menu. */
const NARROW = 16;

function shape(size: number, width: number, height: number) {
  const room = width - leadWidth(width);
  const { perRow, rows } = stripShape(size, room, height);
  const place = room / perRow;
  return place < NARROW
    ? { menu: true, perRow, place, rows: 1 }
    : { menu: false, perRow, place, rows };
}

/** How high the strip is, px. */
export const stripHeight = (size: number, width: number, height: number): number =>
  shape(size, width, height).rows * ROW;

/** The alphabet, to choose a row from; while a question stands, to answer it. */
export function AlphabetStrip(props: StripProps) {
  const { menu } = shape(props.labels.length, props.width, props.height);
  return menu ? <Menu {...props} /> : <Strip {...props} />;
}

function Menu({ label, lead, labels, selected, announce, onSelect }: StripProps) {
  const link = useLink('token');
  return (
    <label className="model-strip model-menu">
      <span className="model-lead">{lead}</span>
      <select
        aria-label={label}
        value={selected ?? ''}
        onChange={(event) => onSelect(Number(event.currentTarget.value))}
        {...link.bind}
      >
        {selected === null && <option value="">…</option>}
        {labels.map((text, token) => (
          <option key={text} value={token}>
            {announce(token)}
          </option>
        ))}
      </select>
    </label>
  );
}

function Strip(props: StripProps) {
  const { labels, selected, width } = props;
  const [hovered, setHovered] = useState<number | null>(null);
  const link = useLink('token');
  const { perRow, place: wide, rows } = shape(labels.length, width, props.height);
  const slots = labels.map((_, i) => ({
    x: (i % perRow) * wide,
    y: Math.floor(i / perRow) * ROW,
    width: wide,
    height: ROW,
  }));
  return (
    <div className="model-strip" style={{ height: rows * ROW }}>
      {leadWidth(width) > 0 && (
        <span className="model-lead" style={{ width: leadWidth(width) }} aria-hidden="true">
          {props.lead}
        </span>
      )}
      <div className="model-letters" {...link.bind}>
        {labels.map((label, i) => (
          <span
            key={label}
            aria-hidden="true"
            className={stateOf(i === selected, i === hovered || (props.lit && i === selected))}
            data-empty={props.empty(i) || undefined}
            style={{ left: slots[i].x, top: slots[i].y, width: wide, height: ROW }}
          >
            {label}
          </span>
        ))}
        <ListCursor
          label={props.label}
          slots={slots}
          name={props.announce}
          direction="horizontal"
          selected={selected}
          hovered={hovered}
          setHovered={setHovered}
          onSelect={props.onSelect}
        />
      </div>
    </div>
  );
}

const stateOf = (selected: boolean, hovered: boolean): string =>
  ['model-choice', selected && 'model-on', hovered && 'model-over'].filter(Boolean).join(' ');
