import { stat } from "node:fs/promises";
import { dataFolder } from "@mingbai/app-node/data-folder";
import { findGenesis } from "@mingbai/app-node/founding/genesis-file";
import { KeyFileError } from "@mingbai/crypto/key-file/key-file-error";
import { readPublicKeyFile } from "@mingbai/crypto/key-file/read-key-file";
import { DiskError } from "@mingbai/log/disk/disk-error";
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import { inLanguage } from "../words.ts";
import { checkNetwork } from "./check-network.ts";
import { bad, type Finding, ok, warn } from "./finding.ts";

/** Founded or not, whose clock it runs by, whether its key can be used, whether a node holds it. Changes nothing. */
export async function checkData(root: string, nowMs: number): Promise<Finding[]> {
  const folder = dataFolder(root);
  const genesis = await findGenesis(folder.genesis);
  if (genesis === undefined) {
    return [
      ok(`${root}: ${inLanguage({ en: "empty; the first start founds a ledger", zh: "还没有账本，首次启动时建立" })}`),
    ];
  }
  return [
    await checkLock(root),
    await checkKey(folder.nodeKey),
    await checkClock(folder.root, genesis.timeMs, nowMs),
    ...(await checkNetwork(root, genesis)),
  ];
}

async function checkLock(root: string): Promise<Finding> {
  try {
    await (await nodeDisk().lock(root)).release();
    return ok(`${root}: ${inLanguage({ en: "a ledger, not running", zh: "有账本，节点未运行" })}`);
  } catch (error) {
    if (!(error instanceof DiskError)) throw error;
    if (error.code === "DISK_LOCKED") {
      return ok(`${root}: ${inLanguage({ en: "a ledger, its node is running", zh: "有账本，节点正在运行" })}`);
    }
    return bad(
      `${root}: ${error.message}`,
      inLanguage({ en: "Run as the user who owns the folder.", zh: "请用拥有该文件夹的用户运行" }),
    );
  }
}

async function checkKey(path: string): Promise<Finding> {
  try {
    await readPublicKeyFile(path);
    return ok(inLanguage({ en: "node key: encrypted, its owner's alone", zh: "节点密钥：已加密，仅本人可读" }));
  } catch (error) {
    if (!(error instanceof KeyFileError)) throw error;
    const advice = inLanguage({
      en: "chmod 600 where others may read it; otherwise bring it back from a backup.",
      zh: "若他人可读请 chmod 600；否则请从备份取回",
    });
    return bad(error.message, advice);
  }
}

/** Block times only grow: a clock that stands before the ledger's last writing stops it from ordering. */
async function checkClock(root: string, foundedMs: number, nowMs: number): Promise<Finding> {
  const { mtimeMs } = await stat(root);
  if (nowMs >= foundedMs && nowMs + clockBehindMsMax >= mtimeMs) return ok(inLanguage({ en: "clock", zh: "时钟" }));
  return warn(
    inLanguage({ en: "the clock stands before the ledger's own times", zh: "时钟早于账本里的时间" }),
    inLanguage({
      en: "Set the machine's clock (timedatectl set-ntp true).",
      zh: "请校准系统时钟（timedatectl set-ntp true）",
    }),
  );
}

const clockBehindMsMax = 60_000;
