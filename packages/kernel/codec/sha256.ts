// The runtime decides which implementation stands behind the name (package.json, "imports").
export { sha256 } from "#sha256";
