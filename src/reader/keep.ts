/** Small things kept between visits. Storage may be forbidden or full: then they last this page. */
const session = new Map<string, string>();
let forbidden = false;

export function readKept(key: string): string | null {
  try {
    return localStorage.getItem(key) ?? session.get(key) ?? null;
  } catch {
    forbidden = true;
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
    forbidden = true;
  }
}

/** True when something could not be kept; the page says so once. */
export const storageForbidden = (): boolean => forbidden;
