import { chooseMail, endMail } from "@mingbai/sdk/settings";
import { noticeKinds } from "@mingbai/workflow/views/notice-kinds";
import { MailAddress, type MailState, mailAddressCharsMax, mailPaces } from "@mingbai/workflow/views/personal-settings";
import { type FormEvent, useId, useState } from "react";
import { nodeClient } from "../../api/node-client.ts";
import { useText } from "../../i18n/use-text.ts";
import { useAttempt } from "../../session/use-attempt.ts";
import { useChangeSettings } from "../../session/use-settings.ts";

const exampleAddress = "wang@example.cn";
const usualKinds = [
  "came",
  "returned",
  "paid",
  "disputed",
  "overdue",
  "recovery",
  "message",
  "explained",
  "soon",
] as const;

/** Mail: where to, about what, how often; or that this node sends none. */
export function MailPart({ mail }: { mail: MailState }) {
  const { t } = useText();
  const id = useId();
  return (
    <section className="mail-part" aria-labelledby={id}>
      <h2 id={id}>{t("notices.mail")}</h2>
      {mail.isSetUp ? (
        <>
          <p className="i2">{t("notices.mail.lead")}</p>
          {mail.isRefused && (
            <p className="bad" role="alert">
              {t("notices.mail.refused")}
            </p>
          )}
          <MailForm key={mail.choice?.address} mail={mail} />
        </>
      ) : (
        <p className="i2">{t("notices.mail.off")}</p>
      )}
      {(mail.choice !== null || mail.isSetUp) && <EndButton isOn={mail.choice !== null} />}
    </section>
  );
}

function MailForm({ mail: { choice } }: { mail: MailState }) {
  const { t } = useText();
  const id = useId();
  const change = useChangeSettings();
  const { running, fault, attempt } = useAttempt();
  const [address, setAddress] = useState(choice?.address ?? "");
  const [kinds, setKinds] = useState<readonly (typeof noticeKinds)[number][]>(choice?.kinds ?? usualKinds);
  const [pace, setPace] = useState<(typeof mailPaces)[number]>(choice?.pace ?? "daily");
  const [missing, setMissing] = useState<"address" | "kind">();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isAddress = MailAddress.safeParse(address.trim()).success;
    const lack = isAddress ? (kinds.length === 0 ? "kind" : undefined) : "address";
    setMissing(lack);
    if (lack !== undefined) return;
    const wanted = { address: address.trim(), kinds: [...kinds], pace };
    void attempt(async () => change({ mail: await chooseMail(nodeClient, wanted) }));
  };
  return (
    <form onSubmit={submit} noValidate>
      <div>
        <label className="label" htmlFor={id}>
          {t("notices.mail.address")}
        </label>
        <input
          id={id}
          type="email"
          autoComplete="email"
          className="field"
          maxLength={mailAddressCharsMax}
          value={address}
          aria-invalid={missing === "address"}
          {...(missing === "address" && { "aria-describedby": `${id}-missing` })}
          onChange={(event) => setAddress(event.target.value)}
        />
      </div>
      <fieldset>
        <legend>{t("notices.mail.kinds")}</legend>
        <div className="choices">
          {noticeKinds.map((kind) => (
            <label key={kind}>
              <input
                type="checkbox"
                checked={kinds.includes(kind)}
                onChange={({ target }) =>
                  setKinds(target.checked ? [...kinds, kind] : kinds.filter((one) => one !== kind))
                }
              />
              {t(`notices.kind.${kind}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend>{t("notices.mail.pace")}</legend>
        <div className="choices">
          {mailPaces.map((one) => (
            <label key={one}>
              <input type="radio" name={`${id}-pace`} checked={pace === one} onChange={() => setPace(one)} />
              {t(`notices.mail.pace.${one}`)}
            </label>
          ))}
        </div>
      </fieldset>
      {missing !== undefined && (
        <p className="bad" role="alert" id={`${id}-missing`}>
          {missing === "kind" ? t("notices.mail.noKind") : t("notices.mail.noAddress", { example: exampleAddress })}
        </p>
      )}
      <button type="submit" className="btn p" aria-disabled={running}>
        {t("notices.mail.keep")}
      </button>
      <p role="status">{choice !== null && t("notices.mail.kept", { address: choice.address })}</p>
      {fault && (
        <p className="bad" role="alert">
          {t("notices.mail.failed", { why: fault })}
        </p>
      )}
    </form>
  );
}

function EndButton({ isOn }: { isOn: boolean }) {
  const { t } = useText();
  const change = useChangeSettings();
  const { running, fault, attempt } = useAttempt();
  const [isEnded, setEnded] = useState(false);
  const end = () =>
    attempt(async () => {
      change({ mail: await endMail(nodeClient) });
      setEnded(true);
    });
  return (
    <>
      {isOn && (
        <button type="button" className="btn" aria-disabled={running} onClick={() => void end()}>
          {t("notices.mail.end")}
        </button>
      )}
      <p role="status">{isEnded && !isOn && t("notices.mail.ended")}</p>
      {fault && (
        <p className="bad" role="alert">
          {t("notices.mail.failed", { why: fault })}
        </p>
      )}
    </>
  );
}
