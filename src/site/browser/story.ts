/**
 * Which section is being read, and which of its beats. A beat begins when it crosses a thin line
 * two fifths down the window, so one taller than the window fires too; what is drawn depends on
 * where the reader is, never on how they came there.
 */
import { readerStore, setBeat } from '../../reader/state.ts';

/** Where the line stands, as a share of the window's height; lower where the figure is on top. */
const LINE = { beside: 0.42, above: 0.68 };

export function startStory(): void {
  const sections = [...document.querySelectorAll<HTMLElement>('section.spread')];
  if (sections.length === 0) return;
  const beats = new Map(sections.map((s) => [s, [...s.querySelectorAll<HTMLElement>('.beat')]]));
  const narrow = matchMedia('(max-width: 1099px)');
  const root = document.documentElement;
  let observer: IntersectionObserver | null = null;

  /** The last of `elements` whose top is above the line. */
  const reached = (elements: readonly HTMLElement[], line: number): number =>
    elements.findLastIndex((element) => element.getBoundingClientRect().top <= line);

  function settle(): void {
    if (root.dataset.present !== undefined) return;
    const line = innerHeight * (narrow.matches ? LINE.above : LINE.beside);
    const current = Math.max(0, reached(sections, line));
    sections.forEach((section) => {
      const own = beats.get(section) ?? [];
      const at = Math.max(0, reached(own, line));
      setBeat(section.id, at);
      own.forEach((beat, i) =>
        beat.classList.toggle('now', section === sections[current] && i === at),
      );
    });
    enter(sections[current]);
  }

  function watch(): void {
    observer?.disconnect();
    const share = narrow.matches ? LINE.above : LINE.beside;
    const top = Math.round(share * 100);
    observer = new IntersectionObserver(settle, { rootMargin: `-${top}% 0px -${100 - top}% 0px` });
    for (const section of sections) {
      observer.observe(section);
      for (const beat of beats.get(section) ?? []) observer.observe(beat);
    }
  }
  // Where styles cannot follow the scrolling, the line of progress is set by hand.
  if (!CSS.supports('animation-timeline: scroll()')) {
    const line = document.querySelector<HTMLElement>('.progress');
    const draw = (): void => {
      const share = scrollY / Math.max(1, root.scrollHeight - innerHeight);
      if (line) line.style.transform = `scaleX(${share.toFixed(4)})`;
    };
    addEventListener('scroll', () => requestAnimationFrame(draw), { passive: true });
    draw();
  }
  narrow.addEventListener('change', watch);
  addEventListener('scrollend', settle, { passive: true });
  watch();
  settle();
}

let entered: HTMLElement | null = null;

/** Tell contents, rail and head which section this is. */
export function enter(section: HTMLElement): void {
  if (section === entered) return;
  entered = section;
  readerStore.setState({ section: section.id });
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.toc a')) {
    if (link.hash === `#${section.id}`) link.setAttribute('aria-current', 'location');
    else link.removeAttribute('aria-current');
  }
  const lit = new Set((section.dataset.ideas ?? '').split(' '));
  const years = new Set<string>();
  for (const entry of document.querySelectorAll<HTMLElement>('[data-rail]')) {
    const on = lit.has(entry.dataset.rail ?? '');
    entry.classList.toggle('lit', on);
    if (on) for (const year of (entry.dataset.years ?? '').split(' ')) years.add(year);
  }
  for (const year of document.querySelectorAll<HTMLElement>('[data-year]')) {
    year.classList.toggle('lit', years.has(year.dataset.year ?? ''));
  }
}
