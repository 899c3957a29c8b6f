import { useText } from "../../i18n/use-text.ts";
import type { DeviceKey } from "../../keys/device-key.ts";

/** All keys of this device, to take one in hand. */
export function KeyList({
  keys,
  chosen,
  choose,
}: {
  keys: readonly DeviceKey[];
  chosen: DeviceKey;
  choose(key: DeviceKey): void;
}) {
  const { t, language } = useText();
  return (
    <ul className="key-list" aria-label={t("signIn.choose")}>
      {keys.map((key) => {
        const { owner, keyId } = key;
        return (
          <li key={keyId}>
            <button
              type="button"
              className="plain"
              {...(key === chosen && { "aria-current": "true" as const })}
              onClick={() => choose(key)}
            >
              <b>{owner ? (owner.name ?? keyId) : t("signIn.fresh")}</b>
              {key.scheme === "webauthn-p256" && <span className="tag">{t("signIn.passkey.kind")}</span>}
              <span className="sm i3">
                {owner ? (
                  (owner.organisationName?.[language] ?? owner.organisation)
                ) : (
                  <span className="mono">{keyId}</span>
                )}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
