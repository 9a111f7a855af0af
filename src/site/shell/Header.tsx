import { stepsOf } from '../content.ts';
import { useServerPage } from '../server-page.tsx';

/** The running head: the site's name, the steps there are, the name under the lens, the tools. */
export function Header() {
  const page = useServerPage();
  const words = page.words('site', 'header');
  const lens = page.words('site', 'lens');
  const here = (path: string) => (page.path === path ? 'page' : undefined);
  const within = (path: string) => (page.path.startsWith(path) ? 'true' : undefined);
  return (
    <header className="head">
      <a className="mark" href={page.href('')} aria-current={here('')}>
        MicroGPT <i>Visualized</i>
      </a>
      <nav className="steps" aria-label={words.text('steps')}>
        <ul>
          {stepsOf(page.locale).map(({ path, matter }) => (
            <li key={path}>
              <a href={page.href(path)} aria-current={here(path)}>
                <b>{matter.number}</b> {matter.title}
              </a>
            </li>
          ))}
          <li>
            <a href={page.href('history/')} aria-current={here('history/') ?? within('history/')}>
              {words.text('timeline')}
            </a>
          </li>
          <li>
            <a href={page.href('glossary/')} aria-current={here('glossary/')}>
              {words.text('glossary')}
            </a>
          </li>
          <li>
            <a href={page.href('about/')} aria-current={here('about/')}>
              {words.text('about')}
            </a>
          </li>
        </ul>
      </nav>
      <form
        className="lens"
        data-lens-form
        data-symbols={JSON.stringify(page.symbols)}
        data-unknown={lens.text('unknown', { symbols: '{symbols}' })}
      >
        <label htmlFor="lens">{words.text('name')}</label>
        <input
          id="lens"
          name="lens"
          defaultValue={page.facts.get('lens.name') ?? ''}
          placeholder={lens.text('placeholder')}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          dir="auto"
          aria-describedby="lens-note"
        />
        <output id="lens-note" className="lens-note" htmlFor="lens" />
      </form>
      <details className="menu">
        <summary className="tool">{words.text('view')}</summary>
        <div className="menu-body">
          <fieldset>
            <legend>{words.text('theme')}</legend>
            {(['auto', 'light', 'dark'] as const).map((theme) => (
              <label key={theme}>
                <input type="radio" name="theme" value={theme} defaultChecked={theme === 'auto'} />{' '}
                {words.text(`themes.${theme}`)}
              </label>
            ))}
          </fieldset>
          <fieldset>
            <legend>{words.text('textSize')}</legend>
            {(['small', 'normal', 'large'] as const).map((size) => (
              <label key={size}>
                <input
                  type="radio"
                  name="text-size"
                  value={size}
                  defaultChecked={size === 'normal'}
                />{' '}
                {words.text(`sizes.${size}`)}
              </label>
            ))}
          </fieldset>
          {page.sections.size > 0 && (
            <nav className="menu-sections" aria-label={page.words('site', 'page').text('contents')}>
              {[...page.sections.values()].map(({ id, title }) => (
                <a key={id} href={`#${id}`}>
                  {title}
                </a>
              ))}
            </nav>
          )}
          <nav className="menu-pages" aria-label={words.text('pages')}>
            {stepsOf(page.locale).map(({ path, matter }) => (
              <a key={path} href={page.href(path)}>
                {words.text('step', { number: matter.number ?? 0, title: matter.title })}
              </a>
            ))}
            <a href={page.href('history/')}>{words.text('timeline')}</a>
            <a href={page.href('glossary/')}>{words.text('glossary')}</a>
            <a href={page.href('about/')}>{words.text('about')}</a>
          </nav>
          <button
            type="button"
            className="tool"
            data-copy-link
            data-copied={words.text('copied')}
            data-failed={words.text('linkFailed')}
          >
            {words.text('copyLink')}
          </button>
        </div>
      </details>
      {page.hasBeats && (
        <button
          type="button"
          className="tool present"
          data-present-start
          data-keys={page.words('site', 'present').text('keys')}
        >
          {words.text('present')}
        </button>
      )}
      <div className="progress" aria-hidden="true" />
    </header>
  );
}
