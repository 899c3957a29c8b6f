import { governance } from "@mingbai/governance/index";
import { identity } from "@mingbai/identity/index";
import { createRegistry } from "@mingbai/ledger/definition/registry";
import { levels } from "@mingbai/levels/index";
import { posts } from "@mingbai/posts/index";
import { registry as householdFiles } from "@mingbai/registry/index";
import { treasury } from "@mingbai/treasury/index";
import { workflow } from "@mingbai/workflow/index";

/** The domains of this product, in the order in which they may know each other. */
export const domains = [identity, workflow, treasury, governance, levels, posts, householdFiles] as const;

export const registry = createRegistry(domains);
