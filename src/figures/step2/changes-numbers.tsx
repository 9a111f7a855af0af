import { useLink } from '../../reader/links.ts';
import type { Messages } from '../../reader/messages.tsx';
import { agreeing, nameOf, written, type Example } from './changes-view.ts';

interface Props {
  words: Messages;
  examples: readonly Example[];
  /** Rows to keep room for. */
  rows: number;
  /** The two numbers of a row stand side by side, or one above the other. */
  beside: boolean;
  /** Nothing is told of the record yet. */
  hidden: boolean;
  /** How many digits the reader thinks are the same, of the first. */
  guess: number | null;
}

/** A number in full; from the first digit that differs on it is marked. */
function Digits({
  number,
  shared,
  guess,
}: {
  number: string;
  shared: number;
  guess: number | null;
}) {
  return (
    <span className="digits num q-gradient">
      {written(number).marks.map(({ text, place }, k) => (
        <span
          // Characters keep their places.
          key={k}
          data-apart={place > shared || undefined}
          data-guess={(guess !== null && place === guess) || undefined}
        >
          {text}
        </span>
      ))}
    </span>
  );
}

/** Gradients of a few parameters, derived by hand and recorded, digit by digit. */
export function TwoNumbers(props: Props) {
  const { words, examples, rows, beside, hidden } = props;
  const { bind, lit } = useLink('gradient');
  const places = Array.from({ length: rows }, (_, k) => examples[k] ?? null);
  return (
    <table
      className="two-numbers"
      data-beside={beside || undefined}
      data-lit={lit || undefined}
      {...bind}
    >
      <thead>
        <tr>
          <th scope="col">{words.say('columns.of')}</th>
          <th scope="col">{words.say('columns.byHand')}</th>
          <th scope="col">{words.say('columns.recorded')}</th>
          <th scope="col">{words.say('columns.units')}</th>
        </tr>
      </thead>
      <tbody>
        {places.map((example, k) => {
          if (!example) return <tr key={k} aria-hidden="true" />;
          const { byHand, recorded, units } = example;
          const shared = agreeing(byHand, recorded);
          return (
            <tr key={k}>
              <th scope="row" className="num q-parameter">
                {nameOf(example)}
              </th>
              <td>
                <Digits number={byHand} shared={99} guess={k === 0 ? props.guess : null} />
              </td>
              <td>
                {hidden ? (
                  <span className="digits digits-waiting">?</span>
                ) : (
                  <Digits number={recorded} shared={shared} guess={k === 0 ? props.guess : null} />
                )}
              </td>
              <td className="num">
                {hidden ? '' : beside ? units : words.say('apart', { units })}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
