import { useRef } from 'react';
import { useEngine } from '../../reader/engine.ts';
import { usePublish } from '../../reader/facts.ts';
import { useMessages } from '../../reader/messages.tsx';
import { useLens, useRecipe } from '../../reader/reader.ts';
import { FigureFrame } from '../frame.tsx';
import { useTextScale } from '../text-scale.ts';
import { DuelPicture } from './duel-picture.tsx';
import { factor, ROUNDS, scoreOf, STEPS, time } from './duel-view.ts';
import { useDuel } from './use-duel.ts';

export default function EfficiencyFigure() {
  const words = useMessages('efficiency');
  const recipe = useRecipe();
  const name = useLens();
  const root = useRef<HTMLDivElement>(null);
  const scale = useTextScale(root);
  const duel = useDuel(recipe);
  const { bouts, running } = duel;
  const {
    data: record,
    live,
    busy,
    fault,
  } = useEngine('recorded', {
    recipe,
    step: 0,
    text: name,
    parameters: [],
  });
  const score = scoreOf(bouts);
  const nodes = record?.made ?? 0;

  usePublish({
    'duel.nodes': record ? words.text('number', { value: nodes }) : '–',
    'duel.steps': String(STEPS),
    'duel.ratio': factor(score.ratio),
  });

  const best = [time(score.best?.readable), time(score.best?.fast)];
  const values = {
    name,
    nodes,
    rounds: score.rounds,
    all: ROUNDS,
    steps: STEPS,
    ratio: factor(score.ratio),
    low: factor(score.spread[0]),
    high: factor(score.spread[1]),
    readable: `${best[0].value} ${best[0].unit}`,
    fast: `${best[1].value} ${best[1].unit}`,
    same: score.same,
    losses: score.losses,
  };
  return (
    <FigureFrame
      title={words.say('title')}
      caption={words.say('caption')}
      live={live}
      busy={busy}
      fault={duel.fault ?? fault}
      moving={running}
      sentence={words.say(
        score.rounds === 0 ? (running ? 'saidFirst' : 'saidBefore') : 'said',
        values,
      )}
      controls={
        <span className="duel-go">
          <button type="button" className="key train" onClick={running ? duel.stop : duel.start}>
            <svg viewBox="0 0 12 12" aria-hidden="true">
              <path d={running ? 'M1 1h10v10H1z' : 'M1.5 0v12L12 6z'} />
            </svg>
            {words.text(running ? 'stop' : score.rounds > 0 ? 'again' : 'start')}
          </button>
          <progress
            className="duel-progress"
            aria-label={words.text('progress')}
            value={duel.done}
            max={1}
          />
          <span className="num">{words.text('rounds', { rounds: score.rounds, all: ROUNDS })}</span>
        </span>
      }
      picture={(size) => (
        <div className="duel" ref={root} style={{ height: size.height }}>
          <DuelPicture size={size} words={words} scale={scale} bouts={bouts} />
        </div>
      )}
      table={() => ({
        caption: words.text('table'),
        columns: (['round', 'readable', 'fast', 'ratio', 'same'] as const).map((key) => ({
          key,
          label: words.text(`columns.${key}`),
          numeric: true,
        })),
        rows: bouts.map((bout, i) => [
          i + 1,
          bout.readableMs.toFixed(3),
          bout.fastMs.toFixed(4),
          factor(bout.readableMs / bout.fastMs),
          `${bout.same.filter(Boolean).length}/${bout.same.length}`,
        ]),
      })}
    />
  );
}
