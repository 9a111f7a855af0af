/** Figures sleep as pictures until they come near; then their code is fetched and they wake. */

/** How near, in window heights: far enough to be ready, near enough not to fetch for nothing. */
const NEAR = '60% 0px';

export function startIslands(): void {
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        observer.unobserve(target);
        void import('../islands.tsx').then(({ wake }) => wake(target as HTMLElement));
      }
    },
    { rootMargin: NEAR },
  );
  for (const figure of document.querySelectorAll<HTMLElement>('[data-figure]'))
    observer.observe(figure);
}
