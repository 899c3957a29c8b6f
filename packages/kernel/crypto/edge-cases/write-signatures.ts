import { mkdirSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { signatureVectorsText } from "./signature-vectors.ts";

// Run by hand after a change of the cases: node packages/kernel/crypto/edge-cases/write-signatures.ts
const folder = resolve(import.meta.dirname, "../../../../docs/spec/vectors");
mkdirSync(folder, { recursive: true });
writeFileSync(resolve(folder, "signatures.json"), signatureVectorsText());
