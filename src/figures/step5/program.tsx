import { useCallback, useMemo, useRef } from 'react';
import { integer, type DataTableProps } from '../../charts/index.ts';
import listing from '../../programs/step5.ts?listing';
import { usePublish } from '../../reader/facts.ts';
import { useMessages, type Messages } from '../../reader/messages.tsx';
import { useNear } from '../../reader/near.ts';
import { usePage } from '../../reader/page.ts';
import { useStory } from '../../reader/story.ts';
import { FigureFrame } from '../frame.tsx';
import { Predict, usePrediction } from '../predict.tsx';
import { NumberField } from '../number-field.tsx';
import { Switch } from '../switch.tsx';
import { useTextScale } from '../text-scale.ts';
import { useProgramCode } from './program-code.ts';
import { ProgramPane } from './program-pane.tsx';
import { ProgramBalance, ProgramBars, ProgramStrip } from './program-picture.tsx';
import { programSentence } from './program-said.tsx';
import * as see from './program-view.ts';

const BEATS = see.programBeats(listing);
const LINES = see.linesOf(listing);
const FILES = see.filesOf(listing);
const COUNTS = see.countsOf(listing, LINES);
const BLOCKS = new Set(listing.blocks);

export default function ProgramFigure() {
  const words = useMessages('program');
  const { base, locale } = usePage();
  const story = useStory(BEATS);
  const { view, change, touched, beat } = story;
  const root = useRef<HTMLDivElement>(null);
  const scale = useTextScale(root);
  const code = useProgramCode(listing);
  const near = useNear();
  usePublish(factsOf(locale));
  const prediction = usePrediction<number>({ beat, at: see.ASKS, touched });
  const { asking, revealed, guess } = prediction;
  const shown: see.View = useMemo(
    () =>
      beat === see.ASKS && !touched && !asking
        ? { ...view, lit: { by: 'year', year: see.EARLY } }
        : view,
    [beat, touched, asking, view],
  );
  const { lit } = shown;
  const file = see.fileInView(FILES, LINES, shown);
  const balanced = asking || lit.by === 'year';

  const onLine = useCallback((line: number) => change({ line, file: null }), [change]);
  const onIdea = useCallback(
    (idea: number) => change({ lit: { by: 'idea', idea }, file: null, line: null }),
    [change],
  );
  const onMove = useCallback(
    (name: string, line: number | null) => change({ file: name, line }),
    [change],
  );

  return (
    <FigureFrame
      title={words.say('title')}
      caption={words.say('caption')}
      live={near || code.state === 'here'}
      fallback={{ width: 468, height: 440 }}
      touched={touched}
      onResume={story.resume}
      controls={<Controls words={words} lit={lit} change={change} />}
      predict={
        asking && (
          <Predict
            question={words.say('question', { ideas: COUNTS.ideas, year: see.EARLY })}
            prediction={prediction}
            ready={guess !== null}
          >
            <NumberField
              name={words.text('field', { year: see.EARLY })}
              value={guess}
              step={10}
              size={6}
              onChange={(next) =>
                prediction.setGuess(Math.max(0, Math.min(COUNTS.ideas, Math.round(next))))
              }
            />
          </Predict>
        )
      }
      picture={(size) => {
        const at = see.programLayout(size.height, scale, balanced);
        const pane = Math.max(60, size.height - at.bars - at.strip - at.balance - 10);
        return (
          <div className="program" ref={root} style={{ height: size.height }}>
            {at.bars > 0 && (
              <ProgramBars
                width={size.width}
                height={at.bars}
                words={words}
                scale={scale}
                listing={listing}
                counts={COUNTS}
                lit={lit}
                hidden={asking}
                onIdea={onIdea}
              />
            )}
            {balanced && (
              <ProgramBalance
                width={size.width}
                height={at.balance}
                words={words}
                scale={scale}
                counts={COUNTS}
                guess={asking || revealed ? guess : null}
                hidden={asking}
              />
            )}
            <ProgramStrip
              width={size.width}
              height={at.strip}
              words={words}
              listing={listing}
              files={FILES}
              lines={LINES}
              lit={lit}
              file={file}
              line={shown.line}
              onMove={onMove}
            />
            <ProgramPane
              words={words}
              height={pane}
              file={FILES[file]}
              lines={LINES}
              blocks={BLOCKS}
              code={code.at}
              lit={lit}
              line={shown.line}
              top={see.topLine(FILES[file], LINES, shown)}
              onLine={onLine}
              onIdea={onIdea}
            />
            {code.at(FILES[file].from) === undefined && (
              <p className="program-wait">
                {words.text(code.state === 'failed' ? 'failed' : 'loading')}
              </p>
            )}
          </div>
        );
      }}
      sentence={programSentence(words, {
        listing,
        lines: LINES,
        counts: COUNTS,
        view: shown,
        asking,
        guess: revealed ? guess : null,
        base,
      })}
      table={() => tableOf(words)}
    />
  );
}

interface ControlsProps {
  words: Messages;
  lit: see.Lit;
  change: (part: Partial<see.View>) => void;
}

/** Which lines stand out: those of a step, or what is no idea. */
function Controls({ words, lit, change }: ControlsProps) {
  const value = lit.by === 'step' ? String(lit.step) : lit.by;
  return (
    <>
      <Switch<string>
        label={words.text('steps')}
        value={value}
        options={[
          { value: 'all', label: words.text('step.all') },
          { value: 'none', label: words.text('none') },
        ]}
        onChange={(by) =>
          change({ ...see.ALL, lit: { by: by === 'all' ? 'all' : 'none' }, file: null })
        }
      />
      <span className="program-steps">
        <span>{words.text('step.label')}</span>
        <Switch<string>
          label={words.text('steps')}
          value={value}
          options={see.STEPS.map((step) => ({ value: String(step), label: String(step) }))}
          onChange={(step) =>
            change({ lit: { by: 'step', step: Number(step) }, file: null, line: null })
          }
        />
      </span>
    </>
  );
}

/** What the prose quotes of the program. */
function factsOf(locale: string): Record<string, string> {
  const whole = integer(locale);
  const { code, ideas, none, early, byIdea, byStep } = COUNTS;
  const lines = (id: string) => byIdea[listing.ideas.findIndex((idea) => idea.id === id)];
  const most = byIdea.indexOf(Math.max(...byIdea));
  return {
    'program.lines': whole(listing.count),
    'program.code': whole(code),
    'program.ideas': whole(ideas),
    'program.many': whole(listing.ideas.length),
    'program.none': whole(none),
    'program.early': whole(early),
    'program.late': whole(ideas - early),
    'program.early.share': whole(Math.round((100 * early) / ideas)),
    'program.most': listing.ideas[most].title,
    'program.most.lines': whole(byIdea[most]),
    'program.attention': whole(lines('attention')),
    'program.transformer': whole(lines('transformer')),
    'program.step3': whole(byStep[3]),
    'program.step4': whole(byStep[4]),
    'program.step5': whole(byStep[5]),
  };
}

/** The program by stretches with one place. */
function tableOf(words: Messages): Omit<DataTableProps, 'height'> {
  const columns = (['lines', 'file', 'section', 'idea', 'year', 'step'] as const).map((key) => ({
    key,
    label: words.text(`columns.${key}`),
    numeric: key === 'step',
  }));
  const rows = listing.runs.map(([from, at, step], i) => {
    const place = listing.places[at];
    const idea = place.idea < 0 ? null : listing.ideas[place.idea];
    return [
      `${from + 1}–${listing.runs[i + 1]?.[0] ?? listing.count}`,
      FILES[see.fileAt(FILES, from)].name || words.text('head'),
      words.text('taught', { step: place.step, title: place.title }),
      idea?.title ?? words.text(`kinds.${place.kind}`),
      idea?.label ?? '',
      String(step),
    ];
  });
  return { caption: words.text('table'), columns, rows };
}
