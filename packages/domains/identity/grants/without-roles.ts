import type { Role, RoleGrant } from "@mingbai/ledger/authority/role";

/** Which grants: of these roles, in one area or all, in one's own name or as one person's deputy. */
export interface WhichRoles {
  readonly roles: readonly Role[];
  readonly area?: string | undefined;
  readonly deputyOf?: string | undefined;
}

export function isMeant({ role, area, deputyOf }: RoleGrant, which: WhichRoles): boolean {
  return which.roles.includes(role) && deputyOf === which.deputyOf && (which.area === undefined || area === which.area);
}

/** The grants that are left when these are taken. */
export function withoutRoles(grants: readonly RoleGrant[], which: WhichRoles): RoleGrant[] {
  return grants.filter((grant) => !isMeant(grant, which));
}

/** The grants when those of one's own in these roles end at a moment; what would only begin then is gone. */
export function endingAt(grants: readonly RoleGrant[], roles: readonly Role[], atMs: number): RoleGrant[] {
  return grants.flatMap((grant) => {
    if (!isMeant(grant, { roles }) || (grant.untilMs !== undefined && grant.untilMs <= atMs)) return [grant];
    return grant.fromMs >= atMs ? [] : [{ ...grant, untilMs: atMs }];
  });
}
