import type { SessionRole } from "../../session/session.ts";

/** waiting: what the reader's office may release. own: what the reader's accounts hold and ordered. all: every order. */
export const deskBoxes = ["waiting", "own", "all"] as const;
export type DeskBox = (typeof deskBoxes)[number];

const whoReleases: readonly SessionRole[] = ["financeSupervisor"];
const whoRedeems: readonly SessionRole[] = ["supplier", "individual", "projectManager", "financeSupervisor"];
const whoSeesAll: readonly SessionRole[] = ["regulator", "auditor", "escrowBank", "financeSupervisor", "approver"];

/** The parts of the desk that a person with these roles sees, the one they work in first. */
export function boxesFor(roles: readonly SessionRole[]): readonly DeskBox[] {
  const has = (some: readonly SessionRole[]) => some.some((role) => roles.includes(role));
  return [
    ...(has(whoReleases) ? (["waiting"] as const) : []),
    ...(has(whoRedeems) ? (["own"] as const) : []),
    ...(has(whoSeesAll) ? (["all"] as const) : []),
  ];
}

/** What part of the desk an address asks for, where this person has it; else their first. */
export function boxIn(asked: string | null, boxes: readonly DeskBox[]): DeskBox | undefined {
  return boxes.find((box) => box === asked) ?? boxes[0];
}
