import type { Messages } from '../../reader/messages.tsx';
import type { Cell } from './whole-tensor.ts';
import { groupName, letterAt, tensorName, type Saying } from './whole-words.ts';

interface Props {
  words: Messages;
  reading: Saying | null;
  large: boolean;
  onTensor: (tensor: string, cell: Cell) => void;
  onWhole: () => void;
  onRow: (row: number | null) => void;
  onLarge: () => void;
}

/** All tensors as a list, all letters as another, and the way to the whole screen. */
export function WholeControls({ words, reading, large, onTensor, onWhole, onRow, onLarge }: Props) {
  if (!reading) return null;
  const { plan, chosen, row } = reading;
  const { tokens } = plan.sizes;
  return (
    <>
      <label className="whole-pick">
        {words.text('tensor')}
        <select
          value={chosen?.tensor ?? ''}
          onChange={({ target: { value } }) => {
            const tensor = plan.byId.get(value);
            if (!tensor) return onWhole();
            const at = tensor.parameters
              ? 0
              : Math.min(tensor.rows - 1, chosen?.row ?? tensor.rows - 1);
            return onTensor(value, { tensor: value, row: at, col: 0 });
          }}
        >
          <option value="">{words.text('allTensors')}</option>
          {plan.groups.map((_, group) => (
            <optgroup key={group} label={groupName(reading, group)}>
              {plan.tensors
                .filter((tensor) => tensor.group === group)
                .map((tensor) => (
                  <option key={tensor.id} value={tensor.id}>
                    {tensorName(reading, tensor)}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </label>
      <label className="whole-pick">
        {words.text('letter')}
        <select
          value={row ?? ''}
          onChange={({ target: { value } }) => onRow(value === '' ? null : Number(value))}
        >
          <option value="">{words.text('allLetters')}</option>
          {tokens.map((_, position) => (
            <option key={position} value={position}>
              {letterAt(reading, position)}
            </option>
          ))}
        </select>
      </label>
      <button type="button" className="tool whole-enlarge" onClick={onLarge}>
        {words.text(large ? 'smaller' : 'larger')}
      </button>
    </>
  );
}
