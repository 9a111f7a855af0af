import { citations, references } from 'virtual:references';
import { ideaPagesOf, ideas, stepsOf, stringsOf, type IdeaWords } from '../content.ts';
import { LinkOf } from '../mdx/prose.tsx';
import { useServerPage } from '../server-page.tsx';

interface Place {
  readonly path: string;
  readonly title: string;
  readonly cites: ReadonlySet<string>;
}

/** The pages that cite, in reading order, and the timeline's entries that have no page yet. */
function placesOf(locale: string, stepTitle: (number: number) => string): Place[] {
  const told = stringsOf<{ ideas: Record<string, IdeaWords> }>(locale, 'ideas').ideas;
  const pages = [
    ...stepsOf(locale).map(({ path, file, matter }) => ({
      path,
      file,
      title: stepTitle(matter.number ?? 0),
    })),
    ...ideaPagesOf(locale).map(({ path, file, matter }) => ({ path, file, title: matter.title })),
  ].map(({ path, file, title }) => ({
    path,
    title,
    cites: new Set(citations[`/content/${locale}/${file}.mdx`]),
  }));
  const entries = ideas
    .filter(({ id }) => !pages.some(({ path }) => path === `history/${id}/`))
    .map(({ id, references: ids }) => ({
      path: `history/#${id}`,
      title: told[id].title,
      cites: new Set(ids),
    }));
  return [...pages, ...entries];
}

/** Every source of the site by its year, with the pages that lean on it. */
export function Bibliography() {
  const page = useServerPage();
  const words = page.words('site', 'bibliography');
  const step = page.words('site', 'page');
  const places = placesOf(page.locale, (number) => step.text('step', { number }));
  const sorted = Object.values(references).toSorted(
    (a, b) => (a.year ?? Infinity) - (b.year ?? Infinity) || a.short.localeCompare(b.short, 'en'),
  );
  return (
    <ol className="bibliography">
      {sorted.map(({ id, html, url, year, language }, i) => {
        const cited = places.filter(({ cites }) => cites.has(id));
        return (
          <li key={id} id={id}>
            <p className="dates">{year !== sorted[i - 1]?.year && year}</p>
            <p>
              <span lang={language} dangerouslySetInnerHTML={{ __html: html }} />{' '}
              {url && <LinkOf url={url} />}
            </p>
            {cited.length > 0 && (
              <p className="where">
                <span>{words.text('cited')}</span>{' '}
                {cited.map(({ path, title }, k) => (
                  <span key={path}>
                    {k > 0 && ' · '}
                    <a href={page.href(path)}>{title}</a>
                  </span>
                ))}
              </p>
            )}
          </li>
        );
      })}
    </ol>
  );
}
