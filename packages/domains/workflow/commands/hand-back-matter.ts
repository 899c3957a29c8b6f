import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { isRefusal } from "@mingbai/ledger/refusal";
import { getMatterInTurn } from "../checks/turn.ts";
import { moved } from "../effects.ts";
import { refuse } from "../refusals.ts";
import { HandBackMatter } from "../schema.ts";

/** The one that was asked gives its opinion and hands the matter back to the one that decides. */
export const handBackMatter = defineCommand("workflow.handBackMatter", {
  schema: HandBackMatter,
  allow: [role("projectManager")],
  title: { en: "Hand back with an opinion", zh: "交回并附意见" },
  audit: {
    en: "handed version {version} of a matter back: {opinion}",
    zh: "交回了一件事项的第 {version} 版：{opinion}",
  },
  execute(context, { matter, version, opinion, words }) {
    const row = getMatterInTurn(context, { matter, version, from: ["submitted"] });
    if (isRefusal(row)) return row;
    if (row.holder === row.addressee) return refuse("NOT_FORWARDED", { at: row.holder });
    return [moved(context, { matter, row }, { stage: "submitted", decides: true, words, opinion })];
  },
});
