/** The front page's century: every idea on its year, those in use filled; to scale. */
import { FIRST_YEAR, IDEA_KEY, inUse, LAST_YEAR, shareOf } from '../../figures/home/plan.ts';
import { ideaPath, ideas, stepsOf, stringsOf, type IdeaWords } from '../content.ts';
import { useServerPage } from '../server-page.tsx';
import { Ruler } from '../shell/ruler.tsx';
import { crowdOf, placeLabels, type Label } from './century-labels.ts';

/** Widths of the line that labels are placed for: a phone, a tablet, a desktop. */
const WIDTHS = { s: 356, m: 770, l: 1180 } as const;
/** Room that the crowd's own label takes at the end of the line, px. */
const CROWD_LABEL = 72;

const percent = (share: number): string => `${(share * 100).toFixed(3)}%`;

export function Century() {
  const page = useServerPage();
  const words = page.words('home', 'loom');
  const told = stringsOf<{ ideas: Record<string, IdeaWords> }>(page.locale, 'ideas').ideas;
  const programs = new Map(stepsOf(page.locale).map(({ matter }) => [matter.number, matter.title]));
  const sorted = ideas
    .map((idea) => ({ ...idea, year: idea.years.from }))
    .toSorted((a, b) => a.year - b.year);
  const crowd = crowdOf(sorted);
  const crowdEnd = Math.max(...crowd.map(({ years }) => years.to ?? years.from));
  const labels = Object.values(WIDTHS).map((width) =>
    placeLabels(
      sorted
        .filter((idea) => !crowd.includes(idea))
        .map((idea) => ({
          id: idea.id,
          year: idea.year,
          at: shareOf(idea.year),
          name: told[idea.id].short ?? told[idea.id].title,
          first: inUse(idea),
        })),
      width,
      [[shareOf(crowdEnd) * width - CROWD_LABEL, shareOf(crowdEnd) * width]],
    ),
  );
  const href = (id: string): string => page.href(ideaPath(page.locale, id));
  const level = new Map<number, number>();

  return (
    <nav className="century" aria-label={words.text('label')}>
      <Ruler first={FIRST_YEAR} last={LAST_YEAR} />
      <ol>
        {sorted.map((idea) => {
          const { id, years, year, firstStep } = idea;
          const { title, short = title } = told[id];
          const above = level.get(year) ?? 0;
          level.set(year, above + 1);
          const used = inUse(idea);
          return (
            <li
              key={id}
              className={used ? 'used' : undefined}
              style={
                {
                  '--from': percent(shareOf(year)),
                  '--to': percent(shareOf(years.to ?? year)),
                  '--above': above,
                } as Record<string, string | number>
              }
            >
              {years.to && above === 0 && <span className="span" />}
              <a
                href={href(id)}
                data-link={IDEA_KEY + id}
                className={crowd.includes(idea) ? 'crowded' : classOf(labels, id)}
                aria-label={words.text(used ? 'thread' : 'unused', {
                  years: years.label,
                  title,
                  step: programs.get(firstStep) ?? '',
                })}
              >
                <span className="dot" />
                <span className="label">
                  <b>{year}</b>
                  <span>{short}</span>
                </span>
              </a>
            </li>
          );
        })}
        <li
          className="crowd"
          style={{ '--from': percent(shareOf(crowdEnd)) } as Record<string, string>}
        >
          <a href={href(crowd[0].id)}>
            <b>{crowdEnd}</b>
            <span>{words.text('crowd', { count: crowd.length })}</span>
          </a>
        </li>
      </ol>
    </nav>
  );
}

/** How an idea's label stands at each width, as class names: `s-year l-name l-start`. */
function classOf(labels: readonly ReadonlyMap<string, Label>[], id: string): string {
  return Object.keys(WIDTHS)
    .map((size, i) => {
      const { show, anchor } = labels[i].get(id) ?? { show: 'none', anchor: 'middle' };
      return `${size}-${show} ${size}-${anchor}`;
    })
    .join(' ');
}
