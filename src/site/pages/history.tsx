import { ideaEdges, ideaPagesOf, ideas, stringsOf, type IdeaWords } from '../content.ts';
import { Cite } from '../mdx/prose.tsx';
import { useServerPage } from '../server-page.tsx';

interface IdeaStrings {
  readonly ideas: Record<string, IdeaWords>;
  /** Why one idea leads to another, by `from>to`. */
  readonly edges: Record<string, string>;
  /** Names of what stands in the lineage beside the sixteen. */
  readonly others?: Record<string, string>;
}

const useIdeaStrings = (): IdeaStrings => stringsOf<IdeaStrings>(useServerPage().locale, 'ideas');

/** The sixteen entries, in order of their years: dates, people, what each said, its sources. */
export function IdeaList() {
  const page = useServerPage();
  const words = page.words('site', 'history');
  const told = useIdeaStrings().ideas;
  const own = new Set(ideaPagesOf(page.locale).map(({ path }) => path));
  return (
    <ol className="idea-list">
      {ideas.map(({ id, years, people, references, steps }) => {
        const path = `history/${id}/`;
        const title = told[id].title;
        return (
          <li key={id} id={id}>
            <p className="dates">{years.label}</p>
            <div>
              <h3>{own.has(path) ? <a href={page.href(path)}>{title}</a> : title}</h3>
              <p className="people">{people.join(' · ')}</p>
              <p className="where">
                {words.text('usedIn', { steps: steps.join(', '), count: steps.length })}{' '}
                <Cite ids={references.join(' ')} />
              </p>
            </div>
            <div>
              <p className="summary">{told[id].summary}</p>
              {told[id].wrong && (
                <p className="wrong">
                  <b>{words.text('wrong')}</b> {told[id].wrong}
                </p>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

/** Which idea leads to which, and how it is known: by citation, by use, or only in thought. */
export function Lineage() {
  const page = useServerPage();
  const words = page.words('site', 'lineage');
  const { ideas: told, edges: why, others = {} } = useIdeaStrings();
  const name = (id: string): string => told[id]?.title ?? others[id] ?? id;
  const targets = [...new Set(ideaEdges.map(({ to }) => to))];
  return (
    <ul className="lineage">
      {targets.map((to) => (
        <li key={to}>
          <b>{name(to)}</b>
          <ul>
            {ideaEdges
              .filter((edge) => edge.to === to)
              .map(({ from, kind, uncertain }) => (
                <li key={from} data-kind={kind}>
                  <span className="from-idea">{name(from)}</span>
                  <span className="why">{why[`${from}>${to}`] ?? ''}</span>
                  <small>{words.text(uncertain ? `uncertain.${kind}` : `kind.${kind}`)}</small>
                </li>
              ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
