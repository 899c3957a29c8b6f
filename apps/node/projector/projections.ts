import { identityProjection } from "@mingbai/identity/projection/identity-projection";
import { explorerProjection } from "@mingbai/read-model/explorer/projection";
import { treasuryProjection } from "@mingbai/treasury/projection/treasury-projection";

/** Everything that is projected to SQL. */
export const projections = [explorerProjection, identityProjection, treasuryProjection] as const;
