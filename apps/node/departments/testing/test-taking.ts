import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateSealingKey } from "@mingbai/crypto/sealing/sealing-key";
import { generateSigner } from "@mingbai/crypto/signers/generate-signer";
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import type { Fact } from "@mingbai/registry/content/facts/fact";
import { readRun } from "../runs/read-run.ts";
import { listRuns, type RunPlace } from "../runs/run-files.ts";
import { runsInForce } from "../runs/runs-in-force.ts";
import { DepartmentSource } from "../sources/source-config.ts";
import type { Taking, TakingProgress } from "../taking.ts";

export const nowMs = Date.UTC(2026, 9, 31, 4);
export const signer = generateSigner("ed25519", new Uint8Array(32).fill(4));

/** A node's folder in which runs are kept, and what it takes to take one. */
export class TestTaking {
  readonly root: string;
  readonly place: RunPlace;
  /** What was told on the way. */
  readonly told: TakingProgress[] = [];
  /** How long was waited between tries. */
  readonly waits: number[] = [];
  numbers: readonly string[] = [];
  abort = new AbortController();
  /** Called with each batch that is durable. */
  onTold: () => void = () => undefined;

  private constructor(root: string, place: RunPlace) {
    this.root = root;
    this.place = place;
  }

  static async start(): Promise<TestTaking> {
    const root = await mkdtemp(join(tmpdir(), "mingbai-taking-"));
    const disk = nodeDisk();
    const folder = join(root, "facts");
    await disk.makeFolder(folder);
    return new TestTaking(root, { disk, folder, key: await generateSealingKey() });
  }

  /** `source`: a source of the configuration, named "s" unless it says otherwise. */
  of(source: object): Taking {
    const named = { name: "s", title: { en: "S", zh: "S" }, sources: ["bank"], ...source };
    return {
      source: DepartmentSource.parse(named),
      runs: this.place,
      numbers: async () => this.numbers,
      signer,
      sender: "office",
      now: () => nowMs,
      wait: async (ms) => void this.waits.push(ms),
      signal: this.abort.signal,
      onProgress: (progress) => {
        this.told.push(progress);
        this.onTold();
      },
    };
  }

  /** Ids of all facts in force, in order. */
  async inForce(): Promise<string[]> {
    const facts: Fact[] = [];
    for (const { run } of runsInForce(await listRuns(this.place)))
      for await (const batch of readRun(this.place, run)) facts.push(...batch);
    return facts.map(({ id }) => id);
  }

  /** Every byte that lies in the node's folder of runs, as text. */
  async allBytes(): Promise<string> {
    const files = await readdir(this.place.folder, { recursive: true, withFileTypes: true });
    const texts = files
      .filter((file) => file.isFile())
      .map((file) => readFile(join(file.parentPath, file.name), "latin1"));
    return (await Promise.all(texts)).join("\n");
  }

  stop(): Promise<void> {
    return rm(this.root, { recursive: true, force: true });
  }
}
