import type { Messages } from '../../reader/messages.tsx';
import { Switch } from '../switch.tsx';
import { TOOLS, type Tool, type View } from './heads-view.ts';

interface Props {
  words: Messages;
  view: View;
  change: (part: Partial<View>) => void;
}

const LAYERS = [1, 2, 3, 4];

/** What a press on a head does, how weights are drawn, and whose heads they are. */
export function HeadsControls({ words, view, change }: Props) {
  return (
    <>
      <Switch<Tool>
        label={words.text('tool')}
        value={view.tool}
        options={TOOLS.map((value) => ({ value, label: words.text(`tools.${value}`) }))}
        onChange={(tool) => change({ tool, picked: null })}
      />
      <Switch<'share' | 'even'>
        label={words.text('drawn')}
        value={view.against ? 'even' : 'share'}
        options={(['share', 'even'] as const).map((value) => ({
          value,
          label: words.text(`draws.${value}`),
        }))}
        onChange={(value) => change({ against: value === 'even' })}
      />
      <Switch<'sgd' | 'adam'>
        label={words.text('optimizer')}
        value={view.adam ? 'adam' : 'sgd'}
        options={(['sgd', 'adam'] as const).map((value) => ({
          value,
          label: words.text(`optimizers.${value}`),
        }))}
        onChange={(value) => change({ adam: value === 'adam' })}
      />
      <label className="heads-layers">
        {words.text('layers')}
        <select
          value={view.layers ?? ''}
          onChange={({ target }) =>
            change({
              layers: target.value === '' ? null : Number(target.value),
              wiring: 'own',
              picked: null,
            })
          }
        >
          <option value="">{words.text('asRecipe')}</option>
          {LAYERS.map((layers) => (
            <option key={layers} value={layers}>
              {layers}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}
