import { createClient } from "@mingbai/sdk/index";

/** The node that served this page. */
export const nodeClient = createClient({ url: window.location.origin });
