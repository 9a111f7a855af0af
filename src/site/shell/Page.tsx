import type { ReactNode } from 'react';
import { useServerPage } from '../server-page.tsx';
import { Header } from './Header.tsx';
import { Rail } from './Rail.tsx';

export interface Neighbour {
  readonly path: string;
  readonly title: string;
}

interface PageProps {
  /** How the main part is laid out. */
  kind: 'home' | 'step' | 'idea' | 'text';
  /** Heading of the table of contents; without it there is none. */
  contents?: string;
  lit?: readonly string[];
  previous?: Neighbour;
  next?: Neighbour;
  children: ReactNode;
}

/** Every page: head, contents, the main part, where to go next, the century at the foot. */
export function Page({ kind, contents, lit = [], previous, next, children }: PageProps) {
  const page = useServerPage();
  const words = page.words('site', 'page');
  return (
    <>
      <a className="skip" href="#main">
        {words.text('skip')}
      </a>
      <Header />
      <div
        className="notices"
        role="status"
        data-notices
        data-close={page.words('site', 'notice').text('close')}
      />
      <div className={`layout ${kind}`}>
        {contents && (
          <nav className="toc" aria-label={words.text('contents')}>
            <h2>{contents}</h2>
            <ol>
              {[...page.sections.values()].map(({ id, title }, i) => (
                <li key={id}>
                  <a href={`#${id}`} data-n={i + 1}>
                    {title}
                  </a>
                </li>
              ))}
            </ol>
          </nav>
        )}
        <main id="main" tabIndex={-1}>
          <noscript>
            <p className="noscript">{words.text('noScript')}</p>
          </noscript>
          {children}
        </main>
        <footer className="foot">
          {(previous || next) && (
            <nav className="turn" aria-label={words.text('turn')}>
              {previous && (
                <a rel="prev" href={page.href(previous.path)}>
                  <small>{words.text('previous')}</small>
                  {previous.title}
                </a>
              )}
              {next && (
                <a rel="next" href={page.href(next.path)}>
                  <small>{words.text('next')}</small>
                  {next.title}
                </a>
              )}
            </nav>
          )}
          <p>{words.say('colophon')}</p>
        </footer>
      </div>
      <Rail lit={lit} />
      <div
        className="visually-hidden"
        aria-live="polite"
        data-announce
        data-linked={page.words('site', 'link').text('linked', {
          name: '{name}',
          code: '{code}',
          equations: '{equations}',
          figures: '{figures}',
        })}
      />
    </>
  );
}
