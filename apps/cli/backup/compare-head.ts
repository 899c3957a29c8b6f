import { toHex } from "@mingbai/codec/hex";
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import { inLanguage } from "../words.ts";
import type { Manifest } from "./manifest.ts";
import { readHead } from "./read-head.ts";

/** Lets the ledger recover from copied files and compares where it stands. Throws an Error where it is not what the backup names. */
export async function compareHead(
  { chain, appHash }: Pick<Manifest, "chain" | "appHash">,
  root: string,
): Promise<void> {
  const found = await readHead(nodeDisk(), root);
  if (found.chain === chain && toHex(found.head.appHash) === appHash) return;
  throw new Error(
    inLanguage({
      en: "the saved ledger does not give the app hash that the backup names. Nothing was restored.",
      zh: "备份里的账本得不出清单所写的状态根。没有恢复任何内容",
    }),
  );
}
