"""Names and codes of regions as people type them; only an exact one is taken, none is guessed."""

import difflib
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Self

from assessor.domain.ids import RegionId
from assessor.domain.records import Region, RegionKind

KIND_WORDS: Final = {
    "KAB": RegionKind.KABUPATEN,
    "KABUPATEN": RegionKind.KABUPATEN,
    "KOTA": RegionKind.KOTA,
    "KOTAMADYA": RegionKind.KOTA,
}
ADMINISTRATIVE_WORDS: Final = frozenset({"ADM", "ADMINISTRASI"})
LONG_FORMS: Final = {"KEP": "KEPULAUAN"}
CODE: Final = re.compile(r"(\d{2})\.?(\d{2})")
CODE_AND_NAME: Final = re.compile(r"(\d{2}\.\d{2})[\s:–-]+(\D.*)")
LIST_MARK: Final = re.compile(r"\A(?:\d{1,3}\s*[.)]?\s*(?=[^\W\d_]|\d{2}\.\d{2})|[-•*–]\s*)")
"""A running number or bullet; the digits of a code such as 51.71 are none."""
LIST_NUMBER: Final = re.compile(r"\d{1,3}[.)]?")
MOST_SUGGESTIONS: Final = 5
LIKENESS: Final = 0.75
"""How alike two names are to be offered as a near miss; 1 is the same."""


class MatchKind(StrEnum):
    """What a typed name is; anything but EXACT is for a person to decide."""

    EXACT = "exact"
    AMBIGUOUS_KIND = "ambiguous_kind"
    """A name without kabupaten or kota that is borne by both."""
    WRONG_KIND = "wrong_kind"
    """A kota that is a kabupaten, or the other way round."""
    CODE_DISAGREES = "code_disagrees"
    """A code and a name that belong to two regions."""
    NEAR_MISS = "near_miss"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class RegionMatch:
    """What was typed and what it may mean; `region` is set for an exact match alone."""

    typed: str
    kind: MatchKind
    region: Region | None = None
    suggestions: tuple[Region, ...] = ()
    """What to ask about, the likeliest first."""


@dataclass(frozen=True, slots=True)
class NameKey:
    """A name without its spelling: letters only, and its kind where it was said."""

    kind: RegionKind | None
    letters: str


def name_key(text: str) -> NameKey:
    """Return what all spellings of a region's name have in common; for comparing only.

    Case, spaces, punctuation, "Kab." or "Kabupaten", "Adm." and "Kep." do not count.
    """
    plain = unicodedata.normalize("NFKC", text).upper()
    words = re.findall(r"[^\W_]+", plain)
    kind = KIND_WORDS.get(words[0]) if len(words) > 1 else None
    if kind is not None:
        words = words[1:]
        if words[0] in ADMINISTRATIVE_WORDS:
            words = words[1:]
    return NameKey(kind, "".join(LONG_FORMS.get(word, word) for word in words))


def region_of_row(row: Mapping[str, str]) -> Region:
    """Return the region in a row of the shipped list (id, code, name, province)."""
    name = row["name"]
    kind = RegionKind.KOTA if name.startswith("KOTA ") else RegionKind.KABUPATEN
    return Region(RegionId(int(row["id"])), row["code"], name, kind, row["province"])


def list_entries(block: str) -> tuple[str, ...]:
    """Return the names in a pasted list: one a line or between semicolons, marks left out.

    Of a line pasted from a spreadsheet the first cell that is no running number counts.
    """
    entries = []
    for line in re.split(r"[\n\r;]", block):
        cells = [cell.strip() for cell in line.split("\t")]
        named = [cell for cell in cells if cell and not LIST_NUMBER.fullmatch(cell)]
        if named and (entry := LIST_MARK.sub("", named[0])):
            entries.append(entry)
    return tuple(entries)


class RegionNames:
    """The regions one may mean, found by name or code.

    `other_names` and `other_codes` are those that another regulation gives the same region.
    """

    def __init__(
        self,
        regions: Iterable[Region],
        other_names: Mapping[str, RegionId],
        other_codes: Mapping[str, RegionId],
    ) -> None:
        by_id = {region.id: region for region in regions}
        self._codes = {region.code: region for region in by_id.values()}
        self._codes |= {code: by_id[one] for code, one in other_codes.items()}
        self._names = {name_key(region.name): region for region in by_id.values()}
        self._names |= {name_key(name): by_id[one] for name, one in other_names.items()}

    @classmethod
    def of_rows(cls, rows: Sequence[Mapping[str, str]]) -> Self:
        """Return the names of the shipped list, with its columns later_name and later_code."""
        ids = [(row, RegionId(int(row["id"]))) for row in rows]
        return cls(
            [region_of_row(row) for row in rows],
            {row["later_name"]: region for row, region in ids if row["later_name"]},
            {row["later_code"]: region for row, region in ids if row["later_code"]},
        )

    def match(self, typed: str) -> RegionMatch:
        """Return what `typed` means: a name, a code, or a code followed by the name."""
        text = typed.strip()
        if code := CODE.fullmatch(text):
            return self._match_code(typed, f"{code[1]}.{code[2]}")
        if both := CODE_AND_NAME.fullmatch(text):
            return self._match_code_and_name(typed, both[1], both[2])
        return self._match_name(typed, name_key(text))

    def match_list(self, block: str) -> tuple[RegionMatch, ...]:
        """Return what each name of a pasted list means, in its order.

        Commas separate names, unless a line means one region as it stands.
        """
        return tuple(one for entry in list_entries(block) for one in self._match_entry(entry))

    def _match_entry(self, entry: str) -> tuple[RegionMatch, ...]:
        whole = self.match(entry)
        if whole.kind is MatchKind.EXACT or "," not in entry:
            return (whole,)
        return tuple(map(self.match, list_entries(entry.replace(",", "\n"))))

    def _match_code(self, typed: str, code: str) -> RegionMatch:
        region = self._codes.get(code)
        return RegionMatch(typed, MatchKind.EXACT if region else MatchKind.UNKNOWN, region)

    def _match_code_and_name(self, typed: str, code: str, name: str) -> RegionMatch:
        by_code, by_name = self._codes.get(code), self._match_name(typed, name_key(name))
        if by_code is None or by_name.region == by_code:
            return by_name
        meant = (by_name.region,) if by_name.region else by_name.suggestions
        suggestions = tuple(dict.fromkeys((by_code, *meant)))[:MOST_SUGGESTIONS]
        return RegionMatch(typed, MatchKind.CODE_DISAGREES, suggestions=suggestions)

    def _match_name(self, typed: str, key: NameKey) -> RegionMatch:
        kinds = RegionKind if key.kind is None else (key.kind,)
        found = self._of_kinds(kinds, key.letters)
        if len(found) == 1:
            return RegionMatch(typed, MatchKind.EXACT, found[0])
        if found:
            return RegionMatch(typed, MatchKind.AMBIGUOUS_KIND, suggestions=found)
        if other := self._of_kinds(RegionKind, key.letters):
            return RegionMatch(typed, MatchKind.WRONG_KIND, suggestions=other)
        near = self._near(key)
        kind = MatchKind.NEAR_MISS if near else MatchKind.UNKNOWN
        return RegionMatch(typed, kind, suggestions=near)

    def _of_kinds(self, kinds: Iterable[RegionKind], letters: str) -> tuple[Region, ...]:
        keys = [NameKey(kind, letters) for kind in kinds]
        return tuple(self._names[key] for key in keys if key in self._names)

    def _near(self, typed: NameKey) -> tuple[Region, ...]:
        """Return the regions with a name like the typed one, those of its kind first."""
        letters = dict.fromkeys(key.letters for key in self._names)
        alike = difflib.get_close_matches(typed.letters, letters, MOST_SUGGESTIONS, LIKENESS)
        if typed.kind is RegionKind.KOTA and (joined := f"KOTA{typed.letters}") in letters:
            # "Kota Baru" is how some write Kotabaru, which is a kabupaten.
            alike.insert(0, joined)
        places = {name: place for place, name in enumerate(alike)}
        found = sorted(
            (key for key in self._names if key.letters in places),
            key=lambda key: (key.kind is not typed.kind, places[key.letters]),
        )
        return tuple(dict.fromkeys(self._names[key] for key in found))[:MOST_SUGGESTIONS]
