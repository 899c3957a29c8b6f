import type { trackView } from "@mingbai/treasury/views";
import type { ResultOf } from "../../api/view.ts";

/** One payment's whole life, as the server tells it. */
export type Track = ResultOf<typeof trackView>;
