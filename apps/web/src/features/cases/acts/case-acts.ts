import type { CaseFile } from "@mingbai/registry/views/cases";
import type { ReactNode } from "react";
import type { IconName } from "../../../ui/icon.tsx";
import type { CaseActProps } from "./case-act-props.ts";
import { CheckForm } from "./check-form.tsx";
import { DecideForm } from "./decide-form.tsx";
import { NoticeForm } from "./notice-form.tsx";
import { ObjectionForm } from "./objection-form.tsx";
import { ReturnForm } from "./return-form.tsx";
import { ReviewForm } from "./review-form.tsx";
import { WithdrawForm } from "./withdraw-form.tsx";

/** An act of the bar at the foot; answers stand beside the objections. */
export interface CaseAct {
  readonly verb:
    | "checkInVillage"
    | "reviewCase"
    | "openNotice"
    | "decideCase"
    | "returnToMonitoring"
    | "objectToCase"
    | "withdrawCase";
  readonly key: string;
  readonly icon: IconName;
  /** It moves the case on; the others do not. */
  readonly isMain?: true;
  readonly Form: (props: CaseActProps) => ReactNode;
}

const all: readonly CaseAct[] = [
  { verb: "checkInVillage", key: "c", icon: "home", isMain: true, Form: CheckForm },
  { verb: "reviewCase", key: "r", icon: "tick", isMain: true, Form: ReviewForm },
  { verb: "openNotice", key: "o", icon: "bell", isMain: true, Form: NoticeForm },
  { verb: "decideCase", key: "d", icon: "scales", isMain: true, Form: DecideForm },
  { verb: "returnToMonitoring", key: "b", icon: "back", Form: ReturnForm },
  { verb: "objectToCase", key: "x", icon: "warn", Form: ObjectionForm },
  { verb: "withdrawCase", key: "w", icon: "close", Form: WithdrawForm },
];

/** What the reader may do now. `isOwn`: they live in the household, which does not object to its own case. */
export function caseActsOf({ may }: Pick<CaseFile, "may">, isOwn: boolean): readonly CaseAct[] {
  return all.filter(({ verb }) => may.includes(`registry.${verb}`) && !(isOwn && verb === "objectToCase"));
}
