import { ideaPath, ideas, stringsOf, type IdeaFacts, type IdeaWords } from '../content.ts';
import { useServerPage } from '../server-page.tsx';
import { at, FIRST, groups, labelledYears, LAST } from './rail-groups.ts';
import { Ruler } from './ruler.tsx';

/** Least distances as shares of the rail, on a wide screen and on a phone: labels, targets. */
const LABELS = { wide: 0.026, narrow: 0.1 };
const TARGETS = { wide: 0.0235, narrow: 0.07 };

const percent = (share: number): string => `${(share * 100).toFixed(3)}%`;
const place = (from: number, to = from): Record<string, string> => ({
  '--from': percent(at(from)),
  '--to': percent(at(to)),
});

/** A century to scale at the foot of the page; the ideas of the section being read are filled. */
export function Rail({ lit }: { lit: readonly string[] }) {
  const page = useServerPage();
  const words = page.words('site', 'rail');
  const told = stringsOf<{ ideas: Record<string, IdeaWords> }>(page.locale, 'ideas').ideas;
  const pathOf = (id: string): string => ideaPath(page.locale, id);
  const roomy = new Set(labelledYears(LABELS.narrow));
  return (
    <nav
      className="rail"
      aria-label={words.text('label', { from: FIRST, to: LAST })}
      data-more={words.text('more')}
    >
      <Ruler first={FIRST} last={LAST} />
      <div className="ideas" aria-hidden="true">
        {ideas.map(({ id, years: { from, to, label } }) => (
          <span
            key={id}
            className={lit.includes(id) ? 'idea lit' : 'idea'}
            data-rail={id}
            data-years={[from, to ?? from].join(' ')}
            data-title={words.text('idea', { years: label, title: told[id].title })}
            data-href={page.href(pathOf(id))}
            style={place(from, to)}
          >
            {to && <span className="span" />}
            <span className="dot" />
            {to && <span className="dot end" />}
            <span className="idea-name">{told[id].short ?? told[id].title}</span>
          </span>
        ))}
      </div>
      {(['wide', 'narrow'] as const).map((width) => (
        <ul key={width} className={`targets ${width}`}>
          {groups(TARGETS[width]).map((group) => (
            <li key={group[0].id}>
              <a
                href={page.href(pathOf(group[0].id))}
                style={place(group[0].years.from, group.at(-1)!.years.from)}
                data-ideas={group.map(({ id }) => id).join(' ')}
                aria-label={nameOf(group)}
              />
            </li>
          ))}
        </ul>
      ))}
      <div className="years" aria-hidden="true">
        {labelledYears(LABELS.wide).map((year) => (
          <span
            key={year}
            data-year={year}
            className={
              [year === FIRST && 'first', year === LAST && 'last', !roomy.has(year) && 'crowded']
                .filter(Boolean)
                .join(' ') || undefined
            }
            style={place(year)}
          >
            {year}
          </span>
        ))}
      </div>
    </nav>
  );

  function nameOf(group: readonly IdeaFacts[]): string {
    const [{ id, years: first }] = group;
    if (group.length === 1) {
      return words.text('idea', { years: first.label, title: told[id].title });
    }
    return words.text('group', {
      from: first.from,
      to: group.at(-1)!.years.from,
      titles: group.map((idea) => told[idea.id].title).join(', '),
    });
  }
}
