import { createBrowserRouter } from "react-router";
import { rememberLoaders } from "./page-loaders.ts";
import { Broken, Lost } from "./shell/broken.tsx";
import { Shell } from "./shell/shell.tsx";

/** Every page is fetched when it is first opened. A new domain adds its lines here and in `shell/pages.ts`. */
export function makeRouter() {
  const router = createBrowserRouter([
    {
      path: "sign-in",
      errorElement: <Broken />,
      hydrateFallbackElement: <div className="state" aria-busy="true" />,
      lazy: () => import("./features/sign-in/sign-in-page.tsx"),
    },
    {
      element: <Shell />,
      errorElement: <Broken />,
      // Shown for the moment until the first page's code has arrived.
      hydrateFallbackElement: <div className="state" aria-busy="true" />,
      children: [
        {
          errorElement: <Broken />,
          children: [
            { index: true, lazy: () => import("./features/overview/overview-page.tsx") },
            { path: "work", lazy: () => import("./features/work/work-page.tsx") },
            { path: "work/new", lazy: () => import("./features/apply/apply-page.tsx") },
            { path: "work/pay", lazy: () => import("./features/pay/pay-page.tsx") },
            { path: "work/:id", lazy: () => import("./features/matter/matter-page.tsx") },
            { path: "notices", lazy: () => import("./features/notices/notices-page.tsx") },
            { path: "mail/end/:token", lazy: () => import("./features/notices/end-mail-page.tsx") },
            { path: "regulator", lazy: () => import("./features/regulator/regulator-page.tsx") },
            { path: "levels", lazy: () => import("./features/levels/levels-page.tsx") },
            { path: "governance", lazy: () => import("./features/governance/governance-page.tsx") },
            { path: "governance/rules", lazy: () => import("./features/governance/rules-page.tsx") },
            { path: "governance/propose", lazy: () => import("./features/governance/propose-page.tsx") },
            { path: "governance/:proposal", lazy: () => import("./features/governance/proposal-page.tsx") },
            { path: "reconciliation", lazy: () => import("./features/reconciliation/reconciliation-page.tsx") },
            { path: "redemptions", lazy: () => import("./features/redemptions/redemptions-page.tsx") },
            { path: "disbursement", lazy: () => import("./features/disbursement/disbursement-page.tsx") },
            { path: "disbursement/new", lazy: () => import("./features/disbursement/new-list-page.tsx") },
            { path: "disbursement/:manifest", lazy: () => import("./features/disbursement/list-page.tsx") },
            { path: "offers", lazy: () => import("./features/offers/offers-page.tsx") },
            { path: "offers/new", lazy: () => import("./features/offers/new-offer-page.tsx") },
            { path: "offers/merchants", lazy: () => import("./features/offers/merchants-page.tsx") },
            { path: "offers/:offer", lazy: () => import("./features/offers/offer-page.tsx") },
            { path: "wallet", lazy: () => import("./features/wallet/wallet-page.tsx") },
            { path: "vouchers/:offer", lazy: () => import("./features/wallet/take-page.tsx") },
            { path: "spend/:merchant", lazy: () => import("./features/wallet/spend-page.tsx") },
            { path: "till", lazy: () => import("./features/till/till-page.tsx") },
            { path: "payments", lazy: () => import("./features/payments/payments-page.tsx") },
            { path: "payments/:id", lazy: () => import("./features/track/track-page.tsx") },
            {
              lazy: () => import("./features/registry/form-in-force.tsx"),
              children: [
                { path: "registry", lazy: () => import("./features/registry/list/registry-page.tsx") },
                { path: "registry/own", lazy: () => import("./features/registry/own/own-file-page.tsx") },
                { path: "registry/own/found", lazy: () => import("./features/registry/own/own-found-page.tsx") },
                { path: "registry/own/apply", lazy: () => import("./features/cases/begin/own-apply-page.tsx") },
                { path: "cases", lazy: () => import("./features/cases/list/cases-page.tsx") },
                { path: "cases/code", lazy: () => import("./features/cases/begin/code-page.tsx") },
                { path: "cases/:id/objection", lazy: () => import("./features/cases/objection/objection-page.tsx") },
                { path: "cases/:id", lazy: () => import("./features/cases/case/case-page.tsx") },
                { path: "policies", lazy: () => import("./features/policies/policies-page.tsx") },
                { path: "policies/new", lazy: () => import("./features/policies/new-policy-page.tsx") },
                { path: "import", lazy: () => import("./features/import/import-page.tsx") },
                { path: "contradictions", lazy: () => import("./features/contradictions/contradictions-page.tsx") },
                {
                  path: "contradictions/unregistered",
                  lazy: () => import("./features/contradictions/unregistered-page.tsx"),
                },
                {
                  path: "contradictions/:household",
                  lazy: () => import("./features/contradictions/household-reasons-page.tsx"),
                },
                { path: "registry/form", lazy: () => import("./features/registry/form-design/form-page.tsx") },
                { path: "villages", lazy: () => import("./features/villages/villages-page.tsx") },
                { path: "villages/:code", lazy: () => import("./features/villages/village-page.tsx") },
                { path: "registry/erasures", lazy: () => import("./features/registry/erasures/erasures-page.tsx") },
                {
                  path: "registry/erasures/:erasure",
                  lazy: () => import("./features/registry/erasures/erasure-page.tsx"),
                },
                {
                  path: "registry/:household/erase",
                  lazy: () => import("./features/registry/erasures/ask-erasure-page.tsx"),
                },
                { path: "registry/new", lazy: () => import("./features/registry/form/new-household-page.tsx") },
                { path: "registry/:household", lazy: () => import("./features/registry/file/household-page.tsx") },
                {
                  path: "registry/:household/edit",
                  lazy: () => import("./features/registry/form/edit-household-page.tsx"),
                },
              ],
            },
            { path: "helpers", lazy: () => import("./features/helpers/helpers-page.tsx") },
            { path: "helpers/assign", lazy: () => import("./features/helpers/assign/assign-page.tsx") },
            {
              path: "helpers/hand-over/:transaction",
              lazy: () => import("./features/helpers/hand-over/hand-over-page.tsx"),
            },
            { path: "people", lazy: () => import("./features/people/organisations-page.tsx") },
            { path: "people/devices", lazy: () => import("./features/devices/devices-page.tsx") },
            { path: "people/rules", lazy: () => import("./features/people/rules-page.tsx") },
            { path: "people/organisations/:id", lazy: () => import("./features/people/organisation-page.tsx") },
            { path: "people/:account", lazy: () => import("./features/people/person-page.tsx") },
            { path: "ledger", lazy: () => import("./features/explorer/explorer-page.tsx") },
            { path: "ledger/nodes", lazy: () => import("./features/explorer/nodes-page.tsx") },
            { path: "ledger/blocks/:height", lazy: () => import("./features/explorer/block-page.tsx") },
            { path: "ledger/transactions/:id", lazy: () => import("./features/explorer/transaction-page.tsx") },
            { path: "checkpoints", lazy: () => import("./features/explorer/checkpoints-page.tsx") },
            { path: "verify", lazy: () => import("./features/verify/verify-page.tsx") },
            { path: "*", element: <Lost /> },
          ],
        },
      ],
    },
  ]);
  rememberLoaders(router.routes);
  return router;
}
