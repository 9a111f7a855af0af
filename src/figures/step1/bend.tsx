import { fixed } from '../../charts/index.ts';
import { settingsOf } from '../../engine/settings.ts';
import { useEngine } from '../../reader/engine.ts';
import { usePublish } from '../../reader/facts.ts';
import { useLitKey } from '../../reader/links.ts';
import { useMessages } from '../../reader/messages.tsx';
import { useLens, useRecipe } from '../../reader/reader.ts';
import { useStory } from '../../reader/story.ts';
import { FigureFrame } from '../frame.tsx';
import { Predict, usePrediction } from '../predict.tsx';
import { Switch } from '../switch.tsx';
import { SeedsControl, WalkControls } from './bend-controls.tsx';
import { useRuns } from './bend-data.ts';
import { FoldPicture } from './bend-fold.tsx';
import { ProductPicture } from './bend-product.tsx';
import { RunsPicture } from './bend-runs.tsx';
import {
  ASKS,
  BEATS,
  PARTS,
  bothWays,
  corners,
  endsOf,
  walkBetween,
  type Part,
} from './bend-view.ts';
import { bendTable } from './bend-table.ts';
import { bendFacts, runsSentence, type Found } from './bend-words.ts';
import { tokensOf, useDials } from './passes.ts';
import { shown as sizedText } from './softmax-words.ts';

const three = fixed(3);

export default function BendFigure() {
  const words = useMessages('bend');
  const recipe = useRecipe();
  const lens = useLens();
  const story = useStory(BEATS);
  const { view, change } = story;
  const { part } = view;
  const lit = useLitKey();
  const prediction = usePrediction<number>({
    beat: story.beat,
    at: ASKS,
    touched: story.touched,
    about: JSON.stringify(recipe),
  });

  const { steps } = recipe;
  const activation = settingsOf(recipe)?.activation ?? 'relu';
  const { data: network } = useEngine('network', { recipe });
  const dials = useDials(recipe, part === 'runs' ? null : steps);
  const asking = prediction.asking && part === 'runs';
  const runs = useRuns(recipe, part === 'runs', part === 'runs' && view.seeds && !asking);
  const labels = network?.labels ?? [];
  const label = (token: number): string => labels[token] ?? '';

  const bos = network?.bos ?? -1;
  const ends = endsOf(tokensOf(lens, labels, bos), bos);
  const from = view.from ?? ends.from;
  const to = view.to ?? ends.to;
  const logit = view.logit ?? ends.to;
  const found: Found = {
    rows: runs.rows,
    units: 4 * (network?.settings.embd ?? 0),
    two: (network?.shapes ?? []).slice(1).reduce((all, { rows, cols }) => all + rows * cols, 0),
    one: labels.length * (network?.settings.embd ?? 0),
  };
  usePublish(bendFacts(words, found));

  const known = dials.data;
  const way = known && part === 'fold' ? walkBetween(known, from, to, logit, activation) : null;
  const ways =
    known?.wte[from] && part === 'product'
      ? bothWays(known.wte[from], known.mlp_fc1, known.mlp_fc2)
      : null;
  const shown = part === 'runs' ? runs : dials;
  const guess = asking || prediction.revealed ? prediction.guess : null;

  const sentence = () => {
    if (part === 'runs')
      return runsSentence({ words, found, asking, guess: prediction.revealed ? guess : null });
    if (part === 'product')
      return (
        ways &&
        words.say('sentence.product', {
          two: found.two,
          one: found.one,
          apart: sizedText(ways.apart),
          read: label(from),
        })
      );
    const count = way ? corners(way, activation) : 0;
    return (
      way &&
      words.say(count > 0 ? 'sentence.fold' : 'sentence.smooth', {
        from: label(from),
        to: label(to),
        units: found.units,
        count,
        zeros: way.zeros.length,
      })
    );
  };

  return (
    <FigureFrame
      title={words.say(`title.${part}`)}
      caption={words.say(`caption.${part}`)}
      live={shown.live}
      busy={shown.busy}
      fault={shown.fault}
      touched={story.touched}
      onResume={story.resume}
      sentence={sentence()}
      controls={
        asking ? (
          <Predict question={words.say('question')} prediction={prediction} />
        ) : (
          <>
            <Switch<Part>
              label={words.text('part')}
              value={part}
              options={PARTS.map((value) => ({ value, label: words.text(`parts.${value}`) }))}
              onChange={(next) => change({ part: next })}
            />
            {part === 'fold' && (
              <WalkControls
                words={words}
                labels={labels}
                from={from}
                to={to}
                logit={logit}
                onChange={change}
              />
            )}
            {part === 'runs' && (
              <SeedsControl
                words={words}
                sweep={runs.sweep}
                on={view.seeds}
                onOn={(seeds) => change({ seeds })}
              />
            )}
          </>
        )
      }
      picture={(size) => {
        if (part === 'runs')
          return (
            runs.floors && (
              <RunsPicture
                {...size}
                rows={runs.rows}
                floor={runs.floors.bigram}
                counting={runs.counting}
                asking={asking}
                guess={guess}
                onGuess={prediction.setGuess}
                label={words.text('runs')}
                description={words.text('runsDescription')}
                name={({ name }) => words.text(`activation.${name}`)}
                words={{
                  floor: words.text('floor'),
                  counting: words.text('counting'),
                  nats: words.text('nats'),
                  guess: words.text('guess'),
                  yours: (nats) => words.text('yours', { nats }),
                }}
              />
            )
          );
        if (!known || labels.length === 0) return null;
        if (part === 'product')
          return (
            ways && (
              <ProductPicture
                {...size}
                dials={known}
                labels={labels}
                ways={ways}
                cell={view.cell ?? [to, 0]}
                onCell={(cell) => change({ cell })}
                announce={(row, col, value) =>
                  words.text('cell', { row: label(row), col, value: three(value) })
                }
                words={{
                  label: words.text('productLabel'),
                  description: words.text('productDescription', { two: found.two, one: found.one }),
                  fc1: words.text('fc1', { units: found.units }),
                  fc2: words.text('fc2'),
                  product: words.text('product'),
                  check: words.text('check', { read: label(from) }),
                }}
                lit={lit === 'logits' ? 'logits' : null}
              />
            )
          );
        return (
          way && (
            <FoldPicture
              {...size}
              walk={way}
              bent={activation === 'relu'}
              label={words.text('fold', { logit: label(logit), from: label(from), to: label(to) })}
              description={words.text('foldDescription', { zeros: way.zeros.length })}
              words={{
                gated: words.text(`activation.${activation}`),
                open: words.text('open'),
                from: label(from),
                to: label(to),
                logit: words.text('logitOf', { logit: label(logit) }),
              }}
              lit={lit === 'logits'}
            />
          )
        );
      }}
      table={() =>
        bendTable(words, {
          labels,
          rows: asking ? runs.rows.slice(0, 1) : runs.rows,
          walk: way,
          ways,
        })
      }
    />
  );
}
