import { knownFields } from "@mingbai/registry/content/form/known-fields";
import type { HouseholdFile } from "@mingbai/registry/views/household";
import { Link } from "react-router";
import { useText } from "../../../i18n/use-text.ts";
import { Icon } from "../../../ui/icon.tsx";
import { textOf } from "./household-words.ts";

const degree = 1_000_000;

/** What can be done with a file: change it, people coming and going, print it; on a phone call them, and go there. */
export function HeadActs({ file, onMove }: { file: HouseholdFile; onMove?(): void }) {
  const { t } = useText();
  const edit = `/registry/${file.household}/edit`;
  const phone = textOf(file.values, knownFields.household.phone);
  const place = findPlace(file);
  const mayChange = file.may.includes("registry.recordChanges");
  return (
    <span className="row wrap head-acts">
      {mayChange && (
        <Link className="btn s" to={edit}>
          <Icon name="pencil" size={14} />
          {t("file.edit")} <kbd>E</kbd>
        </Link>
      )}
      {onMove && (
        <button type="button" className="btn s" onClick={onMove}>
          <Icon name="people" size={14} />
          {t("file.members")} <kbd>M</kbd>
        </button>
      )}
      {phone !== "" && (
        <a className="btn s on-phone" href={`tel:${phone}`}>
          <Icon name="phone" size={14} />
          {t("file.call")}
        </a>
      )}
      {place && (
        <a className="btn s on-phone" href={`geo:${place}`}>
          <Icon name="pin" size={14} />
          {t("file.goThere")}
        </a>
      )}
      <button type="button" className="btn s not-phone" onClick={() => window.print()}>
        <Icon name="print" size={14} />
        {t("file.print")}
      </button>
      {mayChange && (
        <Link className="btn s p" to={`${edit}?reason=visit`}>
          <Icon name="plus" size={14} />
          {t("file.visit")} <kbd>V</kbd>
        </Link>
      )}
    </span>
  );
}

/** Latitude and longitude in degrees, as the address of a place has them (RFC 5870). */
function findPlace({ values }: HouseholdFile): string | undefined {
  const { place } = values;
  if (!Array.isArray(place)) return undefined;
  const [latitude, longitude] = place;
  if (typeof latitude !== "number" || typeof longitude !== "number") return undefined;
  return `${latitude / degree},${longitude / degree}`;
}
