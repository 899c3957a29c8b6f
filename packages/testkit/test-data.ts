import { existsSync } from "node:fs";
import { resolve } from "node:path";

/** Where shared vectors and real data lie; the one place that says so. */
const testDataFolder = process.env.MINGBAI_TESTDATA ?? resolve(import.meta.dirname, "../../../shared/data");

/**
 * Path of a folder of shared test data, or undefined where it is absent.
 * A test that needs it skips by name: `it.skipIf(!testData("oxford-spend"))("…")`.
 */
export function testData(folder: string): string | undefined {
  const path = resolve(testDataFolder, folder);
  return existsSync(path) ? path : undefined;
}
