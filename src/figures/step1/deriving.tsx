import { fixed } from '../../charts/index.ts';
import { useEngine } from '../../reader/engine.ts';
import { usePublish } from '../../reader/facts.ts';
import { useLitKey } from '../../reader/links.ts';
import { useMessages } from '../../reader/messages.tsx';
import { useLens, useRecipe } from '../../reader/reader.ts';
import { useStory } from '../../reader/story.ts';
import { FigureFrame } from '../frame.tsx';
import { Switch } from '../switch.tsx';
import { derivingTable } from './deriving-table.ts';
import { DerivingPicture } from './deriving-picture.tsx';
import { BEATS, STAGES, openUnits, outerOf, spotOf, type Stage } from './deriving-view.ts';

const three = fixed(3);
const five = fixed(5);

export default function DerivingFigure() {
  const words = useMessages('deriving');
  const recipe = useRecipe();
  const lens = useLens();
  const story = useStory(BEATS);
  const { view, change } = story;
  const { stage } = view;
  const lit = useLitKey();
  const place = { recipe, step: recipe.steps, text: lens };
  const { data: network } = useEngine('network', { recipe });
  const { data: thread } = useEngine('thread', { ...place, along: null });
  const pair = view.pair ?? thread?.way?.pair ?? 0;
  const { data: pass, live, busy, fault } = useEngine('pair', thread ? { ...place, pair } : null);
  const labels = network?.labels ?? [];
  const label = (token: number | undefined): string => labels[token ?? -1] ?? '';
  const spot = pass ? spotOf(view, pass) : ([0, 0] as const);
  const outer = pass && outerOf(stage, pass);
  const said = pass && sayings();

  usePublish({
    'deriving.from': label(pass?.token),
    'deriving.to': label(pass?.target),
    'deriving.n': String(pass?.n ?? 0),
    'deriving.p': three(pass?.probs[pass.target] ?? NaN),
    'deriving.d': three(pass?.dlogits[pass.target] ?? NaN),
    'deriving.open': String(pass ? openUnits(pass) : 0),
    'deriving.units': String(pass?.h.length ?? 0),
    'deriving.width': String(pass?.x.length ?? 0),
  });

  /** What is said of the number at a place of the stage. */
  function sayings(row = spot[0], col = spot[1]) {
    const { token, target, n } = pass!;
    return {
      name: <bdi key="n">{lens}</bdi>,
      from: label(token),
      to: label(target),
      letter: label(row),
      came: String(row === target),
      n,
      p: three(pass!.probs[row]),
      dz: five(pass!.dlogits[row]),
      unit: row,
      gate: pass!.h[row] > 0 ? 'open' : 'shut',
      da: five(pass!.da[row]),
      dh: five(pass!.dh[row]),
      row: stage === 'fc1' ? col : row,
      col: stage === 'fc1' ? row : col,
      one: five((stage === 'fc1' ? outer?.along[col] : outer?.down[row]) ?? NaN),
      other: three((stage === 'fc1' ? outer?.down[row] : outer?.along[col]) ?? NaN),
      product: five((outer?.down[row] ?? NaN) * (outer?.along[col] ?? NaN)),
      token,
      dx: five(pass!.dx[row]),
    };
  }

  return (
    <FigureFrame
      title={words.say('title')}
      caption={words.say('caption')}
      live={live}
      busy={busy}
      fault={fault}
      touched={story.touched}
      onResume={story.resume}
      controls={
        <>
          <Switch<Stage>
            label={words.text('stage')}
            value={stage}
            options={STAGES.map((value) => ({ value, label: words.text(`stages.${value}`) }))}
            onChange={(next) => change({ stage: next, spot: null })}
          />
          <label className="deriving-pair">
            {words.text('pair')}
            <select
              value={pair}
              onChange={(event) => change({ pair: Number(event.currentTarget.value), spot: null })}
            >
              {pass?.tokens.slice(1).map((next, i) => (
                <option key={i} value={i}>
                  {label(pass.tokens[i])} → {label(next)}
                </option>
              ))}
            </select>
          </label>
        </>
      }
      picture={(size) =>
        pass &&
        network && (
          <DerivingPicture
            size={size}
            words={words}
            pass={pass}
            labels={labels}
            stage={stage}
            spot={spot}
            lit={lit}
            announce={(row, col) => {
              const { name: _name, ...values } = sayings(row, col);
              return words.text(`cell.${stage}`, values);
            }}
            onChoose={(next) => change({ spot: next })}
          />
        )
      }
      sentence={said && words.say(`say.${stage}`, said)}
      table={() => derivingTable(words, stage, pass ?? null, labels)}
    />
  );
}
