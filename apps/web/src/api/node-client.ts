import { createClient } from "@mingbai/sdk/index";

/** The ledger, first through the node that served this page; the shell tells it where the others are. */
export const nodeClient = createClient({ url: window.location.origin });
