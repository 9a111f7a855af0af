/** What prose is made of, besides paragraphs. All of it is static HTML; the page's script wakes it. */
import type { ReactNode } from 'react';
import { references } from 'virtual:references';
import type { Quantity } from '../../reader/messages.tsx';
import { ideaPath, stringsOf, type IdeaWords } from '../content.ts';
import { useServerPage } from '../server-page.tsx';

/** A word for a quantity, in its colour; with `link`, lit together with equation, code, picture. */
export function Q({ is, link, children }: { is: Quantity; link?: string; children: ReactNode }) {
  if (!link) return <span className={`q q-${is}`}>{children}</span>;
  return (
    <button type="button" className={`q q-${is} linked`} data-link={link}>
      {children}
    </button>
  );
}

/** A letter or token of the vocabulary. */
export const T = ({ children }: { children: ReactNode }) => (
  <span className="letter" dir="auto">
    {children}
  </span>
);

/** A number that the engine gives; figures keep it up to date. */
export function Fact({ of }: { of: string }) {
  const page = useServerPage();
  return (
    <span className="fact" data-fact={of}>
      {page.fact(of)}
    </span>
  );
}

/** Words that are true of the default list only; another list hides them. */
export const Only = ({ children }: { list: 'default'; children: ReactNode }) => (
  <span className="only-default">{children}</span>
);

/** Words of a part of a figure that phones have no room for; they hide them. */
export const Wide = ({ children }: { children: ReactNode }) => (
  <span className="only-wide">{children}</span>
);

/** The name under the lens. */
export function LensName() {
  const page = useServerPage();
  return (
    <span className="letter q-lens" data-fact="lens.name" dir="auto">
      {page.fact('lens.name')}
    </span>
  );
}

/** The first use of a glossary word on a page. */
export function Term({ id, children }: { id: string; children: ReactNode }) {
  const page = useServerPage();
  return (
    <a className="term" href={page.href(`glossary/#${id}`)} data-card={`glossary/#${id}`}>
      <dfn>{children}</dfn>
    </a>
  );
}

/** Numbered citations, with a card on hover and the list at the foot of the page. */
export function Cite({ ids }: { ids: string }) {
  const page = useServerPage();
  const words = page.words('site', 'cite');
  return (
    <span className="cites">
      {ids.split(/[\s,]+/).map((id) => {
        const reference = references[id];
        if (!reference)
          throw new Error(
            `${page.path} cites “${id}”, which content/references.json does not have.`,
          );
        const n = page.cite(id);
        return (
          <a
            key={id}
            className="cite"
            href={`#ref-${id}`}
            data-card={`#ref-${id}`}
            aria-label={words.text('label', { n, short: reference.short })}
          >
            {n}
          </a>
        );
      })}
    </span>
  );
}

/** A link into the timeline: the idea's own page where there is one. */
export function Idea({ id, children }: { id: string; children?: ReactNode }) {
  const page = useServerPage();
  const title = stringsOf<{ ideas: Record<string, IdeaWords> }>(page.locale, 'ideas').ideas[id]
    ?.title;
  if (title === undefined)
    throw new Error(`${page.path} links the idea “${id}”, which is not on the timeline.`);
  return (
    <a className="idea-link" href={page.href(ideaPath(page.locale, id))} data-idea={id}>
      {children ?? title}
    </a>
  );
}

export const Aside = ({ title, children }: { title: string; children: ReactNode }) => (
  <details className="aside">
    <summary>{title}</summary>
    {children}
  </details>
);

/** One of the six programs as a file to keep, or the list of names that it reads. */
export function Download({ file, children }: { file: string; children: ReactNode }) {
  const page = useServerPage();
  return (
    <a href={page.href(file)} download>
      {children}
    </a>
  );
}

/** An address that can be read as well as followed. */
export const LinkOf = ({ url }: { url: string }) => (
  <a href={url}>{url.replace(/^https?:\/\/(www\.)?/, '')}</a>
);

/** The page's references, in the order they were first cited. */
export function Sources() {
  const page = useServerPage();
  const words = page.words('site', 'cite');
  if (page.cited.length === 0) return null;
  return (
    <section className="sources" aria-labelledby="sources">
      <h2 id="sources">{words.text('sources')}</h2>
      <ol>
        {page.cited.map((id) => {
          const { html, url } = references[id];
          return (
            <li key={id} id={`ref-${id}`}>
              <span dangerouslySetInnerHTML={{ __html: html }} />
              {url && (
                <>
                  {' '}
                  <LinkOf url={url} />
                </>
              )}
            </li>
          );
        })}
      </ol>
      <p className="all">
        <a href={page.href('bibliography/')}>{words.text('all')}</a>
      </p>
    </section>
  );
}
