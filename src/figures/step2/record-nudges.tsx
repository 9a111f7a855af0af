import { useLink } from '../../reader/links.ts';
import type { Messages } from '../../reader/messages.tsx';
import { amount } from './amounts.ts';
import { NUDGE, type Nudged } from './record-view.ts';

interface Props {
  words: Messages;
  nudges: readonly Nudged[];
  top: number;
  /** Plain numbers: they can be tried, but nothing says beforehand what will come of it. */
  plain: boolean;
  strong: boolean;
}

/** What the local gradients say, and what really happens when a number is nudged. */
export function RecordNudges({ words, nudges, top, plain, strong }: Props) {
  const { bind, lit } = useLink('local');
  return (
    <table
      className="rec-nudges"
      style={{ top }}
      data-strong={strong || lit || undefined}
      {...bind}
    >
      <thead>
        <tr>
          <th scope="col">{words.say('nudge.by', { by: NUDGE })}</th>
          <th scope="col">{!plain && words.say('nudge.said')}</th>
          <th scope="col">{words.say('nudge.moved')}</th>
        </tr>
      </thead>
      <tbody>
        {nudges.map(({ of, local, moved, said }) => (
          <tr key={of}>
            <th scope="row">{words.say('nudge.of', { of })}</th>
            <td className="num">
              {!plain &&
                words.say('nudge.product', {
                  local: amount(local),
                  by: NUDGE,
                  said: amount(said),
                })}
            </td>
            <td className="num">{amount(Number(moved.toPrecision(6)))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
