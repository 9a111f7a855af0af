import { useMessages } from '../../../reader/messages.tsx';
import type { ClassBlocks } from '../../../worker/protocol.ts';

/** All that a chain of two states needs: what followed what, counted. */
export function TwoByTwo({ counts, rowHeight }: { counts: ClassBlocks; rowHeight: number }) {
  const words = useMessages('blocks');
  const { vowelVowel, vowelConsonant, consonantVowel, consonantConsonant } = counts;
  const rows = [
    ['afterVowel', vowelVowel, vowelConsonant],
    ['afterConsonant', consonantVowel, consonantConsonant],
  ] as const;
  const most = Math.max(1, vowelVowel, vowelConsonant, consonantVowel, consonantConsonant);
  return (
    <table className="two-by-two">
      <caption>{words.text('pairs')}</caption>
      <thead>
        <tr>
          <th aria-hidden="true" />
          <th scope="col">{words.text('thenVowel')}</th>
          <th scope="col">{words.text('thenConsonant')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...numbers]) => (
          <tr key={name} style={{ height: rowHeight }}>
            <th scope="row">{words.text(name)}</th>
            {numbers.map((count, i) => (
              <td
                key={i}
                data-link="count"
                style={
                  {
                    '--filled': `${Math.round(100 * Math.sqrt(count / most))}%`,
                  } as Record<string, string>
                }
              >
                {words.text('number', { value: count })}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
