import { rootFolder } from "../test/root-folder.ts";
import { describeSizes } from "./rules/file-sizes.ts";
import { rules } from "./rules.ts";
import { readTree } from "./tree.ts";

const tree = await readTree(rootFolder);
console.log(describeSizes(tree));
for (const rule of rules) {
  const findings = rule.check(tree);
  console.log(`${findings.length === 0 ? "holds" : "BROKEN"}  ${rule.name}`);
  for (const { path, line, what } of findings) console.error(`  ${path}:${line} ${what}`);
  if (findings.length > 0) process.exitCode = 1;
}
