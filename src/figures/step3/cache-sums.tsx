import type { Messages } from '../../reader/messages.tsx';
import type { Result } from '../../worker/protocol.ts';
import { totalOf } from '../cache-work.ts';

interface Props {
  words: Messages;
  work: Result<'work'>;
  read: number;
  asking: boolean;
}

/** What all tokens read so far have cost together, without a cache and with one. */
export function CacheSums({ words, work, read, asking }: Props) {
  const uncached = totalOf(work.uncached, read);
  const cached = totalOf(work.cached, read);
  const number = (value: number): string => words.text('number', { value });
  const hidden = (value: number): string => (asking ? '?' : number(value));
  const each = work.numbers > 0 ? work.bytes / work.numbers : 0;
  const full = totalOf(work.cached, work.cached.length).kept;
  return (
    <table className="cache-sums">
      <colgroup>
        <col className="cache-what" />
        <col />
        <col className="cache-with" />
      </colgroup>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{words.text('soFar')}</th>
          <th scope="col">{words.text('uncached')}</th>
          <th scope="col">{words.text('cached')}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">
            {words.text('multiplications')} <span className="cache-far">{words.text('soFar')}</span>
          </th>
          <td>{hidden(uncached.multiplications)}</td>
          <td>{number(cached.multiplications)}</td>
        </tr>
        <tr>
          <th scope="row">{words.text('kept')}</th>
          <td>{number(uncached.kept)}</td>
          <td>
            <span className="cache-bytes">
              {words.text('bytes', { count: cached.kept * each })}
            </span>
            {number(cached.kept)}
            <span
              className="cache-meter"
              style={{ inlineSize: `${full > 0 ? (70 * cached.kept) / full : 0}%` }}
            />
          </td>
        </tr>
      </tbody>
    </table>
  );
}
