// The runtime decides which implementation stands behind the name (package.json, "imports").
export { hashPairs } from "#hash-pairs";
