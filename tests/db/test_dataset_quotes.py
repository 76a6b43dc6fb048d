"""The seven direct quotes and nine reported statements of the two full texts, to the character."""

import pytest

from db import Library
from db.dataset import SHIPPED, build

DE_MISTURA = (
    "has already shown its efforts for the resolution of the most difficult situations in the international arena … "
    "[and] Kazakhstan's non-permanent membership in the UN Security Council will represent an additional opportunity "
    "to help resolve the Syrian conflict"
)
AUDIENCE = """\
Nursultan Nazarbayev, indirect
The Kazakh leader noted the existence of a number of agreements reached in the course of the Astana process on
ceasefire.

Nursultan Nazarbayev, direct
The Syrian crisis remains relevant both for us and for the entire region. Because of the fighting, 400 thousand people
died, including children, women and elderly people. The conflict created a general unfavourable situation throughout
the region. Nevertheless, the Astana process gave hope for an early end to the war and bloodshed in Syria. The Astana
talks intensified the Geneva process

Nursultan Nazarbayev, indirect
Nursultan Nazarbayev stressed that Kazakhstan supported the UN Security Council Resolution on establishing an
armistice in the region.

Sergei Lavrov, indirect
In turn, the Russian Foreign Minister Sergey Lavrov expressed gratitude to the President of Kazakhstan for the
provided site in Astana and pointed to the importance of seeking a solution to the conflict in Syria.

Sergei Lavrov, direct
In East Guta for the past two days already about 20 thousand civilians were able to leave the territory. Now we are
solving together with the UN the issue of providing them with essentials in places of temporary residence before they
can return to their homes

Sergei Lavrov, indirect
Sergey Lavrov noted that the Astana talks helped to find ways to resolve the Syrian conflict.

Sergei Lavrov, direct
Astana launched the process, which is recognized by all. The main thing is that the Astana platform stimulated efforts
as part of the Syrian settlement in all directions. This is the fight against terrorists, and creation of
de-escalation zones, where the regime for the cessation of hostilities has significantly reduced the level of
violence. In addition, this is a more effective solution of humanitarian issues

Sergei Lavrov, indirect
Sergey Lavrov, noting the high organization of the talks, stressed the importance of the Astana platform in the
context of creating a comfortable political atmosphere.

Sergei Lavrov, direct
The unchanging line of Astana aimed at convergence of opposing positions, and the very spirit of Kazakhstan's foreign
policy aimed at finding agreements, helps us to work effectively

Mevlüt Çavuşoğlu, indirect
Turkish Foreign Minister Mevlut Cavusoglu has also focused on the effective Astana process and expressed his
commitment to this negotiating format.

Mevlüt Çavuşoğlu, direct
It' has been a little more than a year since the beginning of the talks in Astana, and we were able to achieve great
achievements and progress in this process. Yesterday, the working group on confidence-building measures arranged a
meeting here in Astana, which dealt with the exchange of hostages and prisoners. We would like to maintain such
dynamics, which is natural for the Astana site. We were able to get a new impetus to advance this process

Mevlüt Çavuşoğlu, indirect
Mevlut Cavusoglu also stressed the need to search for a political solution to the Syrian conflict.

Mohammad Javad Zarif, indirect
Iranian Foreign Minister Mohammad Javad Zarif pointed out that, despite the existing problem in East Guta, the Parties
generally managed to reduce the level of hostility and violence in Syria.

Mohammad Javad Zarif, direct
We were able to mitigate the situation by solving some humanitarian issues, despite the problems in East Guta.
Peaceful citizens in Syria were able to get protection. Yesterday we started work to establish trust between the
Parties

Mohammad Javad Zarif, indirect
Mohammad Zarif also noted the special importance of the Astana site in forming political ways and approaches to settle
the crisis in Syria.
"""
"""Speaker and form, then the words; a line break stands for a space."""


@pytest.fixture(scope="module")
def shipped(tmp_path_factory):
    """The bundled library, built once."""
    path = tmp_path_factory.mktemp("shipped") / "astana.parley"
    build(path)
    with Library(path) as library:
        yield library


def test_the_audience_is_quoted_in_the_order_of_the_report(shipped):
    lines = shipped.quotes.of_meeting("ministerial-2018-03-16")
    assert [f"{line.speaker}, {line.form} {line.text}" for line in lines] == [
        block.replace("\n", " ").strip() for block in AUDIENCE.split("\n\n")
    ]
    assert {(line.said_on, line.source, line.recalled) for line in lines} == {("2018-03-16", "seed-002", False)}


def test_speakers_have_title_party_and_role_as_printed(shipped):
    lines = shipped.quotes.of_meeting("ministerial-2018-03-16")
    assert {(line.speaker, line.speaker_title, line.party, line.role) for line in lines} == {
        ("Nursultan Nazarbayev", "President of Kazakhstan", "Kazakhstan", "host"),
        ("Sergei Lavrov", "Russian Foreign Minister", "Russia", "guarantor"),
        ("Mevlüt Çavuşoğlu", "Turkish Foreign Minister", "Turkey", "guarantor"),
        ("Mohammad Javad Zarif", "Iranian Foreign Minister", "Iran", "guarantor"),
    }


def test_de_mistura_is_quoted_at_round_1_without_a_day(shipped):
    (line,) = shipped.quotes.of_meeting("astana-01")
    assert (line.text, line.form, line.said_on) == (DE_MISTURA, "direct", None)
    assert (line.speaker, line.speaker_title) == ("Staffan de Mistura", "UN Envoy to Syria")
    assert (line.party, line.role, line.source) == ("United Nations", "mediator", "seed-000")


def test_there_are_seven_direct_quotes_and_nine_reported_statements(shipped):
    with shipped.reading() as conn:
        found = dict(conn.execute("SELECT form, count(*) FROM quotes GROUP BY form"))
    assert found == {"direct": 7, "indirect": 9}


def test_every_quote_stands_at_its_offsets_in_its_full_text(shipped):
    with shipped.reading() as conn:
        found = conn.execute(
            "SELECT q.text, c.exact, c.starts, c.ends, s.uid FROM quotes q "
            "JOIN citations c ON c.record_uid = q.uid AND c.field = 'text' JOIN sources s ON s.id = c.source_id"
        ).fetchall()
    assert len(found) == 16
    for text, exact, starts, ends, source in found:
        full = (SHIPPED / "texts" / f"{source}.txt").read_bytes().decode()
        assert full[starts:ends] == text == exact


def test_direct_speech_is_framed_as_the_text_prints_it(shipped):
    with shipped.reading() as conn:
        found = conn.execute(
            "SELECT c.prefix, c.suffix FROM quotes q JOIN citations c ON c.record_uid = q.uid AND c.field = 'text' "
            "WHERE q.form = 'direct' ORDER BY q.id"
        ).fetchall()
    (before, after), *audience = found
    assert before.endswith("“")
    assert after.startswith('".')
    assert all(prefix.endswith("\n- ") and suffix.startswith(", the ") for prefix, suffix in audience)
