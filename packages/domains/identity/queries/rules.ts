import type { Registry } from "@mingbai/ledger/definition/registry";
import { defineQuery } from "@mingbai/read-model/define-query";
import { roleGroups, ungroupedRoles } from "../role-groups.ts";
import { rulesView } from "../views.ts";

type View = typeof rulesView;

/** Refusals of this and later domains that keep the two halves of an act in two hands. */
const isOfFourEyes = /^(OWN_\w+|SAME_PERSON)$/;

/** The rules of who may do what, told from the code that keeps them. */
export function rulesQuery({ commands, payments, refusals }: Registry) {
  return defineQuery<unknown, View["params"], View["result"]>(rulesView, {
    title: { en: "Who may do what, and what excludes what", zh: "谁能做什么，哪些角色不能兼任" },
    allow: "anyone",
    answer: async ({ readAt }) => ({
      groups: Object.entries(roleGroups).map(([group, roles]) => ({ group, roles: [...roles] })),
      ungrouped: [...ungroupedRoles],
      fourEyes: [...refusals]
        .filter(([code]) => isOfFourEyes.test(code))
        .map(([code, { en, zh }]) => ({ code, words: { en: withoutBlanks(en), zh: withoutBlanks(zh) } })),
      acts: [...commands, ...payments].map(([command, { title, allow }]) => ({
        command,
        title: { ...title },
        roles: [...new Set(allow.map(({ role }) => role))],
      })),
      readAt: await readAt(),
    }),
  });
}

/** A refusal's words name who and where; the rule behind it holds for all of them. */
function withoutBlanks(words: string): string {
  return words.replaceAll(/\{\w+\}/g, "…");
}
