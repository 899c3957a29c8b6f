import { useText } from "../i18n/use-text.ts";
import { useStore } from "../keep/use-store.ts";
import { isWaiting } from "../outbox/record.ts";
import { recordsStore } from "../outbox/records.ts";
import { sendWaiting, signalStore } from "../outbox/send-waiting.ts";
import { meStore } from "../person/me.ts";
import { Icon } from "./icon.tsx";

/** What state the signal is in and what that means here, in words; nothing where nothing has to be said. */
export function SignalStrip({ of }: { of: "form" | "records" | "list" }) {
  const { t } = useText();
  const { signal, isSending } = useStore(signalStore);
  const me = useStore(meStore);
  const records = [...useStore(recordsStore).values()];
  const waiting = records.filter((record) => record.owner === me?.account && isWaiting(record)).length;
  if (signal === "none" || signal === "away")
    return (
      <div className="strip dark" role="status">
        <Icon name="noSignal" />
        <span>{t(`signal.${of}.${signal}`)}</span>
      </div>
    );
  if (signal === "signIn" && of !== "form")
    return (
      <div className="strip warn" role="status">
        <Icon name="key" />
        <span>{t("signal.signIn")}</span>
        <a href="#/sign-in">{t("signIn.title")}</a>
      </div>
    );
  if (of !== "records" || waiting === 0) return null;
  return (
    <div className="strip" role="status">
      <Icon name="sent" />
      <span>{isSending ? t("signal.sending") : t("signal.waiting", { count: waiting })}</span>
      {!isSending && (
        <button type="button" className="link" onClick={() => void sendWaiting()}>
          {t("signal.sendNow")}
        </button>
      )}
    </div>
  );
}
