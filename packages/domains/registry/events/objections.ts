import type { Number64 } from "@mingbai/codec/number64";
import { defineEvent } from "@mingbai/ledger/definition/event";
import { caseOf, putCase } from "./case-rows.ts";
import type { Concerned } from "./concerned.ts";

/** Somebody objects to what a public notice says. `objection`: its place among those of the case, from 0. */
export const objectionRaised = defineEvent<{
  case: Number64;
  household: Number64;
  objection: number;
  content: string;
  onBehalf?: true;
  tells: Concerned;
  by: Number64;
}>("registry.objectionRaised", (state, { case: id, by }) => {
  const row = caseOf(state, id);
  putCase(state, id, { ...row, objections: [...row.objections, { by, isAnswered: false }] });
});

export const objectionAnswered = defineEvent<{
  case: Number64;
  household: Number64;
  objection: number;
  content: string;
  /** Who goes on, where this was the last one to be answered. */
  tells?: Concerned;
  /** Who made it, and reads the answer. */
  answers: Concerned;
  by: Number64;
}>("registry.objectionAnswered", (state, { case: id, objection }) => {
  const row = caseOf(state, id);
  const objections = row.objections.map((one, at) => (at === objection ? { ...one, isAnswered: true } : one));
  putCase(state, id, { ...row, objections });
});
