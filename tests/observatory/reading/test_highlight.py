from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from komshi.observatory.reading.highlight import Mark, marks_of, pieces, words

marks = st.lists(
    st.builds(Mark, st.integers(-5, 40), st.integers(-5, 40), st.sampled_from(["what", "where", "who"])), max_size=8
)


def shown(text: str, found: list[Mark], cut: int = 0) -> list[tuple[str, tuple[str, ...]]]:
    head, body = pieces(text, found, cut=cut)
    return [(piece.text, piece.tones) for piece in [*head, *body]]


@given(st.text(max_size=30), marks, st.integers(0, 35))
def test_the_pieces_are_the_text_whatever_the_marks(text: str, found: list[Mark], cut: int) -> None:
    assert "".join(part for part, _tones in shown(text, found, cut)) == text


def test_a_mark_inside_another_is_coloured_by_the_narrower_one() -> None:
    assert shown("137 kg of cocaine", [Mark(0, 17, "much"), Mark(10, 17, "what")]) == [
        ("137 kg of ", ("much",)),
        ("cocaine", ("what", "much")),
    ]


def test_marks_that_overlap_share_the_words_between_them() -> None:
    assert shown("abcdef", [Mark(0, 4, "what"), Mark(2, 6, "where")]) == [
        ("ab", ("what",)),
        ("cd", ("what", "where")),
        ("ef", ("where",)),
    ]


def test_offsets_are_characters_in_any_script() -> None:
    text = "Заплена дроге у Бару 💊 јуче"
    assert [part for part, tones in shown(text, [Mark(16, 20, "where")]) if tones] == ["Бару"]


def test_the_title_is_cut_off_even_inside_a_mark() -> None:
    head, body = pieces("Naslov\ntekst", [Mark(3, 9, "what")], cut=7)
    assert "".join(piece.text for piece in head) == "Naslov\n"
    assert body[0].text == "te"


def test_every_kind_of_evidence_is_marked() -> None:
    payload = {
        "markets": [{"id": "x", "evidence": [[0, 1]]}],
        "events": [
            {
                "evidence": {"type": [[1, 2]], "date": [[2, 3]], "counts.killed": [[3, 4]]},
                "place": {"evidence": [[4, 5]]},
                "quantities": [{"evidence": [[5, 6]]}],
                "actors": [{"evidence": [[6, 7]]}],
            },
            {"evidence": {"type": [[9, 10]]}},
        ],
        "organizations": [{"evidence": [[7, 8]]}],
    }
    assert [mark.tone for mark in sorted(marks_of(payload), key=lambda m: m.start)] == [
        "what",
        "what",
        "when",
        "much",
        "where",
        "much",
        "who",
        "office",
    ]


def test_words_are_quoted_once_and_kept_short() -> None:
    assert words("dva dva tri", [[4, 7], [0, 3]]) == ["dva"]
    assert len(words("x" * 500, [[0, 500]])[0]) == 120
