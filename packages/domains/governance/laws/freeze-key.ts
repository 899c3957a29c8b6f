import { freezeSubject } from "@mingbai/treasury/schema";
import type { FreezeTarget } from "../schema.ts";

/** What a freeze is known by. */
export function freezeKey(target: FreezeTarget): string {
  const subject = target.kind === "organisation" ? target.organisation : freezeSubject(target);
  return `freeze/${target.kind}/${subject}`;
}
