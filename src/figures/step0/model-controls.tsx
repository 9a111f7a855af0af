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
      <span className="model-amount">
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

const LEAD = 46;
const ROW = 26;

/** How high the strip is, px. */
export const stripHeight = (size: number, width: number, height: number): number =>
  stripShape(size, width - LEAD, height).rows * ROW;

/** The alphabet, to choose a row from; while a question stands, to answer it. */
export function AlphabetStrip(props: StripProps) {
  const { labels, selected, width } = props;
  const [hovered, setHovered] = useState<number | null>(null);
  const link = useLink('token');
  const { perRow, rows } = stripShape(labels.length, width - LEAD, props.height);
  const wide = (width - LEAD) / perRow;
  const slots = labels.map((_, i) => ({
    x: (i % perRow) * wide,
    y: Math.floor(i / perRow) * ROW,
    width: wide,
    height: ROW,
  }));
  return (
    <div className="model-strip" style={{ height: rows * ROW }}>
      <span className="model-lead" style={{ width: LEAD }} aria-hidden="true">
        {props.lead}
      </span>
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
