import { useRef } from 'react';
import { fixed } from '../../../charts/index.ts';
import { usePublish } from '../../../reader/facts.ts';
import { useMessages } from '../../../reader/messages.tsx';
import { useRecipe } from '../../../reader/reader.ts';
import { useStory } from '../../../reader/story.ts';
import { FigureFrame } from '../../frame.tsx';
import { answered, Predict, usePrediction } from '../../predict.tsx';
import { priceText } from '../../prices.ts';
import { GuessSlider } from '../../guess-slider.tsx';
import { Switch } from '../../switch.tsx';
import { useTextScale } from '../../text-scale.ts';
import { PriceBars } from './unplug-bars.tsx';
import { useUnplugFacts, useUnplugged } from './unplug-data.ts';
import { branchText, unplugTable } from './unplug-said.ts';
import { Stream } from './unplug-stream.tsx';
import * as see from './unplug-view.ts';

const three = fixed(3);
const FALLBACK = { width: 720, height: 380 };

export default function UnplugFigure() {
  const words = useMessages('unplug');
  const reader = useRecipe();
  const root = useRef<HTMLDivElement>(null);
  const scale = useTextScale(root);
  const story = useStory(see.BEATS);
  const { change } = story;
  const prediction = usePrediction<number>({
    beat: story.beat,
    at: see.ASKS,
    touched: story.touched,
    about: JSON.stringify(reader),
  });
  const { asking, revealed, guess } = prediction;
  const view = answered(story, prediction, see.BEATS, see.ASKS);
  const { each, some, prices, whole, now, unmeasured } = useUnplugged(reader, view);
  usePublish(useUnplugFacts(words, reader));
  const { network, out } = view;
  const shown = view.priced ? prices : null;
  const values = {
    network: words.text(`networks.${network}`),
    whole: three(whole ?? NaN),
    now: three(now ?? NaN),
    price: now === null || whole === null ? '' : priceText(now - whole),
    out: out.length,
    all: see.BRANCHES,
    little: see.LITTLE,
    missable: prices ? see.missable(prices) : 0,
    guess: guess ?? 0,
    branch: out.length === 1 ? branchText(words, network, out[0]) : '',
  };
  const said = ((): string => {
    if (unmeasured) return 'unmeasured';
    if (whole === null || now === null) return 'waiting';
    if (asking) return 'asking';
    if (revealed) return 'guessed';
    if (out.length === 0) return 'whole';
    return out.length === 1 ? 'one' : 'some';
  })();

  return (
    <FigureFrame
      title={words.say('title')}
      caption={words.say('caption')}
      live={each.live && some.live}
      busy={each.busy || some.busy}
      fault={each.fault ?? some.fault}
      touched={story.touched}
      onResume={story.resume}
      fallback={FALLBACK}
      sentence={words.say(`says.${said}`, values)}
      controls={
        <>
          <Switch<see.Which>
            label={words.text('which')}
            value={network}
            options={see.NETWORKS.map((value) => ({
              value,
              label: words.text(`networks.${value}`),
            }))}
            onChange={(value) => change({ network: value, priced: true })}
          />
          <button
            type="button"
            className="tool"
            disabled={out.length === 0}
            onClick={() => change({ out: [], priced: true })}
          >
            {words.text('allIn')}
          </button>
        </>
      }
      predict={
        asking &&
        !unmeasured && (
          <Predict question={words.say('question', values)} prediction={prediction}>
            <GuessSlider
              label={words.text('guessLabel')}
              max={see.BRANCHES}
              start={4}
              prediction={prediction}
              text={(count) => words.text('guess', { count, all: see.BRANCHES })}
            />
          </Predict>
        )
      }
      picture={(size) => {
        const at = see.layoutOf(size.height, scale);
        return (
          <div ref={root} className="unplug" style={{ height: size.height }}>
            <Stream
              width={size.width}
              height={at.stream}
              scale={scale}
              words={words}
              view={view}
              still={asking}
              onToggle={(branch) => change({ out: see.toggled(out, branch), priced: true })}
            />
            <PriceBars
              width={size.width}
              height={at.bars}
              scale={scale}
              words={words}
              view={view}
              prices={shown}
            />
          </div>
        );
      }}
      table={() => unplugTable(words, network, whole, shown)}
    />
  );
}
