import type { PersonName, Recovery } from "@mingbai/identity/views";
import { useText } from "../../i18n/use-text.ts";
import { useSession } from "../../session/use-session.ts";
import { hashText } from "../../ui/hash.tsx";
import { Icon } from "../../ui/icon.tsx";
import { useFormat } from "../../ui/use-format.ts";
import type { PlannedAct } from "./sign-act.tsx";
import { TimeLeft } from "./time-left.tsx";
import { usePeopleWords } from "./use-people-words.ts";

/** A recovery under way, said where the owner and everybody sees it, with what the reader may do about it. */
export function RecoveryNote({
  person,
  recovery,
  plan,
}: {
  person: PersonName & { readonly organisation: { readonly id: string } };
  recovery: Recovery;
  plan(act: PlannedAct): void;
}) {
  const { t } = useText();
  const { time } = useFormat();
  const { nameText } = usePeopleWords();
  const session = useSession();
  const isAdministrator = session?.roles.includes("administrator") === true;
  const isOwner = session?.account === person.account;
  const mayApprove =
    isAdministrator && recovery.effectMs === null && !isOwner && session.organisation !== recovery.organisation;
  const mayStop =
    isOwner ||
    session?.roles.includes("regulator") ||
    (isAdministrator && session.organisation === person.organisation.id);
  const key = hashText(recovery.keyId);
  const approve = () =>
    plan({
      command: "identity.approveRecovery",
      title: t("people.recovery.approve"),
      sentence: t("people.sentence.approve", { person: nameText(person), key }),
      input: () => ({ account: person.account, keyId: recovery.keyId }),
    });
  const stop = () =>
    plan({
      command: "identity.stopRecovery",
      title: t("people.recovery.stop"),
      sentence: t("people.sentence.stop", { person: nameText(person) }),
      input: () => ({ account: person.account }),
    });
  return (
    <div className="note warn" role="status">
      <Icon name="key" />
      <div>
        <p>
          {recovery.effectMs === null
            ? t("people.recovery.open", { by: nameText(recovery.by), key })
            : t("people.recovery.approved", { key, time: time(recovery.effectMs) })}
        </p>
        {recovery.effectMs !== null && <TimeLeft untilMs={recovery.effectMs} />}
        <p className="sm">{t("people.recovery.notYou")}</p>
        <p className="row wrap">
          {mayApprove && (
            <button type="button" className="btn s" onClick={approve}>
              {t("people.recovery.approve")}
            </button>
          )}
          {mayStop && (
            <button type="button" className="btn s" onClick={stop}>
              {t("people.recovery.stop")}
            </button>
          )}
        </p>
      </div>
    </div>
  );
}
