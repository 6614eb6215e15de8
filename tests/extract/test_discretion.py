"""What effect and tier a decision claims; warnings, pleas and the law's own words claim none."""

from __future__ import annotations

import pytest

from tests.extract.decided import decided, value

LAW = "当事人的行为违反《某某条例》第十条。"
EFFECTS = [
    ("裁量：当事人系首次被发现，从轻。", "lighter"),
    ("当事人毁灭证据，社会影响恶劣，应当从重处罚。", "heavier"),
    ("依据《行政处罚法》第三十二条第（一）项，应当从轻处罚。", "lighter"),
    ("因逾期不改，且阻挠检查，应予从重。", "heavier"),
    ("当事人受他人诱骗，可予减轻，但不符合不予处罚条件。", "reduced"),
    ("无从重、从轻情节。", "ordinary"),
    ("今后如再次实施同类行为，本局将依法从重处理。", None),
    ("如拒不改正的，我局将依法从重处罚。", None),
    ("《行政处罚法》第三十二条规定，当事人有下列情形之一，应当从轻或者减轻行政处罚。", None),
    ("其理由不能免责，但可以作为酌定从轻的因素予以考虑。", "lighter"),
    ("该情况不能作为从轻的因素。", None),
    ("当事人请求从轻处罚。", None),
    ("不予从轻。", None),
    ("情节严重的，吊销许可证。", None),
    ("当事人主动消除或者减轻危害后果。", None),
    ("虚报比例高，应认定为情节严重。配合检查属实，可在情节严重的幅度内从轻。", "lighter"),
    ("当事人拒不改正，应从重；但已赔偿，可在该幅度内从轻。", "lighter"),
    ("应当从轻或者减轻；但社会危害性大，选择从轻而不减轻。", "lighter"),
    ("本局决定予以从轻，而非减轻。", "lighter"),
    ("采纳减至下限之上的从轻意见，理由是已赔偿。", "lighter"),
    ("当事人的从轻意见不予采纳。", None),
    ("在流感高发时期推销，应从重，两者相抵，按中间幅度处理。", "ordinary"),
    ("二者相抵，按一般处理。", "ordinary"),
    ("存在隐患，属于从重情节；但已签订合同，综合裁量按一般幅度处罚。", "ordinary"),
    ("有从重情形，亦有从轻情形，综合后按照居中的数额处罚。", "ordinary"),
    ("主动召回属实，应予从轻。办案人员曾提出该公司受过处罚应当从重，经审查本局不以此从重。", "lighter"),
    ("审核机构曾建议从重处罚，本局不因此从重。", None),
]


@pytest.mark.parametrize(("sentence", "effect"), EFFECTS)
def test_the_effect_claimed(sentence: str, effect: str | None) -> None:
    assert value(decided(f"{LAW}{sentence}").claimed_effect) == effect


def test_a_tier_quoted_from_the_benchmark() -> None:
    made = decided(LAW + "对照《甲州食品安全行政处罚裁量权基准》“首次”一档，责令改正。")
    assert value(made.claimed_tier) == "首次"
