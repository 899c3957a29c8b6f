import type { KeySlip } from "@mingbai/identity/schema";
import type { Text } from "../../i18n/use-text.ts";
import type { Session } from "../../session/session.ts";
import type { PlannedAct } from "../people/sign-act.tsx";
import { checkNumber } from "./check-number.ts";
import { keepKeyName } from "./device-api.ts";

/** The act that adds a key to one's own, or puts it in the place of the one in hand. */
export function keyAct(
  t: Text,
  { slip, name, session, replaces }: { slip: KeySlip; name: string; session: Session; replaces: boolean },
): PlannedAct {
  const words = { name, kind: t(`people.scheme.${slip.scheme}`), check: checkNumber(slip) };
  const before = () => keepKeyName(slip.keyId, name);
  if (replaces) {
    return {
      command: "identity.rotateKey",
      title: t("devices.replace"),
      sentence: t("devices.sentence.replace", words),
      input: (fromHeight) => ({ ...slip, oldKeyId: session.keyId, fromHeight }),
      before,
    };
  }
  return {
    command: "identity.registerKey",
    title: t("devices.add"),
    sentence: t("devices.sentence.add", words),
    input: (fromHeight) => ({ ...slip, account: session.account, fromHeight }),
    before,
  };
}
