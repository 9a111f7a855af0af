import { useEffect, useState } from 'react';
import { useMedia } from './useMedia.ts';

/**
 * Changes whenever colours do: `data-theme` or the class of the root element, the system's scheme,
 * forced colours. Canvases list it among their effect's dependencies.
 */
export function useTheme(): string {
  const dark = useMedia('(prefers-color-scheme: dark)');
  const forced = useMedia('(forced-colors: active)');
  const [theme, setTheme] = useState('');
  useEffect(() => {
    const root = document.documentElement;
    const read = () => setTheme(`${root.dataset.theme ?? ''} ${root.className}`);
    read();
    const observer = new MutationObserver(read);
    observer.observe(root, { attributes: true, attributeFilter: ['data-theme', 'class'] });
    return () => observer.disconnect();
  }, []);
  return `${theme} ${dark} ${forced}`;
}
