import { z } from "zod";
import { remembered } from "./remembered.ts";

export const savedViewsMax = 20;
export const savedNameCharsMax = 40;

/** A filter kept under a name: the part of an address after `?`. */
const SavedView = z.object({ name: z.string().min(1).max(savedNameCharsMax), search: z.string().max(2_000) });
export type SavedView = z.infer<typeof SavedView>;
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

/** Keeps a view; one of the same name gives way. False, and nothing kept, where there are too many. */
export function saveView(page: string, view: SavedView): boolean {
  const others = savedViewsOf(page).filter(({ name }) => name !== view.name);
  if (others.length >= savedViewsMax) return false;
  const views = [...others, view].sort((a, b) => a.name.localeCompare(b.name, "zh"));
  remembered.set("savedViews", JSON.stringify({ ...read(), [page]: views }));
  return true;
}

export function forgetView(page: string, name: string): void {
  const views = savedViewsOf(page).filter((view) => view.name !== name);
  remembered.set("savedViews", JSON.stringify({ ...read(), [page]: views }));
}
