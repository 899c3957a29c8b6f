import { filesPerReadingMax } from "@mingbai/registry/schema";
import { filesPerQuestionMax, filesView } from "@mingbai/registry/views/import";
import type { z } from "zod";
import type { Actor } from "../actor.ts";
import { getAccepted } from "../answer.ts";
import type { Client } from "../client.ts";
import { waitForTables } from "../wait-for-tables.ts";

export type BulkFile = z.infer<typeof filesView.result>["rows"][number];
export type ReadingActor = Pick<Actor<Record<never, never>>, "act">;

/**
 * Files of households that the actor looks after: that they are opened for entry is said first, then they are asked for. `import`: also
 * what this import changed in them.
 */
export async function openKnown(
  { client, actor }: { client: Client; actor: () => Promise<ReadingActor> },
  households: readonly string[],
  from?: string,
): Promise<BulkFile[]> {
  const files: BulkFile[] = [];
  for (let at = 0; at < households.length; at += filesPerReadingMax) {
    const some = households.slice(at, at + filesPerReadingMax);
    const answer = await (await actor()).act("registry.openFiles", { purpose: "entry", households: some });
    await waitForTables(client, getAccepted(answer).height);
    for (let first = 0; first < some.length; first += filesPerQuestionMax) {
      const asked = { households: some.slice(first, first + filesPerQuestionMax) };
      const { rows } = await client.ask(filesView, { ...asked, ...(from !== undefined && { import: from }) });
      files.push(...rows);
    }
  }
  return files;
}
