import { governanceProjection } from "@mingbai/governance/projection/governance-projection";
import { identityProjection } from "@mingbai/identity/projection/identity-projection";
import { levelsProjection } from "@mingbai/levels/projection/levels-projection";
import { postsProjection } from "@mingbai/posts/projection/posts-projection";
import { explorerProjection } from "@mingbai/read-model/explorer/projection";
import { registryProjection } from "@mingbai/registry/projection/registry-projection";
import { treasuryProjection } from "@mingbai/treasury/projection/treasury-projection";
import { workflowProjection } from "@mingbai/workflow/projection/workflow-projection";

/** Everything that is projected to SQL. */
export const projections = [
  explorerProjection,
  identityProjection,
  treasuryProjection,
  workflowProjection,
  governanceProjection,
  levelsProjection,
  postsProjection,
  registryProjection,
] as const;
