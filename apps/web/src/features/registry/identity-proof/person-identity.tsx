import type { Match } from "@mingbai/registry/content/texts/identity-proof";
import type { PersonFile } from "@mingbai/registry/views/household";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useText } from "../../../i18n/use-text.ts";
import { useAttempt } from "../../../session/use-attempt.ts";
import type { IconName } from "../../../ui/icon.tsx";
import { State, type Tone } from "../../../ui/state.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { useNow } from "../../../ui/use-now.ts";
import { personName } from "../file/household-words.ts";
import { findReference, type KeptReference, removeReference } from "./device-references.ts";
import { PresenceForm } from "./presence-form.tsx";
import { useRecentProofs } from "./recent-proofs.ts";
import type { MatcherHere } from "./use-matcher.ts";

const looks: Readonly<Record<Match, { readonly icon: IconName; readonly tone: Tone }>> = {
  same: { icon: "tick", tone: "ok" },
  other: { icon: "cross", tone: "bad" },
  unsure: { icon: "half", tone: "warn" },
};

/** One person without a key: what is known of them on this device, and capturing, comparing and removing it. */
export function PersonIdentity({ person: { person, values }, here }: { person: PersonFile; here: MatcherHere }) {
  const { t } = useText();
  const [doing, setDoing] = useState<"capture" | "compare">();
  const { kept, look, isClosed } = useReference(person);
  const { running, fault, attempt } = useAttempt();
  const [proof] = useRecentProofs([person], useNow());
  const name = personName(values);
  const isReadable = here.kind !== "none" && kept !== undefined && isSameMatcher(kept, here);
  const remove = () =>
    void attempt(async () => {
      await removeReference(person);
      await look();
    });
  return (
    <li>
      <p>
        <b>{name}</b> <Known kept={kept} isReadable={isReadable || here.kind === "none"} />
      </p>
      {proof && (
        <p role="status">
          <State {...looks[proof.match]}>{t(`identity.match.${proof.match}`, { name })}</State>
          <span className="sm i2"> {t("identity.match.then")}</span>
        </p>
      )}
      {doing !== undefined && here.kind !== "none" ? (
        <PresenceForm
          {...{ person, name, here, kept: doing === "compare" ? kept : undefined }}
          close={() => {
            setDoing(undefined);
            void look();
          }}
        />
      ) : (
        <p className="row wrap">
          {isReadable && (
            <button type="button" className="btn s" onClick={() => setDoing("compare")}>
              {t("identity.compare", { name })}
            </button>
          )}
          {here.kind !== "none" && (
            <button type="button" className="btn s t" onClick={() => setDoing("capture")}>
              {t(kept === undefined ? "identity.capture" : "identity.captureAgain", { name })}
            </button>
          )}
          {kept !== undefined && (
            <button type="button" className="btn s t" disabled={running} onClick={remove}>
              {t("identity.remove", { name })}
            </button>
          )}
        </p>
      )}
      {(isClosed || fault !== undefined) && (
        <p className="bad sm" role="alert">
          {fault ?? t("identity.closed")}
        </p>
      )}
    </li>
  );
}

function Known({ kept, isReadable }: { kept: KeptReference | undefined; isReadable: boolean }) {
  const { t } = useText();
  const { time } = useFormat();
  if (kept === undefined) return <span className="sm i3">{t("identity.unknown")}</span>;
  const { trait, madeMs, matcher } = kept.known;
  return (
    <span className="sm i2 num">
      {t("identity.known", { trait: t(`identity.trait.${trait}`), when: time(madeMs) })}
      {!isReadable && ` ${t("identity.otherMatcher", { ...matcher })}`}
    </span>
  );
}

function isSameMatcher({ known }: KeptReference, here: Exclude<MatcherHere, { kind: "none" }>): boolean {
  const { name, version } = here.matcher.id;
  return known.matcher.name === name && known.matcher.version === version;
}

/** What this device has of a person; `look` looks again. */
function useReference(person: string) {
  const { data, refetch, isError } = useQuery({
    queryKey: ["identity reference", person],
    queryFn: async () => (await findReference(person, Date.now())) ?? null,
    retry: false,
  });
  return { kept: data ?? undefined, look: refetch, isClosed: isError };
}
