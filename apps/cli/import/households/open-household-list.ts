import type { Divisions } from "@mingbai/registry/content/entry/entry";
import type { FormDefinition } from "@mingbai/registry/content/form/definition";
import { type OpenList, openList } from "@mingbai/registry/content/import/open/open-list";
import { FileBytes } from "./file-bytes.ts";

/** A household list of a file: what it has, and what its columns are taken for. Its rows are read from the file until it is disposed of. */
export interface OpenHouseholdList extends OpenList, Disposable {
  /** Of the file's bytes: SHA-256 in hexadecimal. */
  readonly digest: string;
}

/** Opens a list of text, or one or two sheets of a workbook. Throws as `openList`. */
export async function openHouseholdList(
  path: string,
  of: { readonly form: FormDefinition; readonly divisions: Divisions; readonly sheets: readonly string[] },
): Promise<OpenHouseholdList> {
  using file = new DisposableStack();
  const bytes = file.use(new FileBytes(path));
  const list = await openList(bytes, of);
  const digest = bytes.digest();
  const open = file.move();
  return { ...list, digest, [Symbol.dispose]: () => open.dispose() };
}
