import { fixed } from '../../charts/index.ts';
import { useEngine } from '../../reader/engine.ts';
import { usePublish } from '../../reader/facts.ts';
import { useLink, useLitKey } from '../../reader/links.ts';
import { useMessages } from '../../reader/messages.tsx';
import { useLens, useRecipe } from '../../reader/reader.ts';
import { useStory } from '../../reader/story.ts';
import { FigureFrame } from '../frame.tsx';
import { Predict, usePrediction } from '../predict.tsx';
import { Switch } from '../switch.tsx';
import { MATRICES, cellName, shortName, type MatrixName } from './matrices.ts';
import { useNudging, useWeights } from './nudging-data.ts';
import { NudgingPicture } from './nudging-picture.tsx';
import { ASKS, BEATS, EPS, PROGRAM, bestOf } from './nudging-view.ts';
import { powers, spokenPowers } from './powers.tsx';

const three = fixed(3);
const six = fixed(6);
const ten = fixed(10);

export default function NudgingFigure() {
  const words = useMessages('nudging');
  const recipe = useRecipe();
  const lens = useLens();
  const story = useStory(BEATS);
  const { view, change } = story;
  const lit = useLitKey();
  const link = useLink('epsilon');
  const guess = usePrediction<number>({
    beat: story.beat,
    at: ASKS,
    touched: story.touched,
    about: `${JSON.stringify(recipe)} ${lens}`,
  });
  const { asking } = guess;

  const { data: network } = useEngine('network', { recipe });
  const { weights, ink } = useWeights(recipe, recipe.steps);
  const data = useNudging(recipe, lens, view);
  const { cell, slopes } = data;
  const eps = EPS[view.eps];
  const best = slopes ? bestOf(slopes.errors) : null;
  const name = cell ? cellName(cell) : '';
  const numerical = slopes?.numerical[view.eps] ?? NaN;
  const error = slopes?.errors[view.eps] ?? NaN;
  const told = guess.revealed && guess.guess !== null ? guess.guess : null;

  usePublish({
    'nudging.dial': name,
    'nudging.value': three((slopes?.value ?? NaN) + view.offset),
    'nudging.up': six(slopes?.up[view.eps] ?? NaN),
    'nudging.down': six(slopes?.down[view.eps] ?? NaN),
    'nudging.slope': six(numerical),
    'nudging.program': ten(slopes?.numerical[PROGRAM] ?? NaN),
    'nudging.hand': ten(slopes?.hand ?? NaN),
    'nudging.best': best === null ? '–' : String(EPS[best].toFixed(12)).replace(/0+$/, ''),
    'nudging.parameters': words.text('number', { value: network?.parameters ?? 0 }),
    'nudging.passes': words.text('number', { value: 2 * (network?.parameters ?? 0) }),
  });

  // Who tries other amounts is to see where they go wrong.
  const onEps = (at: number): void =>
    asking ? guess.setGuess(at) : change({ eps: at, shown: 'errors' });
  const sentence = (): string => {
    if (asking) return 'asking';
    if (slopes && slopes.hand === 0 && numerical === 0) return 'flat';
    if (told !== null && best !== null) return Math.abs(told - best) <= 2 ? 'right' : 'guessed';
    if (view.shown === 'curve') return view.offset === 0 ? 'stands' : 'turned';
    return 'slopes';
  };

  return (
    <FigureFrame
      title={words.say('title')}
      caption={words.say('caption')}
      live={data.live}
      busy={data.busy}
      fault={data.fault}
      touched={story.touched}
      onResume={story.resume}
      controls={
        <>
          <Switch<string>
            label={words.text('dials')}
            value={typeof view.dial === 'string' ? view.dial : 'own'}
            options={MATRICES.map((value) => ({
              value,
              label: words.text('dial', { name: shortName(value) }),
            })).toReversed()}
            onChange={(dial) => change({ dial: dial as MatrixName, offset: 0 })}
          />
          <span className="nudging-eps" {...link.bind} data-lit={link.lit || undefined}>
            <i className="serif">ε</i> = {powers(eps)}
          </span>
        </>
      }
      predict={
        asking && (
          <Predict question={words.say('question')} prediction={guess}>
            {guess.guess === null ? (
              <span>{words.say('how')}</span>
            ) : (
              <span className="nudging-eps">ε = {powers(EPS[guess.guess])}</span>
            )}
          </Predict>
        )
      }
      picture={(size) =>
        network &&
        cell &&
        slopes && (
          <NudgingPicture
            size={size}
            words={words}
            network={network}
            weights={weights}
            ink={ink}
            lens={lens}
            view={view}
            cell={cell}
            way={data.way}
            whole={data.whole}
            near={data.near}
            slopes={slopes}
            live={data.live}
            asking={asking}
            guess={asking || told !== null ? guess.guess : null}
            lit={lit}
            onGrab={(own) => change({ dial: own, offset: 0 })}
            onTurn={(offset) => change({ offset })}
            onEps={onEps}
          />
        )
      }
      sentence={
        slopes &&
        words.say(sentence(), {
          name: <bdi key="n">{lens}</bdi>,
          dial: name,
          value: three(slopes.value + view.offset),
          nats: three(slopes.loss),
          eps: powers(eps),
          slope: six(numerical),
          hand: six(slopes.hand),
          error: powers(error),
          best: best === null ? '–' : powers(EPS[best]),
          guess: told === null ? '' : powers(EPS[told]),
          off: told === null ? '' : powers(slopes.errors[told]),
          least: best === null ? '' : powers(slopes.errors[best]),
        })
      }
      table={() => ({
        caption: words.text('table', { name }),
        columns: (['eps', 'up', 'down', 'slope', 'error'] as const).map((key) => ({
          key,
          label: words.text(`columns.${key}`),
          numeric: true,
        })),
        rows:
          asking || !slopes
            ? []
            : EPS.map((amount, i) => [
                spokenPowers(amount),
                slopes.up[i].toFixed(12),
                slopes.down[i].toFixed(12),
                fixed(12)(slopes.numerical[i]),
                spokenPowers(slopes.errors[i]),
              ]),
        selected: asking ? null : view.eps,
        limit: 12,
      })}
    />
  );
}
