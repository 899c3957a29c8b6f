import "../../matter/matter-parts.css";
import "../../people/people.css";
import "./household.css";
import type { HouseholdFile } from "@mingbai/registry/views/household";
import { useState } from "react";
import { useNavigate, useParams } from "react-router";
import { useText } from "../../../i18n/use-text.ts";
import { useKeys } from "../../../ui/use-keys.ts";
import { SignedInOnly } from "../../matter/signed-in-only.tsx";
import { MembersDrawer } from "../members/members-drawer.tsx";
import { structuralActs } from "../members/structural-acts.ts";
import { MessagesPart } from "../messages/messages-part.tsx";
import { FactsPart } from "./facts-part.tsx";
import { HouseholdHead } from "./household-head.tsx";
import { HouseholdSide } from "./household-side.tsx";
import { MoneyPart } from "./money-part.tsx";
import { OpenedFile } from "./opened-file.tsx";
import { PartLinks } from "./part-links.tsx";
import { PeoplePart } from "./people-part.tsx";
import { ReliefPart } from "./relief-part.tsx";
import { VisitsPart } from "./visits-part.tsx";

/** A household's file on one page: who and why, the three groups, and at the right what happened and who looked. */
export function Component() {
  const { t } = useText();
  const { household = "" } = useParams();
  return (
    <SignedInOnly title={t("file.title")}>
      <OpenedFile key={household} household={household}>
        {(file, chooseAgain) => <Household file={file} chooseAgain={chooseAgain} />}
      </OpenedFile>
    </SignedInOnly>
  );
}

function Household({ file, chooseAgain }: { file: HouseholdFile; chooseAgain(): void }) {
  const { t } = useText();
  const navigate = useNavigate();
  const [isMoving, setMoving] = useState(false);
  const mayChange = file.may.includes("registry.recordChanges");
  const mayMove = structuralActs.some((act) => file.may.includes(`registry.${act}`));
  const change = (reason = "") => navigate(`/registry/${file.household}/edit${reason}`);
  useKeys({
    ...(mayChange && { e: () => change(), v: () => change("?reason=visit") }),
    ...(mayMove && { m: () => setMoving(true) }),
  });
  return (
    <div className="household-page">
      <HouseholdHead file={file} chooseAgain={chooseAgain} {...(mayMove && { onMove: () => setMoving(true) })} />
      <PartLinks file={file} />
      <div className="household-panes">
        <div className="household-body">
          <section id="part-basic" aria-labelledby="basic">
            <h2 id="basic">{t("file.basic")}</h2>
            <PeoplePart file={file} />
            <FactsPart file={file} />
          </section>
          <MoneyPart file={file} />
          <ReliefPart file={file} />
          <VisitsPart file={file} />
          <MessagesPart file={file} />
        </div>
        <HouseholdSide file={file} />
      </div>
      {isMoving && <MembersDrawer file={file} close={() => setMoving(false)} />}
    </div>
  );
}
