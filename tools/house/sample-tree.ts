import { type Tree, toTree } from "./tree.ts";

/** A tree of files given in a test. */
export function sampleTree(files: Record<string, string>): Tree {
  return toTree(Object.keys(files), new Map(Object.entries(files)));
}
