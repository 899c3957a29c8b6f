import { mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { writePrivateFile } from "@mingbai/crypto/key-file/write-private-file";
import { z } from "zod";

/** What one finished import left behind for the next: who was paid by which fund. Numbers only, no names. */
const JournalEntry = z.strictObject({
  format: z.literal("mingbai/import/1"),
  file: z.string().regex(/^[0-9a-f]{64}$/),
  name: z.string(),
  /** Place in the order of imports. */
  order: z.int().min(0),
  /** What each fund and supplier have more between them than before this file, minor units. */
  paid: z.array(z.tuple([z.string(), z.int()])),
});
type JournalEntry = z.infer<typeof JournalEntry>;

/** Files imported into a folder, in order. It only decides how returns are called; the ledger decides everything else. */
export interface ImportJournal {
  /** What suppliers were paid before this file was first imported. */
  paidBefore(file: string): ReadonlyMap<string, number>;
  finish(entry: { file: string; name: string; paid: ReadonlyMap<string, number> }): Promise<void>;
}

export async function openJournal(root: string): Promise<ImportJournal> {
  const folder = join(root, "imports");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const entries: JournalEntry[] = [];
  for (const name of await readdir(folder)) {
    if (name.endsWith(".json"))
      entries.push(JournalEntry.parse(JSON.parse(await readFile(join(folder, name), "utf8"))));
  }
  const before = (file: string): Map<string, number> => {
    const order = entries.find((entry) => entry.file === file)?.order ?? entries.length;
    const sums = new Map<string, number>();
    for (const entry of entries) {
      if (entry.order >= order) continue;
      for (const [key, amount] of entry.paid) sums.set(key, (sums.get(key) ?? 0) + amount);
    }
    return sums;
  };
  return {
    paidBefore: before,
    async finish({ file, name, paid }) {
      if (entries.some((entry) => entry.file === file)) return;
      const earlier = before(file);
      const changed = [...paid].map(([key, sum]): [string, number] => [key, sum - (earlier.get(key) ?? 0)]);
      const moved = changed.filter(([, amount]) => amount !== 0);
      const entry: JournalEntry = { format: "mingbai/import/1", file, name, order: entries.length, paid: moved };
      await writePrivateFile({ path: join(folder, `${file}.json`), text: `${JSON.stringify(entry)}\n`, replace: true });
      entries.push(entry);
    },
  };
}
