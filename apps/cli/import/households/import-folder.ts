import { mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { findBase64, toBase64 } from "@mingbai/codec/base64";
import { writePrivateFile } from "@mingbai/crypto/key-file/write-private-file";
import type { EndedStep, ImportJournal, ImportStep } from "@mingbai/sdk/household-import/import-step";
import { z } from "zod";

/** One import as this machine keeps it, so that the same command goes on after a crash. */
const KeptImport = z.strictObject({
  format: z.literal("mingbai/household-import/1"),
  /** Names it on the ledger, 16 hexadecimal digits. */
  import: z.string().regex(/^[0-9a-f]{16}$/),
  /** For which ages were counted: read again, the list must say the same. */
  day: z.string(),
  isDone: z.boolean(),
});
export type KeptImport = z.infer<typeof KeptImport>;

type KeptStep =
  | {
      readonly kind: "begun";
      readonly at: number;
      readonly counts: ImportStep["counts"];
      /** The body of parts, then the signed commands, in base64. */
      readonly bytes: readonly string[];
    }
  | { readonly kind: "ended"; readonly step: EndedStep };

/**
 * The folder of one import, for its owner alone. What is on its way lies there in clear, as the list itself does beside it, until
 * the ledger has it; then only counts are left.
 */
export class ImportFolder {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /** `name`: the same for the same list under the same mapping. */
  static async open(root: string, name: string): Promise<ImportFolder> {
    const folder = join(root, "imports", name);
    await mkdir(join(folder, "steps"), { recursive: true, mode: 0o700 });
    return new ImportFolder(folder);
  }

  async find(): Promise<KeptImport | undefined> {
    const text = await readIfThere(this.#file);
    return text === undefined ? undefined : KeptImport.parse(JSON.parse(text));
  }

  async keep(kept: Omit<KeptImport, "format">): Promise<void> {
    const text = `${JSON.stringify({ format: "mingbai/household-import/1", ...kept })}\n`;
    await writePrivateFile({ path: this.#file, text, replace: true });
  }

  get journal(): ImportJournal {
    return {
      open: async () => {
        const kept = await this.#steps();
        return {
          ended: kept.flatMap((one) => (one.kind === "ended" ? [one.step] : [])),
          begun: kept.flatMap((one) => (one.kind === "begun" ? [stepOf(one)] : [])),
        };
      },
      begin: ({ at, counts, parts, envelopes }) =>
        this.#put(at, { kind: "begun", at, counts, bytes: [parts, ...envelopes].map((bytes) => toBase64(bytes)) }),
      end: (step) => this.#put(step.at, { kind: "ended", step }),
    };
  }

  get #file(): string {
    return join(this.#folder, "import.json");
  }

  async #steps(): Promise<KeptStep[]> {
    const folder = join(this.#folder, "steps");
    const names = (await readdir(folder)).filter((name) => name.endsWith(".json")).sort();
    return Promise.all(names.map(async (name) => JSON.parse(await readFile(join(folder, name), "utf8")) as KeptStep));
  }

  #put(at: number, step: KeptStep): Promise<void> {
    const path = join(this.#folder, "steps", `${String(at).padStart(8, "0")}.json`);
    return writePrivateFile({ path, text: JSON.stringify(step), replace: true });
  }
}

function stepOf({ at, counts, bytes }: Extract<KeptStep, { kind: "begun" }>): ImportStep {
  const [parts = new Uint8Array(0), ...envelopes] = bytes.map((text) => findBase64(text) ?? new Uint8Array(0));
  return { at, counts, parts, envelopes };
}

export async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
