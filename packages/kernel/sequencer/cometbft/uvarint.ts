/** How many bytes an unsigned varint takes: seven bits a byte (protobuf encoding, "Base 128 varints"). */
export function uvarintBytes(value: number): number {
  let bytes = 1;
  for (let rest = value; rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes++;
  return bytes;
}

/** Writes an unsigned varint and gives the place behind it. */
export function writeUvarint(target: Uint8Array, at: number, value: number): number {
  let rest = value;
  let place = at;
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) target[place++] = (rest % 0x80) | 0x80;
  target[place++] = rest;
  return place;
}
