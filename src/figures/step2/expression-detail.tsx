import { useLink } from '../../reader/links.ts';
import type { Messages } from '../../reader/messages.tsx';
import { amount } from './amounts.ts';
import { localsOf, type ExpressionGraph, type Named } from './expression-graph.ts';

interface Props {
  words: Messages;
  graph: ExpressionGraph;
  chosen: Named | null;
}

/** The chosen number: the line of code that made it, its formula, its local gradients. */
export function ExpressionDetail({ words, graph, chosen }: Props) {
  const node = useLink('node');
  const local = useLink('local');
  if (!chosen) return <p className="expr-detail expr-none">{words.say('choose')}</p>;
  const { name, entry, value } = chosen;
  const locals = localsOf(chosen, graph);
  return (
    <div className="expr-detail">
      <p className="expr-code num" {...node.bind}>
        {entry ? `${name} = ${entry.code}` : `${name} = new Value(${value.data})`}
        {entry?.sugar && <small>{words.say('within', { call: entry.sugar })}</small>}
      </p>
      {entry && (
        <p {...local.bind}>
          <span className="num expr-formula">{entry.formula}</span>
          {locals.map((one, k) => (
            <span key={k} className="expr-local">
              {words.say('local', { of: name, by: one.name, local: amount(one.local) })}
            </span>
          ))}
        </p>
      )}
      {!entry && <p>{words.say('given')}</p>}
    </div>
  );
}
