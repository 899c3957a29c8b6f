import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { formatVkey, noteKeyTypes } from "@mingbai/ledger/proofs/note-key";
import { afterAll, describe, expect, it } from "vitest";

const entry = join(import.meta.dirname, "../bin.mjs");
const folder = await mkdtemp(join(tmpdir(), "mingbai-entry-"));
afterAll(() => rm(folder, { recursive: true }));

/** As npx runs it: the entry is the child of a process that passes no signal on, and npm says that it started it. */
function startAsNpx(args: readonly string[]) {
  const starter = `require("node:child_process").spawn(process.execPath, ${JSON.stringify([entry, ...args])}, { stdio: "inherit" })`;
  return spawn(process.execPath, ["-e", starter], {
    env: { ...process.env, MINGBAI_LANG: "en", MINGBAI_PASSPHRASE: "of a test", npm_lifecycle_event: "npx" },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

describe("npx mingbai", () => {
  it("shows nothing but what the command says", async () => {
    const child = startAsNpx([
      "cluster",
      "key",
      "--id",
      "a",
      "--zh",
      "甲",
      "--en",
      "A",
      "--host",
      "a.example",
      "--data",
      join(folder, "a"),
    ]);
    const [said] = await Promise.all([text(child.stderr), text(child.stdout)]);
    expect(said).toMatch(/^The keys are in [^\n]*\n$/);
  });

  it.skipIf(process.platform !== "linux")(
    "ends a command that goes on when npx was ended (who started it is known on Linux only)",
    async () => {
      const log = formatVkey({
        name: "log.example",
        type: noteKeyTypes.ed25519,
        publicKey: new Uint8Array(32).fill(7),
      });
      const child = startAsNpx(["witness", "--log", log, "--data", join(folder, "witness"), "--port", "0", "--json"]);
      await once(child.stdout, "data");
      child.kill("SIGTERM");
      // The streams end when the last process that holds them has ended.
      await Promise.all([text(child.stdout), text(child.stderr)]);
      expect(child.signalCode).toBe("SIGTERM");
    },
  );
});
