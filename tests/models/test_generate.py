"""Generated texts: labels sit on what they name, everything comes up, the same seed gives the same bytes."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path
from random import Random

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from opencc import OpenCC

from checker.errors import DataFileError
from checker.samples import sample_data
from checker.text.money import find_money
from models.generate import GRAMMARS, Grammar, generate
from models.generate.amounts import FORMATS, chinese
from models.generate.case import invent
from models.generate.circumstances import FORMS, lexicon
from models.generate.edits import Edits, apply
from models.generate.grammar import FOLDER, NAMES, read_grammar
from models.generate.noise import NOISES
from models.generate.render import CIRCUMSTANCE, RULES_OF_VIOLATION, SPOKEN, WRITTEN, GrammarError
from models.generate.run import write
from models.generate.template import compile_template, forms, slots
from models.generate.violations import FIELDS, cite, told, violations
from models.generate.violations import FOLDER as VIOLATIONS
from models.generate.wordings import FRAMES
from models.labels import LabelledText, SpanLabel
from models.labels.jsonl import dump, mistake
from models.labels.record import CIRCUMSTANCE_KINDS, DOCUMENT_KINDS, MONEY_ROLES, POLARITIES, SECTIONS

OWN_SLOTS = {"we", "i", "I", "t", "city", "abbr", "agency", "docno"}


@cache
def sample() -> tuple[LabelledText, ...]:
    return tuple(generate(3000, 5))


@cache
def clean() -> tuple[LabelledText, ...]:
    """Some documents of every layout, without noise."""
    return tuple(
        write(grammar, layout, Random(f"{grammar.name}/{number}/{index}"), "t")
        for grammar in GRAMMARS
        for number, layout in enumerate(grammar.layouts)
        for index in range(4)
    )


@pytest.mark.parametrize("grammar", GRAMMARS, ids=lambda grammar: grammar.name)
def test_a_grammar_writes_valid_texts_in_all_its_kinds(grammar: Grammar) -> None:
    own = [text for text in clean() if text.template == grammar.name]
    assert {text.kind for text in own} == set(grammar.kinds)
    for text in own:
        assert mistake(text) is None
        assert text.source == f"generated:{grammar.name}"
        assert "{" not in text.text and "<" not in text.text


def test_money_labels_are_the_sums_that_a_reader_of_money_finds() -> None:
    for text in clean():
        labelled = [(span.start, span.end) for span in text.spans if span.task == "money"]
        assert labelled == [(token.start, token.end) for token in find_money(text.text)], text.text


def test_under_noise_a_money_label_still_holds_one_sum() -> None:
    simplified = OpenCC("t2s").convert  # as the repair of a text does before sums are read
    for text in sample():
        for span in text.spans:
            if span.task == "money":
                written = simplified("".join(text.text[span.start : span.end].split()))
                assert len(find_money(written)) == 1, written


def test_capitals_and_figures_of_one_sum_agree() -> None:
    for style, write_sum in FORMATS.items():
        for amount in (
            invent(Random(f"{style}{n}"), "food", told("food")[0], "某市").money["gains"][1] for n in range(40)
        ):
            pieces = write_sum(amount)
            text = "".join(piece.before + piece.core + piece.after for piece in pieces)
            assert {token.amount for token in find_money(text)} == {amount}, (style, text)


@given(st.integers(1, 10**11))
def test_chinese_numerals_read_back(number: int) -> None:
    tokens = find_money(chinese(number) + "元")
    assert [token.amount for token in tokens] == [number]


def test_every_kind_role_section_and_polarity_comes_up() -> None:
    texts = sample()
    assert {text.kind for text in texts} == {*DOCUMENT_KINDS, None}
    labels = Counter((span.task, span.label, span.polarity) for text in texts for span in text.spans)
    for role in MONEY_ROLES:
        assert labels["money", role, None] > 20, role
    for section in SECTIONS:
        assert labels["section", section, None] > 20, section
    for kind in CIRCUMSTANCE_KINDS:
        for polarity in POLARITIES:
            assert labels["circumstance", kind, polarity] >= 2, (kind, polarity)


def test_every_document_kind_has_three_styles_so_that_a_split_by_template_can_hold_one_out() -> None:
    styles = Counter(kind for grammar in GRAMMARS for kind in grammar.kinds)
    assert set(styles) == set(DOCUMENT_KINDS)
    assert min(styles.values()) >= 3


def test_an_agency_belongs_to_one_template() -> None:
    templates = defaultdict(set)
    for text in sample():
        assert text.agency and text.template
        templates[text.agency].add(text.template)
    assert all(len(names) == 1 for names in templates.values())
    assert len({text.template for text in sample()}) == len(GRAMMARS) + len(FRAMES)


def test_grammars_share_no_sentence_frame() -> None:
    seen: dict[str, str] = {}
    for name in NAMES:
        for rule, lines in yaml.safe_load((FOLDER / f"{name}.yaml").read_text("utf-8"))["rules"].items():
            for line in lines.strip().split("\n"):
                if rule.split("_")[0] in POLARITIES and len(line) > 12 and not line.startswith(("（一）", "{")):
                    assert seen.setdefault(line, name) == name, line


def test_there_are_frames_enough_for_every_polarity() -> None:
    counts: Counter[str] = Counter()
    for grammar in GRAMMARS:
        for rule, options in grammar.rules.items():
            if rule.split("_")[0] in POLARITIES:
                counts[rule.split("_")[0]] += len(options)
    assert set(counts) == set(POLARITIES)
    assert min(counts.values()) >= 100


@pytest.mark.parametrize("kind", CIRCUMSTANCE_KINDS)
def test_a_circumstance_has_a_dozen_phrasings_that_allow_many_texts(kind: str) -> None:
    phrases = [phrase for form in ("v", "s", "n", "neg") for phrase in getattr(lexicon()[kind], form)]
    assert len(phrases) == len(set(phrases)) >= 12
    assert sum(forms(compile_template(phrase)) for phrase in phrases) >= 25


def test_the_same_seed_gives_the_same_bytes_whatever_the_order_of_hashes() -> None:
    code = (
        "from models.generate import generate; from models.labels.jsonl import dump; import hashlib;"
        "print(hashlib.sha256('\\n'.join(map(dump, generate(150, 3))).encode()).hexdigest())"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parents[2]), "PATH": ""},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "4711")
    ]
    assert runs[0] == runs[1]


def test_a_longer_run_begins_with_the_shorter_one_and_seeds_differ() -> None:
    assert [dump(text) for text in generate(30, 9)][:10] == [dump(text) for text in generate(10, 9)]
    assert [text.text for text in generate(10, 9)] != [text.text for text in generate(10, 10)]


def test_grammars_can_be_chosen_and_an_unknown_name_is_refused() -> None:
    assert {text.template for text in generate(20, 0, ["fire_police", "law_text"])} == {"fire_police", "law_text"}
    with pytest.raises(KeyError, match="no_such"):
        list(generate(1, 0, ["no_such"]))


SHORT = LabelledText(
    "n",
    "决定罚款5万元。\n另查明当事人配合调查。",
    "decision",
    (
        SpanLabel("circumstance", 15, 19, "cooperated", "found"),
        SpanLabel("money", 4, 7, "fine"),
        SpanLabel("section", 0, 8, "decision"),
    ),
    "reviewer",
    "n",
    "n",
)
CHARS = st.text(st.sampled_from("甲1 \n　-"), max_size=3)


@given(
    st.dictionaries(st.integers(0, len(SHORT.text) - 1), CHARS),
    st.dictionaries(st.integers(0, len(SHORT.text) - 1), CHARS),
)
def test_edits_keep_labels_on_their_words(before: dict[int, str], instead: dict[int, str]) -> None:
    changed = apply(SHORT, Edits(before, instead))
    for span in SHORT.spans[:2]:
        expected = "".join(
            (before.get(place, "") if place > span.start else "") + instead.get(place, SHORT.text[place])
            for place in range(span.start, span.end)
        )
        now = [changed.text[each.start : each.end] for each in changed.spans if each.task == span.task]
        assert now == ([expected] if expected else [])
    lines = [changed.text[each.start : each.end] for each in changed.spans if each.task == "section"]
    assert all(line.strip() and "\n" not in line for line in lines)


@pytest.mark.parametrize("noise", [noise for _, noise in NOISES], ids=lambda noise: noise.__name__)
def test_noise_changes_texts_and_loses_no_label(noise: object) -> None:
    changed = 0
    for number, text in enumerate(clean()[::3]):
        dirty = apply(text, noise(text, Random(number)))  # type: ignore[operator]
        changed += dirty.text != text.text
        assert mistake(dirty) is None
        for task in ("money", "circumstance"):
            before = [span.label for span in text.spans if span.task == task]
            assert [span.label for span in dirty.spans if span.task == task] == before
    assert changed > 20


def test_a_section_label_covers_a_line_or_its_indented_part() -> None:
    for text in sample():
        for span in text.spans:
            if span.task == "section":
                begin = text.text.rfind("\n", 0, span.start) + 1
                assert not text.text[begin : span.start].strip()
                assert "\n" not in text.text[span.start : span.end]


def test_every_slot_of_every_template_is_provided() -> None:
    case = invent(Random(1), "food", told("food")[0], "某市")
    for grammar in GRAMMARS:
        for template in grammar.templates():
            for name in slots(template):
                dated = name.startswith("d.") and name[2:].split(":")[0] in case.dates
                known = name in (grammar.rules.keys() | set(RULES_OF_VIOLATION) | OWN_SLOTS | case.words.keys())
                summed = name.split(":")[0] in case.money
                match = CIRCUMSTANCE.fullmatch(name)
                told_kind = match is not None and (match[2] is None or bool(_phrases(match[2], match[1])))
                assert dated or known or summed or told_kind or SPOKEN.fullmatch(name) or WRITTEN.fullmatch(name), (
                    f"{grammar.name}: {name}"
                )


def _phrases(kind: str, form: str) -> list[str]:
    return [phrase for name in FORMS[form] for phrase in getattr(lexicon()[kind], name)]


def test_every_file_is_listed() -> None:
    assert sorted(NAMES) == sorted(path.stem for path in FOLDER.glob("*.yaml"))
    assert sorted(FIELDS) == sorted(path.stem for path in VIOLATIONS.glob("*.yaml"))
    assert all(told(field) for field in FIELDS)


def test_every_item_of_the_sample_benchmarks_has_wordings_and_its_own_basis() -> None:
    basis = defaultdict(list)
    for path in (sample_data() / "benchmarks").glob("*.yaml"):
        for item in yaml.safe_load(path.read_text("utf-8")).get("items", []):
            basis[item["id"]].append(item["basis"])
    written = {each.item: each for field in FIELDS for each in violations(field) if each.item}
    assert written.keys() == basis.keys()
    for name, violation in written.items():
        assert any(violation.basis[0] in own for own in basis[name]), name
        assert len(violation.wordings) >= 3


def test_items_are_told_with_wording_and_basis() -> None:
    ranked = [text for text in sample() if text.item is not None]
    assert len({text.item for text in ranked}) > 90
    assert all(text.wording for text in ranked)
    assert any(not text.basis for text in ranked)


@pytest.mark.parametrize("text", ["甲{乙", "甲<乙|丙", "甲>乙", "甲}乙"])
def test_brackets_that_do_not_close_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="clos"):
        compile_template(text)


HEAD = "name: x\nfields: [food]\nplaces: [某市|某]\nagency: [某局]\nwe: 本局\nnumber: ['1']\namounts: {d: 1}\n"


@pytest.mark.parametrize(
    ("body", "told_reason"),
    [
        ("rules: {}\ndocuments: {verdict: [{text: 甲}]}", "verdict"),
        ("rules: {}\ndocuments: {decision: [{chapter: 甲}]}", "chapter"),
        ("rules: {a: '<甲'}\ndocuments: {decision: [{text: 甲}]}", "close"),
        ("rules: {}", "documents"),
        ("rules: {}\ndocuments: {}\ncolour: red", "colour"),
        ("rules: [", "x.yaml:9"),
    ],
)
def test_a_wrong_grammar_file_is_refused_with_its_name(tmp_path: Path, body: str, told_reason: str) -> None:
    path = tmp_path / "x.yaml"
    path.write_text(HEAD + body, encoding="utf-8")
    with pytest.raises(DataFileError, match=told_reason) as caught:
        read_grammar(path)
    assert caught.value.file == "x.yaml"


@pytest.mark.parametrize(
    ("rules", "line"),
    [("{}", "{nothing}"), ("{}", "{c}"), ("{a: '{a}'}", "{a}")],
    ids=["unknown", "unpolar", "endless"],
)
def test_a_template_that_asks_for_what_is_not_there_is_refused(tmp_path: Path, rules: str, line: str) -> None:
    path = tmp_path / "x.yaml"
    path.write_text(HEAD + f"rules: {rules}\ndocuments: {{decision: [{{facts: '{line}'}}]}}", encoding="utf-8")
    grammar = read_grammar(path)
    with pytest.raises(GrammarError, match="x"):
        write(grammar, grammar.layouts[0], Random(1), "t")


def test_a_citation_in_words() -> None:
    assert cite("食品安全法 124 1 5") == "《中华人民共和国食品安全法》第一百二十四条第一款第（五）项"
    assert cite("农药管理条例 56", digits=True) == "《农药管理条例》第56条"
