import { useEffect, useSyncExternalStore } from "react";

/** Where in the application somebody is: the steps behind the `#`, so that one page serves all. */
function read(): string {
  return window.location.hash.replace(/^#\/?/, "");
}

function subscribe(listener: () => void): () => void {
  window.addEventListener("hashchange", listener);
  return () => window.removeEventListener("hashchange", listener);
}

/** The steps of the address: `visit`, a record's id, … */
export function useRoute(): readonly string[] {
  const route = useSyncExternalStore(subscribe, read);
  // A new page begins at its top, and is read out from its title.
  useEffect(() => {
    window.scrollTo(0, 0);
    if (route !== "") document.querySelector<HTMLElement>("h1")?.focus({ preventScroll: true });
  }, [route]);
  return route === "" ? [] : route.split("/");
}

/** An address for a link. */
export function linkTo(...steps: readonly (string | number)[]): string {
  return `#/${steps.join("/")}`;
}

export function goTo(...steps: readonly (string | number)[]): void {
  window.location.hash = linkTo(...steps);
}

/** To another part of the same form: leaving it goes back to where it was begun. */
export function replaceWith(...steps: readonly (string | number)[]): void {
  window.history.replaceState(null, "", linkTo(...steps));
  window.dispatchEvent(new HashChangeEvent("hashchange"));
}
