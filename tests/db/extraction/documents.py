"""Documents written by hand for the tests, whole and hostile; all that they say is made up."""

import zipfile
from io import BytesIO
from zlib import compress

_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'

RUSSIAN = "Министры двух стран встретились в Новограде. «Мы хотим мира», — сказал министр и обещал новую встречу."
FRENCH = "Les ministres se sont réunis à Novograd. « Nous voulons la paix », a déclaré le ministre après la réunion."
GERMAN = "Die Außenminister führten in Novograd Gespräche über die Waffenruhe. „Wir wünschen Frieden“, sagte einer."
TURKISH = "Bakanlar Novograd’da bir araya geldi. “Barış istiyoruz” dedi; görüşmelerin süreceğini açıkladı."
ARABIC = "اجتمع الوزراء في نوفوغراد. وقال الوزير: «نريد السلام في المنطقة»."
HEBREW = "השרים נפגשו בנובוגרד. אנחנו רוצים שלום, אמר השר."
POLISH = "Ministrowie spotkali się w Nowogradzie. „Chcemy pokoju” – powiedział minister, żegnając się."


def lines(*texts, size=11, left=72, top=770, step=14):
    """Lines of a page, as its content stream."""
    stream = b"BT /F1 %d Tf %d %d Td %d TL\n" % (size, left, top, step)
    for text in texts:
        letters = text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        stream += b"(" + letters + b") Tj T*\n"
    return stream + b"ET\n"


def pdf(*pages, info=b"", catalog=b"", trailer=b"", packed=False):
    """A PDF with these content streams as its pages."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalog, b"", _FONT, b"<< %s >>" % info]
    kids = []
    for content in pages:
        stream = compress(content, 9) if packed else content
        how = b"/Filter /FlateDecode" if packed else b""
        objects.append(b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(stream), how, stream))
        page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >>"
        objects.append(page + b" /Contents %d 0 R >>" % len(objects))
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    return pdf_of(objects, b"/Info 4 0 R " + trailer)


def pdf_of(objects, trailer=b""):
    """A PDF made of these objects, the first of which is its catalog."""
    made, places = b"%PDF-1.4\n", b""
    for number, one in enumerate(objects, 1):
        places += b"%010d 00000 n \n" % len(made)
        made += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    size = len(objects) + 1
    table = b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, places)
    end = b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, len(made))
    return made + table + end


def locked_pdf():
    """A PDF that asks for a password."""
    keys = b"/Encrypt << /Filter /Standard /V 1 /R 2 /O <%s> /U <%s> /P -4 >> /ID [<00> <00>]"
    return pdf(lines("Secret words"), trailer=keys % (b"41" * 32, b"42" * 32))


def docx(body, more=None, before=""):
    """A DOCX with this body; `more` are further members, `before` stands before the root of the text."""
    made = BytesIO()
    parts = {
        "[Content_Types].xml": _TYPES,
        "word/document.xml": f"<?xml version='1.0'?>{before}{word(f'<w:body>{body}</w:body>')}",
    }
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (parts | (more or {})).items():
            archive.writestr(name, content)
    return made.getvalue()


def word(inside, root="document"):
    """An XML document of a word processor."""
    return f'<w:{root} xmlns:w="{_WORD}">{inside}</w:{root}>'


def paragraph(text):
    """A paragraph of a DOCX."""
    return f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def billion_laughs():
    """A declaration of entities that grow tenfold from one to the next, and a body that uses the last."""
    entities = '<!ENTITY l0 "ha">' + "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return docx(paragraph("&l9;"), before=f"<!DOCTYPE d [{entities}]>")


def outside_entity():
    """A body that asks for a file of the machine."""
    return docx(paragraph("&x;"), before='<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>')
