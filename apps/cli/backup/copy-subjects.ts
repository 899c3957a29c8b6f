import { join } from "node:path";
import {
  clearSide,
  findCurrent,
  type KeyPlace,
  sideOf,
  writeCurrent,
} from "@mingbai/app-node/subjects/keys/generation-files";
import { keysFolder, partsFolder } from "@mingbai/app-node/subjects/subject-vault";
import { findWholeFile, writeWholeFile } from "@mingbai/log/disk/whole-file";
import { copyPrefix } from "@mingbai/log/prefix/copy-prefix";
import { inLanguage } from "../words.ts";

/** How often keys that gave way to others meanwhile are copied again. */
const attemptsMax = 16;

/**
 * Copies what a node keeps about subjects while it may run. Keys are copied after the parts that need them; erasures that come
 * meanwhile are in the copy or not, as a whole. A folder of before there were any has none.
 */
export async function copySubjects({ from, to }: { from: KeyPlace; to: KeyPlace }): Promise<void> {
  const keys = within(from, keysFolder);
  const copy = within(to, keysFolder);
  if ((await findCurrent(keys)) === undefined) return;
  await copyPrefix(within(from, partsFolder), within(to, partsFolder));
  await copy.disk.makeFolder(copy.folder);
  for (let attempt = 1; attempt <= attemptsMax; attempt++) {
    if (await copyGeneration(keys, copy)) return;
  }
  const { folder } = from;
  throw new Error(
    inLanguage({
      en: `${folder} changes faster than it can be copied: try again`,
      zh: `${folder} 变化太快，来不及复制：请重试`,
    }),
  );
}

function within({ disk, folder }: KeyPlace, name: string): KeyPlace {
  return { disk, folder: join(folder, name) };
}

/** False where it gave way to another generation meanwhile: nothing of it is left in the copy then. */
async function copyGeneration(from: KeyPlace, to: KeyPlace): Promise<boolean> {
  const current = await findCurrent(from);
  if (current === undefined) {
    const { folder } = from;
    throw new Error(inLanguage({ en: `${folder} has no keys`, zh: `${folder} 里没有密钥` }));
  }
  const { generation } = current;
  const isStill = async (): Promise<boolean> => (await findCurrent(from))?.generation === generation;
  try {
    const wrapped = await findWholeFile(from.disk, sideOf(from, generation).kek);
    await copyPrefix(
      { disk: from.disk, folder: sideOf(from, generation).log },
      { disk: to.disk, folder: sideOf(to, generation).log },
    );
    if (wrapped !== undefined && (await isStill())) {
      await writeWholeFile(to.disk, sideOf(to, generation).kek, wrapped);
      await writeCurrent(to, current);
      return true;
    }
  } catch (error) {
    if (await isStill()) throw error;
  }
  await clearSide(to, generation);
  return false;
}
