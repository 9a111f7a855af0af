import { Fragment, type ReactNode } from 'react';
import { useEngine } from '../../reader/engine.ts';
import type { Input } from '../../worker/protocol.ts';
import { short } from '../step2/unroll-names.ts';
import type { Made } from './whole-made.ts';
import { written, type Term } from './whole-terms.ts';
import { addressOf, type Cell } from './whole-tensor.ts';
import { cellName, valueAt, type Naming } from './whole-words.ts';

interface Props extends Naming {
  asked: Omit<Input<'explain'>, 'id'>;
  cell: Cell;
  made: Made;
  /** Terms that have room. */
  most: number;
  height: number;
  /** There is a number to go back to. */
  back: boolean;
  onWalk: (to: Cell) => void;
  onBack: () => void;
  onClose: () => void;
}

/** What a number is, how it is made, and the line of code that makes it. */
export function WholeDetail(props: Props) {
  const { words, plan, cell, height, asked } = props;
  const tensor = plan.byId.get(cell.tensor)!;
  const { data, busy } = useEngine('explain', {
    ...asked,
    id: addressOf(tensor, cell.row, cell.col),
    limit: 1,
  });
  const known = busy ? null : (data?.explanation ?? null);
  return (
    <div className="whole-detail" style={{ height }}>
      <p className="whole-head">
        <button
          type="button"
          className="whole-back"
          disabled={!props.back}
          aria-label={words.text('back')}
          onClick={props.onBack}
        >
          ←
        </button>
        <b className={`q-${tensor.tone}`}>{cellName(props, cell)}</b>
        {known && (
          <span className="whole-grad">
            {words.say(tensor.parameters ? 'gradientOf' : 'gradient', {
              gradient: short(known.grad),
            })}
          </span>
        )}
        <button
          type="button"
          className="whole-close"
          aria-label={words.text('close')}
          onClick={props.onClose}
        >
          ×
        </button>
      </p>
      <p className="whole-sum num">
        <Sum {...props} shrink={known?.constant ?? known?.inputs[1]?.value ?? null} />
      </p>
      <p className="whole-code">
        <code>{known?.code.text ?? ' '}</code> <span>{known?.code.file ?? ' '}</span>
      </p>
    </div>
  );
}

/** The equation, its numbers buttons that lead on. */
function Sum(props: Props & { shrink: number | null }): ReactNode {
  const { words, made, cell, most, shrink } = props;
  const value = short(valueAt(props, cell));
  const { terms, more, rest } = written(made, (of) => valueAt(props, of), most);
  const number = (of: Cell) => <Operand {...props} to={of} />;
  const product = ({ a, b }: Term) => (
    <>
      {number(a)}
      {b && <> · {number(b)}</>}
    </>
  );
  const sum = (
    <>
      {terms.map((term, i) => (
        <Fragment key={i}>
          {i > 0 && ' + '}
          {product(term)}
        </Fragment>
      ))}
      {more > 0 && (
        <span className="whole-rest"> + {words.text('more', { more, rest: short(rest) })}</span>
      )}
    </>
  );
  const left = <b>{value} = </b>;
  switch (made.how) {
    case 'parameter':
      return (
        <>
          <b>{value}</b>{' '}
          <span className="whole-plain">{words.say('trained', { uses: usesOf(made) })}</span>
        </>
      );
    case 'score':
      return (
        <>
          {left}({sum}) / √{made.terms.length}
        </>
      );
    case 'norm':
      return (
        <>
          {left}
          {sum} × {shrink === null ? '…' : short(shrink)}{' '}
          <span className="whole-plain">{words.say('scale')}</span>
        </>
      );
    case 'curve':
      return (
        <>
          {left}
          {words.text('relu')}({sum})
        </>
      );
    case 'softmax': {
      const own = made.terms[made.own].a;
      const power = (of: Cell) => (
        <span className="whole-power">
          e<sup>{number(of)}</sup>
        </span>
      );
      return (
        <>
          {left}
          {power(own)} / (
          {terms.map(({ a }, i) => (
            <Fragment key={i}>
              {i > 0 && ' + '}
              {power(a)}
            </Fragment>
          ))}
          {more > 0 && <span className="whole-rest"> + {words.text('others', { more })}</span>})
        </>
      );
    }
    case 'loss':
      return (
        <>
          {left}−ln {sum}
        </>
      );
    default:
      return (
        <>
          {left}
          {sum}
        </>
      );
  }
}

const usesOf = ({ lit }: Made): number => lit.reduce((sum, { rows, cols }) => sum + rows * cols, 0);

function Operand(props: Props & { to: Cell }) {
  const { plan, to, onWalk } = props;
  const tensor = plan.byId.get(to.tensor);
  const name = cellName(props, to);
  const value = short(valueAt(props, to));
  return (
    <button
      type="button"
      className={`whole-operand q-${tensor?.tone ?? 'ink'}`}
      title={name}
      aria-label={`${name}: ${value}`}
      onClick={() => onWalk(to)}
    >
      {value}
    </button>
  );
}
