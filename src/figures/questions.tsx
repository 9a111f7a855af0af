import { useRef, useState, type ReactNode } from 'react';
import { useMessages } from '../reader/messages.tsx';
import { useIsland } from '../reader/page.ts';
import { useReader } from '../reader/reader.ts';
import { requestView } from '../reader/state.ts';
import type { Fault } from '../worker/protocol.ts';
import { useLiveMark } from './live.ts';

export interface QuestionOption {
  readonly id: string;
  readonly label: ReactNode;
}

/** One question whose answer the engine computes for the reader's own name and run. */
export interface Question {
  readonly id: string;
  readonly ask: ReactNode;
  /** Two to five answers, in an order that tells nothing. */
  readonly options: readonly QuestionOption[];
  /** The option that is right; null while the engine has not said. */
  readonly right: string | null;
  /** Why it is right, in one or two sentences with live numbers: said after a right answer. */
  readonly because: ReactNode;
  /** What is true instead: said after any other answer. */
  readonly instead: ReactNode;
  /** Where it can be seen: the section, and the part of its figure's view that shows it. */
  readonly see?: { readonly section: string; readonly figure: string; readonly view: object };
}

export interface QuestionsProps {
  title: ReactNode;
  caption: ReactNode;
  questions: readonly Question[];
  /** What the answers depend on (name, recipe): when it changes, all questions are open again. */
  about: string;
  live: boolean;
  busy?: boolean;
  fault?: Fault | null;
}

/**
 * Questions at the end of a page. An answer is given by choosing; what is true is said at once, and
 * a figure of the page can be opened in the state that shows it. Without scripts all is said.
 */
export function Questions(props: QuestionsProps) {
  const { questions, about, live, busy = false, fault } = props;
  const { name, number } = useIsland();
  const words = useMessages('site', 'questions');
  const figure = useMessages('site', 'figure');
  const root = useRef<HTMLDivElement>(null);
  useLiveMark(root, live, busy);
  const awake = useReader((state) => Object.keys(state.beats).length > 0);
  const [kept, setKept] = useState<Answers>({ about, chosen: {} });
  const chosen = kept.about === about ? kept.chosen : {};
  const choose = (id: string, option: string): void =>
    setKept({ about, chosen: { ...chosen, [id]: option } });
  const answered = questions.filter(({ id }) => chosen[id] !== undefined);
  const right = answered.filter((question) => chosen[question.id] === question.right).length;
  return (
    <div className="fig questions" ref={root}>
      <p className="fig-title">
        <span className="no">{figure.text('number', { number })}</span>
        <span className="name" id={`figure-${name}-title`}>
          {props.title}
        </span>
      </p>
      <p className="fig-cap">{props.caption}</p>
      {fault && (
        <p className="fig-say fig-fault" role="alert">
          {figure.text(`fault.${fault.code}`, { detail: fault.detail })}
        </p>
      )}
      <ol className="questions-list">
        {questions.map((question) => (
          <li key={question.id}>
            <Asked
              question={question}
              chosen={chosen[question.id] ?? (awake ? null : question.right)}
              told={!awake}
              onChoose={(option) => choose(question.id, option)}
            />
          </li>
        ))}
      </ol>
      <p className="fig-say questions-score">
        {words.say('score', { answered: answered.length, right, all: questions.length })}
      </p>
    </div>
  );
}

interface Answers {
  readonly about: string;
  readonly chosen: Readonly<Record<string, string>>;
}

interface AskedProps {
  question: Question;
  chosen: string | null;
  /** The answer is told unasked: nobody chose it. */
  told: boolean;
  onChoose: (option: string) => void;
}

function Asked({ question, chosen, told, onChoose }: AskedProps) {
  const words = useMessages('site', 'questions');
  const { right, see } = question;
  const open = chosen === null || right === null;
  const correct = chosen === right;
  const stateOf = (option: string): string | undefined => {
    if (open) return undefined;
    if (option === right) return 'right';
    return option === chosen ? 'wrong' : undefined;
  };
  return (
    <fieldset className="question">
      <legend>{question.ask}</legend>
      <span className="question-options">
        {question.options.map(({ id, label }) => (
          <button
            key={id}
            type="button"
            aria-pressed={!told && id === chosen}
            data-state={stateOf(id)}
            disabled={right === null}
            onClick={() => onChoose(id)}
          >
            {label}
            {stateOf(id) === 'right' && (
              <span className="visually-hidden"> {words.text('isRight')}</span>
            )}
          </button>
        ))}
      </span>
      <p className="question-answer" aria-live="polite">
        {!open && (
          <>
            {!told && <b>{words.text(correct ? 'right' : 'wrong')} </b>}
            {correct ? question.because : question.instead}{' '}
            {see && (
              <a href={`#${see.section}`} onClick={() => requestView(see.figure, see.view)}>
                {words.text('see')}
              </a>
            )}
          </>
        )}
      </p>
    </fieldset>
  );
}
