import { type RefObject, useEffect, useRef, useState } from "react";

/** Files that are dropped on a place of the page, or pasted while something in it has the focus; says whether some hang over it. */
export function useGivenPhotos(area: RefObject<HTMLElement | null>, take: (files: readonly File[]) => void): boolean {
  const [isOver, setOver] = useState(false);
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    const place = area.current;
    if (place === null) return;
    const give = (event: Event, files: FileList | undefined) => {
      if (files === undefined || files.length === 0) return;
      event.preventDefault();
      latest.current([...files]);
    };
    const stop = new AbortController();
    const { signal } = stop;
    const over = (event: Event) => {
      event.preventDefault();
      setOver(true);
    };
    place.addEventListener("dragover", over, { signal });
    place.addEventListener("dragleave", () => setOver(false), { signal });
    const drop = (event: DragEvent) => {
      setOver(false);
      give(event, event.dataTransfer?.files);
    };
    place.addEventListener("drop", drop, { signal });
    place.addEventListener("paste", (event) => give(event, event.clipboardData?.files), { signal });
    return () => stop.abort();
  }, [area]);
  return isOver;
}
