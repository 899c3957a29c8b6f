import { readFile, rename, writeFile } from "node:fs/promises";
import { type Source, sources } from "@mingbai/registry/content/facts/fact";
import type { DataFolder } from "../../data-folder.ts";
import { DepartmentsFile } from "../../departments/sources/source-config.ts";

/** Whose lists the demo's registers hold: they are asked about people; the others are dropped as files by a data office. */
export const askedSources: readonly Source[] = ["vehicles", "estate", "businessRegister", "payroll", "funeral"];
export const droppedSources: readonly Source[] = sources.filter((source) => !askedSources.includes(source));

const registers = { name: "registers", title: { en: "Registers of the district", zh: "区登记部门" } };
export const office = { name: "data-office", title: { en: "District data office", zh: "区大数据局" } };

/** Where the registers answer, and by which key. */
export interface AnsweringRegisters {
  readonly url: string;
  readonly publicKey: string;
}

/**
 * Tells the demo's node where its departments are. A file that names others is the operator's, and is left as it is: then
 * the answer is false.
 */
export async function configureDepartments(
  folder: Pick<DataFolder, "departments">,
  { url, publicKey }: AnsweringRegisters,
): Promise<boolean> {
  const held = await findHeld(folder.departments);
  const names = held?.sources.map(({ name }) => name);
  if (names !== undefined && names.join() !== [registers.name, office.name].join()) return false;
  const file: DepartmentsFile = DepartmentsFile.parse({
    ...held,
    sources: [
      { ...registers, sources: askedSources, kind: "http", url, publicKey },
      { ...office, sources: droppedSources, kind: "file" },
    ],
  });
  const unfinished = `${folder.departments}.new`;
  await writeFile(unfinished, `${JSON.stringify(file, undefined, 2)}\n`);
  await rename(unfinished, folder.departments);
  return true;
}

/** What is configured; undefined where nothing is, without departments where nobody can read it. */
async function findHeld(path: string): Promise<DepartmentsFile | undefined> {
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  try {
    return DepartmentsFile.parse(JSON.parse(text));
  } catch {
    // Somebody is at work on it: it is theirs.
    return { sources: [], trust: {} };
  }
}
