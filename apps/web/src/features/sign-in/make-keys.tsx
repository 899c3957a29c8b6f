import { relyingPartyView } from "@mingbai/http/ledger-views";
import { useView } from "../../api/use-view.ts";
import { useText } from "../../i18n/use-text.ts";
import type { DeviceKey } from "../../keys/device-key.ts";
import { makeKey, makePasskey } from "../../keys/make-key.ts";
import { useAttempt } from "../../session/use-attempt.ts";
import { Icon } from "../../ui/icon.tsx";

/** Two ways to a new key on this device: one that this browser keeps, and a passkey where the ledger takes them. */
export function MakeKeys({
  isFirst,
  note,
  add,
}: {
  isFirst: boolean;
  /** What becomes of the key, and what to do next. */
  note: string;
  add(key: DeviceKey): Promise<void>;
}) {
  const { t } = useText();
  const party = useView(relyingPartyView, {});
  const { running, fault, attempt } = useAttempt();
  const canPasskey = "PublicKeyCredential" in window && party.data !== undefined;
  const { id: rpId = "", origins = [] } = party.data ?? {};
  const isHere = origins.includes(window.location.origin);
  const make = (maker: () => Promise<DeviceKey>) => void attempt(async () => add(await maker()));
  return (
    <>
      <button
        type="button"
        className={isFirst ? "btn p tall" : "btn tall"}
        aria-disabled={running}
        onClick={() => make(() => makeKey(Date.now()))}
      >
        <Icon name="plus" size={18} />
        {t("signIn.make")}
      </button>
      <p className="sm i2 make-note">{note}</p>
      {canPasskey && isHere && (
        <>
          <button
            type="button"
            className="btn tall passkey"
            aria-disabled={running}
            onClick={() =>
              make(() => makePasskey({ rpId, rpName: t("shell.name"), label: t("signIn.passkey.label") }, Date.now()))
            }
          >
            <Icon name="lock" size={18} />
            {t("signIn.passkey")}
          </button>
          <p className="sm i2 make-note">{t("signIn.passkey.note")}</p>
        </>
      )}
      {canPasskey && !isHere && (
        <p className="sm i2 make-note">{t("signIn.passkey.elsewhere", { origin: origins[0] ?? "" })}</p>
      )}
      {fault && (
        <p className="bad" role="alert">
          {t("signIn.notMade", { why: fault })}
        </p>
      )}
    </>
  );
}
