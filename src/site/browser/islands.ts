/** Figures sleep as pictures until they come near; then their code is fetched and they wake. */
import type { PageData } from '../islands.tsx';

/** How near, in window heights: far enough to be ready, near enough not to fetch for nothing. */
const NEAR = '60% 0px';

let starting: Promise<(figure: HTMLElement) => Promise<void>> | null = null;

/** Code and data side by side, once. */
const start = (): NonNullable<typeof starting> =>
  (starting ??= Promise.all([import('../islands.tsx'), pageData()]).then(([{ startPage }, data]) =>
    startPage(data),
  ));

/** In a file beside the page, so that its text need not wait; in development within the page. */
async function pageData(): Promise<PageData> {
  const { dataset, textContent } = document.getElementById('page-data')!;
  return dataset['href'] ? (await fetch(dataset['href'])).json() : JSON.parse(textContent);
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
