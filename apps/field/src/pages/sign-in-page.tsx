import type { DeviceKey } from "@mingbai/app-web/src/keys/device-key";
import { listKeys } from "@mingbai/app-web/src/keys/key-store";
import { useEffect, useState } from "react";
import { useText } from "../i18n/use-text.ts";
import { judgeTrouble } from "../ledger/trouble.ts";
import { signInWith } from "../person/session.ts";
import { Icon } from "../ui/icon.tsx";
import { goTo } from "../ui/route.ts";
import { Screen } from "../ui/screen.tsx";

const elsewhere = `/sign-in?then=${encodeURIComponent("/field/")}`;

/** The keys of this device, shared with the office's pages; whoever has none here is led to theirs. */
export function SignInPage() {
  const { t, language } = useText();
  const [keys, setKeys] = useState<readonly DeviceKey[]>([]);
  const [isGoing, setGoing] = useState(false);
  const [fault, setFault] = useState<string>();
  useEffect(() => void listKeys().then(setKeys), []);
  const go = async (keyId: string): Promise<void> => {
    setGoing(true);
    setFault(undefined);
    try {
      await signInWith(keyId);
      goTo();
    } catch (problem) {
      setFault(wordsOf(problem, language) ?? "");
    } finally {
      setGoing(false);
    }
  };
  return (
    <Screen title={t("signIn.title")}>
      <section className="block">
        <p>{t("signIn.why")}</p>
        {keys.map((key) => (
          <button
            key={key.keyId}
            type="button"
            className="btn p wide"
            aria-disabled={isGoing}
            onClick={() => void go(key.keyId)}
          >
            <Icon name="key" />
            {isGoing ? t("signIn.going") : nameOf(key)}
          </button>
        ))}
        {fault !== undefined && (
          <p role="alert" className="bad">
            {t("signIn.failed", { why: fault })}
          </p>
        )}
        <p>
          <a className="btn wide" href={elsewhere}>
            {t("signIn.other")}
          </a>
        </p>
      </section>
    </Screen>
  );

  function nameOf({ owner, keyId }: DeviceKey): string {
    if (owner?.name === undefined) return t("signIn.key.unnamed", { key: keyId.slice(0, 4) });
    return t("signIn.key", { name: owner.name });
  }
}

/** A passkey's dialogue that was turned down says so with a DOMException. */
function wordsOf(problem: unknown, language: "en" | "zh"): string | undefined {
  return problem instanceof DOMException ? problem.message : judgeTrouble(problem).trouble[language];
}
