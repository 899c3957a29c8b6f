import type { personView } from "@mingbai/identity/views";
import type { ResultOf } from "../../api/view.ts";

/** The person whose page is open, as the node answered. */
export type PersonInHand = ResultOf<typeof personView>;
