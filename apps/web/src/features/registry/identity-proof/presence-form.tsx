import type { PersonName } from "@mingbai/identity/views";
import type { Trait } from "@mingbai/registry/content/texts/identity-proof";
import { type FormEvent, useState } from "react";
import { useText } from "../../../i18n/use-text.ts";
import { useAttempt } from "../../../session/use-attempt.ts";
import { useSession } from "../../../session/use-session.ts";
import { Field } from "../../../ui/field.tsx";
import { ColleagueField } from "../../people/form-parts.tsx";
import { usePeopleWords } from "../../people/use-people-words.ts";
import { captureReference } from "./capture-reference.ts";
import { type KeptReference, keepReference } from "./device-references.ts";
import { keepIdentityText } from "./keep-identity-text.ts";
import { type ProofFault, proveIdentity } from "./prove-identity.ts";
import { noteProof } from "./recent-proofs.ts";
import type { MatcherHere } from "./use-matcher.ts";

interface Props {
  readonly person: string;
  readonly name: string;
  readonly here: Exclude<MatcherHere, { kind: "none" }>;
  /** What is compared with; absent: the person is captured. */
  readonly kept: KeptReference | undefined;
  close(): void;
}

/** The person stands before the device and a witness: they are captured, or compared with what was captured. */
export function PresenceForm({ person, name, here, kept, close }: Props) {
  const { t } = useText();
  const session = useSession();
  const [witness, setWitness] = useState<PersonName>();
  const [isAgreed, setAgreed] = useState(false);
  const [trait, setTrait] = useState<Trait>(here.matcher.traits[0] ?? "face");
  const { missing, running, fault, begin } = usePresence({ person, here, kept, trait, witness, close });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    begin(isAgreed);
  };
  const act = kept === undefined ? "capture" : "compare";
  return (
    <form className="identity-form" onSubmit={submit} noValidate>
      <p className="sm i2">{t(`identity.${act}.why`, { name })}</p>
      {kept === undefined && <TraitField {...{ traits: here.matcher.traits, trait, onChange: setTrait }} />}
      {session && (
        <ColleagueField
          name={t("identity.witness")}
          organisation={session.organisation}
          except={session.account}
          chosen={witness}
          onChange={setWitness}
        />
      )}
      {here.kind === "standIn" && (
        <Field name={t("identity.word")} note={t("identity.word.how")}>
          {(id) => (
            <input
              id={id}
              className="field"
              autoComplete="off"
              value={here.word}
              onChange={({ target }) => here.say(target.value)}
            />
          )}
        </Field>
      )}
      {kept === undefined && (
        <label className="identity-agreed">
          <input type="checkbox" checked={isAgreed} onChange={({ target }) => setAgreed(target.checked)} />
          <span>{t("identity.agreed", { name })}</span>
        </label>
      )}
      {[missing, fault].map((words) =>
        words ? (
          <p key={words} className="bad sm" role="alert">
            {words}
          </p>
        ) : null,
      )}
      <p className="row wrap">
        <button type="submit" className="btn p s" disabled={running}>
          {t(`identity.${act}.go`)}
        </button>
        <button type="button" className="btn t s" onClick={close}>
          {t("people.cancel")}
        </button>
      </p>
    </form>
  );
}

function TraitField({
  traits,
  trait,
  onChange,
}: {
  traits: readonly Trait[];
  trait: Trait;
  onChange(trait: Trait): void;
}) {
  const { t } = useText();
  if (traits.length < 2) return null;
  return (
    <Field name={t("identity.trait")}>
      {(id) => (
        <select
          id={id}
          className="field"
          value={trait}
          onChange={({ target }) => onChange(traits.find((one) => one === target.value) ?? trait)}
        >
          {traits.map((one) => (
            <option key={one} value={one}>
              {t(`identity.trait.${one}`)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** Capturing or comparing, and what is missing for it or went wrong, in words that say what to do. */
function usePresence({
  person,
  here,
  kept,
  trait,
  witness,
  close,
}: Omit<Props, "name"> & { readonly trait: Trait; readonly witness: PersonName | undefined }) {
  const { t } = useText();
  const { nameText } = usePeopleWords();
  const [missing, setMissing] = useState("");
  const { running, fault, attempt } = useAttempt();
  const ports = { matcher: here.matcher, keep: keepIdentityText, now: Date.now };
  const say = (why: ProofFault) => setMissing(t(`identity.fault.${why}`));
  const capture = async (before: PersonName) => {
    const captured = await captureReference({ person, witness: before.account, trait }, ports);
    if (typeof captured === "string") return say(captured);
    await keepReference(captured);
    close();
  };
  const compare = async (before: PersonName, { known, reference }: KeptReference) => {
    const proved = await proveIdentity({ known, reference, witness: before.account }, ports);
    if (typeof proved === "string") return say(proved);
    noteProof({
      ...proved,
      person,
      witness: { account: before.account, name: nameText(before) },
      madeMs: Date.now(),
    });
    close();
  };
  const begin = (isAgreed: boolean) => {
    setMissing("");
    if (witness === undefined) return setMissing(t("access.witness.missing"));
    if (here.kind === "standIn" && here.word.trim() === "") return setMissing(t("identity.word.missing"));
    if (kept === undefined && !isAgreed) return setMissing(t("identity.agreed.missing"));
    void attempt(() => (kept === undefined ? capture(witness) : compare(witness, kept)));
  };
  return { missing, running, fault, begin };
}
