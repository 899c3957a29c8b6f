import { writeFileSync } from "node:fs";
import { makeLineTreeVectors } from "@mingbai/codec/line-tree/make-vectors";
import { makeCheckpointVectors, makeProofVectors } from "./make-vectors.ts";

// Writes the published vectors of the trees and proofs: `node packages/kernel/log/merkle/write-vectors.ts`.
const folder = new URL("../../../../docs/spec/vectors/", import.meta.url);
const all = {
  "line-tree.json": makeLineTreeVectors(),
  "checkpoints.json": await makeCheckpointVectors(),
  "proofs.json": await makeProofVectors(),
};
for (const [name, vectors] of Object.entries(all)) {
  writeFileSync(new URL(name, folder), `${JSON.stringify(vectors, null, 2)}\n`);
}
