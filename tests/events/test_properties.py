"""Laws of coreference: the order of mentions changes nothing, and blocks can be resolved apart."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from emcal.events import Judgement, blocks, link_parts, resolve, resolve_block
from emcal.events.conflict import bridges, conflict
from emcal.events.profile import Profile
from emcal.mentions.mention import Mention
from tests.events.telling import creation, tell

DAYS = ("2024-05-15", "2024-05-15/2024-05-17", "2024-05-16~", "2024-05", "2024", "2024-09-02", "2025", "XXXX-05", None)
WHO = ("Chingis Arinov/KZ", "Boobek Ajikeev/KG", "IAEA/", "/UZ")


def _tell(document: str, at: int, given_fields: dict[str, object]) -> Mention:
    """Every two mentions share sentence, trigger and so their id when they are of one document and kind."""
    return tell(document, at=at // 2 * 50, text=f"{document} {at // 2}", **given_fields)  # type: ignore[arg-type]


MENTIONS = st.lists(
    st.tuples(
        st.sampled_from("abcde"),
        st.fixed_dictionaries(
            {
                "kind": st.sampled_from(("exercise", "meeting", "exhibition")),
                "claim": st.sampled_from(("planned", "held", "ongoing", "postponed", "cancelled")),
                "when": st.sampled_from(DAYS),
                "name": st.sampled_from((None, None, "Shield 2024", "Shield", "Caspian")),
                "edition": st.sampled_from((None, None, 3, 4)),
                "country": st.sampled_from((None, "KZ", "KG")),
                "city": st.sampled_from((None, "Osh")),
                "who": st.lists(st.sampled_from(WHO), unique=True, max_size=3).map(tuple),
            }
        ),
    ),
    max_size=9,
).map(lambda told: [_tell(document, n, fields) for n, (document, fields) in enumerate(told)])
CREATED = st.fixed_dictionaries(
    {d: st.sampled_from((None, "2024-01-10", "2024-05-18", "2024-12")).map(creation) for d in "abcde"}
)


@settings(max_examples=150, deadline=None)
@given(MENTIONS, CREATED, st.randoms())
def test_order_changes_nothing(told: list[Mention], created: dict[str, object], random: object) -> None:
    shuffled = list(told)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert resolve(told, created) == resolve(shuffled, created)  # type: ignore[arg-type]


@settings(max_examples=100, deadline=None)
@given(MENTIONS, CREATED, st.data())
def test_blocks_resolve_apart_to_the_same_events(
    told: list[Mention], created: dict[str, object], data: st.DataObject
) -> None:
    judgements = _judgements(told, data)
    parts = blocks(told, created, judgements).values()  # type: ignore[arg-type]
    apart = [event for block in parts for event in resolve_block(block, created, judgements)]  # type: ignore[arg-type]
    assert link_parts(apart) == resolve(told, created, judgements)  # type: ignore[arg-type]


@settings(max_examples=100, deadline=None)
@given(MENTIONS, CREATED, st.data())
def test_every_mention_once_and_no_conflict_inside(
    told: list[Mention], created: dict[str, object], data: st.DataObject
) -> None:
    judgements = [judgement for judgement in _judgements(told, data) if not judgement.same]
    events = resolve(told, created, judgements)  # type: ignore[arg-type]
    kept = [mention for event in events for mention in event.mentions]
    assert len(kept) == len(set(kept))
    assert set(kept) == set(told)
    assert len({event.uid for event in events}) == len(events)
    parted = {frozenset((judgement.left, judgement.right)) for judgement in judgements}
    for event in events:
        assert len(event.joins) == len(event.mentions) - 1
        profiles = [Profile(m, created[m.document]) for m in event.mentions]  # type: ignore[arg-type]
        for left, right in combinations(profiles, 2):
            bridged = any(bridges(other, left, right) for other in profiles if other not in (left, right))
            assert conflict(left, right, bridged=bridged) is None
            assert frozenset((left.mention.id, right.mention.id)) not in parted


def _judgements(told: list[Mention], data: st.DataObject) -> list[Judgement]:
    ids = sorted(mention.id for mention in told)
    if len(ids) < 2:
        return []
    pairs = st.lists(st.sampled_from(ids), min_size=2, max_size=2, unique=True)
    made = st.builds(lambda pair, same: Judgement(left=pair[0], right=pair[1], same=same), pairs, st.booleans())
    return data.draw(st.lists(made, max_size=3))
