import { statfs } from "node:fs/promises";
import { createServer } from "node:net";
import { dirname, resolve } from "node:path";
import { getBinaries } from "@mingbai/read-model/postgres/binaries";
import { inLanguage } from "../words.ts";
import { bad, type Finding, ok, warn } from "./finding.ts";

const nodeMajorMin = 24;
/** Four segments of each log must fit before the first block, and PostgreSQL beside them. */
const freeBytesMin = 2 * 1024 ** 3;
const freeBytesGood = 10 * 1024 ** 3;
const gib = 1024 ** 3;

export function checkNode(version: string): Finding {
  if (Number(version.split(".")[0]) >= nodeMajorMin) return ok(`Node ${version}`);
  return bad(
    `Node ${version}`,
    inLanguage({
      en: `Run npm install: it brings Node ${nodeMajorMin} for this machine.`,
      zh: `请运行 npm install，它会装上本机用的 Node ${nodeMajorMin}`,
    }),
  );
}

/** PostgreSQL comes with npm, or is the operator's own. */
export async function checkPostgres(databaseUrl: string | undefined): Promise<Finding> {
  if (databaseUrl !== undefined)
    return ok(inLanguage({ en: "PostgreSQL: DATABASE_URL", zh: "PostgreSQL：DATABASE_URL" }));
  try {
    await getBinaries();
    return ok(inLanguage({ en: "PostgreSQL: npm's own", zh: "PostgreSQL：npm 自带" }));
  } catch (error) {
    return bad(
      `PostgreSQL: ${error instanceof Error ? error.message : String(error)}`,
      inLanguage({
        en: "Run npm install without --omit=optional, or set DATABASE_URL.",
        zh: "请运行 npm install（不要加 --omit=optional），或设置 DATABASE_URL",
      }),
    );
  }
}

export async function checkDisk(folder: string): Promise<Finding> {
  const free = await freeBytes(resolve(folder));
  const what = `${inLanguage({ en: "free disk", zh: "磁盘剩余" })} ${(free / gib).toFixed(1)} GiB`;
  const advice = inLanguage({
    en: "Make room, or name a folder on another disk with --data. A full disk makes a node read-only.",
    zh: "请腾出空间，或用 --data 指定另一块磁盘上的文件夹；磁盘写满后节点变为只读",
  });
  if (free < freeBytesMin) return bad(what, advice);
  return free < freeBytesGood ? warn(what, advice) : ok(what);
}

/** Of the nearest folder above that exists. */
async function freeBytes(folder: string): Promise<number> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch (error) {
    const isAbsent = error instanceof Error && "code" in error && error.code === "ENOENT";
    if (!isAbsent || dirname(folder) === folder) throw error;
    return freeBytes(dirname(folder));
  }
}

/** A port in use is no fault where our own node uses it. */
export async function checkPort(port: number): Promise<Finding> {
  const isFree = await new Promise<boolean>((settle) => {
    const server = createServer()
      .once("error", () => settle(false))
      .listen(port, "localhost", () => server.close(() => settle(true)));
  });
  const name = inLanguage({ en: "port", zh: "端口" });
  if (isFree) return ok(`${name} ${port}`);
  return warn(
    `${name} ${port} ${inLanguage({ en: "is in use", zh: "已被占用" })}`,
    inLanguage({
      en: "If that is not your own node, start with --port N, or --port 0 for any that is free.",
      zh: "如果不是您自己的节点，请用 --port 另指端口；--port 0 自动选一个空闲的",
    }),
  );
}

/** Names and symbols are printed in UTF-8. */
export function checkLocale(environment: NodeJS.ProcessEnv): Finding {
  const locale = environment.LC_ALL ?? environment.LC_CTYPE ?? environment.LANG ?? "";
  if (process.platform === "win32" || /utf-?8/i.test(locale)) return ok(`locale ${locale}`.trimEnd());
  return warn(
    `locale "${locale}"`,
    inLanguage({
      en: "Set LANG=C.UTF-8 where Chinese is shown as signs.",
      zh: "如果中文显示为乱码，请设置 LANG=C.UTF-8",
    }),
  );
}
