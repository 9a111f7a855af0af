import { stepsOf, stringsOf } from '../content.ts';
import { useServerPage } from '../server-page.tsx';

export interface GlossaryEntry {
  readonly id: string;
  readonly term: string;
  readonly definition: string;
  /** Where the word is first used: a path under the site's root. */
  readonly where?: string;
}

/** The words of the pages there are: a word whose step is still a draft waits for it. */
export function Glossary() {
  const page = useServerPage();
  const words = page.words('site', 'glossary');
  const entries = stringsOf<{ terms: GlossaryEntry[] }>(page.locale, 'glossary').terms;
  const steps = new Set(stepsOf(page.locale).map(({ path }) => path));
  const written = ({ where = '' }: GlossaryEntry) => {
    const [, step] = /^\/(step\/\d+\/)/.exec(where) ?? [];
    return step === undefined || steps.has(step);
  };
  const sorted = entries
    .filter(written)
    .toSorted((a, b) => a.term.localeCompare(b.term, page.locale));
  return (
    <dl className="glossary">
      {sorted.map(({ id, term, definition, where }) => (
        <div key={id} id={id}>
          <dt>{term}</dt>
          <dd>
            {definition}
            {where && (
              <>
                {' '}
                <a
                  href={page.href(where.replace(/^\//, ''))}
                  aria-label={words.text('whereOf', { term })}
                >
                  {words.text('where')}
                </a>
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
