import { keepViews } from "@mingbai/sdk/settings";
import { useState } from "react";
import { nodeClient } from "../api/node-client.ts";
import { useAttempt } from "../session/use-attempt.ts";
import { useChangeSettings, useSettings } from "../session/use-settings.ts";
import { keepViewsHere, type SavedView, savedViewsMax, savedViewsOf } from "./saved-views.ts";

/**
 * The filters that a person named for a page. Whoever is signed in has them on the node, so that another device has them,
 * too, those of this device among them as soon as one is kept; anyone else has them on this device.
 */
export function useSavedViews(page: string) {
  const settings = useSettings();
  const change = useChangeSettings();
  const { fault, attempt } = useAttempt();
  const [here, setHere] = useState(() => savedViewsOf(page));
  const views = settings === undefined ? here : joined(settings.views[page] ?? [], here);
  const keep = (next: readonly SavedView[]) => {
    const kept = next.toSorted((a, b) => a.name.localeCompare(b.name, "zh"));
    const onDevice = (ones: readonly SavedView[]) => {
      keepViewsHere(page, ones);
      setHere(ones);
    };
    if (settings === undefined) return onDevice(kept);
    void attempt(async () => {
      change({ views: await keepViews(nodeClient, { page, views: [...kept] }) });
      onDevice([]);
    });
  };
  return {
    views,
    fault,
    /** False, and nothing kept, where there are too many. One of the same name gives way. */
    save(view: SavedView): boolean {
      const others = views.filter(({ name }) => name !== view.name);
      if (others.length >= savedViewsMax) return false;
      keep([...others, view]);
      return true;
    },
    forget: (name: string) => keep(views.filter((view) => view.name !== name)),
  };
}

function joined(kept: readonly SavedView[], here: readonly SavedView[]): readonly SavedView[] {
  const names = new Set(kept.map(({ name }) => name));
  return [...kept, ...here.filter(({ name }) => !names.has(name))].slice(0, savedViewsMax);
}
