import { bannedCallsRule } from "./rules/banned-calls.ts";
import { barrelsRule } from "./rules/barrels.ts";
import { browserSafeRule } from "./rules/browser-safe.ts";
import { cyclesRule } from "./rules/cycles.ts";
import { docLinksRule } from "./rules/doc-links.ts";
import { fileSizesRule } from "./rules/file-sizes.ts";
import { layersRule } from "./rules/layers.ts";
import { leftoversRule } from "./rules/leftovers.ts";
import { suppressionsRule } from "./rules/suppressions.ts";
import { workspacesRule } from "./rules/workspaces.ts";
import type { Rule } from "./tree.ts";

/** Every house rule, in the order in which findings are shown. */
export const rules: readonly Rule[] = [
  layersRule,
  cyclesRule,
  barrelsRule,
  fileSizesRule,
  bannedCallsRule,
  browserSafeRule,
  suppressionsRule,
  leftoversRule,
  docLinksRule,
  workspacesRule,
];
