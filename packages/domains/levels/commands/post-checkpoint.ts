import { role, roles } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { isRefusal } from "@mingbai/ledger/refusal";
import { tieFrozen, treeAccepted } from "../events/ties.ts";
import { findStoppedRefusal, getTie } from "../laws/get-tie.ts";
import { judgeNote } from "../laws/judge-note.ts";
import { PostCheckpoint } from "../schema.ts";

/**
 * What a tied ledger has signed of itself, carried here by anyone. A newer tree that extends the accepted one takes its place; one
 * that contradicts it freezes the tie, with both notes as evidence.
 */
export const postCheckpoint = defineCommand("levels.postCheckpoint", {
  schema: PostCheckpoint,
  allow: roles.map(role),
  title: { en: "Post a ledger's checkpoint", zh: "提交其他账本的检查点" },
  audit: { en: "posted a checkpoint of ledger {ledger}", zh: "提交了账本 {ledger} 的检查点" },
  execute({ state }, { ledger, ...posted }) {
    const row = getTie(state, ledger);
    if (isRefusal(row)) return row;
    const stopped = findStoppedRefusal(row);
    if (stopped !== undefined) return stopped;
    const verdict = judgeNote(row, posted);
    if (isRefusal(verdict)) return verdict;
    const { size, root } = verdict;
    if (verdict.is === "newer") return [treeAccepted({ ledger, size, root, note: posted.note })];
    return [tieFrozen({ ledger, name: row.name, size, accepted: row.note, contrary: posted.note })];
  },
});
