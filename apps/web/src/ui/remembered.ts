/** What this device remembers between visits. A browser that forbids storage only forgets; nothing else changes. */
type Key = "language" | "size" | "theme" | "pinnedKeys" | "savedViews" | "session" | "filePurpose" | "formDraft";

function store(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    // Reading `localStorage` throws where storage is forbidden (private windows, some `file://` pages).
    return undefined;
  }
}

export const remembered = {
  get(key: Key): string | null {
    return store()?.getItem(`mingbai.${key}`) ?? null;
  },
  set(key: Key, value: string): void {
    try {
      store()?.setItem(`mingbai.${key}`, value);
    } catch {
      // A full storage only means that the choice lasts for this visit.
    }
  },
  /** Hears when another page of this device changes it; the answer ends the hearing. */
  onChange(key: Key, listener: () => void): () => void {
    const hear = (event: StorageEvent) => {
      if (event.key === `mingbai.${key}`) listener();
    };
    window.addEventListener("storage", hear);
    return () => window.removeEventListener("storage", hear);
  },
};
