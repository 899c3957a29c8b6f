import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readPassphrase } from "./passphrase.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mingbai-passphrase-"));
});
afterAll(() => rm(folder, { recursive: true }));

function terminal(isTTY: boolean) {
  const input = Object.assign(new PassThrough(), { isTTY });
  const output = new PassThrough();
  return { input, output, shown: (): string => String(output.read() ?? "") };
}

async function fileWith(name: string, text: string, mode = 0o600): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text, { mode });
  return path;
}

describe("the passphrase", () => {
  it("comes from the file first, then from the environment, then from the terminal", async () => {
    const file = await fileWith("first", "from the file\n");
    const { input, output } = terminal(true);
    const both = { MINGBAI_PASSPHRASE_FILE: file, MINGBAI_PASSPHRASE: "from the environment" };
    expect(await readPassphrase("? ", { environment: both, input, output })).toBe("from the file");
    const one = { MINGBAI_PASSPHRASE: "from the environment" };
    expect(await readPassphrase("? ", { environment: one, input, output })).toBe("from the environment");
    const asked = readPassphrase("? ", { environment: {}, input, output });
    input.write("typed 明白\r");
    expect(await asked).toBe("typed 明白");
  });

  it("is not shown while it is typed", async () => {
    const { input, output, shown } = terminal(true);
    const asked = readPassphrase("Passphrase: ", { environment: {}, input, output });
    input.write("secret\r");
    await asked;
    expect(shown()).toBe("Passphrase: \n");
  });

  it("is missing where there is no terminal, and the error says what to set", async () => {
    const { input, output } = terminal(false);
    const error = { code: "PASSPHRASE_MISSING", message: expect.stringContaining("MINGBAI_PASSPHRASE_FILE") };
    await expect(readPassphrase("? ", { environment: {}, input, output })).rejects.toMatchObject(error);
  });

  it.each(["\u0003", "\u0004"])("is missing where the prompt is left by %j", async (key) => {
    const { input, output } = terminal(true);
    const asked = readPassphrase("? ", { environment: {}, input, output });
    input.write(key);
    await expect(asked).rejects.toMatchObject({ code: "PASSPHRASE_MISSING" });
  });

  it.each(["", "two\nlines", "x".repeat(1_025)])(
    "is refused where it is empty, of two lines or too long",
    async (text) => {
      const error = { code: "PASSPHRASE_UNUSABLE" };
      await expect(readPassphrase("? ", { environment: { MINGBAI_PASSPHRASE: text } })).rejects.toMatchObject(error);
      const file = await fileWith("unusable", `${text}\n`);
      await expect(readPassphrase("? ", { environment: { MINGBAI_PASSPHRASE_FILE: file } })).rejects.toMatchObject(
        error,
      );
    },
  );

  it("is refused from a file that others can read", async () => {
    const file = await fileWith("open", "secret\n", 0o644);
    const environment = { MINGBAI_PASSPHRASE_FILE: file };
    await expect(readPassphrase("? ", { environment })).rejects.toMatchObject({ code: "READABLE_BY_OTHERS" });
  });
});
