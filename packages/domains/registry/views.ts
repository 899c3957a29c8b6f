/** What may be asked about household files. Asked as `GET /api/queries/<name>?…`. Browser-safe. */
import { accessView, readingsView } from "./views/access.ts";
import { alikeView } from "./views/alike.ts";
import { erasureViews } from "./views/erasures.ts";
import { formViews } from "./views/form.ts";
import { historyView } from "./views/history.ts";
import { householdView } from "./views/household.ts";
import { householdsView } from "./views/households.ts";
import { ownView } from "./views/own.ts";
import { placesView } from "./views/places.ts";
import { visitsView } from "./views/visits.ts";

export const registryViews = [
  householdsView,
  householdView,
  historyView,
  readingsView,
  accessView,
  alikeView,
  placesView,
  ownView,
  ...erasureViews,
  ...formViews,
  visitsView,
] as const;
