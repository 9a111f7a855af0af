/** Where the reader's choices of looks are kept. */
export const LOOKS = { theme: 'mgv.theme', size: 'mgv.size' } as const;

/**
 * Runs before the first paint, so that the page never flashes in the other theme. It is text, put
 * into the page as it is; `browser/looks.ts` does the rest.
 */
export const THEME_SCRIPT = `(function(d){try{var t=localStorage.getItem('${LOOKS.theme}'),s=localStorage.getItem('${LOOKS.size}');}catch(e){}
if(t!=='light'&&t!=='dark')t=matchMedia('(prefers-color-scheme: dark)').matches?'dark':'light';d.dataset.theme=t;if(s)d.dataset.size=s;d.classList.add('js')})(document.documentElement)`;
