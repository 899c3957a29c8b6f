import { setTimeout } from "node:timers/promises";
import { dataFolder } from "@mingbai/app-node/data-folder";
import { findRunning } from "@mingbai/app-node/operator/running-file";
import { inLanguage } from "../words.ts";
import { isAlive } from "./is-alive.ts";

const pollMs = 100;
/** A node ends links, tables and logs; whoever keeps it running kills it after 20 s. */
const endMsMax = 60_000;
const answerMsMax = 10_000;

/** Asks the node of a data folder to take nothing new, to finish and to end, and waits for its end. Throws an Error where it does not. */
export async function drainNode(root: string): Promise<void> {
  const running = await findRunning(dataFolder(root).running);
  if (running === undefined || !isAlive(running.pid)) throw new Error(notRunning(root));
  const { url, token, pid } = running;
  const answer = await fetch(`${url}/api/operator/drain`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}` },
    signal: AbortSignal.timeout(answerMsMax),
  });
  if (!answer.ok) throw new Error(refused({ root, status: answer.status }));
  for (let waitedMs = 0; isAlive(pid); waitedMs += pollMs) {
    if (waitedMs >= endMsMax) throw new Error(stillThere({ pid, root }));
    await setTimeout(pollMs);
  }
}

function notRunning(root: string): string {
  return inLanguage({
    en: `no node runs in ${root}: name its folder with --data`,
    zh: `${root} 里没有运行中的节点：请用 --data 指定它的文件夹`,
  });
}

function refused({ root, status }: { root: string; status: number }): string {
  return inLanguage({
    en: `the node in ${root} answers ${status}: is it the one that wrote running.json there?`,
    zh: `${root} 的节点回答 ${status}：那里的 running.json 是它写的吗？`,
  });
}

function stillThere({ pid, root }: { pid: number; root: string }): string {
  return inLanguage({
    en: `the node has not ended after ${endMsMax / 1_000} s; its process is ${pid}, its log ${dataFolder(root).log}`,
    zh: `节点在 ${endMsMax / 1_000} 秒后仍未退出；进程号 ${pid}，日志 ${dataFolder(root).log}`,
  });
}
