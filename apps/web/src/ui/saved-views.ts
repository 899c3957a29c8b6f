import { SavedView, savedNameCharsMax, savedViewsMax } from "@mingbai/workflow/views/personal-settings";
import { z } from "zod";
import { remembered } from "./remembered.ts";

export { type SavedView, savedNameCharsMax, savedViewsMax };

const Kept = z.record(z.string(), z.array(SavedView).max(savedViewsMax));

function read(): z.infer<typeof Kept> {
  try {
    return Kept.parse(JSON.parse(remembered.get("savedViews") ?? "{}"));
  } catch {
    // What another version or a person's hand left there is no list of ours; saving writes a new one.
    return {};
  }
}

/** The views that this device keeps for a page, by name. */
export function savedViewsOf(page: string): readonly SavedView[] {
  return read()[page] ?? [];
}

/** Keeps the views of a page on this device, in the place of those before. */
export function keepViewsHere(page: string, views: readonly SavedView[]): void {
  remembered.set("savedViews", JSON.stringify({ ...read(), [page]: views }));
}
