import { useId } from 'react';
import type { Messages } from '../../reader/messages.tsx';
import { Switch } from '../switch.tsx';
import { timesOf } from './scores-facts.ts';
import type { Run } from './scores-view.ts';

interface Props {
  words: Messages;
  /** What dot products may be multiplied by, and which of these they are. */
  scales: readonly number[];
  scale: number;
  /** Which of them is division by the root. */
  root: number;
  run: Run;
  /** The network has once been taught by Step 5's rule. */
  taught: boolean;
  onScale: (scale: number) => void;
  onRun: (run: Run) => void;
}

/** The divisor as a slider, and whose scores are looked at. */
export function ScoresControls(props: Props) {
  const { words, scales, scale, root, run, taught, onRun } = props;
  const id = useId();
  const text = timesOf(scales[scale]);
  return (
    <>
      <span className="scores-slider">
        <label htmlFor={id}>{words.text('slider')}</label>
        <input
          id={id}
          type="range"
          min={0}
          max={scales.length - 1}
          step={1}
          value={scale}
          aria-valuetext={text}
          onChange={(event) => props.onScale(event.currentTarget.valueAsNumber)}
        />
        <output htmlFor={id} className="num">
          {scale === root ? words.text('root', { times: text }) : text}
        </output>
      </span>
      <Switch<Run>
        label={words.text('runs')}
        value={run}
        options={(taught || run === 'adam'
          ? (['first', 'trained', 'adam'] as const)
          : (['first', 'trained'] as const)
        ).map((value) => ({ value, label: words.text(`run.${value}`) }))}
        onChange={onRun}
      />
      {!taught && run !== 'adam' && (
        <button type="button" className="tool strong" onClick={() => onRun('adam')}>
          {words.text('train')}
        </button>
      )}
    </>
  );
}
