import { findHex, toHex } from "@mingbai/codec/hex";

/** Where a member's node is reached, and by which key it is known there. */
export interface MemberAddress {
  /** Index in the roster in force. */
  readonly member: number;
  /** Raw Ed25519, 32 bytes. */
  readonly publicKey: Uint8Array;
  /** A name or an IP address, without brackets. */
  readonly host: string;
  readonly port: number;
}

const memberMax = 65_535;
const portMax = 65_535;
/** Number, key, and a host that holds no bracket; an IPv6 address stands in brackets (RFC 3986 §3.2.2). */
const form = /^(\d{1,5})=([0-9a-f]{64})@(?:\[([0-9a-fA-F:.]+)\]|([A-Za-z0-9.-]{1,253})):(\d{1,5})$/;

/** One line for arguments, files and messages between processes: `2=<key in hex>@host:port`. */
export function formatMemberAddress({ member, publicKey, host, port }: MemberAddress): string {
  return `${member}=${toHex(publicKey)}@${host.includes(":") ? `[${host}]` : host}:${port}`;
}

/** The address that a line of `formatMemberAddress` spells, or undefined. */
export function findMemberAddress(text: string): MemberAddress | undefined {
  const [, number, key = "", ipv6, name, portText] = form.exec(text) ?? [];
  const publicKey = findHex(key);
  const host = ipv6 ?? name;
  const member = Number(number);
  const port = Number(portText);
  if (publicKey?.length !== 32 || host === undefined || member > memberMax || port === 0 || port > portMax)
    return undefined;
  return { member, publicKey, host, port };
}
