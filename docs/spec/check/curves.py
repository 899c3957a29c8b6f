"""signatures.md, Ed25519 and P-256: the rules in their order, on plain integers"""
import hashlib

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
ROOT = pow(2, (P - 1) // 4, P)


def x_of(y, sign):
    """The x of a point of the Edwards curve, None where there is none."""
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT % P
    if (x * x - square) % P:
        return None
    return P - x if x and x & 1 != sign else x


def add(p, q):
    """Twisted Edwards addition in extended coordinates (RFC 8032, section 5.1.4)."""
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(n, p):
    total = (0, 1, 1, 0)
    while n:
        if n & 1:
            total = add(total, p)
        p, n = add(p, p), n >> 1
    return total


def extended(x, y):
    return x, y, 1, x * y % P


BY = 4 * pow(5, -1, P) % P
BASE = extended(x_of(BY, 0), BY)


def encode(p):
    inverse = pow(p[2], -1, P)
    x, y = p[0] * inverse % P, p[1] * inverse % P
    return (y | (x & 1) << 255).to_bytes(32, "little")


def spelled(data):
    """(y, sign), None where the spelling is not canonical."""
    n = int.from_bytes(data, "little")
    y, sign = n & (1 << 255) - 1, n >> 255
    return None if y >= P or (sign and y in (1, P - 1)) else (y, sign)


def is_small(y, sign):
    x = x_of(y, sign)
    return x is not None and encode(times(8, extended(x, y))) == encode((0, 1, 1, 0))


def ed25519(key, message, signature):
    if len(key) != 32 or len(signature) != 64:
        return False
    a, r, s = spelled(key), spelled(signature[:32]), int.from_bytes(signature[32:], "little")
    if a is None or r is None or is_small(*a) or is_small(*r) or s >= L:
        return False
    x = x_of(*a)
    if x is None:
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % L
    return encode(add(times(s, BASE), times(k, extended(P - x, a[0])))) == signature[:32]


Q = 2**256 - 2**224 + 2**192 + 2**96 - 1
N = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
B = 0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B
G = (0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296,
     0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5)


def plus(p, q):
    """Addition on P-256; None is the point at infinity."""
    if p is None or q is None:
        return q if p is None else p
    if p[0] == q[0]:
        if (p[1] + q[1]) % Q == 0:
            return None
        slope = 3 * (p[0] ** 2 - 1) * pow(2 * p[1], -1, Q) % Q
    else:
        slope = (q[1] - p[1]) * pow(q[0] - p[0], -1, Q) % Q
    x = (slope * slope - p[0] - q[0]) % Q
    return x, (slope * (p[0] - x) - p[1]) % Q


def multiple(n, p):
    total = None
    while n:
        if n & 1:
            total = plus(total, p)
        p, n = plus(p, p), n >> 1
    return total


def p256(key, message, signature):
    if len(key) != 33 or len(signature) != 64 or key[0] not in (2, 3):
        return False
    x, r, s = (int.from_bytes(part, "big") for part in (key[1:], signature[:32], signature[32:]))
    square = (x**3 - 3 * x + B) % Q
    y = pow(square, (Q + 1) // 4, Q)
    if x >= Q or y * y % Q != square or not 0 < r < N or not 0 < s <= (N - 1) // 2:
        return False
    point = (x, y if y & 1 == key[0] & 1 else Q - y)
    z, inverse = int.from_bytes(hashlib.sha256(message).digest(), "big"), pow(s, -1, N)
    found = plus(multiple(z * inverse % N, G), multiple(r * inverse % N, point))
    return found is not None and found[0] % N == r
