/**
 * One selection across equation, code and picture. Anything with a `data-link` key lights with
 * everything else that has it. Equations and code are one tab stop each: arrow keys move between
 * their linked parts, Enter holds one, Escape lets go, and what is lit is said aloud.
 */
import { hold, pointAt, readerStore } from '../../reader/state.ts';

const keyOf = (target: EventTarget | null): string | null =>
  (target as Element | null)?.closest?.<HTMLElement>('[data-link]')?.dataset.link ?? null;

export function startLinks(say: (text: string) => void): void {
  document.addEventListener('pointerover', ({ target }) => pointAt(keyOf(target)));
  document.addEventListener('focusin', ({ target }) => {
    if (!(target as Element).closest('[data-linkhost]')) pointAt(keyOf(target));
  });
  document.addEventListener('click', ({ target }) => {
    const key = keyOf(target);
    // Marks in figures have their own meaning for a click.
    const inFigure = (target as Element).closest('[data-figure]') !== null;
    if (key !== null && !inFigure) hold(key);
    else if (key === null && !inFigure) hold(null);
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') hold(null);
    const host = (event.target as Element).closest<HTMLElement>('[data-linkhost]');
    if (host) move(host, event);
  });

  function move(host: HTMLElement, event: KeyboardEvent): void {
    const parts = [...host.querySelectorAll<HTMLElement>('[data-link]')];
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (parts.length === 0) return;
    const at = parts.findIndex((part) => part.classList.contains('cursor'));
    if (event.key === 'Enter' || event.key === ' ') {
      if (at >= 0) hold(parts[at].dataset.link ?? null);
    } else if (step !== undefined) {
      const from = at < 0 && step < 0 ? 0 : at;
      const next = parts[(from + step + parts.length) % parts.length];
      parts.forEach((part) => part.classList.toggle('cursor', part === next));
      hold(null);
      pointAt(next.dataset.link ?? null);
      say(describe(next));
    } else return;
    event.preventDefault();
  }
  document.addEventListener('focusout', ({ target }) => {
    const host = (target as Element).closest('[data-linkhost]');
    host?.querySelectorAll('.cursor').forEach((part) => part.classList.remove('cursor'));
    if (host) pointAt(null);
  });

  let lit: string | null = null;
  readerStore.subscribe(({ selection }) => {
    const key = selection?.key ?? null;
    if (key === lit) return;
    lit = key;
    for (const element of document.querySelectorAll<HTMLElement>('[data-link]')) {
      element.classList.toggle('lit', element.dataset.link === key);
    }
    document.documentElement.toggleAttribute('data-linking', key !== null);
  });

  /** “N ij, parameter: also 2 in the code, 1 in the figure.” */
  function describe(part: HTMLElement): string {
    const key = part.dataset.link ?? '';
    const words = document.querySelector<HTMLElement>('[data-announce]')?.dataset;
    const count = (within: string): number =>
      document.querySelectorAll(`${within} [data-link="${CSS.escape(key)}"]`).length;
    const template = words?.linked ?? '{name}';
    return template
      .replace('{name}', part.dataset.name ?? part.textContent ?? '')
      .replace('{code}', String(count('pre')))
      .replace('{equations}', String(count('.katex-html')))
      .replace('{figures}', String(count('[data-figure]')));
  }
}
