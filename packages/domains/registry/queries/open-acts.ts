import { fileDeciders, fileWriters } from "@mingbai/identity/reads/file-offices";
import type { Role } from "@mingbai/ledger/authority/role";
import type { QueryReader } from "@mingbai/read-model/define-query";
import type { registryCommands } from "../schema.ts";
import type { Scope } from "./reader-scope.ts";

type Act = `registry.${keyof typeof registryCommands & string}`;

const writing: readonly Act[] = [
  "registry.recordChanges",
  "registry.addPeople",
  "registry.movePeople",
  "registry.splitHousehold",
  "registry.mergeHouseholds",
  "registry.endPerson",
  "registry.closeHousehold",
  "registry.bindAccount",
  "registry.requestErasure",
  "registry.applyForEntry",
  "registry.proposeExit",
];
/** Also of the people of the file. */
const speaking: readonly Act[] = ["registry.settleReason", "registry.sendMessage"];
const deciding: readonly Act[] = ["registry.assignResponsible", "registry.decideErasure"];

/** What the reader may do with a household now, as the commands judge it. */
export function openActs(
  { account, organisation, roles }: QueryReader,
  {
    found,
    scope,
  }: {
    found: { keeper: string; area: string; responsible: string | null; ended: string | null };
    scope: Scope;
  },
): Act[] {
  const isOf = (wanted: readonly Role[]): boolean => wanted.some((role) => roles.includes(role));
  const isThere =
    scope.kind === "kept" &&
    found.keeper === organisation &&
    (scope.areas === undefined || scope.areas.includes(found.area));
  const mayWrite = (isThere && isOf(fileWriters)) || (found.responsible === account && isOf(fileWriters));
  if (found.ended !== null) return mayWrite && found.ended !== "merged" ? ["registry.reopenHousehold"] : [];
  return [
    ...(mayWrite ? writing : []),
    ...(isThere && isOf(fileDeciders) ? deciding : []),
    ...(mayWrite || isOf(["individual"]) ? (["registry.grantAccess", "registry.revokeAccess"] as const) : []),
    ...(isOf(["individual"]) && !mayWrite ? (["registry.applyForEntry"] as const) : []),
    ...(mayWrite || (isThere && isOf(fileDeciders)) || isOf(["individual"]) ? speaking : []),
  ];
}
