"""An empty document to write into: A4, the letters' font, nothing of another program's template.

The one that python-docx brings along carries its maker's properties, a picture of its first page
and styles of several hundred kilobytes into every file.
"""

import datetime as dt
import io
import zipfile
from collections.abc import Mapping
from typing import Final

from docx import Document
from docx.document import Document as WordDocument

from assessor import __version__
from assessor.domain.paper_words import PRODUCT

FONT: Final = "Arial"
SIZE: Final = 12
"""Points."""
HEAD: Final = "Kop Surat"
"""The style of the last line of the letterhead, above the blue rule."""
BARE: Final = "Polos"
"""The style of tables that only keep things beside each other."""
LIST: Final = "Daftar"
"""The style of tables with rules and a heading."""
BLUE: Final = "2E75B6"
PALE: Final = "DDEBF7"
_XML: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_KIND: Final = "application/vnd.openxmlformats-officedocument"
_PARTS: Final[Mapping[str, str]] = {
    "[Content_Types].xml": (
        f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
        f'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_KIND}.wordprocessingml.'
        f'document.main+xml"/><Override PartName="/word/styles.xml" ContentType="{_KIND}.'
        f'wordprocessingml.styles+xml"/><Override PartName="/docProps/app.xml" ContentType="'
        f'{_KIND}.extended-properties+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="rId2" Type="{_OFFICE}/extended-properties" Target="docProps/app.xml"/>'
        "</Relationships>"
    ),
    "docProps/app.xml": (
        f'{_XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
        f'extended-properties"><Application>{PRODUCT}</Application></Properties>'
    ),
    "word/_rels/document.xml.rels": (
        f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>'
    ),
    "word/document.xml": (
        f'{_XML}<w:document xmlns:w="{_WORD}"><w:body><w:sectPr>'
        '<w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>'
    ),
    "word/styles.xml": (
        f'{_XML}<w:styles xmlns:w="{_WORD}"><w:docDefaults><w:rPrDefault><w:rPr>'
        f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
        f'<w:sz w:val="{2 * SIZE}"/><w:szCs w:val="{2 * SIZE}"/><w:lang w:val="id-ID"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "<w:qFormat/></w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        "</w:style>"
        '<w:style w:type="paragraph" w:styleId="Header"><w:name w:val="header"/>'
        '<w:basedOn w:val="Normal"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Footer"><w:name w:val="footer"/>'
        '<w:basedOn w:val="Normal"/><w:pPr><w:jc w:val="right"/></w:pPr><w:rPr><w:sz w:val="16"/>'
        "</w:rPr></w:style>"
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="Kop"><w:name w:val="{HEAD}"/>'
        '<w:basedOn w:val="Normal"/><w:pPr><w:pBdr><w:bottom w:val="single" w:sz="18" w:space="1" '
        f'w:color="{BLUE}"/></w:pBdr></w:pPr></w:style>'
        f'<w:style w:type="table" w:customStyle="1" w:styleId="Polos"><w:name w:val="{BARE}"/>'
        '<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblCellMar>'
        '<w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        "</w:style>"
        f'<w:style w:type="table" w:customStyle="1" w:styleId="Daftar"><w:name w:val="{LIST}"/>'
        '<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>'
        + "".join(
            f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{BLUE}"/>'
            for side in ("top", "left", "bottom", "right", "insideH", "insideV")
        )
        + '</w:tblBorders><w:tblCellMar><w:top w:w="45" w:type="dxa"/><w:left w:w="85" '
        'w:type="dxa"/><w:bottom w:w="45" w:type="dxa"/><w:right w:w="85" w:type="dxa"/>'
        '</w:tblCellMar></w:tblPr><w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" '
        f'w:color="auto" w:fill="{PALE}"/></w:tcPr></w:tblStylePr></w:style></w:styles>'
    ),
}


def empty_document(title: str, now: dt.datetime) -> WordDocument:
    """Return an A4 document without any text; `now` is aware, and stands in its properties."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in _PARTS.items():
            archive.writestr(name, content)
    document = Document(buffer)
    facts = document.core_properties
    facts.title, facts.comments = title, ""
    facts.author = facts.last_modified_by = PRODUCT
    facts.language, facts.version = "id-ID", __version__
    facts.created = facts.modified = now.astimezone(dt.UTC).replace(tzinfo=None)
    return document
