import { useId, useState } from "react";
import { useText } from "../../i18n/use-text.ts";
import type { DeviceKey } from "../../keys/device-key.ts";
import { Icon } from "../../ui/icon.tsx";

/** What an administrator needs to register the key: its number, kind and public half. Nothing here is secret. */
export function KeySlip({ deviceKey: { keyId, scheme, publicKey } }: { deviceKey: DeviceKey }) {
  const { t } = useText();
  const id = useId();
  const [isCopied, setCopied] = useState(false);
  const slip = JSON.stringify({ keyId, scheme, publicKey }, undefined, 1);
  const copy = async () => {
    await navigator.clipboard.writeText(slip);
    setCopied(true);
  };
  return (
    <div className="key-slip">
      <label className="sm i2" htmlFor={id}>
        {t("signIn.slip")}
      </label>
      <textarea id={id} className="mono" readOnly rows={7} value={slip} onFocus={(event) => event.target.select()} />
      <button type="button" className="btn s" onClick={() => void copy()}>
        <Icon name="copy" />
        {t("signIn.slip.copy")}
      </button>
      <span className="sm ok" role="status">
        {isCopied ? t("signIn.slip.copied") : ""}
      </span>
    </div>
  );
}
