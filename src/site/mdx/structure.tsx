/** Sections, beats and figures: the skeleton that the page's script and the islands work on. */
import { Children, isValidElement, type ReactElement, type ReactNode } from 'react';
import { useServerPage } from '../server-page.tsx';

interface SectionProps {
  id: string;
  title: string;
  /** The figure that stays in view beside this section. */
  figure?: string;
  /** Ideas of the timeline that the section uses. */
  ideas?: readonly string[];
  children: ReactNode;
}

/** One spread: prose, and beside it the figure that its beats drive. */
export function Section({ id, title, figure, ideas = [], children }: SectionProps) {
  const page = useServerPage();
  page.sections.set(id, { id, title, ideas });
  if (figure) page.hasBeats = true;
  const words = page.words('site', 'section');
  let beats = 0;
  const body = Children.map(children, (child) =>
    isValidElement(child) && child.type === Beat ? (
      <Beat {...(child as ReactElement<BeatProps>).props} index={beats++} />
    ) : (
      child
    ),
  );
  return (
    <section
      className={figure ? 'spread' : 'spread bare'}
      id={id}
      data-ideas={ideas.join(' ')}
      aria-labelledby={`${id}-title`}
    >
      <div className="prose">
        <h2 id={`${id}-title`}>
          {title}
          <a className="anchor" href={`#${id}`} aria-label={words.text('anchor', { title })}>
            #
          </a>
        </h2>
        {body}
      </div>
      {figure && <FigureIsland name={figure} section={id} className="sticky" />}
    </section>
  );
}

interface BeatProps {
  children: ReactNode;
  /** The figure asks for a guess here; what comes after keeps its distance. */
  ask?: boolean;
  index?: number;
}

/** Paragraphs that put the section's figure into one absolute state. */
export const Beat = ({ children, index, ask = false }: BeatProps) => (
  <div className={ask ? 'beat asks' : 'beat'} data-beat={index}>
    {children}
  </div>
);

interface IslandProps {
  name: string;
  section: string | null;
  className?: string;
  /** False for a picture that is not one of the page's numbered figures. */
  numbered?: boolean;
}

export function FigureIsland({ name, section, className = '', numbered = true }: IslandProps) {
  const page = useServerPage();
  const { html, number, room } = page.island(name, section, numbered);
  return (
    <figure
      id={`figure-${name}`}
      className={className || undefined}
      aria-labelledby={numbered ? `figure-${name}-title` : undefined}
      data-figure={name}
      data-room={room}
      data-section={section ?? undefined}
      data-number={number}
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}

/** A figure in the flow of the text, the text's width or wider. */
export const Figure = ({ name, wide = false }: { name: string; wide?: boolean }) => (
  <FigureIsland name={name} section={null} className={wide ? 'inflow wide' : 'inflow'} />
);
