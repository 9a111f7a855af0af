import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useSize } from '../../charts/index.ts';
import { useEngine } from '../../reader/engine.ts';
import { useMessages } from '../../reader/messages.tsx';
import { usePlayback } from '../../reader/playback.ts';
import { useLens, useRecipe } from '../../reader/reader.ts';
import { useStory } from '../../reader/story.ts';
import { FigureFrame, type Size } from '../frame.tsx';
import { RunBar } from '../run-bar.tsx';
import { CURVE_POINTS } from '../step1/passes.ts';
import { useTextScale } from '../text-scale.ts';
import { useWhole } from './whole-data.ts';
import { useWholeFacts } from './whole-facts.ts';
import { WholeControls } from './whole-controls.tsx';
import { WholePicture } from './whole-picture.tsx';
import { WholeSketch } from './whole-sketch.tsx';
import { BEATS } from './whole-view.ts';
import { wholeSentence, wholeTable } from './whole-words.ts';
import { useReading } from './use-reading.ts';

const NONE = new Float64Array();

export default function WholeFigure() {
  const words = useMessages('whole');
  const recipe = useRecipe();
  const lens = useLens();
  const story = useStory(BEATS);
  const { view, change, touched } = story;
  const root = useRef<HTMLDivElement>(null);
  const scale = useTextScale(root);
  const data = useWhole(recipe, lens, view.step);
  const { known, step } = data;
  const { data: network } = useEngine('network', { recipe });
  const playback = usePlayback({
    recipe,
    step,
    total: recipe.steps,
    onStep: (to) => change({ step: to }),
  });
  const { data: curve } = useEngine('curve', { recipe, points: CURVE_POINTS });
  useWholeFacts(recipe, lens);

  const [large, setLarge] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (large) dialog.current?.showModal();
  }, [large]);

  const place = { recipe, step, text: lens };
  const reading = useReading({ words, known, view, name: lens, step, steps: recipe.steps });
  const run = (
    <RunBar
      step={step}
      total={recipe.steps}
      losses={curve?.losses ?? NONE}
      seed={recipe.seed}
      playback={playback}
      onStep={(to) => change({ step: to })}
    />
  );
  const controls = known && (
    <WholeControls
      words={words}
      reading={reading(null)}
      large={large}
      onTensor={(tensor, cell) => change({ focus: { tensor }, chosen: cell, walked: [] })}
      onWhole={() => change({ focus: 'whole', chosen: null, walked: [], row: null })}
      onRow={(row) => change({ row, chosen: null, walked: [], focus: 'whole' })}
      onLarge={() => (large ? dialog.current?.close() : setLarge(true))}
    />
  );
  const shown = reading(null);
  return (
    <FigureFrame
      title={words.say('title')}
      caption={words.say('caption')}
      live={data.live && known !== null}
      busy={data.busy && !playback.playing}
      fault={data.fault}
      moving={playback.playing}
      touched={touched}
      onResume={() => {
        playback.pause();
        story.resume();
      }}
      controls={large ? null : controls}
      picture={(size) => (
        <div className="whole" ref={root} style={{ height: size.height }}>
          {known && !large && (
            <WholePicture
              words={words}
              size={size}
              scale={scale}
              reading={reading(size)}
              place={place}
              change={change}
              view={view}
              large={false}
            />
          )}
          {!known && network && <WholeSketch size={size} network={network} text={lens} />}
          <dialog
            ref={dialog}
            className="whole-large"
            aria-label={words.text('title')}
            onClose={() => setLarge(false)}
          >
            {large && known && (
              <>
                <div className="fig-controls">{controls}</div>
                <Stage
                  picture={(room) => (
                    <WholePicture
                      words={words}
                      size={room}
                      scale={scale}
                      reading={reading(room)}
                      place={place}
                      change={change}
                      view={view}
                      large
                    />
                  )}
                />
                <p className="fig-say" aria-live={playback.playing ? 'off' : 'polite'}>
                  {shown && wholeSentence(shown)}
                </p>
                {run}
              </>
            )}
          </dialog>
        </div>
      )}
      sentence={shown && !large ? wholeSentence(shown) : null}
      table={() =>
        shown ? wholeTable(shown) : { caption: words.text('tableAll'), columns: [], rows: [] }
      }
      run={large ? null : run}
    />
  );
}

/** What is left of the screen, for a picture. */
function Stage({ picture }: { picture: (size: Size) => ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const size = useSize(box, { width: 0, height: 0 });
  return (
    <div className="whole-stage" ref={box}>
      {size.height > 0 && picture(size)}
    </div>
  );
}
