import { ideaPagesOf, ideas, stringsOf, type IdeaWords } from '../content.ts';
import { useServerPage } from '../server-page.tsx';

const FIRST = Math.min(...ideas.map(({ years }) => years.from));
const LAST = Math.max(...ideas.map(({ years }) => years.to ?? years.from));
/** Least distance between two year labels, as a share of the rail: on a wide screen, on a phone. */
const APART = { wide: 0.026, narrow: 0.1 };

const at = (year: number): number => (year - FIRST) / (LAST - FIRST);
const percent = (share: number): string => `${(share * 100).toFixed(3)}%`;

/** The years that have room for a label, ends first. */
export function labelledYears(apart: number): number[] {
  const years = ideas.flatMap(({ years: { from, to } }) => [from, to ?? from]);
  const kept: number[] = [];
  for (const year of new Set([FIRST, LAST, ...years.toSorted((a, b) => a - b)])) {
    if (kept.every((other) => Math.abs(at(other) - at(year)) >= apart)) kept.push(year);
  }
  return kept;
}

/** A century to scale at the foot of the page; the ideas of the section being read are filled. */
export function Rail({ lit }: { lit: readonly string[] }) {
  const page = useServerPage();
  const words = page.words('site', 'rail');
  const told = stringsOf<{ ideas: Record<string, IdeaWords> }>(page.locale, 'ideas').ideas;
  const own = new Set(ideaPagesOf(page.locale).map(({ path }) => path));
  const roomy = new Set(labelledYears(APART.narrow));
  const years = [];
  for (let year = FIRST; year <= LAST; year++) years.push(year);
  return (
    <nav
      className="rail"
      aria-label={words.text('label', { from: FIRST, to: LAST })}
      data-more={words.text('more')}
    >
      <svg viewBox={`0 0 ${LAST - FIRST} 10`} preserveAspectRatio="none" aria-hidden="true">
        <path
          className="decades"
          d={years
            .filter((y) => y % 10 === 0)
            .map((y) => `M${y - FIRST} 0V7`)
            .join('')}
        />
        <path
          className="ticks"
          d={years
            .filter((y) => y % 10 !== 0)
            .map((y) => `M${y - FIRST} 0V3.5`)
            .join('')}
        />
        <path className="line" d={`M0 0H${LAST - FIRST}`} />
      </svg>
      <ol>
        {ideas.map(({ id, years: { from, to, label } }) => {
          const { title, short = title, summary } = told[id];
          const path = own.has(`history/${id}/`) ? `history/${id}/` : `history/#${id}`;
          return (
            <li
              key={id}
              className={lit.includes(id) ? 'lit' : undefined}
              data-rail={id}
              data-years={[from, to ?? from].join(' ')}
              style={
                { '--from': percent(at(from)), '--to': percent(at(to ?? from)) } as Record<
                  string,
                  string
                >
              }
            >
              <a
                href={page.href(path)}
                data-summary={summary}
                aria-label={words.text('idea', { years: label, title })}
              >
                {to && <span className="span" />}
                <span className="dot" />
                {to && <span className="dot end" />}
                <span className="idea-name">{short}</span>
              </a>
            </li>
          );
        })}
      </ol>
      <div className="years" aria-hidden="true">
        {labelledYears(APART.wide).map((year) => (
          <span
            key={year}
            data-year={year}
            className={
              [year === FIRST && 'first', year === LAST && 'last', !roomy.has(year) && 'crowded']
                .filter(Boolean)
                .join(' ') || undefined
            }
            style={{ '--from': percent(at(year)) } as Record<string, string>}
          >
            {year}
          </span>
        ))}
      </div>
    </nav>
  );
}
