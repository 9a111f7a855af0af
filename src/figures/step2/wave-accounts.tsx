import { useLink } from '../../reader/links.ts';
import type { Messages } from '../../reader/messages.tsx';
import { amount, boxed } from './amounts.ts';
import { NumberField } from '../number-field.tsx';
import type { Account, Shown } from './wave-view.ts';

interface Props {
  words: Messages;
  shown: Shown;
  assigning: boolean;
  /** The given number that the question is about, and the reader's answer. */
  about: string;
  guess: number | null;
  /** A question stands: what would answer it is hidden. */
  asking: boolean;
  onValue: (name: string, value: number) => void;
}

/** Does the walk agree with nudging? Nudging is exact to some digits only. */
export const agrees = (holds: number, nudged: number): boolean =>
  Object.is(holds, nudged) || Math.abs(holds - nudged) <= 1e-5 * Math.max(1, Math.abs(nudged));

/** The given numbers: what each was handed, what it holds, and what nudging says. */
export function WaveAccounts(props: Props) {
  const { words, shown, about, guess, asking } = props;
  const link = useLink('gradient');
  return (
    <table className="wave-accounts" data-lit={link.lit || undefined} {...link.bind}>
      <thead>
        <tr>
          <th scope="col">{words.say('given')}</th>
          <th scope="col">{words.say(props.assigning ? 'written' : 'handed')}</th>
          <th scope="col">{words.say('holds')}</th>
          <th scope="col">{words.say('nudged')}</th>
        </tr>
      </thead>
      <tbody>
        {shown.accounts.map((account) => (
          <Row
            key={account.name}
            {...props}
            account={account}
            guess={account.name === about ? guess : null}
            hidden={asking && account.name === about}
          />
        ))}
      </tbody>
    </table>
  );
}

function Row(props: Props & { account: Account; hidden: boolean }) {
  const { words, account, hidden, guess } = props;
  const { name, data, handed, holds, nudged } = account;
  const whole = props.shown.active === 0;
  const right = agrees(holds, nudged);
  return (
    <tr>
      <th scope="row">
        <NumberField
          label={`${name} =`}
          value={data}
          size={5}
          onChange={(value) => props.onValue(name, value)}
        />
      </th>
      <td className="wave-amounts">
        {handed.length === 0 && <span className="wave-none">0</span>}
        {handed.map(({ amount: given, kept }, k) => (
          // Amounts keep the order in which they came.
          <span key={k} className="wave-amount" data-kept={kept || undefined}>
            {boxed(given)}
          </span>
        ))}
      </td>
      <td className="wave-holds">
        {hidden ? '?' : boxed(holds)}
        {guess !== null && (
          <span className="wave-guess">{words.text('yours', { guess: amount(guess) })}</span>
        )}
      </td>
      <td className="wave-nudged">
        {hidden ? '?' : boxed(Number(nudged.toFixed(6)))}
        {whole && !hidden && (
          <span className="wave-mark" data-wrong={!right || undefined}>
            {words.text(right ? 'agrees' : 'differs')}
          </span>
        )}
      </td>
    </tr>
  );
}
