import { keepFile } from "./kept-file.ts";
import { openFiles } from "./open-files.ts";

/** Opens files for a visit and keeps each in the phone as it comes. Throws as `openFiles`. */
export async function takeAlong(households: readonly string[], onKept: () => void): Promise<void> {
  await openFiles(households, async (file) => {
    await keepFile(file, Date.now());
    onKept();
  });
}
