import { dataFolder } from "@mingbai/app-node/data-folder";
import { findGenesis } from "@mingbai/app-node/founding/genesis-file";
import type { Genesis } from "@mingbai/ledger/genesis/genesis";
import { inLanguage } from "../words.ts";

/** The genesis in a data folder. Throws an Error that says what to do where there is none. */
export async function getGenesis(root: string): Promise<Genesis> {
  const genesis = await findGenesis(dataFolder(root).genesis);
  if (genesis !== undefined) return genesis;
  throw new Error(
    inLanguage({
      en: `there is no ledger in ${root}: name its folder with --data`,
      zh: `${root} 里没有账本，请用 --data 指定它的文件夹`,
    }),
  );
}
