import { Bars, fixed } from '../../charts/index.ts';
import { useEngine } from '../../reader/engine.ts';
import { usePublish } from '../../reader/facts.ts';
import { useLink, useLitKey } from '../../reader/links.ts';
import { useMessages } from '../../reader/messages.tsx';
import { useLens, useRecipe } from '../../reader/reader.ts';
import { useStory } from '../../reader/story.ts';
import { FigureFrame } from '../frame.tsx';
import { Predict, usePrediction } from '../predict.tsx';
import { Switch } from '../switch.tsx';
import { SurpriseCurve } from './surprise-curve.tsx';
import { SurpriseSum } from './surprise-sum.tsx';

interface View {
  part: 'product' | 'curve' | 'sum';
  unit: 'nats' | 'bits';
  /** The pair chosen, or null for the dearest. */
  pair: number | null;
}

const PARTS = ['product', 'curve', 'sum'] as const;
const BEATS: View[] = [
  { part: 'product', unit: 'nats', pair: null },
  { part: 'curve', unit: 'nats', pair: null },
  { part: 'sum', unit: 'nats', pair: null },
  { part: 'sum', unit: 'bits', pair: null },
];
/** One nat in each unit. */
const UNITS = { nats: 1, bits: Math.LOG2E };

const two = fixed(2);
const three = fixed(3);

export default function SurpriseFigure() {
  const words = useMessages('surprise');
  const recipe = useRecipe();
  const lens = useLens();
  const story = useStory(BEATS);
  const { view, change } = story;
  const lit = useLitKey();
  const surprise = useLink('surprise');
  const loss = useLink('loss');
  const prediction = usePrediction<number>({
    beat: story.beat,
    at: 1,
    touched: story.touched,
    about: `${lens} ${JSON.stringify(recipe)}`,
  });

  const { data, live, busy, fault } = useEngine('surprise', {
    recipe,
    step: recipe.steps,
    text: lens,
    alpha: 1,
  });
  const { data: list } = useEngine('data', { recipe });
  const even = 1 / (list?.labels.length ?? 2);
  const nats = data?.nats ?? [];
  let chance = 1;
  const pairs = nats.map((price, i) => {
    chance *= data?.p[i] ?? 1;
    return {
      label: `${data?.labels[i] ?? ''}${data?.labels[i + 1] ?? ''}`,
      from: data?.labels[i] ?? '',
      to: data?.labels[i + 1] ?? '',
      p: data?.p[i] ?? 0,
      nats: price,
      product: chance,
    };
  });
  const dearest = nats.indexOf(Math.max(...nats));
  const chosen = Math.max(0, Math.min(view.pair ?? dearest, pairs.length - 1));
  const pair = pairs[chosen];
  const total = nats.reduce((sum, price) => sum + price, 0);
  const unit = UNITS[view.unit];
  const odds = (share: number): string => words.text('number', { value: Math.round(1 / share) });
  usePublish({
    'surprise.odds': odds(chance),
    'surprise.pair': pair?.label ?? '',
    'surprise.p': three(pair?.p ?? NaN),
    'surprise.nats': two(pair?.nats ?? NaN),
    'surprise.total': two(total),
    'surprise.mean': two(data?.mean ?? NaN),
    'surprise.bits': two((data?.mean ?? NaN) * UNITS.bits),
  });

  const asking = prediction.asking && view.part === 'curve' && pairs.length > 0;
  const guess = prediction.guess;
  const values = {
    name: lens,
    odds: odds(chance),
    from: pair?.from ?? '',
    to: pair?.to ?? '',
    p: three(pair?.p ?? NaN),
    price: two((pair?.nats ?? NaN) * unit),
    pairs: pairs.length,
    total: two(total * unit),
    mean: two((data?.mean ?? NaN) * unit),
    unit: words.text(`units.${view.unit}`),
    guess: guess === null ? '' : (pairs[guess]?.label ?? ''),
    guessPrice: guess === null ? '' : two(pairs[guess]?.nats ?? NaN),
    top: pairs[dearest]?.label ?? '',
    topPrice: two(nats[dearest] ?? NaN),
    right: String(guess === dearest),
    unknown: data?.unknown.join(' ') ?? '',
  };
  const sentence = asking
    ? words.say('asking', values)
    : prediction.revealed && view.part === 'curve'
      ? words.say('guessed', values)
      : words.say(view.part, values);
  const pick = (i: number): void => (asking ? prediction.setGuess(i) : change({ pair: i }));
  const announce = (i: number): string =>
    words.text('pair', { ...pairs[i], p: three(pairs[i].p), price: two(pairs[i].nats * unit) });

  return (
    <FigureFrame
      title={words.say('title')}
      caption={words.say('caption')}
      live={live}
      busy={busy}
      fault={fault}
      touched={story.touched}
      onResume={story.resume}
      sentence={
        <>
          {sentence}
          {data && data.unknown.length > 0 && <> {words.say('unknown', values)}</>}
        </>
      }
      controls={
        asking ? (
          <Predict
            question={words.say('question', values)}
            ready={guess !== null}
            onReveal={prediction.reveal}
            onSkip={prediction.skip}
          >
            <Switch
              label={words.text('answers')}
              value={String(guess)}
              options={pairs.map(({ label }, i) => ({
                value: String(i),
                label: <span className="letter">{label}</span>,
              }))}
              onChange={(i) => prediction.setGuess(Number(i))}
            />
          </Predict>
        ) : (
          <>
            <Switch
              label={words.text('parts')}
              value={view.part}
              options={PARTS.map((part) => ({ value: part, label: words.text(`part.${part}`) }))}
              onChange={(part) => change({ part })}
            />
            {view.part !== 'product' && (
              <Switch
                label={words.text('unitLabel')}
                value={view.unit}
                options={(['nats', 'bits'] as const).map((name) => ({
                  value: name,
                  label: words.text(`units.${name}`),
                }))}
                onChange={(name) => change({ unit: name })}
              />
            )}
          </>
        )
      }
      picture={({ width, height }) => {
        if (view.part === 'product') {
          return (
            <div {...surprise.bind}>
              <Bars
                width={width}
                height={Math.min(height, pairs.length * 44)}
                quantity="probability"
                label={words.text('productLabel', values)}
                bars={pairs.map(({ label, product }, i) => ({
                  id: `${i}`,
                  label,
                  value: product,
                  text: words.text('oneIn', { odds: odds(product) }),
                  emphasis: i === pairs.length - 1 ? 'strong' : 'normal',
                  mine: true,
                }))}
                domain={[0, Math.max(...pairs.map(({ product }) => product), 0) * 1.6]}
                selected={view.pair}
                onSelect={pick}
              />
            </div>
          );
        }
        const picture =
          view.part === 'curve' ? (
            <SurpriseCurve
              width={width}
              height={height - 4}
              label={words.text('curveLabel')}
              dots={pairs}
              unit={unit}
              even={even}
              words={{
                p: words.text('axes.p'),
                surprise: words.text('axes.surprise', { unit: values.unit }),
              }}
              chosen={asking ? (guess ?? -1) : chosen}
              guess={prediction.revealed || asking ? guess : null}
              hidden={asking}
              lit={lit === 'surprise' || lit === 'probability'}
              onSelect={pick}
            />
          ) : (
            <SurpriseSum
              width={width}
              height={height - 4}
              label={words.text('sumLabel', values)}
              pairs={pairs}
              unit={unit}
              words={{
                each: words.text('each', values),
                mean: words.text('meanLabel', values),
                ruler: words.text(`ruler.${view.unit}`),
                odds: words.text('ruler.odds'),
              }}
              chosen={chosen}
              lit={lit === 'loss' ? 'mean' : lit === 'surprise' || lit === 'pair' ? 'bars' : null}
              onSelect={pick}
            />
          );
        return (
          <div {...(view.part === 'sum' ? loss.bind : surprise.bind)} className="surprise">
            {picture}
            {!asking && (
              <PairButtons
                label={words.text('answers')}
                count={pairs.length}
                chosen={chosen}
                announce={announce}
                onSelect={pick}
              />
            )}
          </div>
        );
      }}
      table={() => ({
        caption: words.text('table', values),
        columns: (['pair', 'p', 'product', 'nats', 'bits'] as const).map((key) => ({
          key,
          label: words.text(`columns.${key}`),
          numeric: key !== 'pair',
        })),
        rows: pairs.map((one) => [
          one.label,
          three(one.p),
          words.text('oneIn', { odds: odds(one.product) }),
          two(one.nats),
          two(one.nats * UNITS.bits),
        ]),
      })}
    />
  );
}

/** The pairs of the picture for the keyboard: a slider over them, unseen but said. */
function PairButtons(props: {
  label: string;
  count: number;
  chosen: number;
  announce: (i: number) => string;
  onSelect: (i: number) => void;
}) {
  if (props.count === 0) return null;
  return (
    <input
      className="surprise-keys"
      type="range"
      min={0}
      max={props.count - 1}
      value={props.chosen}
      aria-label={props.label}
      aria-valuetext={props.announce(props.chosen)}
      onChange={(event) => props.onSelect(Number(event.target.value))}
    />
  );
}
