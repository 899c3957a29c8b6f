import { writeFileSync } from "node:fs";
import { makeVectors } from "./make-vectors.ts";

/** Writes the files again. Run by hand when a format changes; the test beside holds the files to the code. */
for (const [name, vectors] of Object.entries(await makeVectors())) {
  const file = new URL(`../../../docs/spec/vectors/${name}.json`, import.meta.url);
  writeFileSync(file, `${JSON.stringify(vectors, undefined, 2)}\n`);
}
