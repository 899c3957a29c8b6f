import { madeOnce } from "@mingbai/testkit/made-once";
import { buildWeb } from "./build.ts";

/** Where the pages of these sources lie, built once in a run of the tests. */
export function builtPages(): Promise<string> {
  return madeOnce("pages", async (outDir) => {
    await buildWeb({ outDir });
  });
}
