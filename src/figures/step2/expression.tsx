import { useRef } from 'react';
import { printExpression, type Expression } from '../../engine/expression.ts';
import { usePublish } from '../../reader/facts.ts';
import { useMessages } from '../../reader/messages.tsx';
import { useStory } from '../../reader/story.ts';
import { FigureFrame } from '../frame.tsx';
import { Predict } from '../predict.tsx';
import { amount } from './amounts.ts';
import { useComputedHere } from './computed-here.ts';
import { ExpressionControls } from './expression-controls.tsx';
import { ExpressionField } from './expression-field.tsx';
import { expressionGraph } from './expression-graph.ts';
import { ExpressionPicture } from './expression-picture.tsx';
import { expressionSentence } from './expression-said.tsx';
import * as see from './expression-view.ts';
import { NumberField } from '../number-field.tsx';
import { useGuess } from './use-guess.ts';
import { useWalk } from './use-walk.ts';

const EXAMPLE = see.readText(see.EXAMPLE).expression as Expression;

export default function ExpressionFigure() {
  const words = useMessages('expression');
  const live = useComputedHere();
  const story = useStory(see.BEATS);
  const { view, change } = story;
  const { expression: read, problem } = see.readText(view.text);
  // While a text cannot be read, the last one that could stays on screen.
  const good = useRef(EXAMPLE);
  if (read) good.current = read;
  const expression = good.current;
  const formula = printExpression(expression);

  const recording = see.record(expression, view.values);
  const asked = see.mostUsed(recording)[0];
  const question = useGuess({
    beat: story.beat,
    at: see.ASKING,
    touched: story.touched,
    about: JSON.stringify([formula, view.values]),
  });
  const { asking, revealed, skipped } = question;
  const settled = revealed || skipped;
  const length = recording.given.size + recording.entries.length;
  const walked = asking ? null : (view.walked ?? (settled ? length : null));
  const graph = expressionGraph(recording, walked);
  const goTo = (next: number | null): void => {
    question.forget();
    change({ walked: next });
  };
  const walk = useWalk(length, view.walked, goTo);

  usePublish(see.exampleFacts(amount));

  const rows = graph.order.map((value, place) => {
    const one = graph.named.get(graph.idOf(value));
    const grad = graph.grads[place];
    return [
      one?.name ?? '',
      one?.entry?.formula ?? words.text('givenShort'),
      one?.entry?.code ?? '',
      amount(value.data),
      value.a ? amount(value.da) : '',
      value.b ? amount(value.db) : '',
      grad === null ? '' : amount(grad),
    ];
  });

  return (
    <FigureFrame
      title={words.say('title')}
      caption={words.say('caption')}
      live={live}
      fallback={{ width: 468, height: 396 }}
      touched={story.touched}
      onResume={story.resume}
      moving={walk.playing}
      sentence={expressionSentence({
        words,
        graph,
        formula,
        walked,
        asked,
        asking,
        guess: revealed ? question.guess : null,
        moved: see.movedBy(expression, view.values, asked),
      })}
      predict={
        asking && (
          <Predict
            question={words.say('question', { asked, nudge: see.NUDGE })}
            prediction={question}
          >
            <span className="expr-guess">
              <NumberField
                name={words.text('guess', { asked })}
                value={question.guess}
                onChange={question.setGuess}
              />
              <span className="num">{words.say('thousandths', { nudge: see.NUDGE })}</span>
            </span>
          </Predict>
        )
      }
      controls={
        <ExpressionField
          words={words}
          typed={view.text}
          problem={problem}
          names={[...recording.given.keys()]}
          values={view.values}
          onType={(text) => change({ text, chosen: null, walked: null })}
          onValue={(name, value) =>
            change({ values: { ...view.values, [name]: value }, walked: null })
          }
        />
      }
      picture={(size) => (
        <ExpressionPicture
          size={size}
          words={words}
          view={{ ...view, walked }}
          recording={recording}
          formula={formula}
          onChoose={(id) => change({ chosen: id === view.chosen ? null : id })}
        />
      )}
      run={
        <ExpressionControls
          words={words}
          walk={walk}
          walked={walked}
          length={length}
          asking={asking}
          onWalked={goTo}
          onAsk={question.ask}
          form={view.form}
          onForm={(form) => change({ form })}
        />
      }
      table={() => ({
        caption: words.text('table', { formula }),
        columns: (['name', 'formula', 'code', 'data', 'da', 'db', 'grad'] as const).map((key) => ({
          key,
          label: words.text(`columns.${key}`),
          numeric: key === 'data' || key === 'da' || key === 'db' || key === 'grad',
        })),
        rows,
      })}
    />
  );
}
