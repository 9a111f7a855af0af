import type { Messages } from '../../reader/messages.tsx';
import { NumberField } from '../number-field.tsx';

export interface LinearControlsProps {
  words: Messages;
  i: number;
  unit: number;
  x: number;
  /** Null while only the input may change. */
  w: number | null;
  edited: boolean;
  /** The length of the input is kept. */
  keep: boolean;
  onX: (value: number) => void;
  onW: (value: number) => void;
  onKeep: (keep: boolean) => void;
  onReset: () => void;
}

const shown = (value: number): number => Number(value.toFixed(3));

/** The two numbers of the chosen column to type, and the way back to the network's own. */
export function LinearControls(props: LinearControlsProps) {
  const { words, i, unit, w } = props;
  return (
    <>
      <span className="linear-x">
        <NumberField
          label={`x[${i}]`}
          value={shown(props.x)}
          step={0.01}
          size={6}
          onChange={props.onX}
        />
      </span>
      {w !== null && (
        <span className="linear-w">
          <NumberField
            label={`fc1[${unit}][${i}]`}
            value={shown(w)}
            step={0.01}
            size={6}
            onChange={props.onW}
          />
        </span>
      )}
      <label className="linear-keep">
        <input
          type="checkbox"
          checked={props.keep}
          onChange={(event) => props.onKeep(event.currentTarget.checked)}
        />
        {words.text('keep')}
      </label>
      <button type="button" className="tool" disabled={!props.edited} onClick={props.onReset}>
        {words.text('reset')}
      </button>
    </>
  );
}
