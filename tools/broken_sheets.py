"""A sound workbook, broken: its bytes, the parts of its container, its XML, or its cells."""

import io
import random
import re
import zlib
from collections.abc import Callable
from typing import Final
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

Chance = random.Random
Part = tuple[str, bytes]
CELL: Final = re.compile(rb'<c r="[A-Z]+[0-9]+"[^<>]*?(?:/>|>.*?</c>)', re.DOTALL)
SCORE: Final = re.compile(rb'<c r="([A-Z]+[0-9]+)"[^<>]*><v>[0-4]</v></c>')
INLINE: Final = re.compile(rb'(<c [^<>]*)t="inlineStr"><is>(.*?)</is></c>', re.DOTALL)
SHARED: Final = (
    b'<Relationship Id="rIdShared" Target="sharedStrings.xml" Type="http://schemas.'
    b'openxmlformats.org/officeDocument/2006/relationships/sharedStrings"/>'
)
ATTRIBUTE: Final = re.compile(rb'([\w:]+)="([^"<>]*)"')
TAG: Final = re.compile(rb"<[^<>]+>")
WEIRD: Final = (
    *(b"", b"3", b"3.0", b"3,0", b"2.5", b"-1", b"5", b"NaN", b"inf", b"1e0", b"1E400", b"0x3"),
    *(b" 3 ", b"\xc2\xa03", b"\xef\xbc\x93", b"\xc2\xb3", b"#REF!", b"#SPILL!", b"N/A", b"45352"),
    *(b"2026-03-02", b"true", b"999999999999999999999", b"&#51;", b"&lt;", b"\x01", b"_x0033_"),
)
KINDS: Final = (b"", b"n", b"s", b"str", b"inlineStr", b"b", b"e", b"d", b"zz")
PLACES: Final = (b"A1", b"XFD1", b"A1048576", b"ZZZ99999999", b"f12", b"F0", b"12", b"", b"$F$12")


def broken(content: bytes, chance: Chance) -> bytes:
    """Return `content` with one to three things broken in it."""
    for _ in range(chance.randint(1, 3)):
        content = chance.choices(WAYS, WEIGHTS)[0](content, chance)
    return content


def with_shared_texts(content: bytes) -> bytes:
    """Return a workbook whose texts stand in a part of their own, as Excel saves it."""
    texts: list[bytes] = []

    def share(match: re.Match[bytes]) -> bytes:
        texts.append(match[2])
        return match[1] + b't="s"><v>%d</v></c>' % (len(texts) - 1)

    parts = dict(_parts(content))
    for name in [name for name in parts if "worksheets/sheet" in name]:
        parts[name] = INLINE.sub(share, parts[name])
    parts["xl/sharedStrings.xml"] = (
        b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        + b"".join(b"<si>" + text + b"</si>" for text in texts)
        + b"</sst>"
    )
    relations = "xl/_rels/workbook.xml.rels"
    parts[relations] = parts[relations].replace(b"</Relationships>", SHARED + b"</Relationships>")
    return _packed(list(parts.items()))


def _flip_bytes(content: bytes, chance: Chance) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.randint(1, 20) if changed else 0):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _cut(content: bytes, chance: Chance) -> bytes:
    first, last = sorted(chance.randint(0, len(content)) for _ in range(2))
    return chance.choice((content[:first], content[:first] + content[last:], content[first:]))


def _parts(content: bytes) -> list[Part]:
    with ZipFile(io.BytesIO(content)) as archive:
        return [(one.filename, archive.read(one)) for one in archive.infolist()]


def _packed(parts: list[Part]) -> bytes:
    buffer = io.BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in parts:
            entry = ZipInfo(name)
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, content)
    return buffer.getvalue()


def _shuffle_parts(content: bytes, chance: Chance) -> bytes:
    parts = _parts(content)
    here, there = (chance.randrange(len(parts)) for _ in range(2))
    (name, text), (other, other_text) = parts[here], parts[there]
    way = chance.choice(("drop", "swap", "cut", "twice"))
    if way == "drop":
        parts.pop(here)
    elif way == "swap":
        parts[here], parts[there] = (name, other_text), (other, text)
    elif way == "cut":
        parts[here] = (name, text[: chance.randint(0, len(text))])
    else:
        names = {one for one, _ in parts}
        parts += [(new, text) for new in (name.upper(), other + "x") if new not in names]
    return _packed(parts)


def _edit_page(change: Callable[[bytes, Chance], bytes]) -> Callable[[bytes, Chance], bytes]:
    def edit(content: bytes, chance: Chance) -> bytes:
        parts = _parts(content)
        pages = [place for place, (name, _) in enumerate(parts) if "worksheets/sheet" in name]
        others = [place for place, (name, _) in enumerate(parts) if name.endswith(".xml")]
        places = pages if pages and chance.random() < MOSTLY_PAGES else others
        if not places:
            return content
        place = chance.choice(places)
        name, text = parts[place]
        parts[place] = (name, change(text, chance))
        return _packed(parts)

    return edit


def _some(pattern: re.Pattern[bytes], text: bytes, chance: Chance) -> re.Match[bytes] | None:
    """Return one of the matches behind a random place, or the first of all."""
    start = chance.randint(0, len(text))
    return pattern.search(text, start) or pattern.search(text)


def _put(text: bytes, match: re.Match[bytes], new: bytes) -> bytes:
    return text[: match.start()] + new + text[match.end() :]


def _change_attribute(text: bytes, chance: Chance) -> bytes:
    match = _some(ATTRIBUTE, text, chance)
    if match is None:
        return text
    new = chance.choice((*WEIRD, *KINDS, *PLACES))
    quote = chance.choice((b'"', b"'"))
    return _put(text, match, match[1] + b"=" + quote + new + quote)


def _change_tag(text: bytes, chance: Chance) -> bytes:
    match = _some(TAG, text, chance)
    if match is None:
        return text
    new = (b"", match[0] * 2, b"<!-- x -->" + match[0], b"<![CDATA[3]]>", b"<v>3</v>", b"<f>1</f>")
    return _put(text, match, chance.choice(new))


def _change_score(text: bytes, chance: Chance) -> bytes:
    match = _some(SCORE, text, chance)
    if match is None:
        return text
    kind, value = chance.choice(KINDS), chance.choice(WEIRD)
    formula = chance.choice((b"", b"", b"<f>1+2</f>", b'<f t="shared" si="0"/>'))
    inside = formula + b"<v>" + value + b"</v>"
    if kind == b"inlineStr":
        inside = b"<is><t>" + value + b"</t></is>"
    style = chance.choice((b"", b' s="%d"' % chance.randint(0, 40)))
    shown = b' t="' + kind + b'"' if kind else b""
    return _put(text, match, b'<c r="' + match[1] + b'"' + style + shown + b">" + inside + b"</c>")


def _move_cell(text: bytes, chance: Chance) -> bytes:
    match, other = _some(CELL, text, chance), _some(CELL, text, chance)
    if match is None or other is None:
        return text
    moved = re.sub(rb'r="[^"]*"', b'r="' + chance.choice(PLACES) + b'"', match[0], count=1)
    new = (b"", other[0], match[0] * 2, moved, match[0].replace(b"<c ", b"<x:c "))
    return _put(text, match, chance.choice(new))


def _merge(text: bytes, chance: Chance) -> bytes:
    ends = chance.choice((b"F10:F14", b"A1:XFD1048576", b"F12", b"x:y", b"F20:F10"))
    return text.replace(b"</mergeCells>", b'<mergeCell ref="' + ends + b'" /></mergeCells>', 1)


def _only_whole(way: Callable[[bytes, Chance], bytes]) -> Callable[[bytes, Chance], bytes]:
    """Leave a container alone that was broken already: there are no parts to take out."""

    def guarded(content: bytes, chance: Chance) -> bytes:
        try:
            return way(content, chance)
        except NO_CONTAINER:
            return content

    return guarded


MOSTLY_PAGES: Final = 0.8
NO_CONTAINER: Final = (BadZipFile, zlib.error, ValueError, EOFError, OSError, RuntimeError)
WAYS: Final = (
    _flip_bytes,
    _cut,
    *(
        _only_whole(way)
        for way in (
            _shuffle_parts,
            *(
                _edit_page(change)
                for change in (_change_attribute, _change_tag, _change_score, _move_cell, _merge)
            ),
        )
    ),
)
WEIGHTS: Final = (2, 1, 3, 5, 4, 8, 4, 1)
