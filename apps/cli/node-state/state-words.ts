import { inLanguage } from "../words.ts";
import type { NodeState } from "./read-node.ts";

/** As a node answers, and what only whoever keeps it running knows of it. */
export type ShownState = NodeState | "starting" | "draining" | "drained";

const words: Readonly<Record<ShownState, { readonly en: string; readonly zh: string }>> = {
  starting: { en: "starting", zh: "启动中" },
  catchingUp: { en: "catching up", zh: "追赶中" },
  running: { en: "running", zh: "运行中" },
  waiting: { en: "waiting", zh: "等待中" },
  readOnly: { en: "read-only: its disk is full", zh: "只读：磁盘已满" },
  silent: { en: "silent", zh: "无应答" },
  stopped: { en: "stopped", zh: "已停止" },
  draining: { en: "finishing", zh: "收尾中" },
  drained: { en: "drained", zh: "已退出" },
};

/** A node's state as people read it. */
export function stateWord(state: ShownState): string {
  return inLanguage(words[state]);
}
