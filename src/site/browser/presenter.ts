/**
 * One beat a screen, for projecting. The same page, laid out anew by `[data-present]` in the
 * styles; Space and the arrows move, Escape goes back to the same place in the article.
 */
import { setBeat } from '../../reader/state.ts';
import { enter } from './story.ts';

interface Slide {
  readonly section: HTMLElement;
  readonly beat: number;
}

const root = document.documentElement;
let stop: (() => void) | null = null;

export function present(): void {
  if (stop) return stop();
  const sections = [...document.querySelectorAll<HTMLElement>('section.spread')];
  const slides: Slide[] = sections.flatMap((section) =>
    [...section.querySelectorAll('.beat')].map((_, beat) => ({ section, beat })),
  );
  if (slides.length === 0) return;
  const start = slides.findIndex(({ section }) => section.querySelector('.beat.now'));
  const beatNow = Number(document.querySelector<HTMLElement>('.beat.now')?.dataset['beat'] ?? 0);
  let at = Math.max(0, start + (start < 0 ? 0 : beatNow));

  const foot = document.createElement('footer');
  foot.className = 'present-foot';
  const words = document.querySelector<HTMLElement>('[data-present-start]')?.dataset ?? {};
  foot.innerHTML = `<span class="present-bars"></span><span class="present-count num"></span><span class="present-keys"></span>`;
  const [bars, count, keys] = [...foot.children] as HTMLElement[];
  keys.textContent = words['keys'] ?? '';

  function go(to: number): void {
    at = Math.max(0, Math.min(slides.length - 1, to));
    const { section, beat } = slides[at];
    for (const one of sections) one.toggleAttribute('data-slide', one === section);
    const own = [...section.querySelectorAll<HTMLElement>('.beat')];
    own.forEach((element, i) => element.classList.toggle('now', i === beat));
    setBeat(section.id, beat);
    enter(section);
    bars.replaceChildren(
      ...own.map((_, i) =>
        Object.assign(document.createElement('i'), {
          className: i === beat ? 'now' : i < beat ? 'past' : '',
        }),
      ),
    );
    count.textContent = `${at + 1} / ${slides.length}`;
    scrollTo(0, 0);
    // Figures of hidden sections have no size; the one shown must wake now.
    window.dispatchEvent(new Event('resize'));
  }

  function onKey(event: KeyboardEvent): void {
    const target = event.target as Element;
    if (target.closest('input, textarea, select, [role=grid], [role=slider]')) return;
    const step: Record<string, number> = {
      ' ': 1,
      ArrowRight: 1,
      PageDown: 1,
      ArrowLeft: -1,
      PageUp: -1,
    };
    if (event.key === ' ' && target.closest('button, a, summary')) return;
    if (event.key in step) go(at + step[event.key]);
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(slides.length - 1);
    else if (event.key === 'Escape') stop?.();
    else return;
    event.preventDefault();
  }

  root.dataset['present'] = '';
  document.body.append(foot);
  addEventListener('keydown', onKey);
  stop = () => {
    stop = null;
    delete root.dataset['present'];
    removeEventListener('keydown', onKey);
    foot.remove();
    const { section, beat } = slides[at];
    section
      .querySelectorAll('.beat')
      [beat]?.scrollIntoView({ block: 'center', behavior: 'instant' });
  };
  go(at);
}
