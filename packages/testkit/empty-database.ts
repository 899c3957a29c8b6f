import { cp } from "node:fs/promises";
import { startPostgres } from "@mingbai/read-model/postgres/start-postgres";
import { madeOnce } from "./made-once.ts";

const log = (): void => undefined;

/** Puts the files of an empty database into a folder, as `startPostgres` would make them; made once in a run of the tests. */
export async function putEmptyDatabase(folder: string): Promise<void> {
  const made = await madeOnce("database", async (unfinished) => {
    const server = await startPostgres({ folder: unfinished, log });
    await server.stop();
  });
  await cp(made, folder, { recursive: true });
}
