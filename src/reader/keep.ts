/** Small things kept between visits. Storage may be forbidden or full: then they last this page. */
import { notify } from './notices.ts';

const session = new Map<string, string>();

export function readKept(key: string): string | null {
  try {
    return localStorage.getItem(key) ?? session.get(key) ?? null;
  } catch {
    return session.get(key) ?? null;
  }
}

export function writeKept(key: string, value: string | null): void {
  if (value === null) session.delete(key);
  else session.set(key, value);
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    notify({ code: 'storage', values: {} });
  }
}
