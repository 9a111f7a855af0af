/** Figures sleep as pictures until they come near; then their code is fetched and they wake. */

import type { PageData } from '../islands.tsx';

/** How near, in window heights: far enough to be ready, near enough not to fetch for nothing. */
const NEAR = '60% 0px';

type Wake = (figure: HTMLElement) => Promise<void>;
let starting: Promise<Wake> | null = null;

/** Code and data side by side, once; after a failure the next figure tries again. */
const start = (): Promise<Wake> =>
  (starting ??= Promise.all([import('../islands.tsx'), pageData()]).then(
    ([{ startPage }, data]) => startPage(data),
    (error: unknown) => {
      starting = null;
      throw error;
    },
  ));

/** In a file beside the page, so that its text need not wait; in development within the page. */
function pageData(): Promise<PageData> {
  const holder = document.getElementById('page-data')!;
  const { href } = holder.dataset;
  return href ? fetch(href).then((answer) => answer.json()) : JSON.parse(holder.textContent);
}

export function startIslands(): void {
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        observer.unobserve(target);
        void start().then((wake) => wake(target as HTMLElement));
      }
    },
    { rootMargin: NEAR },
  );
  for (const figure of document.querySelectorAll<HTMLElement>('[data-figure]'))
    observer.observe(figure);
}
