/** Notices at the top of the page: worded from the locale's strings, closed by the reader. */
import { makeMessages } from '../../reader/messages.tsx';
import { onNotice } from '../../reader/notices.ts';
import type { MessageTree } from '../../reader/page.ts';

export function startNotices(tree: MessageTree, locale: string): void {
  const words = makeMessages(tree, locale);
  const host = document.querySelector<HTMLElement>('[data-notices]');
  const shown = new Set<string>();
  onNotice(({ code, values }) => {
    const text = words.text(code, { ...values });
    if (!host || shown.has(text)) return;
    shown.add(text);
    const notice = document.createElement('p');
    notice.className = 'notice';
    const close = document.createElement('button');
    close.type = 'button';
    close.className = 'tool strong';
    close.textContent = words.text('close');
    close.addEventListener('click', () => {
      shown.delete(text);
      notice.remove();
    });
    notice.append(Object.assign(document.createElement('span'), { textContent: text }), close);
    host.append(notice);
  });
}
