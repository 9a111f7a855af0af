/** How plain Markdown elements are drawn: live numbers, equations, code, links. */
import type { ComponentProps } from 'react';
import { ideaPath, stepsOf } from '../content.ts';
import { useServerPage } from '../server-page.tsx';

type SpanProps = ComponentProps<'span'> & { 'data-fact'?: string };

/** Equations arrive as spans: one may hold a live number, another is the equation itself. */
export function Span({ children, ...props }: SpanProps) {
  const page = useServerPage();
  const words = page.words('site', 'link');
  if (props['data-fact']) return <span {...props}>{page.fact(props['data-fact'])}</span>;
  if (props.className === 'katex-display') {
    page.hasEquations = true;
    return (
      <span
        {...props}
        tabIndex={0}
        role="group"
        aria-label={words.text('equation')}
        data-linkhost=""
      >
        {children}
      </span>
    );
  }
  if (props.className === 'katex') page.hasEquations = true;
  return <span {...props}>{children}</span>;
}

type PreProps = ComponentProps<'pre'> & { 'data-file'?: string; 'data-line'?: string };

/** A code well; where the code is the engine's own, its place stands beneath. */
export function Pre({ 'data-file': file, 'data-line': line, children, ...props }: PreProps) {
  const page = useServerPage();
  const words = page.words('site', 'code');
  return (
    <div className="code">
      <pre
        {...props}
        tabIndex={0}
        role="group"
        aria-label={words.text('label', { file: file ?? '' })}
        data-linkhost=""
        dir="ltr"
      >
        {children}
      </pre>
      {file && (
        <p className="from">
          <span>{words.text('runs')}</span>
          <code>
            {file}
            <span className="visually-hidden">{words.text('line', { line: line ?? '' })}</span>
          </code>
        </p>
      )}
    </div>
  );
}

/**
 * Links within the site are written from its root, `/glossary/`, and get its sub-path here. What
 * would lead to a step that is still a draft is only text; an idea without a page has an entry.
 */
export function Anchor({ href = '', ...props }: ComponentProps<'a'>) {
  const page = useServerPage();
  const [, idea] = /^\/history\/([^/#]+)\/$/.exec(href) ?? [];
  if (idea !== undefined) return <a {...props} href={page.href(ideaPath(page.locale, idea))} />;
  const [, step] = /^\/(step\/\d+\/)/.exec(href) ?? [];
  if (step !== undefined && !stepsOf(page.locale).some(({ path }) => path === step)) {
    return <span>{props.children}</span>;
  }
  return <a {...props} href={href.startsWith('/') ? page.href(href.slice(1)) : href} />;
}
