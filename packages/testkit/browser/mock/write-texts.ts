import { z } from "zod";
import { mockViews } from "./mock-answers.ts";

const Tree = z.unknown();
type Path = readonly (string | number)[];
/** What no identifier, enumeration or number would pass for. */
const probe = "<i>'\"";
/** Names of fields that pages join or look up by, though their shape lets any text pass. */
const keys = ["id", "endToEndId", "code", "origin", "origins"];

/**
 * Writes into every field of an answer that may hold any text, so that a page is tried with all that people could have
 * written. Which fields those are is found by asking the view's own shape; `words` gives the text of the next one.
 */
export function textWriter(words: (before: string) => string) {
  /** By view and place: whether any text may stand there. */
  const free = new Map<string, boolean>();
  return (name: string, answer: unknown): unknown => {
    const view = mockViews.find((one) => one.name === name);
    if (view === undefined || answer === undefined) return answer;
    const passes = (value: unknown) => view.result.safeParse(value).success;
    const written = structuredClone(answer);
    for (const path of leavesOf(answer)) {
      const place = `${name} ${path.map((step) => (typeof step === "number" ? "*" : step)).join(".")}`;
      const isFree = free.get(place) ?? (!keys.includes(String(path.at(-1))) && passes(withText(answer, path, probe)));
      free.set(place, isFree);
      if (!isFree) continue;
      const before = String(at(written, path));
      set(written, path, words(before));
      if (!passes(written)) set(written, path, before);
    }
    return written;
  };
}

/** Where texts stand that are not empty. */
function leavesOf(tree: unknown, path: Path = []): Path[] {
  if (typeof tree === "string") return tree === "" ? [] : [path];
  if (typeof tree !== "object" || tree === null) return [];
  if (Array.isArray(tree)) return tree.flatMap((item, index) => leavesOf(item, [...path, index]));
  return Object.entries(tree).flatMap(([key, item]) => leavesOf(item, [...path, key]));
}

function at(tree: unknown, path: Path): unknown {
  return path.reduce<unknown>((node, step) => Tree.parse(Object(node)[step]), tree);
}

function set(tree: unknown, path: Path, text: string): void {
  const parent = at(tree, path.slice(0, -1));
  Object(parent)[path.at(-1) ?? ""] = text;
}

function withText(tree: unknown, path: Path, text: string): unknown {
  const copy = structuredClone(tree);
  set(copy, path, text);
  return copy;
}
