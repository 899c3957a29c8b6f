"""log.md, sections 1 and 2: the tree over lines, the log"""
from common import H, check, load, u32


def lines_root(records):
    nodes = [H(records[i : i + 64]) for i in range(0, len(records), 64)]
    padding = H(bytes(64))
    while len(nodes) & (len(nodes) - 1):
        nodes.append(padding)
    while len(nodes) > 1:
        nodes = [H(nodes[i], nodes[i + 1]) for i in range(0, len(nodes), 2)]
    return nodes[0]


def results_root(results):
    return lines_root(results + bytes(-len(results) % 64))


def folds(v):
    count, index, b, path = v["count"], v["index"], bytes.fromhex(v["record"]), v["path"]
    if not 1 <= count <= 8192 or not 0 <= index < count or len(b) != 64 or len(path) != (count - 1).bit_length():
        return False
    node = H(b)
    for level, sibling in enumerate(map(bytes.fromhex, path)):
        node = H(sibling, node) if index >> level & 1 else H(node, sibling)
    return node.hex() == v["root"]


def judge():
    vectors = load("line-tree")
    record = lambda i: H(u32(i), b"\0") + H(u32(i), b"\1")
    for v in vectors["roots"]:
        check("lines root", lines_root(b"".join(map(record, range(v["count"])))).hex(), v["root"])
    for v in vectors["results"]:
        results = bytes.fromhex(v["results"]) if v["results"] else bytes(v["count"])
        check("results root", results_root(results).hex(), v["root"])
    for v in vectors["paths"]:
        check(v["name"], folds(v), v["valid"])


def leaf_hash(data):
    return H(b"\0", data)


def log_root(hashes):
    """Root over leaf hashes (RFC 6962, section 2.1)."""
    if len(hashes) < 2:
        return hashes[0] if hashes else H()
    k = 1 << (len(hashes) - 1).bit_length() - 1
    return H(b"\1", log_root(hashes[:k]), log_root(hashes[k:]))


def inclusion_root(index, size, leaf, path):
    """The root that a path leads to, None for one that cannot be (RFC 9162, section 2.1.3.2)."""
    if index >= size:
        return None
    fn, sn, root = index, size - 1, leaf
    for node in path:
        if sn == 0:
            return None
        if fn & 1 or fn == sn:
            root = H(b"\1", node, root)
            while not fn & 1 and fn:
                fn, sn = fn >> 1, sn >> 1
        else:
            root = H(b"\1", root, node)
        fn, sn = fn >> 1, sn >> 1
    return root if sn == 0 else None


def is_consistent(first, second, first_root, second_root, path):
    """RFC 9162, section 2.1.4.2; from size 0 and between equal sizes as log.md says."""
    if first == second:
        return not path and first_root == second_root
    if first == 0:
        return not path
    if first > second or not path:
        return False
    nodes = ([first_root] if first & (first - 1) == 0 else []) + list(path)
    fn, sn = first - 1, second - 1
    while fn & 1:
        fn, sn = fn >> 1, sn >> 1
    old = new = nodes[0]
    for node in nodes[1:]:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            old, new = H(b"\1", node, old), H(b"\1", node, new)
            while not fn & 1 and fn:
                fn, sn = fn >> 1, sn >> 1
        else:
            new = H(b"\1", new, node)
        fn, sn = fn >> 1, sn >> 1
    return (old, new, sn) == (first_root, second_root, 0)
