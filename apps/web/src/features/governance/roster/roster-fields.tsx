import type { RosterMember } from "@mingbai/governance/schema";
import { type RosterLine, rosterEffect } from "@mingbai/governance/schema/roster-effect";
import { useId, useRef } from "react";
import { useText } from "../../../i18n/use-text.ts";
import { useOrganisationName } from "../../../ui/organisation-names.ts";
import type { FieldsOf } from "../fields-of.ts";
import { MemberFileField } from "./member-file-field.tsx";
import { draftMembers, findPower, powerMax, withLeaving, withMembers, withPower } from "./roster-draft.ts";
import { RosterSummary } from "./roster-summary.tsx";
import { RosterTable } from "./roster-table.tsx";

const powerCharsMax = 9;

/** The next roster, made from the one in force: who leaves, who comes with which file, how many votes each has. */
export function RosterFields({ typed, settings, change }: FieldsOf) {
  const { t } = useText();
  const organisationName = useOrganisationName();
  const opener = useRef<HTMLInputElement>(null);
  const { roster: draft } = typed;
  const inForce = settings.roster;
  const effect = rosterEffect(inForce, draftMembers(draft));
  const isMember = (id: string) =>
    settings.members.some(({ organisation }) => organisation === id) ||
    inForce.some(({ organisation }) => organisation === id);
  const take = (read: readonly RosterMember[]) => change({ roster: withMembers(draft, read) });
  const leave = ({ organisation, before, after }: RosterLine) => {
    change({ roster: withLeaving(draft, inForce, { organisation, leaves: after !== undefined }) });
    // Its row goes with its button.
    if (before === undefined) opener.current?.focus();
  };
  return (
    <>
      <RosterTable
        effect={effect}
        caption={t(`governance.new.kind.${typed.kind}`)}
        power={({ organisation }) => (
          <PowerField
            name={t("governance.roster.power", { organisation: organisationName(organisation) })}
            text={draft.find(({ member }) => member.organisation === organisation)?.power ?? ""}
            onChange={(power) => change({ roster: withPower(draft, organisation, power) })}
          />
        )}
        act={(line) => {
          const act = line.after === undefined ? "keep" : "remove";
          return (
            <button
              type="button"
              className="btn s"
              aria-label={t(`governance.roster.${act}.of`, { organisation: organisationName(line.organisation) })}
              onClick={() => leave(line)}
            >
              {t(`governance.roster.${act}`)}
            </button>
          );
        }}
      />
      <MemberFileField opener={opener} known={inForce} isMember={isMember} take={take} />
      <RosterSummary effect={effect} />
    </>
  );
}

function PowerField({ name, text, onChange }: { name: string; text: string; onChange(text: string): void }) {
  const { t } = useText();
  const id = useId();
  const isWrong = findPower(text) === undefined;
  return (
    <>
      <input
        className="field num roster-power"
        aria-label={name}
        inputMode="numeric"
        autoComplete="off"
        maxLength={powerCharsMax}
        value={text}
        aria-invalid={isWrong}
        {...(isWrong && { "aria-describedby": id })}
        onChange={({ target }) => onChange(target.value)}
      />
      {isWrong && (
        <span id={id} className="sm bad note-line">
          {t("governance.roster.power.note", { max: powerMax })}
        </span>
      )}
    </>
  );
}
