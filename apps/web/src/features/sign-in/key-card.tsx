import { useText } from "../../i18n/use-text.ts";
import type { DeviceKey } from "../../keys/device-key.ts";
import { timeText } from "../../ui/format-time.ts";
import { Icon } from "../../ui/icon.tsx";

/** The key in hand, by who signed in with it last. */
export function KeyCard({
  deviceKey,
  zoneOffsetMinutes,
  change,
}: {
  deviceKey: DeviceKey;
  zoneOffsetMinutes: number;
  change: (() => void) | undefined;
}) {
  const { t, language } = useText();
  const { owner, keyId, madeMs, scheme } = deviceKey;
  const at = (timeMs: number) => timeText(timeMs, { language, zoneOffsetMinutes });
  return (
    <div className="key-card">
      <Icon name={scheme === "webauthn-p256" ? "lock" : "key"} size={22} />
      <div>
        <b>{owner ? (owner.name ?? keyId) : t("signIn.fresh")}</b>
        {scheme === "webauthn-p256" && <span className="tag">{t("signIn.passkey.kind")}</span>}
        <p className="sm i3">
          {owner
            ? t("signIn.last", {
                organisation: owner.organisationName?.[language] ?? owner.organisation,
                time: at(owner.usedMs),
              })
            : t("signIn.fresh.made", { time: at(madeMs) })}
        </p>
      </div>
      {change && (
        <button type="button" className="btn t" onClick={change}>
          {t("signIn.change")}
        </button>
      )}
    </div>
  );
}
